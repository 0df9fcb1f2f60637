"""One FollowTheMoney entity, held against the cleaning of its own library."""

import hashlib
from dataclasses import replace

import pytest
from followthemoney import model
from followthemoney.types import registry

from data.export.entity import Desk, prefix_dates
from data.models.evidence import Evidence
from data.models.links import Links
from data.reading.seeds import read_evidence
from tests.cases.hostile_texts import HOSTILE
from tests.cases.second_case import SECOND_CASE

LINKS = Links("https://watch.example.invalid", "0123456789abcdef")
NASTY = (
    "\"'quoted twice'\"",
    " “curly”  and   spaced ",
    "line\nbreak\tand\r\nreturn",
    "a;b; ,c,,d",
    "one<BR>two<BR/>three",
    "Quay, ESQ., Harbour ESQ,",
    "zero\u200bwidth\u2028separators\x85and\x00controls\x1b",
    "\ufeff\ufefffirst",
    "\u1112\u1161\u11ab\u1100\u116e\u11a8",  # Korean in pieces
    HOSTILE,
    "=HYPERLINK(1)",
    "x" * 4_000,
)


@pytest.fixture(scope="module")
def second() -> Evidence:
    return read_evidence(SECOND_CASE)


@pytest.mark.parametrize("text", NASTY)
def test_what_the_library_would_clean_is_written_clean(second: Evidence, text: str) -> None:
    row = Desk(second, LINKS).entity(
        "Event", "bw-1", "", name=text, location=text, publisher=text, notes=text, sourceUrl=f"https://a.b/{text}"
    )
    assert row["properties"].keys() == {"name", "location", "publisher", "notes", "sourceUrl"}
    assert model.get_proxy(row, cleaned=False).to_dict()["properties"] == row["properties"]


def test_values_without_words_are_left_out(second: Evidence) -> None:
    row = Desk(second, LINKS).entity("Event", "bw-1", "", name="a", notes=("", " ", None, "b", "b"), publisher=None)
    assert row["properties"] == {"name": ["a"], "notes": ["b"]}


@pytest.mark.parametrize("address", ["https://[::1", "https:///nowhere", "javascript:alert(1)", "http://"])
def test_an_address_that_cannot_be_opened_is_left_out(second: Evidence, address: str) -> None:
    assert Desk(second, LINKS).entity("Event", "bw-1", "", name="a", sourceUrl=address)["properties"] == {"name": ["a"]}


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2031", {"date": "2031"}),
        ("2031-06", {"date": "2031-06"}),
        ("2031-06-05?", {"date": "2031-06-05"}),
        ("2031-12~", {"startDate": "2031-11", "endDate": "2032-01"}),
        ("2031%", {"startDate": "2030", "endDate": "2032"}),
        ("2031-03/2031-06-05", {"startDate": "2031-03", "endDate": "2031-06-05"}),
        ("2031-03-01~/2031", {"startDate": "2031-02-28", "endDate": "2031"}),
        ("2031-03/..", {"startDate": "2031-03"}),
        ("../2031-03?", {"endDate": "2031-03"}),
        ("[2031-10-06..2031-12-31]", {"startDate": "2031-10-06", "endDate": "2031-12-31"}),
        ("[..2031]", {"endDate": "2031"}),
        ("[2031-10..]", {"startDate": "2031-10"}),
        ("XXXX-06", {}),
    ],
)
def test_a_date_becomes_prefixes_no_finer_than_it_is(edtf: str, expected: dict[str, str]) -> None:
    assert prefix_dates(edtf) == expected
    assert all(registry.date.clean(value) == value for value in expected.values())


def test_a_title_without_latin_letters_still_names_a_dataset(second: Evidence) -> None:
    other = replace(second, case=second.case.model_copy(update={"title": "구리"}))
    digest = hashlib.sha256("구리".encode()).hexdigest()[:12]
    assert Desk(other, LINKS).dataset == f"case_{digest}"
