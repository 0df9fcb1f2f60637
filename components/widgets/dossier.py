"""The filters of the lists of dossiers."""

import pandas as pd
import streamlit as st

from components import state
from components.sentences.records.dossier import KINDS
from components.widgets import filters
from data.texts.plain import names_listed, plain_words, terms


def subject_filters(kinds: list[str]) -> tuple[str, str]:
    """The kind of dossier to list, and the words its name is to hold; `kinds` are those that there are."""
    left, right = st.columns(2)
    with left:
        changed = state.in_address("kind", kinds, several=False, otherwise=kinds[0])
        kind = st.selectbox(
            "Kind", kinds, key="kind", on_change=changed, format_func=lambda kind: KINDS[kind].all_of_them
        )
    with right:
        words = filters.words_typed(f"Words of the name{', or an IMO number' if 'vessel' in kinds else ''}")
    return kind or kinds[0], words


def named(subjects: pd.DataFrame, words: str) -> tuple[pd.DataFrame, list[str]]:
    """The subjects whose name or number holds all of these words, or all of one name of a list; the names without."""
    names = (subjects["name"] + " " + subjects["of"].str.partition(":")[2]).map(plain_words)
    asked = names_listed(words) or ("",)
    fits = {
        one: names.map(lambda name, one=one: all(f" {' '.join(term)}" in f" {name}" for term in terms(one)))
        for one in asked
    }
    return subjects[pd.DataFrame(fits).any(axis=1)], [f"“{one}”" for one, some in fits.items() if not some.any()]
