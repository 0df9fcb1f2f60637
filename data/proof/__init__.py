"""What a machine holds against the words: quotes, numbers, dates, hedges, sentences."""
