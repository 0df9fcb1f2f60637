"""What a limit asks beside its number, in words: its tests, and what the documents and the record say to each."""

import re

from components.sentences.counts import in_words
from components.theme import NOTE
from data.models.conditions import Condition
from data.models.evidence import Evidence

NAMED = re.compile(r"[\w-]+")


def asked(evidence: Evidence) -> list[Condition]:
    """The conditions that a delivery has to meet under the limit that is shown."""
    return [one for one in evidence.headline_conditions if one.kind == "test"]


def ruled(evidence: Evidence) -> list[Condition]:
    """What those who may find that the limit was passed have found."""
    return [one for one in evidence.headline_conditions if one.kind == "ruling"]


def conditions_headline(evidence: Evidence) -> str:
    """How many tests there are: "Three tests, not one"."""
    many = len(asked(evidence))
    if many > 1:
        return f"{in_words(many).capitalize()} tests, not one"
    return "What else is asked" if many else "Who has found that it was passed"


def conditions_finding(evidence: Evidence) -> str:
    """The title under which all of it is folded, with what is asked; empty where nothing is."""
    every = asked(evidence) or ruled(evidence)
    return f"{conditions_headline(evidence)}: {' '.join(one.title for one in every)}" if every else ""


def conditions_sentence(evidence: Evidence) -> str:
    """Why the number alone does not say whether the limit was kept; empty without a test."""
    limit, many = evidence.headline_limit, len(asked(evidence))
    if limit is None or not many:
        return ""
    if many == 1:
        return f"The {limit.name} asks for this as well; the number alone does not say whether it was kept."
    return f"Deliveries keep to the {limit.name} only if they pass each of these tests; a volume answers one of them."


def condition_sentences(evidence: Evidence) -> list[str]:
    """Every test and ruling as a line of its own: the question, what is found, and the curator's note."""
    every = (*asked(evidence), *ruled(evidence))
    return [f"{one.title} {one.finding}{f' {NOTE}: {one.note}' if one.note else ''}" for one in every]


def unsaid_ids(one: Condition) -> tuple[list[str], list[str]]:
    """The claims and records of a condition that neither its finding nor its note names."""
    said = set(NAMED.findall(f"{one.finding} {one.note}"))
    return [name for name in one.claims if name not in said], [name for name in one.records if name not in said]
