"""Labels as lines of runs: what is bold, coloured or of another size, and what only looks like markup."""

import pytest

from components.scene.furniture import safe
from components.scene.markup import Piece, lines_of


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("", [[]]),
        ("plain", [[Piece("plain")]]),
        ("<b>Model</b>, 43 trips", [[Piece("Model", bold=True), Piece(", 43 trips")]]),
        ("Feb<br> ", [[Piece("Feb")], [Piece(" ")]]),
        ("one<br><br>three", [[Piece("one")], [], [Piece("three")]]),
        ("<b>two<br>lines</b>", [[Piece("two", bold=True)], [Piece("lines", bold=True)]]),
        ("<b style='color:#0B62A4'>A04</b>  words", [[Piece("A04", True, "#0B62A4"), Piece("  words")]]),
        ("<span style='font-size:12.5px'>small</span>", [[Piece("small", size=12.5)]]),
        (
            "<span style='font-size:9px;color:#112233'>a <b>b</b></span> c",
            [[Piece("a ", False, "#112233", 9.0), Piece("b", True, "#112233", 9.0), Piece(" c")]],
        ),
        ("stray</b> end", [[Piece("stray"), Piece(" end")]]),
    ],
)
def test_markup_is_read_as_lines_of_pieces_of_one_look(markup: str, lines: list[list[Piece]]) -> None:
    assert lines_of(markup) == lines


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "<b>not bold</b>", "R&D &amp; 1 < 2", "&lt;br&gt;"])
def test_words_from_outside_stay_words(text: str) -> None:
    assert lines_of(safe(text)) == [[Piece(text)]]
