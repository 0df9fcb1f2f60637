"""A window that has lost its server and found one again asks for its page anew.

Streamlit's browser side runs a page again after a lost line only if a timer stands on it. Without, the session that it
finds (another replica's, or a new one, if this window slept for too long) has never run, knows nothing of the address,
and takes the next click for its first run: the click is lost.
"""

import streamlit as st

A_DAY = 86_400.0  # seconds; what matters is that there is a timer, and that it does nothing meanwhile


@st.fragment(run_every=A_DAY)
def run_again_after_a_lost_line() -> None:
    """Leave a timer on the page. Nothing is shown."""
