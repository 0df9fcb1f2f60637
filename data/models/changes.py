"""The record of changes: which data there were when, why they changed, and what the headline was then."""

from collections.abc import Iterator
from math import nan
from typing import Annotated, ClassVar, NamedTuple

from pydantic import Field

from data.models.entry import Day, Entry, Id, Number, Refusal, Words, of_form
from data.models.quantities import Operator

CHANGES = "changes.csv"
MODELLED = ("q05", "q50", "q95")
FINGERPRINT = of_form(r"[0-9a-f]{64}", "the fingerprint of the data: 64 digits and letters a to f")


class Headline(NamedTuple):
    """The numbers of the first page under the assumptions as sourced; NaN, or an empty text, where there is none.

    `reported` and `high` are the number as its text gives it, in `unit` (`high` is the upper end of a range); `limit`,
    and q05, q50 and q95 of the modelled volume of the series in front, stand in `limit_unit`; `above` is the share of
    runs above the limit, in the comparison that is in front.
    """

    operator: str = ""
    reported: float = nan
    high: float = nan
    unit: str = ""
    limit: float = nan
    limit_unit: str = ""
    q05: float = nan
    q50: float = nan
    q95: float = nan
    above: float = nan


class Change(Entry):
    """One recorded state of the data: its fingerprint, what changed to reach it, why, and the headline then."""

    id_key: ClassVar[str] = "change_id"
    change_id: Id
    date: Day
    version: Words
    fingerprint: Annotated[str, FINGERPRINT]
    what: Words
    why: Words
    operator: Operator | None = None
    reported: Number | None = None
    high: Number | None = None
    unit: Id | None = None
    limit: Number | None = None
    limit_unit: Id | None = None
    q05: Number | None = None
    q50: Number | None = None
    q95: Number | None = None
    above: Annotated[Number, Field(le=1)] | None = None

    def contradictions(self) -> Iterator[Refusal]:
        if not (self.operator is None) == (self.reported is None) == (self.unit is None):
            yield Refusal(
                "operator, reported and unit go together",
                "Give all of them, or none.",
                ("operator", "reported", "unit"),
            )
        if (self.operator == "range") != (self.high is not None):
            yield Refusal(
                "high is the upper end of a range, and only of one", "Give high with range alone.", ("operator", "high")
            )
        model = (self.q05, self.q50, self.q95)
        if any(number is None for number in model) != all(number is None for number in model):
            remedy = "Give q05, q50 and q95, or none of them."
            yield Refusal("a part of the modelled volume is missing", remedy, MODELLED)
        elif self.q05 is not None and not self.q05 <= (self.q50 or 0) <= (self.q95 or 0):
            remedy = "Write the smallest as q05, the largest as q95."
            yield Refusal("q05, q50 and q95 are not in order", remedy, MODELLED)
        if (self.limit is not None or self.q50 is not None) != (self.limit_unit is not None):
            what = "limit_unit goes with the limit and the modelled volume"
            yield Refusal(what, "Give it with them alone.", ("limit", "limit_unit", "q50"))
        if self.above is not None and (self.limit is None or self.q50 is None):
            what = "a share above the limit needs both limit and model"
            yield Refusal(what, "Leave above empty without them.", ("above", "limit", "q50"))

    @property
    def headline(self) -> Headline:
        given = {name: getattr(self, name) for name in Headline._fields}
        return Headline(**{name: value for name, value in given.items() if value is not None})
