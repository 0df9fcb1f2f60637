"""The timeline: lanes of events, or counts of very many."""
