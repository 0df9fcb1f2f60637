"""What a draft does to the pages: first sentence, gauge, timeline, comparison and origins, before and after."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from components.letters import capital
from components.sentences.against_limit import one_number, overview_sentence, refs, reported_headline
from components.sentences.comparison import answer_words, comparison_headline, origins_sentence, reading_words
from components.sentences.counts import count
from components.sentences.timeline import timeline_headline
from components.theme import READINGS, quantity
from data.frames.comparison import comparison_frame, questions_frame
from data.frames.reported import headline_row, reported_frame
from data.frames.rows import framed
from data.frames.timeline import timeline_frame
from data.models.evidence import Evidence

COLUMNS = ["what", "before", "after", "differs"]
NOTHING = "none"
STANDS = {
    "above": "above the {}",
    "below": "below the {}",
    "within": "within the {}",
    "open": "the words do not say on which side of the {}",
}


class _Shown(NamedTuple):
    """What the pages show of some evidence."""

    evidence: Evidence
    reported: pd.DataFrame
    events: pd.DataFrame
    comparison: pd.DataFrame


def effect_frame(before: Evidence, after: Evidence) -> pd.DataFrame:
    """What the pages say before and after a draft, one row each, in the order in which a reader meets it.

    Columns: what (in words); before, after (what is said; `none` where there is nothing); differs. The rows of first
    sentence, gauge and counts are always there, those of a reported number or a question where it differs. What is
    modelled rests on record and assumptions, which a draft does not touch.
    """
    sides = _shown(before), _shown(after)
    rows = [
        ("First sentence", *map(_first_sentence, sides)),
        ("Gauge", *map(_gauge, sides)),
        ("Against the limit", *map(_standing, sides)),
        ("Reported numbers", *(count(len(side.reported), "number") for side in sides)),
        *_each_differing("Reported", *map(_numbers, sides)),
        ("Timeline", *(count(len(side.events), "event") for side in sides)),
        ("First sentence of the timeline", *(timeline_headline(side.events) for side in sides)),
        ("Comparison", *(comparison_headline(side.comparison) for side in sides)),
        *_each_differing("Question", *map(_answers, sides)),
        ("Documents", *(count(len(side.evidence.current_documents), "document") for side in sides)),
    ]
    told = [dict(zip(COLUMNS, (*row, row[1] != row[2]), strict=True)) for row in rows]
    return framed(told, COLUMNS, {"differs": "bool"})


def _shown(evidence: Evidence) -> _Shown:
    return _Shown(evidence, reported_frame(evidence), timeline_frame(evidence), comparison_frame(evidence))


def _first_sentence(shown: _Shown) -> str:
    with_number = shown.reported["document"].nunique()
    return overview_sentence(headline_row(shown.reported, shown.evidence), shown.evidence, with_number)


def _gauge(shown: _Shown) -> str:
    return reported_headline(headline_row(shown.reported, shown.evidence), shown.evidence)


def _standing(shown: _Shown) -> str:
    row, limit = headline_row(shown.reported, shown.evidence), shown.evidence.headline_limit
    if row is None or limit is None or not row["comparable"]:
        return NOTHING
    stands = _side(row, shown.evidence)
    if limit.allows_none:
        return stands
    shares = (round(float(row[side]) / limit.value * 100, 1) for side in ("volume", "high"))
    return f"{stands}: {quantity(row['operator'], *shares)}% of it"


def _side(row: pd.Series, evidence: Evidence) -> str:
    limit = evidence.headline_limit
    return STANDS[row["standing"]].format(limit.name) if limit and row["comparable"] else ""


def _numbers(shown: _Shown) -> dict[str, str]:
    """Each reported number by its claims: how it is written and where it stands."""
    rows = (row for _, row in shown.reported.iterrows())
    return {
        refs(row["claim_ids"]): ", ".join(
            part for part in (one_number(row, shown.evidence), _side(row, shown.evidence)) if part
        )
        for row in rows
    }


def _answers(shown: _Shown) -> dict[str, str]:
    """Each question by its title: how it is read, who answers in which words, and from how many origins."""
    told: dict[str, str] = {}
    questions = questions_frame(shown.comparison).to_dict("records")
    titles = Counter(question["title"] for question in questions)
    for question in questions:
        cells = shown.comparison[shown.comparison["question_id"] == question["question_id"]].to_dict("records")
        said = "; ".join(f"{cell['document']}: {answer_words(cell)}" for cell in cells if cell["sign"] != "unread")
        reading = reading_words(question, READINGS[question["reading"]].word)
        apart = f" ({question['question_id']})" if titles[question["title"]] > 1 else ""
        told[f"“{question['title']}”{apart}"] = ". ".join((capital(reading), said, origins_sentence(question)))
    return told


def _each_differing(what: str, before: dict[str, str], after: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for name in dict.fromkeys((*before, *after)):
        was, is_now = before.get(name, NOTHING), after.get(name, NOTHING)
        if was != is_now:
            yield f"{what} {name}", was, is_now
