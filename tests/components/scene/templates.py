"""Templates of users, made by hand: other colours and fonts, 4:3, a dark ground, and files that are none."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from pptx import Presentation
from pptx.util import Inches

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
DARK = {"dk1": "FFFFFF", "lt1": "0B1020", "dk2": "C0C8D8", "lt2": "1B2340", "accent1": "1F3B73", "accent2": "7A1F1F"}


def template(colours: dict[str, str], font: str = "Georgia", wide: bool = True) -> bytes:
    """A .pptx as PowerPoint saves one, its theme in other colours and with another font; 4:3 unless it is wide."""
    deck = Presentation()  # which is 4:3
    if wide:
        deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    file = BytesIO()
    deck.save(file)
    return changed(file.getvalue(), lambda theme: _themed(theme, colours, font))


def _themed(theme: bytes, colours: dict[str, str], font: str) -> bytes:
    root = etree.fromstring(theme)
    for place, value in colours.items():
        (held,) = root.iter(f"{{{DRAWING}}}{place}")
        for colour in held:
            held.remove(colour)
        etree.SubElement(held, f"{{{DRAWING}}}srgbClr", val=value)
    for kind in ("major", "minor"):
        (held,) = root.iter(f"{{{DRAWING}}}{kind}Font")
        held.find(f"{{{DRAWING}}}latin").set("typeface", font)
    return bytes(etree.tostring(root))


def changed(package: bytes, change: object, part: str = "ppt/theme/theme1.xml") -> bytes:
    """The same file with one of its parts changed; without it where nothing is left of it."""
    file = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            content = change(content) if name == part else content  # type: ignore[operator]
            if content:
                new.writestr(name, content)
    return file.getvalue()
