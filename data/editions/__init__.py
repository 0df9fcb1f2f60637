"""Frozen editions: what seals one, what opens one, and what changed from one to the next."""
