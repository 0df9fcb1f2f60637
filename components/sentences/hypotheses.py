"""How the competing hypotheses stand, in words: least contradicted first, and on what that hangs."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from components.sentences.counts import in_words, listed
from components.theme import shortened
from data.models.evidence import Evidence
from data.models.hypotheses import AGAINST, Hypotheses, leaders, linchpins, ranking_frame

COUNTED = (
    "Counted is only what speaks against a hypothesis: I once, II twice. How far an item can be trusted stands beside "
    "it in words and never becomes a number."
)
LONGEST_ITEM = 60
MARKS = {
    "CC": "fits very well",
    "C": "fits",
    "N": "says nothing",
    "I": "does not fit",
    "II": "contradicts",
}
DIAGNOSTICITIES = {
    "tells apart": ("▲", "Tells them apart"),
    "tells little": ("△", "Tells little: it speaks against none"),
    "tells nothing": ("–", "Does not tell them apart"),
}


def no_hypotheses(evidence: Evidence) -> str:
    """Why no hypotheses are weighed, and what would give some."""
    if not evidence.complete:
        return "No sound hypotheses can be shown. The first page says what has to be mended."
    return "No hypotheses are weighed against each other in this case. Whoever keeps it can add some."


def ranking_headline(hypotheses: Hypotheses) -> str:
    """The finding: how many items tell the hypotheses apart, against which they speak most, and against which least.

    A hypothesis that nobody could test is named as such: that nothing speaks against it is no finding.
    """
    ranking = ranking_frame(hypotheses)
    tested, untested = ranking[ranking["rank"] > 0], ranking[ranking["rank"] == 0]
    least, most = (tested[tested["score"] == end] for end in (tested["score"].min(), tested["score"].max()))
    aside = f"; {_named(untested)} {'is' if len(untested) == 1 else 'are'} untested" if len(untested) else ""
    if len(least) == len(tested):
        return f"The evidence does not tell the hypotheses apart{aside}"
    telling = sum(item.diagnosticity == "tells apart" for item in hypotheses.items)
    items = f"{in_words(telling).capitalize()} of {in_words(len(hypotheses.items))} items of evidence"
    tell = "tells" if telling == 1 else "tell"
    return (
        f"{items} {tell} the hypotheses apart: most speaks against {_named(most)}, least against {_named(least)}{aside}"
    )


def _named(ranking: pd.DataFrame) -> str:
    return listed([f"“{title}”" for title in ranking["title"]])


def linchpin_sentence(hypotheses: Hypotheses) -> str:
    """On which single items the first place hangs, and who would stand first without them."""
    items = {item.id: item.title for item in hypotheses.items}
    hanging = linchpins(hypotheses)
    if not hanging:
        return "No single item decides the first place: without any one of them it stays as it is."
    parts = [
        f"without “{shortened(items[item], LONGEST_ITEM)}” {_first(names, hypotheses)}"
        for item, names in hanging.items()
    ]
    items_word = "item" if len(hanging) == 1 else "items"
    return f"The first place hangs on {in_words(len(hanging))} {items_word}: {'; '.join(parts)}."


def origin_sentence(hypotheses: Hypotheses, items: Sequence[str], origin: str) -> str:
    """Whether the first place hangs on the origin behind most items."""
    if len(items) < 2:
        return "No two items come from one origin alone."
    words = f"{in_words(len(items)).capitalize()} items come from one origin alone, “{origin}”"
    without = leaders(hypotheses, without=items)
    if without == leaders(hypotheses):
        return f"{words}; without all of them the same would stand first."
    return f"{words}; without all of them {_first(without, hypotheses)}."


def fitting_words(row: Mapping[Hashable, Any]) -> str:
    """How many items fit, and how many say nothing, for the eye alone."""
    very_well = f", {row['CC']} of them very well" if row["CC"] else ""
    return f"{row['C'] + row['CC']} fit{very_well}; {row['N']} say nothing"


def judged(hypotheses: Hypotheses) -> str:
    """Whose judgement it is, and of which day."""
    on = hypotheses.assessed_on.isoformat()
    return f"The ratings are a curator’s judgement of {on}; a second pair of eyes may differ."


def score_words(row: Mapping[Hashable, Any]) -> str:
    """How a score is made up: "8: six I, one II"; an untested hypothesis has none."""
    if row["untested"]:
        return "untested: not ranked"
    parts = [f"{in_words(row[mark])} {mark}" for mark in AGAINST if row[mark]]
    return f"{row['score']}: {', '.join(parts)}" if parts else "0: nothing speaks against it"


def _first(names: Sequence[str], hypotheses: Hypotheses) -> str:
    if len(names) == len(hypotheses.tested):
        return "all would stand level"
    titles = [f"“{one.title}”" for one in hypotheses.hypotheses if one.id in names]
    return f"{listed(titles)} would stand first{' alone' if len(names) == 1 else ''}"
