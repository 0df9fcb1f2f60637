"""How much room words take: lines, heights, and what is cut, by hand from the widths of Arial's letters."""

import pytest

from components.scene.text import cut, headline, height, inches, lines, paged
from components.scene.things import Run


def test_ten_figures_of_72_points_are_as_many_times_their_width() -> None:
    assert inches("0123456789", 72) == pytest.approx(5.6)
    assert inches("0123456789", 72, bold=True) == pytest.approx(6.048)


def test_a_wide_letter_is_as_wide_as_it_is_high_and_an_accent_has_no_width() -> None:
    assert inches("소", 72) == pytest.approx(1.0)
    assert inches("e\u0301", 72) == inches("e", 72)


def test_words_are_laid_into_lines_between_the_insets() -> None:
    assert lines("salt salt salt", 1.2, 14) == ["salt salt salt"]
    assert lines("salt salt salt", 0.9, 14) == ["salt salt", "salt"]


def test_a_line_break_begins_a_line_and_an_empty_line_stays() -> None:
    assert lines("salt\n\nof the Vale", 5, 14) == ["salt", "", "of the Vale"]


def test_a_box_as_wide_as_its_words_holds_them() -> None:
    words = "more than twice the annual cap"
    assert lines(words, inches(words, 26, bold=True) + 0.1, 26, bold=True) == [words]


def test_between_wide_letters_a_line_may_end() -> None:
    assert lines("소금소금소금", 0.5, 14) == ["소금", "소금", "소금"]


def test_a_word_longer_than_a_line_begins_its_own_and_is_broken_at_a_stroke_or_anywhere() -> None:
    assert lines("at http://example.invalid/salt here", 1.2, 14) == [
        "at",
        "http://",
        "example.inva",
        "lid/salt here",
    ]


def test_a_box_is_as_high_as_its_lines_and_insets() -> None:
    paragraphs = ((Run("salt salt salt"),), (Run("Vale", points=28.0),))
    assert height(paragraphs, 0.9, 14) == pytest.approx(0.1 + 2 * 14 * 1.2 / 72 + 28 * 1.2 / 72)


def test_a_text_that_fits_is_whole() -> None:
    assert cut("salt  of the\nVale", 5, 14, 1) == "salt of the Vale"


@pytest.mark.parametrize("most", [1, 2, 3])
def test_a_text_is_cut_to_its_lines_and_says_so(most: int) -> None:
    words = cut("salt of the Upper Vale " * 20, 2, 14, most)
    assert words.endswith("…")
    assert len(lines(words, 2, 14)) == most


def test_a_headline_is_the_longest_sentence_that_fits() -> None:
    assert headline("S" * 56, "Salt is above the cap.") == "Salt is above the cap"
    assert len(headline("salt " * 30)) <= 55


def test_rows_go_on_when_a_page_is_full() -> None:
    assert paged("abcd", [1, 1, 1, 5], 2) == [["a", "b"], ["c"], ["d"]]
    assert paged("", [], 2) == [[]]
