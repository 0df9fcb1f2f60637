"""A newer version of a text: what is taken over unasked, and what never is."""

import re
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import NamedTuple

import pytest

from data.intake.reanchor import Moved, reanchored
from data.models.evidence import Claim, Document
from data.reading.seeds import read_evidence

EVIDENCE = read_evidence()
TEXT = (
    "Port, Monday.\nIn March 2031 the office counted over 40 barges, most of them laden with salt. "
    "“Nobody told us to stop,” the master said.\nThe office may close in June. Salt left, and salt came.\n"
)


def document(text: str, language: str = "en") -> Document:
    return Document.model_construct(id="port", label="P", language=language, text=text)


def claim(quote: str, text: str = TEXT, nth: int = 0, **more: str) -> Claim:
    start = [found.start() for found in re.finditer(re.escape(quote), text)][nth]
    given = {"date": None, "date_words": "", "value_words": ""} | more
    return Claim.model_construct(id="P01", quote=quote, start=start, end=start + len(quote), **given)  # type: ignore[arg-type]


def told(one: Claim, new: str, old: str = TEXT, language: str = "en") -> Moved:
    (moved,) = reanchored(document(old, language), [one], new)
    return moved


def test_what_stands_where_it_stood_is_in_the_same_place_and_what_was_pushed_on_has_moved() -> None:
    one = claim("The office may close in June")
    assert told(one, TEXT + "More.\n").verdict == "same place"
    moved = told(one, "A line before.\n" + TEXT)
    assert moved.anchor
    assert (moved.verdict, moved.anchor.start, moved.anchor.quote) == ("moved", one.start + 15, one.quote)
    assert moved.unasked


@pytest.mark.parametrize(
    ("old", "new", "differs"),
    [
        ("over 40 barges", "over 60 barges", ("number",)),
        ("over 40 barges", "over forty-one barges", ("number",)),
        ("over 40 barges", "under 40 barges", ("number",)),
        ("over 40 barges", "over 40 ships", ("number",)),
        ("In March", "In May", ("date",)),
        ("most of them", "some of them", ("denial or quantity",)),
        ("office counted", "office never counted", ("denial or quantity",)),
        ("office counted", "office reportedly counted", ("doubt",)),
        ("office counted", "office noted", ("words",)),
    ],
)
def test_other_words_are_proposed_as_changed_and_say_what_differs(old: str, new: str, differs: tuple[str]) -> None:
    one = claim("In March 2031 the office counted over 40 barges, most of them laden with salt")
    moved = told(one, TEXT.replace(old, new))
    assert (moved.verdict, moved.differs, moved.unasked) == ("changed", differs, False)


@pytest.mark.parametrize(
    ("quote", "old", "new", "differs"),
    [
        ("40 barges", "over 40", "under 40", ("number beside the quote",)),
        ("laden with salt", "the office", "not even the office", ("denial or quantity beside the quote",)),
        ("laden with salt", "most of them", "none of them", ("denial or quantity beside the quote",)),
    ],
)
def test_what_changes_beside_a_quote_changes_the_claim(quote: str, old: str, new: str, differs: tuple[str]) -> None:
    moved = told(claim(quote), TEXT.replace(old, new))
    assert (moved.verdict, moved.differs) == ("changed", differs)


def test_a_date_that_its_own_words_no_longer_give_changes_the_claim() -> None:
    one = claim("counted over 40 barges", date="2031-03", date_words="In March 2031")
    assert told(one, TEXT.replace("In March", "In April")).differs == ("date beside the quote",)
    without = claim("laden with salt")
    assert told(without, TEXT.replace("In March", "In April")).unasked


def test_another_shape_of_marks_and_blanks_is_told_and_not_taken_over() -> None:
    one = claim("“Nobody told us to stop,”")
    moved = told(one, TEXT.replace("“Nobody told us to", '"Nobody told  us to').replace(",”", ',"'))
    assert moved.anchor
    assert (moved.verdict, moved.anchor.quote, moved.unasked) == ("other marks", '"Nobody told  us to stop,"', False)


def test_what_is_not_there_any_more_is_gone() -> None:
    assert told(claim("“Nobody told us to stop,” the master said"), "Port, Monday.\n")[1:] == ("gone", None, ())


def test_of_words_that_stand_twice_the_same_ones_are_meant_or_nobody_is_sure() -> None:
    second = claim("salt", nth=1)
    moved = told(second, TEXT.replace("Port, Monday.", "Port, Sunday."))
    assert moved.anchor
    assert (moved.verdict, moved.anchor.start) == ("same place", second.start)
    assert not told(second, "Salt went, some salt too. It was no good salt.").unasked


