"""The briefing: the frames and sentences of the pages as native, editable slides; no streamlit, no plotly."""
