"""Does a row of the public record give in its sentence the number that it gives in its columns."""

from collections.abc import Iterator

from data.files.draft import Draft
from data.files.faults import Fault, report_all
from data.models.quantities import Quantity
from data.models.record import Statement
from data.numbers import Reading, read_numbers
from data.numbers.shares import share_of
from data.proof.record_hedges import hedge_faults
from data.proof.wording import unproven
from data.texts.calendar_words import parts_of_edtf, parts_of_text
from data.texts.measures import Measures


def check_record_words(draft: Draft) -> None:
    """Warn of statements whose sentence does not give their number, with an operator and a unit that agree."""
    measures = draft.measures_of("en")
    report_all(draft, draft.statements, lambda statement: _faults(statement, measures))


def _faults(statement: Statement, measures: Measures) -> Iterator[Fault]:
    yield from _date_faults(statement)
    yield from hedge_faults(statement, measures)
    if statement.event:
        cited = (statement.statement, statement.date or "", str(statement.published or ""), str(statement.value or ""))
        for lack in unproven(statement.event.replace("“", "‘").replace("”", "’"), (), cited=cited, measures=measures):
            remedy = "Say in the title only what the statement says."
            yield Fault(
                "event", "the statement does not give this number", lack.seen, statement.statement, remedy, warns=True
            )
    quantity = statement.quantity
    if quantity is None:
        return
    same = _same(statement.statement, quantity, measures)
    yield from _title_faults(statement, quantity, measures)
    if not same:
        what, remedy = (
            "the sentence of the row does not give its number",
            "Write it into statement, or correct the number.",
        )
        key = "value" if quantity.value is not None else "low"
        yield Fault(key, what, f"{quantity.stated:,.15g}", statement.statement, remedy, warns=True)
        return
    shares = [share_of(statement.statement, one.start, one.end) for one in same]
    if all(shares):
        what = f"“{shares[0]}” measures something against this number"
        remedy = "Give the number that came, or leave it out."
        yield Fault("value", what, same[0].words, statement.statement, remedy, warns=True)
    # A rule that allows an amount allows no more of it, without saying so.
    unsaid = {"=", "~", "range"} | ({"<="} if statement.kind == "rule" else set())
    if not any(quantity.operator in (one.operators or unsaid) for one in same):
        what, remedy = "the sentence of the row gives another operator", "Correct operator, or the sentence."
        yield Fault("operator", what, quantity.operator, statement.statement, remedy, warns=True)
    measure = measures.by_id.get(quantity.unit)
    if measure and not any(one.unit in ("", measure.noun) and one.rate in ("", measure.rate) for one in same):
        what, remedy = "the sentence of the row counts something else", "Correct unit, or the sentence."
        yield Fault("unit", what, quantity.unit, statement.statement, remedy, warns=True)


def _same(text: str, quantity: Quantity, measures: Measures) -> list[Reading]:
    ends = (quantity.low, quantity.high) if quantity.operator == "range" else (quantity.value, quantity.value)
    return [one for one in read_numbers(text, "en", measures.words) if (one.low, one.high) == ends]


def _title_faults(statement: Statement, quantity: Quantity, measures: Measures) -> Iterator[Fault]:
    """A warning where the title gives the number of the row with another operator or unit."""
    measure = measures.by_id.get(quantity.unit)
    for one in _same(statement.event, quantity, measures):
        operators = one.operators or {"=", "~", "range"}
        if quantity.operator not in operators or (measure and one.unit not in ("", measure.noun)):
            what, remedy = "the title gives the number otherwise than the row", "Say operator and unit as the row does."
            yield Fault("event", what, statement.event, f"{quantity.operator} {quantity.unit}", remedy, warns=True)


def _date_faults(statement: Statement) -> Iterator[Fault]:
    """A warning where the title names a month or year of which neither the sentence nor the days of the row know."""
    said = parts_of_text([statement.event], "en")
    if not said.years | said.months:
        return
    days = (statement.date or "", str(statement.published or ""))
    known = [parts_of_text([statement.statement, statement.said_by, statement.note], "en"), *map(parts_of_edtf, days)]
    months, years = (frozenset[int]().union(*(one[side] for one in known)) for side in (1, 0))
    if strange := [*sorted(said.years - years), *(f"month {one}" for one in sorted(said.months - months))]:
        what, remedy = "the title names another time than the row", "Say in the title only what the row says."
        yield Fault("event", what, statement.event, ", ".join(map(str, strange)), remedy, warns=True)