@pytest.mark.parametrize(
    ("language", "old", "quote", "new"),
    [
        ("ko", "지난해 소금 100만 통이 왔다.", "100만 통이 왔다", "지난해 소금 90만 통이 왔다."),
        ("ru", "Порт принял более сорока судов за год.", "сорока судов", "Порт принял менее сорока судов за год."),
        ("zh", "港口去年没有收到盐。", "收到盐", "港口去年收到盐。"),
        ("de", "Alle Schiffe kamen im März an.", "Schiffe kamen", "Einige Schiffe kamen im März an."),
    ],
)
def test_no_language_hides_a_change(language: str, old: str, quote: str, new: str) -> None:
    assert told(claim(quote, old), new, old, language).verdict == "changed"


class Edit(NamedTuple):
    """A stretch of the old text and what stands there now; `telling`: number, operator, unit, date or denial."""

    start: int
    end: int
    words: str
    telling: bool


TELLING = {
    r"\b40\b": "60", r"\bone million\b": "two million", r"\b500,000\b": "50,000", r"\b10,000\b": "1,000",
    r"\bover\b": "under", r"\bup to\b": "at least", r"\bbarrels\b": "tonnes", r"\btrips\b": "ships",
    r"\beight months\b": "nine months", r"\bMarch 2024\b": "May 2024", r"\bJune\b": "July", r"\bhas\b": "has not",
    r"\bhave\b": "have never", r"\bnumerous\b": "few", r"\bnot\b": "", r"\bannually\b": "monthly",
    r"\btwo\b": "three", r"\bthis year\b": "last year", r"\bpossibly\b": "", r"\ball\b": "some",
}  # fmt: skip
HARMLESS = {
    r"\n": "\n\n", r"\. (?=[A-Z])": ".  ", r"\n(?=[A-Z])": "\nAn editor has added this line.\n", r"’": "'",
    r"\bmilitary\b": "armed", r"\bgrowing\b": "rising",
}  # fmt: skip


def edits_of(text: str, draw: Random) -> list[Edit]:
    """One to three edits that do not touch each other, the last first."""
    found: list[Edit] = []
    for _ in range(draw.randint(1, 3)):
        telling = draw.random() < 0.6
        pattern, words = draw.choice(sorted((TELLING if telling else HARMLESS).items()))
        places = [match.span() for match in re.finditer(pattern, text)]
        if not places:
            continue
        start, end = draw.choice(places)
        if all(end < other.start or start > other.end for other in found):
            found.append(Edit(start, end, words, telling))
    return sorted(found, reverse=True)


@cache
def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    begun = max((found.end() for found in re.finditer(r"[.\n]", text[:start])), default=0)
    closing = re.search(r"[.\n]", text[end:])
    return begun, end + closing.end() if closing else len(text)


def bears_on(edit: Edit, one: Claim) -> bool:
    """True for an edit in the quote, and for one of an operator or a denial right beside it."""
    if edit.words in ("under", "at least", "has not", "have never", ""):
        return edit.start <= one.end + 1 and edit.end >= one.start - 1
    return edit.start < one.end and edit.end > one.start


def judged(moved: tuple[Moved, ...], edits: list[Edit], old: str, new: str) -> Iterator[tuple[bool, bool]]:
    """For each claim that no edit comes near whether it was kept; fails where a telling edit in a quote went unseen."""
    for one in moved:
        inside = [edit for edit in edits if bears_on(edit, one.claim)]
        if one.unasked:
            assert not any(edit.telling for edit in inside), (one, edits)
            assert one.anchor
            assert new[one.anchor.start : one.anchor.end] == one.claim.quote
        begun, end = sentence_around(old, one.claim.start, one.claim.end)
        near = any(edit.start <= end and edit.end >= begun for edit in edits)
        yield not near, one.unasked


def test_of_500_edited_texts_no_changed_claim_is_taken_over_and_the_untouched_are_kept() -> None:
    draw = Random(13)
    untouched = kept = 0
    for number in range(500):
        old = EVIDENCE.documents[number % 2]
        edits, new = edits_of(old.text, draw), old.text
        for edit in edits:
            new = new[: edit.start] + edit.words + new[edit.end :]
        moved = reanchored(old, EVIDENCE.claims_of(old.id), new)
        for free, taken in judged(moved, edits, old.text, new):
            untouched, kept = untouched + free, kept + (free and taken)
    assert untouched > 10_000
    assert kept >= untouched * 0.95
