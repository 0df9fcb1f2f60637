"""Numbers as texts give them: operator, value and unit together, never a bare number."""

from dataclasses import dataclass
from typing import Literal

Operator = Literal["=", ">", ">=", "<", "<=", "~", "range"]
Standing = Literal["above", "within", "open"]

INFINITY = float("inf")


@dataclass(frozen=True)
class Quantity:
    """A number with its operator and unit; `low` and `high` only with the operator `range`."""

    operator: Operator
    unit: str
    value: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def floor(self) -> float:
        """The least that the wording allows; 0 where it sets no lower bound."""
        if self.operator in ("<", "<="):
            return 0.0
        return self.low if self.low is not None else self.value if self.value is not None else 0.0

    @property
    def ceiling(self) -> float:
        """The most that the wording allows; infinity where it sets no upper bound."""
        if self.operator in (">", ">="):
            return INFINITY
        return self.high if self.high is not None else self.value if self.value is not None else INFINITY

    @property
    def stated(self) -> float:
        """The number itself, as the text gives it; the lower one of a range."""
        return self.value if self.value is not None else self.low if self.low is not None else 0.0

    def standing(self, limit: float) -> Standing:
        """Where this stands to a limit that may be reached but not passed: above, within, or open."""
        strict = self.operator == ">"
        if self.operator == "~":
            return "open" if self.stated == limit else "above" if self.stated > limit else "within"
        if self.floor > limit or (strict and self.floor >= limit):
            return "above"
        return "within" if self.ceiling <= limit else "open"
