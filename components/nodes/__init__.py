"""What a page says and shows as text, cards and tables: trees of nodes, for the page and for files alike."""
