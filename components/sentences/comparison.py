"""What the documents share and where they part, in words."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from components.letters import capital
from components.sentences.counts import count, in_words, listed
from components.theme import CELL_SIGNS, read_by
from data.frames.comparison import readings_of

MOST_TITLES, MOST_LABELS = 3, 4
NOT_MENTIONED = "not mentioned"
MEANING = "Silence is not denial. Compatible is not confirmed."  # what the comparison always adds
OF_THOSE_READ = " of those read"


def comparison_headline(comparison: pd.DataFrame) -> str:
    """The finding of the comparison: "Five of twelve questions rest on a single document; on none …"."""
    questions = _by_question(comparison, "reading")
    if not questions:
        return "There is no question to compare yet"
    alone = [title for title, reading in questions if reading == "one-document"]
    single = f"a single document{of_those_read(comparison)}"
    parts = []
    if alone:
        first = capital(f"{_titles(alone)} {'rests' if len(alone) == 1 else 'each rest'} on {single}")
        many = f"{capital(in_words(len(alone)))} of {in_words(len(questions))} questions rest on {single}"
        parts.append(first if len(alone) <= MOST_TITLES else many)
    else:
        parts.append("No question rests on a single document")
    return "; ".join([*parts, *_at_odds(comparison)])


def _at_odds(comparison: pd.DataFrame) -> list[str]:
    """On how many questions the documents contradict each other, and on how many one of them contradicts itself.

    That they do so on none is said only where two of them answer the same: else there is nothing to contradict.
    """
    readings, told = readings_of(comparison), []
    both, alone = readings.count("differ"), readings.count("against-itself")
    each = _columns(comparison, "reading", "answers")
    if both or any(answers > 1 and reading != "one-document" for reading, answers in each):
        told.append(f"on {in_words(both) if both else 'none'} the documents contradict each other")
    if alone:
        told.append(f"on {in_words(alone)} a document is at odds with itself")
    return told


def comparison_sentence(comparison: pd.DataFrame) -> str:
    """The count of independent origins, who has not been read, and what the marks do not mean."""
    return " ".join(part for part in (agreement_sentence(comparison), unread_sentence(comparison), MEANING) if part)


def agreement_sentence(comparison: pd.DataFrame) -> str:
    """On which questions two documents agree from origins independent of each other."""
    several = [title for title, corroborated in _by_question(comparison, "corroborated") if corroborated]
    if several:
        return f"Two documents agree from known, independent origins on {_titles(several)}."
    return "On no row do two documents agree from known, independent origins."


def answer_words(cell: Mapping[Hashable, Any]) -> str:
    """What stands in a cell: the words of the document, or that there are none, or that nobody has read it yet."""
    said = f"{cell['words']}{read_by(cell['number_read_by'], 'number ')}"
    return said or (CELL_SIGNS["unread"][1] if cell["sign"] == "unread" else NOT_MENTIONED)


def reading_words(row: Mapping[Hashable, Any], word: str) -> str:
    """The reading of a question: the curator's words if there are any, else the standing word.

    Where somebody has still to be read, that one document alone answers is said only of those that are.
    """
    of_those = OF_THOSE_READ if row["reading"] == "one-document" and row["unread"] else ""
    return f"{row['label'] or word}{of_those}"


def of_those_read(comparison: pd.DataFrame) -> str:
    """What must follow "a single document" where others have still to be read for such a question; or nothing."""
    read = _columns(comparison, "reading", "unread")
    return OF_THOSE_READ if any(reading == "one-document" and unread for reading, unread in read) else ""


def unread_here(row: Mapping[Hashable, Any]) -> str:
    """Which documents have not been read for a question: "C is not read yet for this question."; empty if all have."""
    labels = list(row["unread"])
    if not labels:
        return ""
    more = [count(len(labels) - MOST_LABELS, "document") + " more"] if len(labels) > MOST_LABELS else []
    named = f"{'Document' if len(labels) == 1 else 'Documents'} {listed([*labels[:MOST_LABELS], *more])}"
    return f"{named} {'is' if len(labels) == 1 else 'are'} not read yet for this question."


def unread_sentence(comparison: pd.DataFrame) -> str:
    """Who has not been read for how many of the questions: "Not read yet: document C for two of five questions."."""
    questions = _by_question(comparison, "unread")
    each = Counter(label for _, labels in questions for label in labels)
    if not each:
        return ""
    of = f"of {in_words(len(questions))} question{'' if len(questions) == 1 else 's'}"
    if len(each) > MOST_LABELS:
        return f"Not read yet: {len(each):,} documents, each for at least one {of}."
    return f"Not read yet: {listed([f'document {label} for {in_words(many)}' for label, many in each.items()])} {of}."


def origins_sentence(row: Mapping[Hashable, Any]) -> str:
    """Who stands behind the answers to a question, as far as is known."""
    known = int(row["independent_origins"])
    if not known:
        return "Origin not known"
    word = "origin" if known == 1 else "independent origins"
    inferred = " (inferred)" if row["origins_inferred"] else ""
    return f"{capital(in_words(known))} known {word}{inferred}: {'; '.join(row['origins'])}"


def _columns(comparison: pd.DataFrame, *names: str) -> list[tuple[Any, ...]]:
    return list(zip(*(comparison[name].tolist() for name in names), strict=True))


def _by_question(comparison: pd.DataFrame, column: str) -> list[tuple[str, Any]]:
    """The title of each question and what stands in a column of all its rows."""
    rows = _columns(comparison, "question_id", "title", column)
    return list({question: (title, told) for question, title, told in rows}.values())


def _titles(titles: Sequence[str]) -> str:
    return listed([f"“{title}”" for title in titles])
