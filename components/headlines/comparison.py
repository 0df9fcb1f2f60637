"""What the documents share and where they part, in words."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from components.headlines.counts import in_words, listed
from data.comparison import questions_frame

MOST_TITLES = 3


def comparison_headline(comparison: pd.DataFrame) -> str:
    """The finding of the comparison: "5 of 12 questions rest on one document; 3 find the documents at odds"."""
    questions = questions_frame(comparison)
    if questions.empty:
        return "There is no question to compare yet"
    alone = questions[questions["reading"] == "one-document"]
    apart = questions[questions["reading"] == "differ"]
    parts = []
    if len(alone):
        first = _capital(f"{listed(_titles(alone))} {'rests' if len(alone) == 1 else 'each rest'} on a single document")
        many = f"{_capital(in_words(len(alone)))} of {in_words(len(questions))} questions rest on a single document"
        parts.append(first if len(alone) <= MOST_TITLES else many)
    if len(apart):
        parts.append(f"on {in_words(len(apart))} the documents differ")
    return (
        _capital("; ".join(parts))
        if parts
        else "No question rests on a single document, and none finds the documents at odds"
    )


def comparison_sentence(comparison: pd.DataFrame) -> str:
    """The count of independent origins, and what the marks do not mean."""
    questions = questions_frame(comparison)
    several = questions[questions["corroborated"]]
    if several.empty:
        first = "On no row do two documents agree from known, independent origins"
    else:
        first = f"Two documents agree from known, independent origins on {listed(_titles(several))}"
    return f"{first}. Silence is not denial. Compatible is not confirmed."


def reading_words(row: Mapping[Hashable, Any], word: str) -> str:
    """The reading of a question: the curator's words if there are any, else the standing word."""
    return str(row["label"] or word)


def origins_sentence(row: Mapping[Hashable, Any]) -> str:
    """Who stands behind the answers to a question, as far as is known."""
    known = int(row["independent_origins"])
    if not known:
        return "Origin not known"
    word = "origin" if known == 1 else "independent origins"
    inferred = " (inferred)" if row["origins_inferred"] else ""
    return f"{_capital(in_words(known))} known {word}{inferred}: {'; '.join(row['origins'])}"


def _titles(rows: pd.DataFrame) -> list[str]:
    return [f"“{title}”" for title in rows["title"]]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
