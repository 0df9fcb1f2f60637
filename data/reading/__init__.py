"""A folder in; sound evidence and every problem out."""
