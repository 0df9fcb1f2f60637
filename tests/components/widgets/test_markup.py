"""The tree of nodes: chosen tags, safe links, claim ids that open their words."""

import pytest

from components.nodes.claims import card, cited_chip, origins_in_words, with_chips
from components.nodes.node import Node, link_outside, link_within, node
from components.widgets.panels import text_in_markdown
from data import Evidence, read_evidence
from data.models.evidence import Origin
from tests.cases.second_case import SECOND_CASE


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return read_evidence()


def text_of(part: Node | str) -> str:
    return part if isinstance(part, str) else "".join(text_of(child) for child in part["n"])


def marks_of(part: Node | str) -> list[str]:
    if isinstance(part, str):
        return []
    own = [text_of(part)] if part["t"] == "mark" else []
    return own + [mark for child in part["n"] for mark in marks_of(child)]


def test_text_stays_text_whatever_it_looks_like() -> None:
    assert node("p", "<b>&amp;</b>")["n"] == ["<b>&amp;</b>"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", " https://a", "//a.example", ""])
def test_only_web_addresses_become_links(address: str) -> None:
    assert link_outside(address, "label") == "label"


def test_a_link_within_the_app_carries_its_query_encoded() -> None:
    assert link_within("documents", "A04", claim="A04&x=<")["a"]["href"] == "documents?claim=A04%26x%3D%3C"


def test_a_claim_id_in_a_sentence_opens_its_words(evidence: Evidence) -> None:
    parts = with_chips("More [A04].", evidence)
    assert parts[0] == "More "
    assert isinstance(parts[1], dict)
    assert parts[1]["a"]["href"] == "documents?claim=A04"


def test_an_id_that_names_nothing_stays_text(evidence: Evidence) -> None:
    assert with_chips("More [ZZ99].", evidence) == ["More ", "ZZ99", "."]


def test_a_record_id_in_a_sentence_opens_its_card_and_looks_cited() -> None:
    parts = with_chips("More [registry-barges] and [open] and [Q01].", read_evidence(SECOND_CASE))
    chips = [part for part in parts if isinstance(part, dict)]
    assert [part for part in parts if isinstance(part, str)] == ["More ", " and ", "[open]", " and ", "."]
    assert [(chip["c"], chip["a"]["href"]) for chip in chips] == [
        ("chip cited", "record?record=registry-barges"),
        ("chip", "documents?claim=Q01"),
    ]


def test_a_cited_id_on_its_own_page_keeps_the_filters() -> None:
    chip = cited_chip("osprey", read_evidence(SECOND_CASE), kind=["denial", "vessel"], words="a&b")
    assert isinstance(chip, dict)
    assert chip["a"]["href"] == "record?kind=denial&kind=vessel&words=a%26b&record=osprey"


def test_an_id_of_the_record_that_names_nothing_stays_text() -> None:
    assert cited_chip("nobody", read_evidence(SECOND_CASE)) == "nobody"


def test_the_card_lights_exactly_the_quote(evidence: Evidence) -> None:
    lit = marks_of(card(evidence.claim_by_id["A04"], evidence))
    assert lit == ["Russia has been steadily supplying North Korea with over one million barrels of oil this year"]


def test_the_card_has_three_separate_marks(evidence: Evidence) -> None:
    text = text_of(card(evidence.claim_by_id["A04"], evidence))
    assert "✓ Quote verified at characters 283–376" in text
    assert "Source assessed: F, reliability cannot be judged" in text
    assert "Not corroborated" in text


def test_the_reversed_sentence_asks_for_its_wording_to_be_checked(evidence: Evidence) -> None:
    assert "Check the wording" in text_of(card(evidence.claim_by_id["A11"], evidence))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("![x](http://a)", "\\!\\[x\\]\\(http\u2060\\://a\\)"),
        ("$x$", "\\$x\\$"),
        (":material/home:", "\\:material/home\\:"),
        ("plain words", "plain words"),
    ],
)
def test_text_in_a_place_that_reads_markdown_is_escaped(text: str, escaped: str) -> None:
    assert text_in_markdown(text) == escaped


def test_an_origin_with_two_behind_it_names_both_before_going_on() -> None:
    behind = {"story": ("desk", "wire"), "desk": (), "wire": ("office",), "office": ()}
    chain = [
        Origin(origin_id=name, name=name, kind="body", derived_from=parents, basis="stated" if parents else None)
        for name, parents in behind.items()
    ]
    assert "".join(map(text_of, origins_in_words(chain, ""))) == ("story ← from desk and from wire ← from office")


def test_a_step_back_in_the_chain_names_who_has_it_from_there() -> None:
    behind = {"story": ("wire", "desk"), "wire": ("office",), "desk": (), "office": ()}
    chain = [
        Origin(origin_id=name, name=name, kind="body", derived_from=parents, basis="stated" if parents else None)
        for name, parents in behind.items()
    ]
    assert "".join(map(text_of, origins_in_words(chain, ""))) == ("story ← from wire and from desk; wire ← from office")
