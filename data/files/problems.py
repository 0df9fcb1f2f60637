"""What is wrong with a seeds folder, said to a curator who reads no code."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, time
from typing import Protocol, TypeVar

SHOWN_CHARACTERS = 120
LONGEST_FIELD = 1_500
LONGEST_REMEDY = 40_000  # holds a whole quote with every character spelled out: a line to copy must not be cut


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where, what, what was seen, what was expected, and what to do about it.

    Every field is safe to print: on one line, with control characters spelled out, and cut when very long.
    """

    file: str
    place: str
    what: str
    seen: str = ""
    expected: str = ""
    remedy: str = ""

    def __post_init__(self) -> None:
        for field in fields(self):
            longest = LONGEST_REMEDY if field.name == "remedy" else LONGEST_FIELD
            object.__setattr__(self, field.name, visible(getattr(self, field.name), longest))

    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        lines = [f"{where}: {self.what}"]
        for word, text in (("seen", self.seen), ("expected", self.expected), ("remedy", self.remedy)):
            if text:
                lines.append(f"    {word + ':':<10}{text}")
        return "\n".join(lines)


class UnsoundSeeds(ValueError):
    """A seeds folder has problems; `problems` lists all of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def visible(text: str, longest: int) -> str:
    """A text on one line with control characters and terminal escapes spelled out, cut when longer than `longest`."""
    if len(text) > longest:
        text = f"{text[:longest]}… ({len(text):,} characters)"
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)


def shown(value: object) -> str:
    """A value of a file as a curator knows it: text in quotation marks, days and numbers as written, tables by name."""
    match value:
        case str():
            return f"'{visible(value, SHOWN_CHARACTERS)}'"
        case bool():
            return str(value).lower()
        case int() if value.bit_length() > 400:
            return "a number of more than 100 digits"
        case int() | float():
            return str(value)
        case date() | time():
            return value.isoformat()
        case list() | tuple():
            return f"a list of {len(value):,}"
        case dict():
            return "a table of keys"
        case bytes():
            return visible(repr(value), SHOWN_CHARACTERS)
        case _:
            return f"a {type(value).__name__}"


class _Standing(Protocol):
    @property
    def file(self) -> str: ...
    @property
    def place(self) -> str: ...


StandingT = TypeVar("StandingT", bound=_Standing)


def in_reading_order(findings: Iterable[StandingT]) -> tuple[StandingT, ...]:
    """Findings, each once, by file, then by place as a person counts: row 9 before row 10."""

    def order(finding: StandingT) -> tuple[str, list[tuple[int, str]]]:
        parts = re.findall(r"[0-9]+|[^0-9]+", finding.place)
        return finding.file, [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]

    return tuple(sorted(dict.fromkeys(findings), key=order))
