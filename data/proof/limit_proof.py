"""The limit is a number like any other: its value, unit and period are proven by the claims or records it names."""

from collections.abc import Iterator

from data.files.draft import Draft
from data.files.faults import Fault, report_all
from data.models.dates import read_edtf
from data.models.evidence import Claim, Evidence
from data.models.limits import Limit
from data.models.periods import limit_period
from data.models.quantities import Quantity
from data.models.record import Statement
from data.numbers import read_numbers
from data.texts.measures import Measure, Measures


def check_limits(draft: Draft, evidence: Evidence) -> None:
    """Report limits that what they name contradicts, and warn of those for which nothing speaks."""
    report_all(draft, draft.limits, lambda limit: _faults(limit, evidence, draft.measures_of("en")))


def _faults(limit: Limit, evidence: Evidence, measures: Measures) -> Iterator[Fault]:
    named = list(_named(limit, evidence))
    for reading in read_numbers(limit.name, "en", measures.words):
        if (reading.low, reading.high) != (limit.value, limit.value):
            remedy = "Name the limit without a number, or with its own."
            yield Fault(
                "name", "the name of the limit gives another number", reading.words, f"{limit.value:,.15g}", remedy
            )
    if limit_period(limit.valid_from, limit)[0] != limit.valid_from:
        remedy = "Correct the day that is wrong: a limit begins with the first of its periods."
        yield Fault("valid_from", "the limit does not begin on the first day of a period", str(limit.valid_from),
                    limit.period_start or "", remedy, warns=True)  # fmt: skip
    if not named:
        remedy = "Name in claims the claims, or in records the rows of statements.csv, that give its number."
        yield Fault(
            "value",
            "no claim and no record with a number proves the limit",
            f"{limit.value:,.15g}",
            "",
            remedy,
            warns=True,
        )
    yield from _beside_the_number(limit, evidence, measures)
    for name, quantity, key in named:
        yield from _against(limit, name, quantity, key, measures)


def _beside_the_number(limit: Limit, evidence: Evidence, measures: Measures) -> Iterator[Fault]:
    """What speaks against a limit's product, first day and unit in the claims and records it names."""
    proofs = [evidence.claim_by_id.get(one) for one in limit.claims] + [_rule(one, evidence) for one in limit.records]
    given = [proof for proof in proofs if proof and proof.quantity]
    words = [text for one in given for text in (one.product, one.quote if isinstance(one, Claim) else one.statement)]
    if given and not any(limit.product.casefold() in text.casefold() for text in words):
        remedy = "Name the product as a claim or record of this limit does."
        yield Fault("product", "nothing that it names counts this product", limit.product, "", remedy, warns=True)
    begun = {first.year for one in given if one.date and (first := read_edtf(one.date).earliest)}
    if begun and limit.valid_from.year not in begun:
        remedy = "Correct valid_from, or the date of the claim or record."
        yield Fault("valid_from", "nothing that it names begins in this year", str(limit.valid_from),
                    ", ".join(map(str, sorted(begun))), remedy, warns=True)  # fmt: skip
    if (measure := measures.by_id.get(limit.unit)) and measure.rate and not limit.is_level:
        remedy = "Name the unit of the amount: for how long it holds says period."
        yield Fault("unit", "the unit of a limit is an amount, not a rate", limit.unit, measure.noun, remedy)


def _rule(record_id: str, evidence: Evidence) -> Statement | None:
    record = evidence.record_by_id.get(record_id)
    return record if isinstance(record, Statement) else None


def _named(limit: Limit, evidence: Evidence) -> Iterator[tuple[str, Quantity, str]]:
    for claim_id in limit.claims:
        claim = evidence.claim_by_id.get(claim_id)
        if claim and claim.quantity:
            yield claim_id, claim.quantity, "claims"
    for record_id in limit.records:
        record = evidence.record_by_id.get(record_id)
        if record and record.quantity:
            yield record_id, record.quantity, "records"


def _against(limit: Limit, name: str, quantity: Quantity, key: str, measures: Measures) -> Iterator[Fault]:
    said, meant = measures.by_id.get(quantity.unit, Measure("")), measures.by_id.get(limit.unit, Measure(""))
    remedy = f"Correct the limit, or name in {key} what says this of it."
    fitting = (">=", "=", ">") if limit.is_minimum else ("<=", "=", "<")
    if quantity.operator not in fitting or quantity.stated != limit.value:
        seen, expected = f"{limit.value:,.15g}", f"{quantity.operator} {quantity.stated:,.15g}, as {name} says"
        yield Fault("value", f"{name} gives another number", seen, expected, remedy)
    if said.noun != meant.noun:
        yield Fault("unit", f"{name} counts something else", limit.unit, measures.name(said.noun), remedy)
    rate = quantity.per or said.rate
    if rate not in ("", meant.rate if limit.is_level else limit.per):
        what = f"{name} gives it for another time"
        yield Fault("period", what, limit.period, f"a {measures.name(rate)}", remedy)
