"""Numbers as texts give them: operator, value and unit together, never a bare number."""

from dataclasses import dataclass
from math import isnan
from typing import Literal

Operator = Literal["=", ">", ">=", "<", "<=", "~", "range"]
Per = Literal["day", "week", "month", "quarter", "year"]
Turn = Literal["rise", "fall"]
Covers = Literal["period", "part"]
Standing = Literal["above", "below", "within", "open"]

INFINITY = float("inf")
BARREL, TONNE = "barrel", "tonne"
LEAST_PER_TONNE, MOST_PER_TONNE = 6.0, 12.0


# Open above; open below; uncertain below the number that is written.
FLOORS, CEILINGS, BOUNDED = (">", ">="), ("<", "<="), ("<", "<=", "range")


@dataclass(frozen=True)
class Quantity:
    """A number with its operator and unit; `low` and `high` only with the operator `range`.

    `per` is for each what it counts, of a rate; `change` says that it is by how much something rose or fell.
    """

    operator: Operator
    unit: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    per: Per | None = None
    change: Turn | None = None

    @property
    def is_amount(self) -> bool:
        """True unless it is a rate, or a rise or a fall: only amounts are divided by each other."""
        return not (self.per or self.change)

    @property
    def floor(self) -> float:
        """The least that the wording allows; 0 where it sets no lower bound."""
        if self.operator in CEILINGS:
            return 0.0
        return self.low if self.low is not None else self.value if self.value is not None else 0.0

    @property
    def ceiling(self) -> float:
        """The most that the wording allows; infinity where it sets no upper bound."""
        if self.operator in FLOORS:
            return INFINITY
        return self.high if self.high is not None else self.value if self.value is not None else INFINITY

    @property
    def stated(self) -> float:
        """The number itself, as the text gives it; the lower one of a range."""
        return self.value if self.value is not None else self.low if self.low is not None else 0.0

    def standing(self, limit: float, part: bool = False, minimum: bool = False) -> Standing:
        """Where this stands to a limit that may be reached but not passed: above, within, or open.

        The number of a part of the period is never within: nobody says what came in the rest of it. Of a minimum it is
        the other way round: below, within or open, and a part is never below.
        """
        if minimum:
            return self._to_a_minimum(limit, part)
        strict = self.operator == ">"
        if self.operator == "~":
            below = self.stated < limit
            above = self.stated > limit
        else:
            above = self.floor > limit or (strict and self.floor >= limit)
            below = self.ceiling <= limit
        if above:
            return "above"
        return "within" if below and not part else "open"

    def _to_a_minimum(self, limit: float, part: bool) -> Standing:
        if self.operator == "~":
            below, reached = self.stated < limit, self.stated > limit
        else:
            below = self.ceiling < limit or (self.operator == "<" and self.ceiling <= limit)
            reached = self.floor >= limit
        if below:
            return "open" if part else "below"
        return "within" if reached else "open"


class ImpossibleConversion(ValueError):
    """A conversion that cannot be: its words give the reason."""


def impossible_factor(per_tonne: float) -> str:
    """Why no tonne can have so many barrels; empty if one can.

    A barrel holds 159 litres, so 6.29 of them would be a tonne of water.
    """
    if isnan(per_tonne):
        weight = "it is no number"
    elif per_tonne < LEAST_PER_TONNE:
        weight = f"less than {LEAST_PER_TONNE:g} would be heavier than water"
    elif per_tonne > MOST_PER_TONNE:
        weight = f"more than {MOST_PER_TONNE:g} would be lighter than any liquefied gas"
    else:
        return ""
    return f"{per_tonne:,.4g} barrels a tonne cannot be: {weight}"


def converted(value: float, unit: str, into: str, per_tonne: float | None) -> float | None:
    """A value of one unit in another: 8,000 tonnes at 7.5 barrels a tonne are 60,000 barrels.

    None if no factor is given or another pair of units than barrels and tonnes is asked for.
    Raises ImpossibleConversion for a factor that no cargo has.
    """
    if unit == into:
        return value
    if per_tonne is None or {unit, into} != {BARREL, TONNE}:
        return None
    if why := impossible_factor(per_tonne):
        raise ImpossibleConversion(why)
    return value * per_tonne if into == BARREL else value / per_tonne


def barrels_per_tonne(barrels: float, tonnes: float) -> float:
    """The factor that two measures of one amount imply. Raises ImpossibleConversion if no cargo has it."""
    factor = barrels / tonnes if tonnes else INFINITY
    if why := impossible_factor(factor):
        raise ImpossibleConversion(f"{barrels:,.0f} barrels for {tonnes:,.0f} tonnes: {why}")
    return factor
