"""The lines of every picture of the model: what the volume is held against, and the limit itself where that differs."""

from typing import NamedTuple

from components.sentences.model.against import line_name
from components.theme import number
from data.estimate.result import Estimate


class Lines(NamedTuple):
    """What the volume is held against and the limit, the same number unless more was notified; NaN without.

    `threshold` is not above 0 where nothing is left. The names stand without their numbers.
    """

    threshold: float
    limit: float
    name: str
    limit_name: str

    @property
    def two(self) -> bool:
        """True where the limit's own line stands beside that of the threshold."""
        return self.threshold < self.limit

    @property
    def nothing_left(self) -> bool:
        return self.two and self.threshold <= 0

    @property
    def label(self) -> str:
        """The words at the line of the threshold: "Cap less what else was notified 203,793"."""
        if not self.two:
            return self.limit_label
        return f"{self.name}: nothing left" if self.nothing_left else f"{self.name} {rounded(self.threshold)}"

    @property
    def whole_label(self) -> str:
        """Both numbers at the end of a line that falls: "Cap 500,000 less what else was notified: 203,793"."""
        left = "nothing left" if self.nothing_left else rounded(self.threshold)
        return f"{self.name.replace(self.limit_name, self.limit_label, 1)}: {left}" if self.two else self.limit_label

    @property
    def short_label(self) -> str:
        """The same in few words: "203,793 left of Cap 500,000"."""
        left = "nothing" if self.nothing_left else rounded(self.threshold)
        return f"{left} left of {self.limit_label}" if self.two else self.limit_label

    @property
    def left_words(self) -> str:
        """The words of a line beside that of the limit: "less what else was notified 203,793"."""
        words = self.name.removeprefix(self.limit_name).strip()
        return f"{words}: nothing left" if self.nothing_left else f"{words} {rounded(self.threshold)}"

    @property
    def limit_label(self) -> str:
        return f"{self.limit_name} {number(self.limit)}"


def lines_of(estimate: Estimate, shown_as: str = "") -> Lines:
    """The lines of an estimate in the comparison that the reader looks at; `shown_as` stands for the limit's name."""
    limit_name = shown_as or estimate.limit_name
    name = line_name(estimate).replace(estimate.limit_name, limit_name) if estimate.limit_name else ""
    return Lines(estimate.threshold, estimate.limit_volume, name, limit_name)


def rounded(volume: float) -> str:
    """A volume of which a part was taken: in whole ones, where it is not less than one."""
    return number(round(volume)) if volume >= 1 else f"{volume:.3g}"
