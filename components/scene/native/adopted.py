"""What a deck takes of a user's own template: its colours and its fonts, so far as words stay readable; nothing else.

Slides keep their places: they are measured for 16:9. Pictures, layouts, macros and links of the file are never read.
"""

import re
from io import BytesIO
from itertools import chain
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile
from zlib import error as Damaged  # noqa: N812

from lxml import etree

from components.scene.native.scheme import SCHEME, USES
from components.scene.native.tones import TEXT, contrast, mixed, readable
from data.files.problems import shown
from data.files.unreadable import reason

MOST_BYTES, MOST_OF_A_PART, MOST_PARTS = 100_000_000, 2_000_000, 5_000
LONGEST_FONT = 60  # characters
# Fonts that run no wider than Arial; any other may be as wide as the widest in use.
NO_WIDER = frozenset(
    ("", "arial", "arial narrow", "calibri", "calibri light", "cambria", "candara", "corbel", "franklin gothic book",
     "garamond", "gill sans mt", "helvetica", "lato", "liberation sans", "palatino linotype", "roboto", "segoe ui",
     "source sans pro", "tahoma", "times new roman")
)  # fmt: skip
WIDE = 1.2
MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PRESENTATION = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
OF_ITS_OWN = re.compile(r'<a:srgbClr val="([0-9A-F]{6})"')
HEX = re.compile(r"[0-9A-Fa-f]{6}")
EVERYDAY, FAR_APART, BAND = 7.0, 1.7, 0.06  # contrast of ink; of the ground's own bands; the share of ink in a band
QUIET = (0.3, 0.2, 0.1, 0.0)  # shares of the ground in words of second rank


class Theme(NamedTuple):
    """The twelve colours of a scheme by their places, as hex with a #, and the fonts of headings and of words."""

    scheme: dict[str, str]
    heading: str
    words: str

    @property
    def wider(self) -> float:
        """How many times as wide as Arial its fonts may run: slides are measured for that."""
        return 1.0 if all(font.casefold() in NO_WIDER for font in (self.heading, self.words)) else WIDE


class NoTemplate(ValueError):
    """A file from which no colours and fonts can be taken, and why."""


def theme_of(content: bytes) -> Theme:
    """The colours and fonts of a .pptx or .potx file, given as bytes. Raises NoTemplate with a sentence."""
    if len(content) > MOST_BYTES:
        raise NoTemplate(f"it has more than {MOST_BYTES // 1_000_000} MB")
    try:
        with ZipFile(BytesIO(content)) as package:
            if len(package.infolist()) > MOST_PARTS:
                raise NoTemplate("it has far more parts than a presentation")
            deck = "ppt/presentation.xml"
            first = _part(package, deck).find(f"{PRESENTATION}sldMasterIdLst/{PRESENTATION}sldMasterId")
            if first is None:
                raise NoTemplate("it has no slide master")
            master = _led_to(package, deck, lambda one: one.get("Id") == first.get(RELATION))
            theme = _led_to(package, master, lambda one: str(one.get("Type")).endswith("/theme"))
            return _theme(_part(package, theme), _part(package, master))
    except (BadZipFile, Damaged, NotImplementedError, RuntimeError, OSError, EOFError) as why:
        raise NoTemplate("it is no PowerPoint file, or a damaged one") from why


def theme_in(path: Path | None) -> Theme | None:
    """The same of a file on disk; None of no file. Raises NoTemplate with the file and what is the matter with it."""
    if path is None:
        return None
    try:
        if not path.is_file():
            raise NoTemplate("there is no such file")
        with path.open("rb") as file:
            return theme_of(file.read(MOST_BYTES + 1))
    except (NoTemplate, OSError) as error:
        why = reason(error) if isinstance(error, OSError) else error
        told = f"{shown(str(path))}: no colours and fonts can be taken from it: {why}. Give a .pptx file."
        raise NoTemplate(told) from None


def on_ground(drawn: str, theme: Theme) -> str:
    """A slide's objects with the colours that have no place in a scheme in tones that are readable on its ground."""

    def toned(found: re.Match[str]) -> str:
        return f'<a:srgbClr val="{readable(f"#{found[1]}", theme.scheme["lt1"], theme.scheme["dk1"])[1:]}"'

    return OF_ITS_OWN.sub(toned, drawn)


