"""What a joint limit leaves to one supplier: the limit less what was notified for the same period beside the trips."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.frames.notified import Counted, counted_rows
from data.models.evidence import Evidence
from data.models.limits import Limit
from data.models.periods import limit_period
from data.models.record import EVERYBODY

DAY = timedelta(days=1)


class Piece(NamedTuple):
    """An amount and the days, first and last, over which it is spread evenly."""

    first: date
    last: date
    volume: float


class Filed(NamedTuple):
    """A notification that counts towards the limit beside the trips: its amount in the limit's unit, piece by piece."""

    record_id: str
    suppliers: tuple[str, ...]
    pieces: tuple[Piece, ...]

    @property
    def volume(self) -> float:
        return sum(piece.volume for piece in self.pieces)


class Pace(NamedTuple):
    """How much was notified by a moment: `volumes` at `moments`, both ascending, and evenly between them.

    Moments are counted as the runs count them, from the first trip (0) to the last (1), and may lie outside.
    """

    moments: NDArray[np.float64]
    volumes: NDArray[np.float64]

    def by(self, moments: NDArray[np.float64]) -> NDArray[np.float64]:
        """What was notified by each of some moments."""
        return np.interp(moments, self.moments, self.volumes)

    def passing(self, volumes: NDArray[np.float64]) -> NDArray[np.float64]:
        """The first moments after which more than some volumes was notified; inf where it never was."""
        after = np.searchsorted(self.volumes, volumes, side="right")
        never = after == len(self.volumes)
        after = np.minimum(after, len(self.volumes) - 1)
        before = np.maximum(after - 1, 0)
        rise, way = self.volumes[after] - self.volumes[before], self.moments[after] - self.moments[before]
        # What is never reached would be divided by next to nothing.
        beyond = np.minimum(volumes - self.volumes[before], rise)
        part = np.divide(beyond, rise, out=np.zeros(len(volumes)), where=rise > 0)
        return np.where(never, np.inf, self.moments[before] + part * way)


class Room(NamedTuple):
    """What counts towards a joint limit beside the trips.

    `filed` are the notifications of other suppliers, and those of the supplier for days without a trip of the count;
    `overlapping` the ids of those which may speak of the same deliveries as the trips, and are never added to them.
    """

    supplier: str
    filed: tuple[Filed, ...]
    overlapping: tuple[str, ...]

    @property
    def notified(self) -> float:
        """What is notified beside the trips, in the limit's unit."""
        return sum(one.volume for one in self.filed)

    @property
    def record_ids(self) -> tuple[str, ...]:
        return tuple(one.record_id for one in self.filed)

    def is_its_own(self, one: Filed) -> bool:
        """True for a notification of the supplier whose trips are counted, for days without one of them."""
        return self.supplier.casefold() in {name.casefold() for name in one.suppliers}

    def pace(self, first: date, last: date) -> Pace:
        """How it came to be so much, each piece spread evenly over its days."""
        span, pieces = max((last - first).days, 1), [piece for one in self.filed for piece in one.pieces]
        edges = sorted({first, *chain.from_iterable((piece.first, piece.last + DAY) for piece in pieces)})
        return Pace(
            np.array([(edge - first).days / span for edge in edges]),
            np.array([sum(piece.volume * _gone(piece, edge) for piece in pieces) for edge in edges]),
        )


def room_of(evidence: Evidence, limit: Limit | None, first: date, last: date) -> Room | None:
    """What else was notified for the period of the limit in which the trips lie; None without a joint limit."""
    if limit is None or limit.joint == "no":
        return None
    supplier, period = evidence.case.subject.supplier, limit_period(first, limit)
    rows = [one for one in counted_rows(evidence) if one.period == period]
    same = [one for one in rows if _may_hold(supplier, one) and one.first <= last and first <= one.last]
    parts = list(counted_rows(evidence, "part"))
    filed = (
        Filed(one.notification.record_id, one.notification.suppliers, tuple(_pieces(one, parts)))
        for one in rows
        if one not in same
    )
    return Room(supplier, tuple(filed), tuple(one.notification.record_id for one in same))


def _pieces(whole: Counted, parts: Iterable[Counted]) -> Iterator[Piece]:
    """A notification over its days: months that are filed by themselves have their own amounts, the others the rest.

    Parts of another print that leave no days, or come to more than the whole, only say how it was spread; parts that
    overlap say nothing of it, and it is spread evenly.
    """
    own = sorted(
        Piece(part.first, part.last, part.volume)
        for part in parts
        if part.notification.suppliers == whole.notification.suppliers
        and whole.first <= part.first
        and part.last <= whole.last
    )
    overlap = any(before.last >= after.first for before, after in pairwise(own))
    if overlap or not (any(piece.volume for piece in own) or any(_gaps(whole, own))):
        own = []
    summed, gaps = sum(piece.volume for piece in own), list(_gaps(whole, own))
    rest = max(whole.volume - summed, 0.0) if gaps else 0.0
    scale, days = (whole.volume - rest) / summed if summed else 1.0, sum(_days(*gap) for gap in gaps)
    yield from (piece._replace(volume=piece.volume * scale) for piece in own)
    yield from (Piece(*gap, rest * _days(*gap) / days) for gap in gaps)


def _gaps(whole: Counted, own: Iterable[Piece]) -> Iterator[tuple[date, date]]:
    begins = whole.first
    for piece in own:
        if begins < piece.first:
            yield begins, piece.first - DAY
        begins = piece.last + DAY
    if begins <= whole.last:
        yield begins, whole.last


def _may_hold(supplier: str, one: Counted) -> bool:
    """True if a notification may hold deliveries of the supplier."""
    names = {name.casefold() for name in one.notification.suppliers}
    return supplier.casefold() in names or EVERYBODY in names


def _gone(piece: Piece, edge: date) -> float:
    """The part of its days that had gone by at the beginning of a day."""
    return min(max((edge - piece.first).days / _days(piece.first, piece.last), 0.0), 1.0)


def _days(first: date, last: date) -> int:
    return (last - first).days + 1
