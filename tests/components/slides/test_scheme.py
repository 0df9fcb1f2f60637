"""The colours of a deck: what stands in its scheme is asked for by place, so that another scheme recolours the deck."""

from functools import cache
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from components.scene.native.scheme import coloured, solid
from components.slides.deck import deck
from tests.components.slides.views import BRIEFED, view_named

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PRESENTATION = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
SCHEME = {
    "dk1": "17212B", "lt1": "FFFFFF", "dk2": "4A5867", "lt2": "F5F7F9", "accent1": "0B62A4", "accent2": "B3381A",
    "accent3": "7B3F98", "accent4": "8A5A00", "accent5": "1F7A4D", "accent6": "0F6E78", "hlink": "0B62A4",
    "folHlink": "7B3F98",
}  # fmt: skip


@cache
def parts(case: str) -> dict[str, ElementTree.Element]:
    package = ZipFile(BytesIO(deck(view_named(case))))
    return {name: ElementTree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".xml")}


def asked(case: str, tag: str) -> set[str]:
    """The values of all colours of a kind in a deck, its theme left out."""
    return {
        colour.get("val", "")
        for name, root in parts(case).items()
        if "/theme/" not in name
        for colour in root.iter(f"{DRAWING}{tag}")
    }


def test_the_scheme_of_a_deck_is_the_palette() -> None:
    (scheme,) = parts("own")["ppt/theme/theme1.xml"].iter(f"{DRAWING}clrScheme")
    assert {place.tag.removeprefix(DRAWING): place[0].get("val") for place in scheme} == SCHEME


@pytest.mark.parametrize("case", BRIEFED)
def test_no_object_names_the_value_of_a_colour_that_is_in_the_scheme(case: str) -> None:
    assert asked(case, "srgbClr") & set(SCHEME.values()) == set()


@pytest.mark.parametrize("case", ["own with the record", "second case"])
def test_every_place_that_is_asked_for_is_one_of_the_scheme(case: str) -> None:
    (mapped,) = parts(case)["ppt/slideMasters/slideMaster1.xml"].iter(f"{PRESENTATION}clrMap")
    assert set(mapped.attrib.values()) == set(SCHEME)
    assert asked(case, "schemeClr") <= set(mapped.attrib) | {"phClr"}
    assert {"tx1", "tx2", "bg1", "accent1", "accent2"} <= asked(case, "schemeClr")


@pytest.mark.parametrize(
    ("colour", "xml"),
    [
        ("#17212B", '<a:schemeClr val="tx1"/>'),
        ("#FFFFFF", '<a:schemeClr val="bg1"/>'),
        ("#4A5867", '<a:schemeClr val="tx2"/>'),
        ("#0B62A4", '<a:schemeClr val="accent1"/>'),
        ("#B3381A", '<a:schemeClr val="accent2"/>'),
        ("#7B3F98", '<a:schemeClr val="accent3"/>'),
        ("#0F6E78", '<a:schemeClr val="accent6"/>'),
        ("#DCE3EA", '<a:schemeClr val="tx2"><a:alpha val="19000"/></a:schemeClr>'),
        ("#FBEAE4", '<a:schemeClr val="accent2"><a:alpha val="11000"/></a:schemeClr>'),
        ("#123456", '<a:srgbClr val="123456"/>'),
    ],
)
def test_a_colour_goes_by_its_place_or_by_its_value(colour: str, xml: str) -> None:
    assert coloured(colour) == xml


def test_a_colour_of_the_scheme_can_be_seen_through() -> None:
    assert solid("#B3381A", 0.4) == (
        '<a:solidFill><a:schemeClr val="accent2"><a:alpha val="40000"/></a:schemeClr></a:solidFill>'
    )
