"""Frame in, plotly Figure out; pure, and without Streamlit."""
