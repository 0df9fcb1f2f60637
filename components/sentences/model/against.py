"""What is held against a limit, in words: one supplier's deliveries alone, or with what else was notified."""

from components.theme import number
from data.estimate.result import Estimate
from data.estimate.room import Room
from data.models.assumptions import Comparison

WITH_OTHERS = "with what else was notified"


def both(estimate: Estimate) -> bool:
    """True where there are two comparisons: the limit is for all suppliers together."""
    return len(estimate.comparisons) > 1


def against(estimate: Estimate) -> str:
    """What the volume stands against: "the cap"; of a joint one "what is left of the cap"."""
    return f"what is left of the {estimate.limit_name}" if _joint(estimate) else f"the {estimate.limit_name}"


def counted(estimate: Estimate) -> str:
    """What counts, behind a noun: ", with what else was notified,"; ", Ostmark’s alone,"; empty for one comparison."""
    return f", {whose(estimate.comparison, estimate)}," if both(estimate) else ""


def whose(comparison: Comparison, estimate: Estimate) -> str:
    """A volume in one comparison: "with what else was notified", "Ostmark’s alone"."""
    room = estimate.room
    return f"{room.supplier}’s alone" if room and comparison == "alone" else by_whom(comparison, estimate)


def by_whom(comparison: Comparison, estimate: Estimate) -> str:
    """By what a limit is passed in one comparison: "with what else was notified", "by Ostmark alone"."""
    room = estimate.room
    if room is None or comparison == "alone":
        return f"by {room.supplier if room else 'these trips'} alone"
    return WITH_OTHERS if room.filed else "with nothing else notified"


def line_name(estimate: Estimate) -> str:
    """The name of the line that the volume is held against: "Cap", "Cap less what else was notified"."""
    return f"{estimate.limit_name} less what else was notified" if _joint(estimate) else estimate.limit_name


def room_sentence(estimate: Estimate, unit: str) -> str:
    """How much is left of a joint limit, and what is not added to the trips; empty without a joint limit."""
    room = estimate.room
    if room is None:
        return ""
    cited = " ".join(f"[{record_id}]" for record_id in room.record_ids)
    limit = f"The {estimate.limit_name} is for all suppliers together"
    if not room.filed:
        left = f"{limit}, and nothing else is found that was notified for the same period"
    else:
        rest = estimate.limit_volume - room.notified
        leaves = f"which leaves {number(round(rest))}" if rest > 0 else "which leaves nothing of it"
        notified = f"{limit}: {number(round(room.notified))} {unit} were notified beside these trips {cited}"
        left = f"{notified}, {_by_itself(room)}{leaves}"
    if not room.overlapping:
        return f"{left}."
    twice = " ".join(f"[{record_id}]" for record_id in room.overlapping)
    return f"{left}. Not added, for it may be of the same deliveries: {twice}."


def _by_itself(room: Room) -> str:
    """How much of it the supplier notified itself, for days without one of the trips: "15,279 by Ostmark itself, "."""
    own = sum(one.volume for one in room.filed if room.is_its_own(one))
    return f"{number(round(own))} of them by {room.supplier} itself for days without these trips, " if own else ""


def _joint(estimate: Estimate) -> bool:
    return estimate.comparison == "joint" and bool(estimate.room and estimate.room.filed)
