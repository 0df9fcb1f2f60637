"""What the page Add a document is put together from: a text brought in, words marked, claims, what changes, saving."""
