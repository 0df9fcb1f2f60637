"""How light a colour is, how far two stand apart, and the nearest tone that can be read on a ground."""

TEXT = 4.5  # the contrast below which words are hard to read
STEPS = 20


def luminance(colour: str) -> float:
    """The relative luminance of a hex colour, from 0 for black to 1 for white."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours: 1 of alike ones, 21 of black and white."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """A colour with so large a share of another."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(first + (last - first) * share):02X}" for first, last in pairs)


def readable(colour: str, ground: str, ink: str) -> str:
    """The colour itself where words in it are readable on a ground; else as much ink in it as that takes."""
    tones = (mixed(colour, ink, step / STEPS) for step in range(STEPS + 1))
    return next((tone for tone in tones if contrast(tone, ground) >= TEXT), ink)
