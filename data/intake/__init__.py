"""Texts, places and readings on their way into a seeds folder; nothing here knows Streamlit."""
