"""How much room words take: lines, heights, and what is cut, by hand from the widths of Arial's and Inter's letters."""

import pytest

from components.scene.text import broken, cut, ems, fitted, headline, height, inches, lines, paged, widest
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


def test_in_inter_ten_figures_take_six_type_sizes_where_arial_takes_five_and_a_half() -> None:
    assert ems("0123456789") == pytest.approx(6.06)
    assert ems("0123456789", bold=True) == pytest.approx(6.363)
    assert ems("0123456789", face="Arial") == pytest.approx(5.6)


@pytest.mark.parametrize(
    ("text", "wide"), [("盐业", 2.0), ("소금", 2.0), ("しお", 2.0), ("e\u0301", 0.6), ("\u00a0", 0.29)]
)
def test_every_script_has_the_width_it_is_drawn_with(text: str, wide: float) -> None:
    assert ems(text) == pytest.approx(wide)


def test_a_name_is_cut_to_the_room_it_has_whatever_its_script() -> None:
    assert fitted("上谷地盐业运输公司", 9) == "上谷地盐业运输公司"
    assert fitted("上谷地盐业运输公司", 5) == "上谷地盐…"
    assert fitted("소금 창고", 3) == "소금…"
    assert fitted("Upper Vale", 4) == "Upper…"


def test_lines_are_as_long_as_their_room_and_the_last_of_too_many_is_cut() -> None:
    assert broken("上谷地盐业运输公司", 4) == ["上谷地盐", "业运输公", "司"]
    assert broken("上谷地盐业运输公司", 4, most=2) == ["上谷地盐", "业运输…"]
    assert broken("salt of\tthe Upper  Vale", 5.4) == ["salt of the", "Upper Vale"]
    assert broken(" ", 5) == []


def test_at_a_space_that_binds_no_line_ends() -> None:
    assert broken("in 99\u00a0of\u00a0100 runs", 5.5) == ["in", "99\u00a0of\u00a0100", "runs"]
    assert widest("in 99\u00a0of\u00a0100 runs") == ems("99\u00a0of\u00a0100")
