"""Where words stand in a text, which ends a quote may have, and the keys that pin it."""

import unicodedata
from random import Random

import pytest

from data.intake.anchor import Anchor, NoPlace, anchored, one_word_less, one_word_more, places_of, sound_ends
from data.texts.quotes import Span, nearest

TEXT = "Barges made over 1,000 trips (“the trips”) to Port\u00a0Ansel.\r\nNon-refined ore left on 2031-06-14, by night."
KOREAN = "북한은 지난해 100만 배럴의 석유를 받았다."
PIECES = (
    "barges ", "salt", " over 40 trips", "1,000 t", "\u00a0", "\r\n", "\n", " ", "👩‍👧", "🚢", "🏽", "구리 ",
    "100만 배럴의 ", unicodedata.normalize("NFD", "항구 "), "e\u0301te\u0301 ", "été", "“quoted”", "—", "’s ", "𝔘𝔫𝔦",
    "三四十艘", "الف ", "ß", "ﬁ", ". ", "non-refined ", "2031-06-14", "İ", "can't ", "x\u0301\u0323",
)  # fmt: skip


def place(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def test_an_anchor_has_the_words_and_up_to_32_characters_on_either_side() -> None:
    start, end = place("over 1,000 trips")
    assert anchored(TEXT, start, end) == Anchor(
        12, 28, "over 1,000 trips", "Barges made ", " (“the trips”) to Port\u00a0Ansel.\r\nN"
    )


def test_places_are_code_points_behind_signs_that_browsers_count_twice() -> None:
    assert anchored("🚢👩‍👧 salt", 5, 9).quote == "salt"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3), (0, 999), (6, 7)])
def test_no_words_are_no_place(start: int, end: int) -> None:
    with pytest.raises(NoPlace):
        anchored("Barges sail.", start, end)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("THE  trips", ["the trips"]),
        ("1000 trips", ["1,000 trips"]),
        ('"the trips"', ["“the trips”"]),
        ("port ansel. non", ["Port\u00a0Ansel.\r\nNon"]),
        ("trip", ["trip", "trip"]),
        (" ", []),
        ("forty trips", []),
    ],
)
def test_words_are_found_whatever_their_case_blanks_and_marks(words: str, found: list[str]) -> None:
    assert [TEXT[slice(*one)] for one in places_of(TEXT, words)] == found


def test_composed_words_are_found_in_a_decomposed_text_and_never_half_a_syllable() -> None:
    text = unicodedata.normalize("NFD", "강이 가")
    assert places_of(text, "강") == ((0, 3),)
    assert places_of(text, "가") == ((6, 8),)  # 강 begins with the same two letters


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("trip", "trips"),
        ("000 trips", "1,000 trips"),
        ("refined ore", "Non-refined ore"),
        ("06", "2031-06-14"),
        (" over 1,000 ", "over 1,000"),
        ("Ansel.\r", "Ansel."),
    ],
)
def test_ends_inside_a_word_number_or_date_grow_to_the_whole(words: str, whole: str) -> None:
    assert TEXT[slice(*sound_ends(TEXT, *place(words)))] == whole


def test_an_end_before_a_particle_is_sound_and_one_inside_a_numeral_is_not() -> None:
    assert sound_ends(KOREAN, *place("100만 배럴", KOREAN), "ko") == place("100만 배럴", KOREAN)
    assert sound_ends(KOREAN, *place("100", KOREAN), "ko") == place("100만", KOREAN)


def test_an_end_between_the_parts_of_one_sign_grows_to_the_sign() -> None:
    assert sound_ends("👩‍👧 sail", 0, 1) == (0, 3)


def test_a_place_grows_and_shrinks_by_a_word_at_either_side() -> None:
    start, end = place("1,000 trips")
    assert one_word_more(TEXT, start, end, "start") == place("over 1,000 trips")
    assert one_word_more(TEXT, start, end, "end") == place("1,000 trips (“the")
    assert one_word_less(TEXT, *place("over 1,000 trips"), "end") == place("over 1,000")
    assert one_word_less(TEXT, *place("over 1,000 trips"), "start") == place("1,000 trips")


def test_a_word_more_or_less_never_ends_inside_a_number() -> None:
    text = "It took 1 000 000 tonnes."
    assert one_word_more(text, 3, 7, "end") == (3, 17)
    assert one_word_less(text, 3, 17, "end") == (3, 7)


def test_at_the_end_of_a_text_and_with_one_word_left_a_place_stays() -> None:
    assert one_word_more("Salt came.", 0, 9, "start") == (0, 9)
    assert one_word_more("Salt came.", 0, 9, "end") == (0, 9)
    assert one_word_less("Salt came.", 0, 4, "end") == (0, 4)


def test_in_a_script_without_spaces_a_word_is_a_sign() -> None:
    assert one_word_more("船到港口了", 0, 1, "end", "zh") == (0, 2)


def random_text(draw: Random) -> str:
    return f"begin {''.join(draw.choice(PIECES) for _ in range(draw.randint(4, 40)))} end"


def random_place(draw: Random, text: str) -> tuple[int, int]:
    start = draw.randrange(len(text) - 1)
    return start, draw.randint(start + 1, min(len(text), start + 60))


def test_every_place_of_a_thousand_texts_is_kept_exactly_and_found_again() -> None:
    draw = Random(13)
    for _ in range(1_000):
        text = random_text(draw)
        start, end = random_place(draw, text)
        if not text[start:end].strip():
            continue
        pinned = anchored(text, start, end)
        assert (pinned.start, pinned.end, pinned.quote) == (start, end, text[start:end])
        assert (len(pinned.prefix), len(pinned.suffix)) == (min(32, start), min(32, len(text) - end))
        whole = pinned.prefix + pinned.quote + pinned.suffix
        assert text.find(whole) == start - len(pinned.prefix) == text.rfind(whole)
        assert nearest(pinned.quote, text, start) == Span(start, end)


def test_sound_places_of_random_texts_are_found_by_their_words_and_stay_in_order_when_they_grow() -> None:
    draw = Random(14)
    for _ in range(100):
        text = random_text(draw)
        start, end = sound_ends(text, *random_place(draw, text))
        if start == end:  # nothing but blanks
            continue
        assert sound_ends(text, start, end) == (start, end)
        assert (start, end) in places_of(text, text[start:end])
        more, less = one_word_more(text, start, end, "end"), one_word_less(text, start, end, "start")
        assert more[0] == start <= less[0] < less[1] == end <= more[1]
