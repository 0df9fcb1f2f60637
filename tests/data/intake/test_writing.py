"""A seeds file with an entry more or a key changed: all other bytes stay, and what was written reads as meant."""

from datetime import date
from pathlib import Path

import pytest
import tomli
import tomlkit

from data.intake import writing
from data.intake.writing import NotWritten, key_changed, row_added, row_changed, table_added, toml_file
from tests.cases.second_case import SECOND_CASE

TWO_QUESTIONS = """\
# kept
[[question]]
id = "roads"   # kept too
title = 'Roads'

[[question.cell]]
document = "a"
words = "one"

[[question]]
id = "salt"

[[question.cell]]
document = "a"
words = '''it's'''
"""
CELL = {"document": "b", "claims": ["B01"], "nearby": (), "words": "two “roads”"}
CELL_WRITTEN = '[[question.cell]]\ndocument = "b"\nclaims = ["B01"]\nwords = "two “roads”"\n'


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_cell_goes_behind_the_last_one_of_its_question_and_no_other_byte_changes(end: str) -> None:
    content = TWO_QUESTIONS.replace("\n", end).encode()
    first, second = (table_added(content, ("question", number, "cell"), CELL) for number in (0, 1))
    place = content.index(f'[[question]]{end}id = "salt"'.encode())
    assert first == content[:place] + f"{CELL_WRITTEN}\n".replace("\n", end).encode() + content[place:]
    assert second == content + f"\n{CELL_WRITTEN}".replace("\n", end).encode()


def test_a_question_is_written_with_its_cells() -> None:
    question = {"id": "port", "figure": False, "cell": [CELL]}
    added = table_added(TWO_QUESTIONS.encode(), ("question",), question).decode()
    assert added == f'{TWO_QUESTIONS}\n[[question]]\nid = "port"\nfigure = false\n\n{CELL_WRITTEN}'


def test_quotes_stand_between_single_marks_and_with_escapes_where_an_editor_might_change_them() -> None:
    entry = {"id": "C01", "quote": "40 trips", "prefix": "", "suffix": "'s\r\n", "note": 'a "b" \\ c'}
    added = table_added(b'[document]\nlabel = "C"\n', ("claim",), entry).decode()
    assert added.splitlines()[3:] == [
        "[[claim]]",
        'id = "C01"',
        "quote = '40 trips'",
        "prefix = ''",
        'suffix = "\'s\\r\\n"',
        'note = "a \\"b\\" \\\\ c"',
    ]


TREACHEROUS = [
    "'''",
    '"""',
    "\\",
    "\n'''\n",
    "é",
    "\u200b\u200b",
    "😀 구",
    "\x00\x1b",
    "#",
    "a = 1\n[[claim]]",
    "\u2028",
    "'\r\n'",
]


def test_any_words_are_read_back_as_they_were() -> None:
    content = b'[document]\nlabel = "C"\n'
    for number, words in enumerate(TREACHEROUS):
        entry = {"quote": words, "note": words, "flags": [words]}
        content = table_added(content, ("claim",), entry)
        assert tomli.loads(content.decode())["claim"][number] == entry


@pytest.mark.parametrize("name", ["questions.toml", "case.toml", "documents/harbour-letter/evidence.toml"])
def test_a_value_that_is_there_already_changes_no_byte(name: str) -> None:
    content = (SECOND_CASE / name).read_bytes()
    for table, entries in tomli.loads(content.decode()).items():
        for number, entry in enumerate(entries if isinstance(entries, list) else []):
            for key, value in entry.items():
                assert key_changed(content, (table, number), key, value) is content
    assert tomlkit.dumps(tomlkit.parse(content.decode())).encode() == content


def test_a_changed_key_keeps_its_line_and_its_comment() -> None:
    changed = key_changed(TWO_QUESTIONS.encode(), ("question", 0), "id", "ways").decode()
    assert changed == TWO_QUESTIONS.replace('"roads"', '"ways"')


def test_a_new_key_stands_before_the_tables_of_its_entry_and_a_removed_one_takes_its_line_along() -> None:
    silent = key_changed(TWO_QUESTIONS.encode(), ("question", 0), "silent", ["b"])
    assert silent.decode() == TWO_QUESTIONS.replace("title = 'Roads'\n", "title = 'Roads'\nsilent = [\"b\"]\n")
    assert key_changed(silent, ("question", 0), "silent", []).decode() == TWO_QUESTIONS


def test_numbers_days_and_truth_are_written_as_the_format_has_them() -> None:
    entry = {"value": 1_000_000.0, "low": 0.5, "figure": True, "assessed_on": date(2031, 5, 6), "none": None}
    assert toml_file("document", entry) == (
        b'[document]\nvalue = 1000000\nlow = 0.5\nfigure = true\nassessed_on = "2031-05-06"\n'
    )


@pytest.mark.parametrize(("mark", "end"), [("", "\n"), ("\ufeff", "\r\n")])
def test_a_row_has_the_columns_and_the_line_ends_of_its_file(mark: str, end: str) -> None:
    content = f"{mark}title,event_id,supports,value{end}Salt,salt,A01,1{end}".encode()
    added = row_added(content, {"event_id": "ways", "title": 'a, "b"', "supports": ("A01", "B02"), "value": 15.279})
    assert added == content + f'"a, ""b""",ways,A01; B02,15.2790{end}'.encode()


def test_a_row_without_a_line_end_before_it_gets_one() -> None:
    assert row_added(b"a,b\n1,2", {"b": "4"}) == b"a,b\n1,2\n,4\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "no header"), (b"a,b\n", "no column 'c'"), (b'a,b\n"x', "not sound CSV"), (b"\xff\n", "not UTF-8")],
)
def test_a_file_that_no_row_can_be_added_to_is_named_in_words(content: bytes, words: str) -> None:
    with pytest.raises(NotWritten, match=words):
        row_added(content, {"c": "1"})


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"a = ", "not sound TOML"), (b"question = 1", "no question.0"), (b"[[question]]", "no question.0.x.1")],
)
def test_a_file_that_no_table_can_be_added_to_is_named_in_words(content: bytes, words: str) -> None:
    with pytest.raises(NotWritten, match=words):
        table_added(content, ("question", 0, "x", 1, "cell"), CELL)


def test_what_does_not_read_as_it_was_meant_is_not_given_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(writing, "as_basic_toml", lambda text: f'"{text.upper()}"')
    with pytest.raises(NotWritten, match="does not read as it was meant"):
        table_added(TWO_QUESTIONS.encode(), ("question", 0, "cell"), CELL)


def test_a_row_gets_other_cells_and_all_other_lines_stay_byte_for_byte() -> None:
    content = b'id,title,supports\r\n\r\na,"Two\r\nlines, one",P01\r\nb,"Quoted, ""so""",P02;P03\r\n'
    changed = row_changed(content, "id", "b", {"title": "Plain", "supports": ["P02"]})
    assert changed == content.replace(b'"Quoted, ""so""",P02;P03', b"Plain,P02")
    assert row_changed(changed, "id", "a", {"supports": ""}) == changed.replace(b'one",P01', b'one",')
    assert row_changed(content, "id", "a", {"supports": ["P01"]}) == content
    with pytest.raises(NotWritten, match="no single row"):
        row_changed(content, "id", "c", {"title": "x"})
    with pytest.raises(NotWritten, match="no column"):
        row_changed(content, "id", "a", {"note": "x"})
