"""Streamlit pieces that two pages share."""
