"""What the documents share and where they part, in words."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from components.headlines.counts import in_words, listed

MOST_TITLES = 3


def comparison_headline(comparison: pd.DataFrame) -> str:
    """The finding of the comparison: "5 of 12 questions rest on one document; 3 find the documents at odds"."""
    questions = _by_question(comparison, "reading")
    if not questions:
        return "There is no question to compare yet"
    alone = [title for title, reading in questions if reading == "one-document"]
    apart = [title for title, reading in questions if reading == "differ"]
    parts = []
    if alone:
        first = _capital(f"{_titles(alone)} {'rests' if len(alone) == 1 else 'each rest'} on a single document")
        many = f"{_capital(in_words(len(alone)))} of {in_words(len(questions))} questions rest on a single document"
        parts.append(first if len(alone) <= MOST_TITLES else many)
    if apart:
        parts.append(f"on {in_words(len(apart))} the documents differ")
    return (
        _capital("; ".join(parts))
        if parts
        else "No question is read as resting on a single document, and on none are the documents read as at odds"
    )


def comparison_sentence(comparison: pd.DataFrame) -> str:
    """The count of independent origins, and what the marks do not mean."""
    several = [title for title, corroborated in _by_question(comparison, "corroborated") if corroborated]
    if several:
        first = f"Two documents agree from known, independent origins on {_titles(several)}"
    else:
        first = "On no row do two documents agree from known, independent origins"
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


def _by_question(comparison: pd.DataFrame, column: str) -> list[tuple[str, Any]]:
    """The title of each question and what stands in a column of all its rows."""
    columns = (comparison[name].tolist() for name in ("question_id", "title", column))
    return list({question: (title, told) for question, title, told in zip(*columns, strict=True)}.values())


def _titles(titles: Sequence[str]) -> str:
    return listed([f"“{title}”" for title in titles])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
