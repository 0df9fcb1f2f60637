"""What all volumes together say against the limit: one finding over what is reported, modelled and notified."""

from collections.abc import Iterable, Sequence

import pandas as pd

from components.letters import capital
from components.sentences.counts import in_words
from components.sentences.limits import called
from components.sentences.model.against import WITH_OTHERS
from components.sentences.retold import no_number_of, numbers_of
from components.sentences.row import Row
from data.models.evidence import Evidence
from data.models.limits import Limit

# What the model does to the limit.
ABOVE, BELOW, OPEN = "puts deliveries above", "puts deliveries below", "leaves open whether deliveries pass"
SERIES = ("reported", "modelled", "notified")
STANDING = ["series", "standing", "probability", "counted", "covers", "claim_ids"]


def bullets_headline(rows: pd.DataFrame, evidence: Evidence) -> str:
    """The finding of the bullet rows, over every series: what is reported, modelled and notified against the limit.

    A model is above the limit only if 95 of 100 runs are, and what a supplier notified is one part of what was
    delivered: it never counts as a reading of the whole. Reported numbers are counted by origin.
    """
    return volumes_finding(rows[STANDING].to_dict("records"), evidence)


def volumes_finding(rows: Iterable[Row], evidence: Evidence) -> str:
    """The same of rows of which only what STANDING names is at hand."""
    each, limit, deliveries = list(rows), evidence.headline_limit, evidence.case.subject.deliveries
    if not each or limit is None:
        return f"No reported number for {deliveries} can be set against the limit"
    reported, models, notified = ([row for row in each if row["series"] == series] for series in SERIES)
    model = [_of_the_runs(row["probability"]) for row in models]
    above = all(row["standing"] == "above" for row in reported)
    if model and above and set(model) == {ABOVE}:
        finding = f"{_both(reported, models, evidence)} {deliveries} above the {called(limit)}"
    elif model:
        verb = model[0] if len(set(model)) == 1 else OPEN
        said = f"{_reported_finding(reported, evidence)}; the model" if reported else "The model"
        said += f", {WITH_OTHERS}," if counts_others(models) else ""
        finding = f"{said} {verb} {'it' if reported else f'the {called(limit)}'}"
    else:
        finding = _reported_finding(reported, evidence)
    if counts_others(models):
        return finding
    if limit.joint != "no" and (reported or model):
        return f"{finding}{_counting_too(notified)}"
    return f"{finding}{_notified_finding(notified, limit, alone=not reported and not model)}"


def _counting_too(notified: Sequence[Row]) -> str:
    """What else was notified towards a joint limit: no single figure stays below what is for all together."""
    if not notified:
        return ""
    parts = sum(row["covers"] == "part" for row in notified)
    total = len(notified)
    figures = "the notified figure counts" if total == 1 else f"{in_words(total)} notified figures count"
    return f"; {figures} towards it too{f' ({_incomplete(parts, total)})' if parts else ''}"


def _both(reported: Sequence[Row], models: Sequence[Row], evidence: Evidence) -> str:
    # Not "all three readings": the model is one, and may rest on the trips behind the reported number.
    others = f", {WITH_OTHERS}, " if counts_others(models) else " "
    if len(reported) > 1:
        claims = _claims(reported)
        return f"{numbers_of(claims, claims, evidence)} and{others}the model put"
    return f"Reported number and{others}model put" if reported else f"The model{others}puts"


def counts_others(models: Iterable[Row]) -> bool:
    """True if what is modelled counts with what else was notified."""
    return any(row["counted"] == "joint" for row in models)


def _reported_finding(reported: Sequence[Row], evidence: Evidence) -> str:
    if not reported or evidence.headline_limit is None:
        return ""
    limit = evidence.headline_limit
    side, limit_name = limit.breach, called(limit)
    above = [row for row in reported if row["standing"] == side]
    if len(reported) == 1:
        return f"The one reported number is {side if above else f'not shown to be {side}'} the {limit_name}"
    whole = _claims(reported)
    if not above:
        return f"{no_number_of(whole, evidence)} is shown to be {side} the {limit_name}"
    told, verb = numbers_of(_claims(above), whole, evidence), "are" if len(above) > 1 else "is"
    return f"{told} {verb} {side} the {limit_name}"


def _claims(rows: Sequence[Row]) -> list[str]:
    return [claim_id for row in rows for claim_id in row["claim_ids"]]


def _of_the_runs(probability: float) -> str:
    if pd.isna(probability):
        return OPEN
    return ABOVE if probability >= 0.95 else BELOW if probability <= 0.05 else OPEN


def _notified_finding(notified: Sequence[Row], limit: Limit, alone: bool) -> str:
    """What suppliers notified, each by itself, above the limit or not: single notifications are never added up.

    A filing that does not reach over the period stays below nothing: it is incomplete.
    """
    if not notified:
        return ""
    above, total = sum(row["standing"] == limit.breach for row in notified), len(notified)
    parts = sum(row["covers"] == "part" for row in notified)
    annual, side = f" the {called(limit)}", limit.breach
    keeps, it = ("reaches", " it") if limit.is_minimum else ("stays below", "")
    if above:
        some = "the notified figure" if total == 1 else f"{in_words(above)} of {in_words(total)} notified figures"
        said = f"{some} {'is' if above == 1 else 'are'} {side}{annual if alone else ' it'}"
    elif parts:
        none = "the notified figure is not" if total == 1 else "no notified figure is"
        said = f"{none} {side}{annual if alone else ' it'} ({_incomplete(parts, total)})"
    else:
        said = f"{'the' if total == 1 else 'each'} notified figure {keeps}{annual if alone else it}"
    return f"{capital(said)}; nothing is reported" if alone else f"; {said}"


def _incomplete(parts: int, total: int) -> str:
    if parts == total:
        return (
            "it is incomplete" if total == 1 else f"{'both' if total == 2 else f'all {in_words(total)}'} are incomplete"
        )
    return f"{in_words(parts)} of {in_words(total)} {'is' if parts == 1 else 'are'} incomplete"
