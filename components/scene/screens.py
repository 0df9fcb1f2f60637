"""A figure that one screen of 16:9 does not hold: what stands on which part of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar

from components.scene.canvas import Look
from components.scene.furniture import Words, room_on_screen

Thing = TypeVar("Thing")
MOST_DIGITS = 99
ROUNDING, NEAR = 1e-6, 1.0  # pixels


class Part(NamedTuple, Generic[Thing]):
    """The things of one part, the words around it, and how many parts there are."""

    things: list[Thing]
    words: Words
    parts: int


class Room(NamedTuple):
    """How many pixels of a screen are free for what a figure shows: where it is whole, and in each of its parts."""

    whole: float
    part: float


def room_for(words: Words, look: Look, taken: float) -> Room:
    """The room under these words; `taken` is what every part needs of its plot besides."""
    counted = _counted(words, MOST_DIGITS, MOST_DIGITS)
    return Room(room_on_screen(words, look) - taken, room_on_screen(counted, look) - taken)


def part_of(things: Sequence[Thing], heights: Sequence[float], words: Words, look: Look, room: Room) -> Part[Thing]:
    """The things of the part that is drawn, from the top down, each so many pixels high; all where it fills no screen.

    A title says of how many parts it is one.
    """
    return wanted(every_part(things, heights, words, look, room), look)


def wanted(parts: Sequence[Part[Thing]], look: Look) -> Part[Thing]:
    """The part that a look asks for, the last one if there are not so many."""
    return parts[min(max(look.part, 1), len(parts)) - 1]


def every_part(
    things: Sequence[Thing], heights: Sequence[float], words: Words, look: Look, room: Room
) -> list[Part[Thing]]:
    """All parts at once: what a figure arranges once, it need not arrange for each of them."""
    if not look.for_screen or sum(heights) <= room.whole + ROUNDING:
        return [Part(list(things), words, 1)]
    parts = balanced(heights, room.part)
    many = len(parts)
    return [Part(list(things[part]), _counted(words, place, many), many) for place, part in enumerate(parts, 1)]


def paged(heights: Sequence[float], room: float) -> list[slice]:
    """Which things stand on which screen, `room` pixels on each; one higher than that has one of its own."""
    starts, used = [0], 0.0
    for place, height in enumerate(heights):
        if place > starts[-1] and used + height > room + ROUNDING:
            starts.append(place)
            used = 0.0
        used += height
    return [slice(start, end) for start, end in zip(starts, [*starts[1:], len(heights)], strict=True)]


def balanced(heights: Sequence[float], room: float) -> list[slice]:
    """The same on no more screens than that takes, the fullest of them as empty as can be."""
    parts = paged(heights, room)
    low, high = sum(heights) / len(parts), room
    while high - low > NEAR:
        middle = (low + high) / 2
        fits = len(paged(heights, middle)) == len(parts)
        low, high = (low, middle) if fits else (middle, high)
    return paged(heights, high)


def _counted(words: Words, part: int, parts: int) -> Words:
    return replace(words, title=f"{words.title} ({part} of {parts})")
