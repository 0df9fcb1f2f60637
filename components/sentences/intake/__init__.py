"""Sentences for whoever brings a text in: what was received, what a machine reads in chosen words, what changes."""
