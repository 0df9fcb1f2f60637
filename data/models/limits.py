"""A limit as data, as a frozen model; seeds/FORMAT.md is the contract in prose, key by key."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar, Literal

from data.models.entry import ClaimId, Day, Entry, Id, Number, Refusal, Remark, WebAddress, Words, of_form
from data.models.quantities import Covers, Per, Quantity, Standing

Period = Literal["calendar-year", "twelve-months", "quarter", "month", "none"]
MONTHS_OF: dict[Period, int] = {"calendar-year": 12, "twelve-months": 12, "quarter": 3, "month": 1}
PER: dict[Period, Per] = {"calendar-year": "year", "twelve-months": "year", "quarter": "quarter", "month": "month"}


class Limit(Entry):
    """The limit as data: how much of what, at most or at least, by whom, over which period, on which legal basis.

    A `level` is what there may be on each day (what is kept, a price) and has no period; a `flow` is what may come in
    each period, or, without one, in all the time in which the limit is in force.
    """

    id_key: ClassVar[str] = "limit_id"
    optional_columns: ClassVar[frozenset[str]] = frozenset({"product_words", "joint", "records", "sense", "measure"})
    limit_id: Id
    name: Words
    product: Words
    product_words: tuple[Words, ...] = ()
    value: Number
    unit: Id
    sense: Literal["max", "min"] | None = None  # not given: at most
    measure: Literal["flow", "level"] | None = None  # not given: a flow
    period: Period
    period_start: (
        Annotated[str, of_form(r"(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])", "month and day, such as 01-01 (not after 28)")]
        | None
    ) = None
    valid_from: Day
    valid_to: Day | None = None
    suppliers: Words
    joint: Literal["yes", "no"] | None = None  # no: it holds for the supplier of the case alone
    legal_basis: Words
    address: WebAddress | None = None
    claims: tuple[ClaimId, ...] = ()
    records: tuple[Id, ...] = ()
    note: Remark = ""

    def contradictions(self) -> Iterator[Refusal]:
        if self.valid_to and self.valid_from and self.valid_to < self.valid_from:
            remedy = "Give the first day in force as valid_from."
            yield Refusal("valid_to lies before valid_from", remedy, ("valid_from", "valid_to"))
        if self.period == "calendar-year" and self.period_start not in (None, "01-01"):
            what = f"a calendar year does not begin on {self.period_start}"
            yield Refusal(what, "Set period_start to 01-01, or twelve-months.", ("period", "period_start"))
        keys = ("period", "period_start")
        if self.period == "none" and self.period_start:
            yield Refusal("period_start is given, but no period", "Leave period_start empty, or give the period.", keys)
        elif self.period in MONTHS_OF and not self.period_start:
            remedy = "Give month and day on which the first period of a year begins: 01-01."
            yield Refusal("the period has no period_start", remedy, keys)
        if self.measure == "level" and self.period in MONTHS_OF:
            remedy = "Write none as period; for what comes in a period, write flow as measure."
            yield Refusal("a level holds on each day and has no period", remedy, ("measure", "period"))
        if self.sense == "min" and self.value == 0:
            remedy = "Give the least that is asked for; for what is forbidden altogether, write max and 0."
            yield Refusal("a minimum of nothing asks for nothing", remedy, ("sense", "value"))

    @property
    def is_minimum(self) -> bool:
        """True if it is broken from below."""
        return self.sense == "min"

    @property
    def is_level(self) -> bool:
        """True if it holds on each day, and nothing is counted over a period."""
        return self.measure == "level"

    @property
    def allows_none(self) -> bool:
        """True of an embargo, of which nothing is any number of times."""
        return self.value == 0

    @property
    def breach(self) -> Standing:
        """Where a number stands that breaks it."""
        return "below" if self.is_minimum else "above"

    @property
    def per(self) -> Per | None:
        """For each what it counts; None of a level, and of a flow over all the time in force."""
        return PER.get(self.period)

    def holds_over(self, first: date, last: date) -> bool:
        """True if it is in force from one day to another, both included."""
        return self.valid_from <= first and (self.valid_to is None or last <= self.valid_to)

    def standing_of(self, quantity: Quantity, covers: Covers | Literal[""]) -> Standing:
        """Where a quantity stands that counts for a whole period, a part of one, or (of a level) a day."""
        return quantity.standing(self.value, covers == "part", self.is_minimum)
