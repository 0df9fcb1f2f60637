"""Slides as they will look: what is cited in one opens its words, in the picture and in a list for the keyboard."""

import re
from collections.abc import Sequence
from html import unescape
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from components.theme import CITED_SIGN
from components.widgets.mounted.component import Component

LINK = re.compile(r'<a href="([^"]+)"')
OPENED_BY = {"documents": "claim", "record": "record"}  # the page that a link leads to, and what names the words there
_COMPONENT = Component("preview", '<div class="previews"></div>', styled=True)


class Cited(NamedTuple):
    """What a slide cites: the query parameter that opens it, its id, what it is called, and where it stands."""

    name: str
    id: str
    label: str
    href: str


def show(titles: Sequence[str], pictures: Sequence[str], key: str) -> None:
    """A picture of each slide, as SVG, with the ids that it cites below it, folded."""
    slides = [
        {"title": f"Slide: {title}", "picture": picture, "cited": [one._asdict() for one in cited_in(picture)]}
        for title, picture in zip(titles, pictures, strict=True)
    ]
    _COMPONENT(data={"slides": slides}, key=key)


def cited_in(picture: str) -> list[Cited]:
    """The claims and cited facts to which the words of a picture lead, each once, in its order."""
    found: dict[tuple[str, str], Cited] = {}
    for href in map(unescape, LINK.findall(picture)):
        name = OPENED_BY.get(urlsplit(href).path.rpartition("/")[2], "")
        for named in parse_qs(urlsplit(href).query).get(name, ())[:1]:
            label = named if name == "claim" else f"{CITED_SIGN} {named}"
            found.setdefault((name, named), Cited(name, named, label, href))
    return list(found.values())
