"""Things made once and kept for all sessions; the least used goes when there are too many, or all grow too large."""

import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, TypeVar, cast

import numpy as np
import pandas as pd

from data.models.evidence import Evidence

Made = TypeVar("Made")
BARE = (str, bytes, int, float, type(None))  # what holds nothing else
HOLDING = (dict, list, tuple)


class Kept:
    """At most `most` things of at most `most_bytes` together; one that is larger alone is not kept."""

    def __init__(self, most: int, most_bytes: int) -> None:
        self._most, self._most_bytes = most, most_bytes
        self._things: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._making: dict[Hashable, threading.RLock] = {}
        self._lock = threading.Lock()
        self.size = 0

    def __len__(self) -> int:
        return len(self._things)

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The thing of a key, made now if it is not kept; who asks for it meanwhile waits for the one that is made."""
        with self._lock:
            if key in self._things:
                return cast("Made", self._found(key))
            making = self._making.setdefault(key, threading.RLock())
        with making:
            with self._lock:
                if key in self._things:
                    return cast("Made", self._found(key))
            try:
                made = make()
                self._keep(key, made)
            finally:
                with self._lock:
                    self._making.pop(key, None)
        return made

    def _found(self, key: Hashable) -> Any:  # noqa: ANN401 - whatever was made for that key
        self._things.move_to_end(key)
        return self._things[key][0]

    def _keep(self, key: Hashable, made: object) -> None:
        heavy = weight(made)
        with self._lock:
            if heavy > self._most_bytes:
                return
            self._things[key] = (made, heavy)
            self.size += heavy
            while len(self._things) > self._most or self.size > self._most_bytes:
                _, (_, given_up) = self._things.popitem(last=False)
                self.size -= given_up


def weight(thing: object) -> int:
    """About how many bytes a thing holds by itself; the evidence, which all of them share, counts nothing."""
    return _weight(thing, set())


def _weight(thing: object, seen: set[int]) -> int:
    if isinstance(thing, BARE):
        return sys.getsizeof(thing)
    if id(thing) in seen:
        return 0
    seen.add(id(thing))
    if isinstance(thing, HOLDING):  # asked before the rest: what a page shows is a tree of them
        return sys.getsizeof(thing) + sum([_weight(part, seen) for part in _parts(thing)])
    if isinstance(thing, Evidence):
        return 0
    if isinstance(thing, pd.DataFrame):
        return int(thing.memory_usage(deep=True).sum())
    if isinstance(thing, pd.Series):
        return int(thing.memory_usage(deep=True))
    if isinstance(thing, np.ndarray):
        return int(thing.nbytes)
    return sys.getsizeof(thing) + sum([_weight(part, seen) for part in _parts(thing)])


def _parts(thing: object) -> Iterable[object]:
    if isinstance(thing, Mapping):
        return [*thing.keys(), *thing.values()]
    if isinstance(thing, (list, tuple, set, frozenset)):
        return thing
    # At once: another reader may ask the same thing for what it has not worked out yet.
    return list(vars(thing).values()) if hasattr(thing, "__dict__") and not callable(thing) else ()
