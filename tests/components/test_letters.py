"""How wide letters are, where texts are cut, and which parts of them stand apart because they run leftward."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.letters import cut, isolated, pieces, width, wrapped

ARABIC = "“أكثر من مليون برميل” عبر ميناء"
MIXED = st.text(alphabet='ab 1“”"«»\n북油éא\u0301أ٤,.()', max_size=40)


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("oil", 3),
        ("석유", 4),
        ("石油", 4),
        ("é", 1),
        (normalize("NFD", "é석"), 3),
        ("نفط", 3),
        ("نِفط", 3),
        ("a\u2060b", 2),
    ],
)
def test_letters_of_east_asia_are_two_wide_and_marks_none(text: str, wide: int) -> None:
    assert width(text) == wide


@pytest.mark.parametrize(
    ("text", "most", "shorter"),
    [
        ("Over 40 trips", 13, "Over 40 trips"),
        ("Over 40 trips", 12, "Over 40…"),
        ("유조선이 항구를 떠났다", 12, "유조선이…"),
        ("多艘朝鲜油轮", 9, "多艘朝鲜…"),
        (normalize("NFD", "항구"), 3, normalize("NFD", "항") + "…"),
    ],
)
def test_a_text_is_cut_by_its_width_and_no_letter_loses_its_marks(text: str, most: int, shorter: str) -> None:
    assert cut(text, most) == shorter


@pytest.mark.parametrize(
    ("text", "most", "lines"),
    [
        ("over one million", 8, ["over one", "million"]),
        ("多艘朝鲜油轮返回“清津港”和南浦港", 10, ["多艘朝鲜油", "轮返回“清", "津港”和南", "浦港"]),
        ("유조선 40척", 6, ["유조선", "40척"]),
        ("", 8, []),
    ],
)
def test_lines_break_between_wide_letters_but_not_behind_an_opening_mark(
    text: str, most: int, lines: list[str]
) -> None:
    assert wrapped(text, most) == lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("over 40 trips", "over 40 trips"),
        ("석유 «нефть»", "석유 «нефть»"),
        (ARABIC, f"\u2068{ARABIC}\u2069"),
        (f" {ARABIC} ", f" \u2068{ARABIC}\u2069 "),
        ("A says “من ٤٠ مرة” [A01]", "A says “\u2068من ٤٠ مرة\u2069” [A01]"),
        ("says “من”, “מן” 20", "says “\u2068من\u2069”, “\u2068מן\u2069” 20"),
        ("oil (نفط 5), 石油", "oil (\u2068نفط 5\u2069), 石油"),
        ("one\nנפט", "one\n\u2068נפט\u2069"),
    ],
)
def test_what_runs_leftward_stands_apart_with_its_marks_and_numbers(text: str, shown: str) -> None:
    assert isolated(text) == shown
    assert isolated(shown) == shown


@given(MIXED)
def test_the_pieces_of_a_text_are_the_text(text: str) -> None:
    assert "".join(piece.text for piece in pieces(text)) == text


@given(MIXED, st.integers(4, 30))
def test_lines_and_what_is_cut_are_never_wider_than_asked_for_and_no_letter_is_lost(text: str, most: int) -> None:
    lines = wrapped(text, most)
    assert all(width(line) <= most for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert width(cut(text, most)) <= most
