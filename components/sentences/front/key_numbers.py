"""The key numbers of a case as plain text, to be pasted beside a link: each with its operator and its ids."""

import pandas as pd

from components.sentences.against_limit import one_number, overview_sentence, refs, year_in_words
from components.sentences.comparison import comparison_headline
from components.sentences.model import estimate as modelled
from components.sentences.records.record_words import with_signs
from components.sentences.timeline import timeline_headline
from components.theme import CITED_WORD
from data.estimate.result import Estimate
from data.models.evidence import Evidence


def key_numbers(
    row: pd.Series | None,
    volumes: pd.DataFrame,
    estimate: Estimate | None,
    events: pd.DataFrame,
    comparison: pd.DataFrame,
    evidence: Evidence,
) -> list[str]:
    """A sentence each for what is reported, modelled, notified, dated and compared.

    `volumes` is the volumes frame with the estimate, `row` the reported volume in front; `events` and `comparison` are
    the rows of timeline and comparison that are shown. Ids of what is cited bear its sign.
    """
    with_number = volumes.loc[volumes["series"] == "reported", "document"].nunique()
    told = [overview_sentence(row, evidence, with_number)]
    if estimate is not None:
        told += [modelled.volume_sentence(estimate, evidence), modelled.probability_sentence(estimate)]
        told += [modelled.crossing_sentence(estimate)]
    told += [_notified(row, evidence) for _, row in volumes[volumes["series"] == "notified"].iterrows()]
    told += [f"{timeline_headline(events)}.", f"{comparison_headline(comparison)}."]
    return [with_signs(sentence, evidence) for sentence in told if sentence]


def _notified(row: pd.Series, evidence: Evidence) -> str:
    told = f"Notified for {year_in_words(row)} by {row['detail']}: {one_number(row, evidence)}"
    return f"{told} ({CITED_WORD}: {refs(row['record_ids'])})."
