"""The comparison of the documents as a table."""
