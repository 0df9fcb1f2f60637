"""Files of a seeds folder as strict rows, every problem in words, and files written whole or not at all."""
