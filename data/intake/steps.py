"""A folder that is changed step by step: each done whole, or refused with the problems it would bring, or undone."""

import threading
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from pathlib import Path
from typing import Concatenate, NamedTuple, NoReturn, ParamSpec, TypeVar

from data.files.problems import Problem
from data.models.evidence import Evidence
from data.reading.seeds import Findings, examine, fingerprint

MOST_BYTES = 40_000_000  # that steps may add to a folder: eight files of the largest size that is taken
MOST_STEPS = 500
Changes = Mapping[str, bytes | None]


class StepRefused(ValueError):
    """A step that was not taken, because of the problems that it would bring; nothing was changed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Step(NamedTuple):
    """What was done, in words, and the bytes of the files before it (None: there was none)."""

    words: str
    before: Changes


GivenP = ParamSpec("GivenP")
DoneT = TypeVar("DoneT")
StepsT = TypeVar("StepsT", bound="Steps")


def one_at_a_time(
    act: Callable[Concatenate[StepsT, GivenP], DoneT],
) -> Callable[Concatenate[StepsT, GivenP], DoneT]:
    """Let a method begin when no other has begun: a draft that two windows show is one folder."""

    @wraps(act)
    def alone(steps: StepsT, /, *given: GivenP.args, **named: GivenP.kwargs) -> DoneT:
        with steps.turn:
            return act(steps, *given, **named)

    return alone


class Steps:
    """A seeds folder of one's own, and what was done in it so far; whoever holds `turn` is alone in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.turn = threading.RLock()
        self._at_first: int | None = None  # bytes
        self._done: list[Step] = []
        self._found: tuple[str, Findings] | None = None

    @property
    def steps(self) -> tuple[str, ...]:
        """What was done, in words, from the first to the last."""
        return tuple(step.words for step in self._done)

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the folder as it is now."""
        return fingerprint(self.folder)

    @property
    def evidence(self) -> Evidence:
        """What is sound in the folder as it is now."""
        return self.findings().evidence

    @one_at_a_time
    def findings(self) -> Findings:
        """What the check says of the folder; it is asked once for each state."""
        now = self.fingerprint
        if self._found is None or self._found[0] != now:
            self._found = now, examine(self.folder)
        return self._found[1]

    def content(self, name: str) -> bytes | None:
        """The bytes of a file; None if there is none of this name."""
        path = self.folder / name
        return path.read_bytes() if path.is_file() else None

    @one_at_a_time
    def do(self, words: str, changes: Changes) -> None:
        """Write the files that a step changes, and leave all as it was if the check then finds what it did not before.

        Raises StepRefused.
        """
        self._hold_room(changes)
        known = self.findings()
        before = {name: self.content(name) for name in changes}
        put(self.folder, changes)
        after = self.findings()
        brought = [problem for problem in after.problems if problem not in known.problems]
        if brought:
            put(self.folder, before)
            self._found = known.evidence.fingerprint, known
            raise StepRefused(brought)
        self._done.append(Step(words, before))

    @one_at_a_time
    def undo(self) -> str:
        """Take the last step back; what it was, in words, or nothing if there is none."""
        if not self._done:
            return ""
        step = self._done.pop()
        put(self.folder, step.before)
        return step.words

    def refuse(self, file: str, what: str, remedy: str = "") -> NoReturn:
        """Refuse a step with one problem of a file. Raises StepRefused."""
        raise StepRefused([Problem(f"{self.folder.name}/{file}", "", what, remedy=remedy)])

    def _hold_room(self, changes: Changes) -> None:
        """Refuse a step that makes a draft too large for a server that holds those of many. Raises StepRefused."""
        size = sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())
        self._at_first = size if self._at_first is None else self._at_first
        more = sum(len(content or b"") for content in changes.values())
        if size - self._at_first + more > MOST_BYTES or len(self._done) >= MOST_STEPS:
            most = f"a draft holds at most {MOST_BYTES // 1_000_000} MB more than its folder, and {MOST_STEPS} steps"
            raise StepRefused([Problem(self.folder.name, "", most, remedy="Save or download it, and begin another.")])


def put(folder: Path, changes: Changes) -> None:
    """Write files below a folder, and take away those without bytes; a document's folder goes with its last file."""
    for name, content in changes.items():
        path = folder / name
        if content is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            continue
        path.unlink(missing_ok=True)
        if path.parent.parent == folder / "documents" and not any(path.parent.iterdir()):
            path.parent.rmdir()
