"""What a window holds between two runs, and nobody else sees: a text on its way in, words that are chosen."""

from typing import Any

import streamlit as st


def hold(name: str, thing: object) -> None:
    """Hold a thing until it is taken, or another one is held under its name."""
    st.session_state[name] = thing


def held(name: str) -> Any:  # noqa: ANN401 - whatever was held
    """What is held under a name; None if nothing is."""
    return st.session_state.get(name)


def taken(name: str) -> Any:  # noqa: ANN401 - whatever was held
    """What is held under a name, told once; None if nothing is."""
    return st.session_state.pop(name, None)
