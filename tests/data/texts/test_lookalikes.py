"""Quotes that only look like the text: told apart, with a remedy that works when it is followed to the letter."""

import hashlib
import re
import unicodedata
from pathlib import Path

import pytest

from data import examine
from data.texts.folds import as_toml, escaped, find_alike, look_the_same
from data.texts.quotes import Span, propose
from tests.cases.edit import plant, write
from tests.cases.salt_case import write_case

SENTENCE = "In 2039 the Upper Vale sold 100 tonnes of salt to the Lower Vale.\n"
QUOTE = "100 tonnes of salt"
EVIDENCE = Path("documents/report-01/evidence.toml")


def case_with(folder: Path, text: str, quote: str) -> Path:
    """A sound case whose text is replaced by one that looks the same; the quote is written as before."""
    write_case(folder, 1)
    write(folder / "documents" / "report-01" / "text.txt", text)
    digest = hashlib.sha256(text.encode()).hexdigest()
    plant(folder / EVIDENCE, hashlib.sha256(SENTENCE.encode()).hexdigest(), digest)
    plant(folder / EVIDENCE, f"quote = '{QUOTE}'", f"quote = '{quote}'")
    return folder


def follow(folder: Path) -> None:
    """Do what the remedies say, to the letter."""
    evidence = (folder / EVIDENCE).read_bytes().decode()
    for problem in examine(folder).problems:
        if found := re.search(r"[Ss]et start = (\d+), end = (\d+)", problem.remedy):
            evidence = re.sub(r"start = \d+\nend = \d+", f"start = {found[1]}\nend = {found[2]}", evidence)
        for line in re.findall(r"(?:this line|line is): ((?:quote|prefix|suffix) = .*)", problem.remedy):
            key = line.partition(" ")[0]
            start = evidence.index(f"\n{key} = ") + 1
            end = evidence.index("\nstart = ", start) if key == "quote" else evidence.index("\n", start)
            evidence = evidence[:start] + line + evidence[end:]
    write(folder / EVIDENCE, evidence)


ALIKE = [
    ("In 2039 the Upper Vale sold 100 tonnes óf salt to the Lower Vale.\n", "100 tonnes o\u0301f salt", "composed"),
    ("In 2039 the Upper Vale sold 100 tonnes o\u0301f salt to the Lower Vale.\n", "100 tonnes óf salt", "decomposed"),
    ("In 2039 the Upper Vale sold 100 tonnes\r\nof salt to the Lower Vale.\n", "''100 tonnes\nof salt''", "CR and LF"),
    ("In 2039 the Upper Vale sold 100\u00a0tonnes of salt to the Lower Vale.\n", QUOTE, "U+00A0 no-break space"),
    ("In 2039 the Upper Vale sold 100\u2009tonnes of salt to the Lower Vale.\n", QUOTE, "U+2009 thin space"),
    ("In 2039 the Upper Vale sold 100 ton\u00adnes of salt to the Lower Vale.\n", QUOTE, "U+00AD soft hyphen"),
    ("In 2039 the Upper Vale sold 100 tonnes of \u200bsalt to the Lower Vale.\n", QUOTE, "U+200B zero width space"),
    ("In 2039 the Upper Vale sold 100 tonnes of\n   salt to the Lower Vale.\n", QUOTE, "U+000A"),
]


@pytest.mark.parametrize(("text", "quote", "named"), ALIKE)
def test_what_looks_the_same_is_named_and_put_right_by_following_the_remedies(
    tmp_path: Path, text: str, quote: str, named: str
) -> None:
    folder = case_with(tmp_path / "made", text, quote)
    problem = examine(folder).problems[0]
    assert problem.place == "claim S01"
    assert named in problem.what
    follow(folder)
    assert [str(one) for one in examine(folder).problems] == []


def test_decomposed_korean_is_found_and_written_with_every_part_spelled_out() -> None:
    text = unicodedata.normalize("NFD", "여름에 유조선이 40여 차례")
    found = propose("유조선이 40여", text, 0)
    assert found is not None
    assert (found.span, found.exact) == (Span(8, 22), False)
    assert as_toml(found.words) == (r'"\u110B\u1172\u110C\u1169\u1109\u1165\u11AB\u110B\u1175 40\u110B\u1167"')


def test_a_place_that_ends_within_a_letter_is_no_place() -> None:
    assert find_alike("가", unicodedata.normalize("NFD", "각 가"), 0) == (4, 6)
    assert find_alike("cafe", unicodedata.normalize("NFD", "café cafe"), 0) == (6, 10)


def test_of_several_places_that_look_alike_the_nearest_is_found() -> None:
    text = "40\u00a0trips, 40\u00a0trips, 40\u00a0trips"
    assert find_alike("40 trips", text, 12) == (10, 18)


def test_full_width_and_arabic_digits_look_like_others_and_are_spelled_out() -> None:
    assert look_the_same("４０ trips", "40 trips")
    assert look_the_same("٤٠ trips", "40 trips")
    assert escaped("４０ trips") == r"\uFF14\uFF10 trips"


def test_a_line_to_copy_is_a_literal_string_where_every_editor_keeps_it() -> None:
    assert as_toml("구리 – “40” barges") == "'구리 – “40” barges'"
    assert as_toml('Putin\'s "empty" \\ tankers\n') == r'"Putin' + "'" + r's \"empty\" \\ tankers\n"'


def test_another_number_never_looks_the_same() -> None:
    assert propose("400 tonnes", "sold 40\u00a0tonnes", 0) is None


def test_prefix_and_suffix_are_held_against_the_place_that_is_proposed(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "made", 1)
    plant(folder / EVIDENCE, "start = 28\nend = 46", "start = 27\nend = 45")
    plant(folder / EVIDENCE, "suffix = ' to the Lower Vale.'", "suffix = ' to the Upper Vale.'")
    problems = examine(folder).problems
    assert [problem.place for problem in problems] == ["claim S01", "claim S01, suffix"]
    assert problems[1].remedy == r'Set suffix to the expected words. The line is: suffix = " to the Lower Vale.\n"'
    follow(folder)
    assert examine(folder).problems == ()
