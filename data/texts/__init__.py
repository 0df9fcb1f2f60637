"""Texts as they lie on disk: places of quotes, spellings that look alike, words for units, days and addresses."""
