"""Nodes as HTML: the pen of the file, as browser/markup.js is that of the page; text is escaped, whatever it is."""

import re
from collections.abc import Callable, Iterable, Mapping

from components.nodes.node import Node

TAGS = frozenset(
    "div section p span strong small mark a blockquote ul li dl dt dd h1 h2 h3 table caption thead tbody tr th td "
    "details summary bdi button svg path".split()
)
ATTRIBUTES = frozenset(
    "id rel lang dir scope title role tabindex colspan aria-label aria-hidden data-copy viewBox d".split()
)
IN_TABLES = frozenset("table thead tbody tr th td".split())  # what they are a script says, where a style breaks them up
ABROAD = re.compile(r"https?://", re.IGNORECASE)
NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
Leads = Callable[[Mapping[str, str]], str]
"""Takes the attributes of a link of the app, gives the place of the file it leads to, empty if there is none."""


def text(words: str) -> str:
    """Words between tags or in the quotes of an attribute.

    They hold no line break, of which browsers read several as one, and no quote, so that none looks like an attribute.
    """
    safe = _escaped(words)
    if safe.isprintable():  # as nearly all words are; several times as fast as a look at each letter
        return safe
    return NO_CHARACTER.sub("\ufffd", safe.replace("\n", "&#10;").replace("\r", "&#10;"))


def stored(words: str) -> str:
    """The text of a document, letter for letter."""
    return _escaped(words).replace("\n", "&#10;").replace("\r", "&#13;")


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def html(nodes: Iterable[Node | str], leads: Leads) -> str:
    """Nodes as HTML. A link to what is not in the file becomes its words; one on the web stays."""
    told: list[str] = []
    for one in nodes:
        _write(one, leads, told.append)
    return "".join(told)


def _write(one: Node | str, leads: Leads, put: Callable[[str], None]) -> None:
    """Hand over an element piece by piece: a file of ten thousand claims has a million of them."""
    if isinstance(one, str):
        put(text(one))
        return
    tag = one["t"]
    if tag not in TAGS:
        return
    told = ""
    if one["a"] or one["c"]:
        tag, told = _tag(one, leads)
    put(f"<{tag}{told}>")
    for child in one["n"]:
        _write(child, leads, put)
    put(f"</{tag}>")


def _tag(one: Node, leads: Leads) -> tuple[str, str]:
    """The tag of an element, and its attributes as they stand behind it."""
    tag, given = one["t"], one["a"]
    kept = {name: given[name] for name in given if name in ATTRIBUTES and not (name == "role" and tag in IN_TABLES)}
    if tag == "a":
        tag, kept = _link(given, kept, leads, by_itself=one["c"] == "tag")
    if one["c"]:
        kept = {"class": one["c"], **kept}
    return tag, "".join([f' {name}="{text(words)}"' for name, words in kept.items()])


def _link(given: Mapping[str, str], kept: dict[str, str], leads: Leads, by_itself: bool) -> tuple[str, dict[str, str]]:
    """A link within the app as one within the file, which needs no description: what it opens is at hand.

    One that leads away from where it stands says so; any other opens a card, where a script can: `by_itself` is the
    tag of a claim at the end of its own words, which can lead nowhere else.
    """
    address = given.get("href", "")
    if ABROAD.match(address):
        return "a", {**{name: words for name, words in kept.items() if name != "rel"}, "href": address}
    place = leads(given)
    kept = {name: words for name, words in kept.items() if name not in ("title", "aria-label")}
    if not place:
        return "span", kept
    return "a", {**kept, "href": place, **({} if by_itself or given.get("data-opens") else {"data-go": "there"})}
