"""The colours of the palette as a deck's colour scheme holds them, so that a template of a user's own recolours it."""

from components.scene.things import PALETTE

# The twelve places of a scheme, as the template fills them.
SCHEME = {
    "dk1": PALETTE.ink, "lt1": PALETTE.paper, "dk2": PALETTE.secondary, "lt2": PALETTE.band,
    "accent1": PALETTE.model, "accent2": PALETTE.limit, "accent3": PALETTE.lanes[1], "accent4": PALETTE.lanes[2],
    "accent5": PALETTE.lanes[3], "accent6": PALETTE.cited, "hlink": PALETTE.model, "folHlink": PALETTE.lanes[1],
}  # fmt: skip
# Slides ask for the first four by their use, which the master leads to them.
USES = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_PLACES = {colour: place for place, colour in reversed(SCHEME.items())} | {
    SCHEME[place]: use for use, place in USES.items()
}
SHARE = 100_000  # as the format counts shares
# Pale grounds and thin lines: a place of the scheme that the paper shines through, so that they suit any paper.
PALE = {
    PALETTE.beyond: ("accent2", 0.11), PALETTE.within: ("tx2", 0.19), PALETTE.model_band: ("accent1", 0.19),
    PALETTE.grid: ("tx2", 0.15), PALETTE.ticks: ("tx2", 0.64),
    PALETTE.tints[0]: ("accent5", 0.1), PALETTE.tints[1]: ("accent3", 0.1), PALETTE.tints[2]: ("accent6", 0.11),
    PALETTE.tints[4]: ("accent2", 0.09), PALETTE.tints[5]: ("tx2", 0.09), PALETTE.tints[6]: ("accent4", 0.13),
}  # fmt: skip


def coloured(colour: str, opacity: float = 1.0) -> str:
    """A colour as DrawingML: by its place in the scheme where it has one, by its value where it has none.

    What is pale is the colour of a place, seen through.
    """
    place, shines = PALE.get(colour, (_PLACES.get(colour), 1.0))
    tag, value = ("schemeClr", place) if place else ("srgbClr", colour[1:])
    opacity *= shines
    if opacity == 1:
        return f'<a:{tag} val="{value}"/>'
    return f'<a:{tag} val="{value}"><a:alpha val="{round(opacity * SHARE)}"/></a:{tag}>'


def solid(colour: str, opacity: float = 1.0) -> str:
    """A fill of one colour."""
    return f"<a:solidFill>{coloured(colour, opacity)}</a:solidFill>"
