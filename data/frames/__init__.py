"""Evidence -> frames, one module a subject."""
