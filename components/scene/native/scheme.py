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


def coloured(colour: str, opacity: float = 1.0) -> str:
    """A colour as DrawingML: by its place in the scheme where it has one, by its value where it has none."""
    place = _PLACES.get(colour)
    tag, value = ("schemeClr", place) if place else ("srgbClr", colour[1:])
    if opacity == 1:
        return f'<a:{tag} val="{value}"/>'
    return f'<a:{tag} val="{value}"><a:alpha val="{round(opacity * SHARE)}"/></a:{tag}>'


def solid(colour: str, opacity: float = 1.0) -> str:
    """A fill of one colour."""
    return f"<a:solidFill>{coloured(colour, opacity)}</a:solidFill>"
