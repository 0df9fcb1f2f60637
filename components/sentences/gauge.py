"""What stands on the gauge beside its number: what kind of number it is, and what is said where there is none."""

import pandas as pd

from components.letters import capital
from components.sentences.publication import by_label, described
from components.theme import read_by, shortened
from data.estimate.result import Estimate
from data.models.assumptions import NotEstimated
from data.models.evidence import Evidence
from data.reading.questions import documents_unread

KINDS = {">": "A floor", ">=": "A floor", "<": "A ceiling", "<=": "A ceiling", "range": "A range"}
BOUNDS = {">": "no upper end", ">=": "no upper end", "<": "no lower end", "<=": "no lower end", "range": "a range"}


def kind_of_number(row: pd.Series | None, evidence: Evidence) -> str:
    """What the number is and on how many documents it rests: "A floor, from an undated letter (document A) alone."."""
    if row is None:
        return ""
    topic = evidence.case.subject.volume_topic
    documents = {claim.document for claim in evidence.claims if claim.topic == topic and claim.quantity}
    alone = " alone" if len(documents) == 1 and evidence.complete and not documents_unread(topic, evidence) else ""
    kind = f"{KINDS.get(row['operator'], 'A number')}{read_by(row['number_read_by'])}"
    return f"{kind}, from {by_label(row['document'], evidence)}{alone}."


def closest_words(evidence: Evidence) -> str:
    """What a document says instead of a number: the shortest such quote, so that an empty dial is not mute."""
    topic = evidence.case.subject.volume_topic
    claims = [claim for claim in evidence.claims if claim.topic == topic and claim.quantity is None]
    if not claims:
        read = " read so far" if documents_unread(topic, evidence) else ""
        return f"No document{read} speaks of it" if evidence.complete else "What speaks of it may be withheld"
    claim = min(claims, key=lambda claim: len(claim.quote))
    name = described(evidence.document_by_id[claim.document])
    return f"{capital(name)} says “{shortened(claim.quote, 90)}” [{claim.id}]"


def of_the_period(estimate: Estimate | NotEstimated | None, row: pd.Series | None) -> Estimate | None:
    """The estimate, if there is one and it is of the period in which the row counts."""
    if estimate is None or isinstance(estimate, NotEstimated):
        return None
    if row is None or pd.isna(row["period_start"]):
        return estimate
    within = row["period_start"].date() <= estimate.first and estimate.last <= row["period_end"].date()
    return estimate if within else None
