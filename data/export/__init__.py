"""Data out: tables as a workbook and a data package, and what other programs read; imported on demand alone."""
