"""What is wrong with a seeds folder, said to a curator who reads no code."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

SHOWN_CHARACTERS = 120


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where, what, what was seen, what was expected, and what to do about it."""

    file: str
    place: str
    what: str
    seen: str = ""
    expected: str = ""
    remedy: str = ""

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


def shown(value: object) -> str:
    """A value as it may be shown in a message: quoted, on one line, control characters spelled out, cut when long."""
    text = value if isinstance(value, str) else repr(value)
    if len(text) > SHOWN_CHARACTERS:
        text = f"{text[:SHOWN_CHARACTERS]}… ({len(text):,} characters)"
    visible = "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)
    return f"'{visible}'" if isinstance(value, str) else visible


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by file, then by place as a person counts: row 9 before row 10."""

    def order(problem: Problem) -> tuple[str, list[tuple[int, str]]]:
        parts = re.findall(r"\d+|\D+", problem.place)
        return problem.file, [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]

    return tuple(sorted(dict.fromkeys(problems), key=order))
