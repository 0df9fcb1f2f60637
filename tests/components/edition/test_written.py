"""Nodes as HTML: whatever a text is, it stays text; a link leads within the file or on the web."""

from collections.abc import Mapping

import pandas as pd
import pytest

from components.edition.pen import Pen
from components.edition.places import Places
from components.edition.written import html, stored
from components.nodes.node import link_outside, link_within, node, opening
from components.nodes.tables import Behind
from data.models.evidence import Evidence

HOSTILE = '</noscript><script>alert(1)</script>" onload="x'


def nowhere(_: Mapping[str, str]) -> str:
    return ""


def here(_: Mapping[str, str]) -> str:
    return "#claim-A04"


def test_text_is_escaped_and_its_line_breaks_are_spelled_out() -> None:
    assert html([node("p", "a < b & c\nd\re")], nowhere) == "<p>a &lt; b &amp; c&#10;d&#10;e</p>"
    assert stored("a\nb\rc <d>") == "a&#10;b&#13;c &lt;d&gt;"


def test_hostile_text_ends_neither_an_element_nor_an_attribute() -> None:
    written = html([node("p", HOSTILE, title=HOSTILE)], nowhere)
    assert written == (
        '<p title="&lt;/noscript&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;x">'
        "&lt;/noscript&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;x</p>"
    )


@pytest.mark.parametrize("odd", ["\x00", "\x0b", "\ud800", "\uffff"])
def test_what_is_no_character_of_a_page_is_replaced(odd: str) -> None:
    assert html([f"a{odd}b"], nowhere) == "a\ufffdb"


def test_an_element_that_is_not_known_is_left_out() -> None:
    assert html([{"t": "script", "c": "", "a": {}, "n": ["alert(1)"]}], nowhere) == ""


def test_a_link_to_a_card_leads_to_where_its_words_stand() -> None:
    link = opening(link_within("documents", "A04", cls="chip", describe="Open it", claim="A04"), "claim")
    assert html([link], here) == '<a class="chip" href="#claim-A04">A04</a>'


def test_the_tag_of_a_claim_opens_its_card() -> None:
    tag = link_within("documents", "● A04", "tag", "Open it", claim="A04")
    assert html([tag], here) == '<a class="tag" href="#claim-A04">● A04</a>'


def test_a_link_that_leads_away_says_so_to_the_script() -> None:
    assert html([link_within("documents", "Read it", claim="A04")], here) == (
        '<a href="#claim-A04" data-go="there">Read it</a>'
    )


def test_a_link_to_what_is_not_in_the_file_becomes_its_words() -> None:
    assert html([link_within("dossier", "A ship", of="vessel:1")], nowhere) == "<span>A ship</span>"


def test_a_link_on_the_web_stays_one_and_any_other_address_is_text() -> None:
    assert html([link_outside("https://a.example/?b=1&c=2", "there")], nowhere) == (
        '<a href="https://a.example/?b=1&amp;c=2">there</a>'
    )
    assert html([link_outside("javascript:alert(1)", "there")], nowhere) == "there"


def test_a_table_that_is_cut_says_where_all_of_it_is(evidence: Evidence) -> None:
    long = Behind("a list", pd.DataFrame({"said_by": ["Port"] * 61}), {"said_by": "Who says so"})
    told = "61 rows; the first 60 shown, all in the CSV of the dashboard, which this file does not hold"
    assert f"<caption>{told}</caption>" in Pen(Places(frozenset(), evidence)).behind([long])
