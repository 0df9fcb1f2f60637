"""The drafts that a server holds: bounded in number, and each address by its share, so that none crowds out others."""

import threading
import time
from collections import Counter, OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # a reader who adds nothing does without
    from data.intake.working_copy import WorkingCopy

MOST_DRAFTS = 24  # held at once by a server
MOST_OF_ONE = 8  # of them from one address
LEFT_ALONE = 3600  # seconds after which an untouched one makes room for another of its own address
MOST_ENDED = 200  # of which it is known what became of them


class NoRoom(Exception):
    """No draft can be begun from an address; the words say why, and what to do."""


class _Held(NamedTuple):
    copy: "WorkingCopy"
    who: str
    touched: float  # seconds of the clock


class DraftsHeld:
    """Drafts by name, those touched last at the end; and of the ones that are gone, what became of them."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._held: OrderedDict[str, _Held] = OrderedDict()
        self._ended: dict[str, str] = {}
        self._changing = threading.Lock()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all that is held, the one touched last at the end."""
        return tuple(self._held)

    @property
    def copies(self) -> "tuple[WorkingCopy, ...]":
        """Every draft that is held, the one touched last at the end."""
        return tuple(held.copy for held in self._held.values())

    def make_room(self, who: str) -> None:
        """Let go of what an address has left alone, if it has as many drafts as one may. Raises NoRoom."""
        with self._changing:
            own = [(name, held.touched) for name, held in self._held.items() if held.who == who]
            if len(own) < MOST_OF_ONE:
                return
            name, touched = own[0]
            if self._now() - touched < LEFT_ALONE:
                raise NoRoom(
                    f"{MOST_OF_ONE} drafts from your network address are open here, as many as one may have. "
                    "Throw one of them away, or wait: one that nobody has touched for an hour makes room."
                )
            self._end(name, "crowded out")

    def hold(self, name: str, copy: "WorkingCopy", who: str) -> None:
        """Hold a draft. Of more than a server holds one goes, of the address that has most: the longest untouched."""
        with self._changing:
            self._held[name] = _Held(copy, who, self._now())
            while len(self._held) > MOST_DRAFTS:
                many = Counter(held.who for held in self._held.values())
                most = max(many.values())
                self._end(next(name for name, held in self._held.items() if many[held.who] == most), "crowded out")

    def touched(self, name: str) -> "WorkingCopy | None":
        """The draft of a name, which counts as touched; None without, or if its folder was removed."""
        with self._changing:
            if name not in self._held:
                return None
            if not self._held[name].copy.folder.is_dir():
                self._end(name, "lost")
                return None
            held = self._held.pop(name)
            self._held[name] = held._replace(touched=self._now())
            return held.copy

    def let_go(self, name: str, how: str) -> None:
        """Hold a draft no longer, and keep in mind what became of it."""
        with self._changing:
            self._end(name, how)

    def ended(self, name: str) -> str:
        """What became of a draft: saved, discarded, lost, crowded out; empty where nobody knows."""
        return self._ended.get(name, "")

    def _end(self, name: str, how: str) -> None:
        self._held.pop(name, None)
        self._ended[name] = how
        while len(self._ended) > MOST_ENDED:
            self._ended.pop(next(iter(self._ended)))
