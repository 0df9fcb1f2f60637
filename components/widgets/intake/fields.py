"""Where the fields of a form stand."""

from collections.abc import Iterator

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def in_rows(*widths: int) -> Iterator[DeltaGenerator]:
    """Places for fields beside each other, row after row, by default two of one width.

    Columns that hold one field each keep their fields in line where a title takes two lines, and in order on a phone,
    where they stand below each other.
    """
    while True:
        yield from st.columns(widths or 2, vertical_alignment="bottom")
