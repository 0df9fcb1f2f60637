"""A figure that one screen of 16:9 does not hold: what stands on which part of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar

from components.scene.canvas import Look
from components.scene.furniture import Words, room_on_screen
from components.scene.text import ROUNDING, pages

Thing = TypeVar("Thing")
MOST_DIGITS = 99
NEAR = 1.0  # pixels


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
    in_parts = counted(words, MOST_DIGITS, MOST_DIGITS)
    return Room(room_on_screen(words, look) - taken, room_on_screen(in_parts, look) - taken)


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
    return [Part(list(things[part]), counted(words, place, many), many) for place, part in enumerate(parts, 1)]


def balanced(heights: Sequence[float], room: float, near: float = NEAR) -> list[slice]:
    """Which things stand on which screen: on no more than they need, the fullest of them as empty as can be."""
    parts = pages(heights, room)
    low, high = sum(heights) / len(parts), room
    while high - low > near:
        middle = (low + high) / 2
        fits = len(pages(heights, middle)) == len(parts)
        low, high = (low, middle) if fits else (middle, high)
    return pages(heights, high)


def counted(words: Words, part: int, parts: int) -> Words:
    """The words of one part of several, whose title counts them."""
    return replace(words, title=f"{words.title} ({part} of {parts})")
