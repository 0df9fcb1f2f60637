"""The figures of an edition: each drawn for a wide window and for a phone, in colours that follow the theme."""

import re
from collections.abc import Callable

from components.edition.places import Places
from components.scene.canvas import Look
from components.scene.furniture import Scene
from components.scene.svg import picture
from components.scene.things import Paragraph, Run
from components.theme import PALETTES, Width

COLOUR = re.compile(r'(fill|stroke)="(#[0-9A-Fa-f]{6})"')
NAMES = {colour: f"--{place}" for place, colour in enumerate(dict.fromkeys(PALETTES["light"].all))}
UNSEEN = ' fill="#FFFFFF" fill-opacity="0"'
DESCRIBED = re.compile(r"<desc>[^<]*</desc>")
TITLES = re.compile(r"(?<=>)<title>[^<]*</title>(?=<rect)")
NAMELESS = re.compile(r'<a href="#([^"]*)">(?:<title></title>)?(?=<rect)')
ALONE = re.compile(r"<text([^>]*)><tspan((?:(?! direction)[^>])*)>([^<]*)</tspan></text>")  # words in one hand
UPRIGHT = re.compile(r'<polygon points="([\d.-]+),([\d.-]+) ([\d.-]+),\2 \3,([\d.-]+) \1,\4"')
UNDERLINED = ' text-decoration="underline"'
QUIET = f' fill="var({NAMES[PALETTES["light"].secondary]})"'  # of most words: said once, for all of a figure
SPACES = re.compile(r'\sxmlns="[^"]*"|\sxml:lang="[^"]*"|\sxml:space="[^"]*"')


def drawn_for(draw: Callable[[Look], Scene], alt: str, places: Places) -> str:
    """A figure twice, of which a style shows one: for a window of its width, and for a phone."""
    drawn = [_drawn(draw, alt, width, places) for width in ("wide", "narrow")]
    return f'<div class="figure">{"".join(drawn)}</div>'


def _drawn(draw: Callable[[Look], Scene], alt: str, width: Width, places: Places) -> str:
    def linked(words: str, leads_to: str) -> Paragraph:
        to = places.of_mark(leads_to or words.strip())
        return (Run(words, link=to),)

    written = picture(draw(Look(PALETTES["light"], width)), alt, linked, places.of_mark)
    plain = SPACES.sub("", written.replace(UNSEEN, "").replace(UNDERLINED, ""))  # the style says it of all of them
    named = COLOUR.sub(_by_name, plain)
    if width == "narrow":  # what a hand points at on a phone shows no title
        named = DESCRIBED.sub("", TITLES.sub("", named))  # the same as of the wide one
    named = NAMELESS.sub(_by_its_id, named)
    return _shorter(named).replace("<svg", f'<svg class="{width}"{QUIET}', 1).replace("\n", "&#10;")


def _shorter(drawn: str) -> str:
    """The same figure in fewer letters: a twentieth of it goes."""
    return UPRIGHT.sub(r'<path d="M\1 \2H\3V\4H\1Z"', ALONE.sub(r"<text\1\2>\3</text>", drawn.replace(QUIET, "")))


def _by_name(found: re.Match[str]) -> str:
    attribute, colour = found.groups()
    name = NAMES.get(colour)
    return f'{attribute}="var({name})"' if name else found.group()


def _by_its_id(found: re.Match[str]) -> str:
    """A mark that says nothing, read out by the id of what it opens."""
    kind, _, name = found[1].partition("-")
    return f'<a href="#{found[1]}" aria-label="Open {name or kind}">'


def colours() -> str:
    """The colours of figures by name, for the style of the file; those of the dark theme where it is dark."""
    pairs = dict(zip(PALETTES["light"].all, PALETTES["dark"].all, strict=True))
    light = "".join(f"{NAMES[one]}:{one};" for one in pairs)
    dark = "".join(f"{NAMES[one]}:{other};" for one, other in pairs.items())
    return f':root{{{light}}}@media screen{{[data-theme="dark"]{{{dark}}}}}'
