"""The estimate typed in by hand, held with what else was notified: near the numbers of the design, typed in as well."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from data.estimate.result import Estimate
from data.estimate.room import Filed, Piece, Room
from tests.components import whole_estimate as made
from tests.components.whole_estimate import LIMIT, whole_estimate

YEAR = date(2024, 1, 1), date(2024, 12, 31)
ROOM = Room(
    "Russia",
    (
        Filed("notified-079", ("Russia",), (Piece(date(2024, 1, 1), date(2024, 1, 31), 15_279.0),)),
        Filed("notified-081", ("China",), (Piece(date(2024, 1, 1), date(2024, 11, 30), 280_928.0),)),
    ),
    (),
)
NOTHING_FILED = Room("Russia", (), ())
WINDOW = ("05-13", "06-04", "06-20", "07-06", "08-01")


def joint_estimate(room: Room = ROOM, **changes: Any) -> Estimate:
    """The same runs against what is left: 203,793 of 500,000 barrels; passed about 20 June, in every run."""
    left = LIMIT - sum(one.volume for one in room.filed)
    frame = made.dots()
    limit = SimpleNamespace(suppliers="all suppliers together", period_start="01-01")
    parts = {
        "threshold": left, "comparison": "joint", "comparisons": ("joint", "alone"), "room": room,
        "dots": frame.assign(above_limit=frame["volume"] > left), "totals": made.totals(above_limit=1.0),
        "crossing": made.crossing(1.0, WINDOW), "inputs": SimpleNamespace(limit=limit, left_out=(), said=("A04",)),
        "compared": lambda _: whole_estimate(comparisons=("joint", "alone"), room=room),
    }  # fmt: skip
    return whole_estimate(**(parts | changes))


def others_left(volume: float) -> Room:
    """What else was notified over the whole year so that they left so much, which may be less than nothing."""
    return Room("Russia", (Filed("x", ("China",), (Piece(*YEAR, LIMIT - volume),)),), ())