def _part(package: ZipFile, name: str) -> etree._Element:
    try:
        with package.open(name) as file:
            text = file.read(MOST_OF_A_PART + 1)
    except KeyError:
        raise NoTemplate("it is no PowerPoint file: a part of it is missing") from None
    if len(text) > MOST_OF_A_PART:
        raise NoTemplate("a part of it is far larger than any theme is")
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise NoTemplate("a part of it declares entities, as no PowerPoint file does")
    try:
        return etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError:
        raise NoTemplate("a part of it cannot be read") from None


def _led_to(package: ZipFile, name: str, wanted: object) -> str:
    """The part to which another leads by the first relation that is wanted."""
    relations = _part(package, join(dirname(name), "_rels", f"{name.rpartition('/')[2]}.rels"))
    targets = [str(one.get("Target")) for one in relations if wanted(one)]  # type: ignore[operator]
    if not targets:
        raise NoTemplate("it has no theme")
    return targets[0].lstrip("/") if targets[0].startswith("/") else normpath(join(dirname(name), targets[0]))


def _theme(theme: etree._Element, master: etree._Element) -> Theme:
    found = theme.find(f".//{MAIN}clrScheme")
    given = {} if found is None else {etree.QName(place).localname: _value(place) for place in found}
    if any(not given.get(place) for place in SCHEME):
        raise NoTemplate("its theme does not name the twelve colours of a scheme")
    mapped = master.find(f"{PRESENTATION}clrMap")
    uses = {use: given[_place(mapped, use)] for use in USES}
    fonts = (theme.find(f".//{MAIN}{kind}Font/{MAIN}latin") for kind in ("major", "minor"))
    return Theme(_readable(given, uses, _ground(master, mapped, given) or uses["bg1"]), *map(_font, fonts))


def _readable(given: dict[str, str], uses: dict[str, str], ground: str) -> dict[str, str]:
    """The scheme with its ground as the slides have it, and every colour of words readable on it."""
    inks = (uses["tx1"], given["dk1"], given["lt1"], SCHEME["dk1"], "#FFFFFF")
    ink = next(
        (one for one in inks if contrast(one, ground) >= EVERYDAY), max(inks, key=lambda one: contrast(one, ground))
    )
    band = uses["bg2"]
    if contrast(ink, band) < TEXT or contrast(ground, band) > FAR_APART:
        band = mixed(ground, ink, BAND)
    quiet = (uses["tx2"], *(mixed(ink, ground, share) for share in QUIET))
    second = next((one for one in quiet if contrast(one, ground) >= TEXT and contrast(one, band) >= TEXT), ink)
    told = {place: readable(given[place], band, ink) for place in SCHEME}
    told = {place: readable(colour, ground, ink) for place, colour in told.items()}
    return told | {"dk1": ink, "lt1": ground, "dk2": second, "lt2": band}


def _ground(master: etree._Element, mapped: etree._Element | None, given: dict[str, str]) -> str:
    """The plain colour behind the slides; empty where it is a picture or changes from place to place."""
    behind = master.find(f"{PRESENTATION}cSld/{PRESENTATION}bg")
    if behind is None:
        return ""
    plain = chain(behind.iterfind(f"{PRESENTATION}bgPr/{MAIN}solidFill/*"), behind.iterfind(f"{PRESENTATION}bgRef/*"))
    for colour in plain:
        value = colour.get("val", "")
        if etree.QName(colour).localname == "srgbClr" and HEX.fullmatch(value):
            return f"#{value.upper()}"
        if etree.QName(colour).localname == "schemeClr":
            return given.get(_place(mapped, value), "")
    return ""


def _place(mapped: etree._Element | None, use: str) -> str:
    """The place of the scheme to which a master leads a use."""
    place = mapped.get(use, "") if mapped is not None else ""
    return place if place in SCHEME else USES.get(use, use)


def _value(place: etree._Element) -> str:
    """The hex colour that stands in a place; empty where it is written in a way of its own."""
    for colour in place:
        value = colour.get("lastClr") or colour.get("val") or ""
        if HEX.fullmatch(value):
            return f"#{value.upper()}"
    return ""


def _font(latin: etree._Element | None) -> str:
    name = "" if latin is None else latin.get("typeface", "").strip()
    return name if name.isprintable() and 0 < len(name) <= LONGEST_FONT and name[0] not in "+@" else ""
