"""Does a row of the public record give in its sentence the number that it gives in its columns."""

from collections.abc import Iterator

from data.draft import Draft
from data.faults import Fault, report
from data.measures import Measures
from data.numbers import read_numbers
from data.record import Statement
from data.wording import unproven


def check_record_words(draft: Draft) -> None:
    """Warn of statements whose sentence does not give their number, with an operator and a unit that agree."""
    measures = draft.measures_of("en")
    for placed in list(draft.statements.sound.values()):
        for fault in _faults(placed.entry, measures):
            report(fault, draft, draft.statements, placed)


def _faults(statement: Statement, measures: Measures) -> Iterator[Fault]:
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
    ends = (quantity.low, quantity.high) if quantity.operator == "range" else (quantity.value, quantity.value)
    same = [one for one in read_numbers(statement.statement, "en", measures.words) if (one.low, one.high) == ends]
    if not same:
        what, remedy = (
            "the sentence of the row does not give its number",
            "Write it into statement, or correct the number.",
        )
        key = "value" if quantity.value is not None else "low"
        yield Fault(key, what, f"{quantity.stated:,.15g}", statement.statement, remedy, warns=True)
        return
    if not any(not one.operators or quantity.operator in one.operators for one in same):
        what, remedy = "the sentence of the row gives another operator", "Correct operator, or the sentence."
        yield Fault("operator", what, quantity.operator, statement.statement, remedy, warns=True)
    measure = measures.by_id.get(quantity.unit)
    if measure and not any(one.unit in ("", measure.noun) for one in same):
        what, remedy = "the sentence of the row counts something else", "Correct unit, or the sentence."
        yield Fault("unit", what, quantity.unit, statement.statement, remedy, warns=True)
