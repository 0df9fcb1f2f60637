"""Cards of claims and records, the reader of texts, and citing a view."""
