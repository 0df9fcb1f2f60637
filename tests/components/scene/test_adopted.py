"""A user's own template: its colours and fonts recolour the deck, words stay readable, and nothing else is taken."""

from collections.abc import Callable
from io import BytesIO
from itertools import combinations
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from pptx import Presentation

from components.scene.native.adopted import MOST_OF_A_PART, NoTemplate, theme_of
from components.scene.native.tones import contrast, readable
from components.scene.text import inches, lines, set_wider
from components.slides.deck import deck
from tests.components.scene.templates import DARK, DRAWING, changed, template
from tests.components.slides.views import view_named

PLAIN = {"dk1": "101010", "lt1": "FFFFFF", "accent1": "00537F", "accent2": "9A2A00"}
MASTER = "ppt/slideMasters/slideMaster1.xml"


def scheme_in(content: bytes) -> dict[str, str]:
    theme = ElementTree.fromstring(ZipFile(BytesIO(content)).read("ppt/theme/theme1.xml"))
    (scheme,) = theme.iter(f"{{{DRAWING}}}clrScheme")
    return {place.tag.rpartition("}")[2]: place[0].get("val", "") for place in scheme}


def test_the_colours_and_fonts_of_a_template_are_those_of_the_deck() -> None:
    made = deck(view_named("second case"), ("room",), template(PLAIN))
    assert {place: scheme_in(made)[place] for place in PLAIN} == PLAIN
    theme = ZipFile(BytesIO(made)).read("ppt/theme/theme1.xml").decode()
    assert theme.count('<a:latin typeface="Georgia"/>') == 2


def test_a_template_gives_nothing_but_colours_and_fonts() -> None:
    view = view_named("second case")
    own, made = (ZipFile(BytesIO(deck(view, ("room",), given))) for given in (b"", template(PLAIN)))
    assert sorted(made.namelist()) == sorted(own.namelist())


@pytest.mark.parametrize("wide", [True, False])
def test_a_deck_stays_16_to_9_whatever_its_template_is(wide: bool) -> None:
    file = Presentation(BytesIO(deck(view_named("second case"), ("room",), template(PLAIN, wide=wide))))
    assert (file.slide_width, file.slide_height) == (12_192_000, 6_858_000)


def test_words_are_readable_on_a_dark_ground() -> None:
    scheme = theme_of(template(DARK, wide=False)).scheme
    assert (scheme["lt1"], scheme["dk1"]) == ("#0B1020", "#FFFFFF")
    words = [place for place in scheme if place not in ("lt1", "lt2")]
    assert [place for place in words if contrast(scheme[place], scheme["lt1"]) < 4.5] == []
    assert [place for place in words if contrast(scheme[place], scheme["lt2"]) < 4] == []


@pytest.mark.parametrize(
    ("behind", "ground"),
    [
        ('<p:bgPr><a:solidFill><a:srgbClr val="102030"/></a:solidFill><a:effectLst/></p:bgPr>', "#102030"),
        ('<p:bgRef idx="1001"><a:schemeClr val="tx1"/></p:bgRef>', "#101010"),
        ('<p:bgPr><a:gradFill><a:gsLst/></a:gradFill><a:effectLst/></p:bgPr>', "#FFFFFF"),
    ],
)  # fmt: skip
def test_the_ground_is_that_of_the_slide_master(behind: str, ground: str) -> None:
    def grounded(master: bytes) -> bytes:
        start, end = master.index(b"<p:bg>"), master.index(b"</p:bg>")
        return master[:start] + b"<p:bg>" + behind.encode() + master[end:]

    scheme = theme_of(changed(template(PLAIN), grounded, MASTER)).scheme
    assert scheme["lt1"] == ground
    assert contrast(scheme["dk1"], ground) >= 7


def test_slides_are_measured_for_a_font_that_may_be_wide() -> None:
    assert theme_of(template(PLAIN, font="Verdana")).wider == 1.2
    assert theme_of(template(PLAIN, font="Calibri")).wider == 1.0
    before, told = inches("Salt of the Upper Vale", 18), lines("Salt of the Upper Vale", 2.8, 18)
    with set_wider(1.2):
        assert inches("Salt of the Upper Vale", 18) == pytest.approx(1.2 * before)
        assert lines("Salt of the Upper Vale", 2.4, 18) != told == ["Salt of the Upper Vale"]
    assert inches("Salt of the Upper Vale", 18) == before


def bomb(_: bytes) -> bytes:
    return b"<a>" + b" " * (MOST_OF_A_PART + 1) + b"</a>"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (lambda: b"", "it is no PowerPoint file, or a damaged one"),
        (lambda: b"<html>no deck</html>", "it is no PowerPoint file, or a damaged one"),
        (lambda: template(PLAIN)[:5_000], "it is no PowerPoint file, or a damaged one"),
        (lambda: changed(template(PLAIN), lambda _: b"", "ppt/presentation.xml"), "a part of it is missing"),
        (lambda: changed(template(PLAIN), lambda _: b"", MASTER), "a part of it is missing"),
        (lambda: changed(template(PLAIN), lambda _: b"<a>"), "a part of it cannot be read"),
        (lambda: changed(template(PLAIN), lambda _: b"<a/>"), "its theme does not name the twelve colours"),
        (lambda: changed(template(PLAIN), bomb), "far larger than any theme is"),
        (
            lambda: changed(
                template(PLAIN), lambda old: b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + old
            ),
            "declares entities",
        ),
        (
            lambda: changed(
                template(PLAIN),
                lambda old: old.replace(b"../theme/theme1.xml", b"../../../../etc/passwd"),
                "ppt/slideMasters/_rels/slideMaster1.xml.rels",
            ),
            "a part of it is missing",
        ),
    ],
)
def test_a_file_from_which_nothing_can_be_taken_is_refused_in_a_sentence(
    content: Callable[[], bytes], why: str
) -> None:
    with pytest.raises(NoTemplate, match=why):
        theme_of(content())


def test_a_tone_is_changed_no_more_than_reading_takes() -> None:
    assert readable("#0B62A4", "#FFFFFF", "#17212B") == "#0B62A4"
    toned = [readable(colour, "#0B1020", "#FFFFFF") for colour in ("#1F3B73", "#7A1F1F")]
    assert [contrast(tone, "#0B1020") >= 4.5 for tone in toned] == [True, True]
    assert all(one != other for one, other in combinations([*toned, "#FFFFFF"], 2))
