"""The frozen edition as a file, of every case: whole, sound HTML, the same bytes, and no link that leads nowhere."""

import json
import re
import zlib
from base64 import b64decode
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from tempfile import mkdtemp

import html5lib
import pytest

from components.edition.whole import edition
from data.editions.sealing import opened
from data.export.verify import verify
from data.reading.seeds import read_evidence
from tests.cases.registry import folder_of

NOSCRIPT = re.compile(r"<noscript>(.*)</noscript>", re.DOTALL)

# The briefing makes one of each case too; these are those in which something is odd, or missing.
TRIED = ("own", "second case", "hostile texts", "no documents", "thirty documents", "no limit", "long texts")


@cache
def made(name: str) -> bytes:
    """The edition of a case."""
    folder = folder_of(name, Path(mkdtemp()))
    return edition(read_evidence(folder), folder, "made.html")


def held(name: str) -> str:
    """What a browser without scripts shows of it."""
    found = NOSCRIPT.search(made(name).decode())
    assert found
    return found[1]


def cards(name: str) -> dict[str, str]:
    """Its cards, by the id of the place where their words stand."""
    packed = re.search(r'id="cards">"([^"]*)"<', made(name).decode())
    assert packed
    found: dict[str, str] = json.loads(zlib.decompress(b64decode(packed[1])))
    return found


class Tags(HTMLParser):
    """Every tag with its attributes, and all text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@cache
def all_tags(name: str) -> list[tuple[str, dict[str, str | None]]]:
    return Tags(held(name) + "".join(cards(name).values())).tags


# A strict reader is slow: those in which most is odd, in which least is there, and one that is whole.
@pytest.mark.parametrize("name", ["hostile texts", "no documents", "second case"])
def test_it_is_html_in_which_a_strict_reader_finds_no_fault(name: str) -> None:
    parser = html5lib.HTMLParser()
    parser.parse(made(name).decode())
    assert parser.errors == []


@pytest.mark.parametrize("name", TRIED)
def test_every_link_leads_to_a_place_in_it_or_on_the_web(name: str) -> None:
    tags = all_tags(name)
    ids = {given["id"] for _, given in tags if given.get("id")}
    led = [given["href"] or "" for tag, given in tags if tag == "a"]
    assert [
        one for one in led if not one.startswith(("http://", "https://")) and one.removeprefix("#") not in ids
    ] == []


@pytest.mark.parametrize("name", TRIED)
def test_no_id_stands_twice_in_what_is_shown(name: str) -> None:
    many = Counter(given["id"] for _, given in Tags(held(name)).tags if given.get("id"))
    assert [one for one, times in many.items() if times > 1] == []


@pytest.mark.parametrize("name", TRIED)
def test_every_claim_and_every_fact_has_its_place_and_its_card(name: str) -> None:
    evidence = read_evidence(folder_of(name, Path(mkdtemp())))
    wanted = {f"claim-{one.id}" for one in evidence.claims} | {f"fact-{one}" for one in evidence.record_by_id}
    ids = {given["id"] for _, given in Tags(held(name)).tags if given.get("id")}
    assert wanted <= ids
    assert wanted <= cards(name).keys()


@pytest.mark.parametrize("name", TRIED)
def test_nothing_in_it_runs_loads_or_styles_itself(name: str) -> None:
    tags = all_tags(name)
    assert {tag for tag, _ in tags} & {"script", "style", "link", "img", "iframe", "object", "form", "base"} == set()
    names = {attribute for _, given in tags for attribute in given}
    assert [one for one in names if one.startswith("on") or one in ("style", "src", "srcset", "action")] == []


@pytest.mark.parametrize("name", TRIED)
def test_the_seal_fits_and_the_evidence_in_it_is_that_of_the_folder(name: str, tmp_path: Path) -> None:
    found = opened(made(name))
    again = read_evidence(found.write(tmp_path))
    assert again.fingerprint == read_evidence(folder_of(name, Path(mkdtemp()))).fingerprint


@pytest.mark.parametrize("name", ["own", "second case"])
def test_every_mark_of_a_figure_that_opens_something_is_read_out(name: str) -> None:
    marks = re.findall(r"<a ([^>]*)>(?:<title>([^<]*)</title>)?<rect", held(name))
    assert len(marks) > 100
    assert [given for given, title in marks if not title and "aria-label" not in given] == []


def test_the_same_evidence_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = folder_of("second case", tmp_path)
    assert edition(read_evidence(folder), folder, "made.html") == made("second case")


def test_a_folder_that_changed_since_it_was_read_is_not_sealed(tmp_path: Path) -> None:
    folder = folder_of("one document", tmp_path)
    evidence = read_evidence(folder)
    (folder / "case.toml").write_text((folder / "case.toml").read_text("utf-8") + "\n# later\n", "utf-8")
    with pytest.raises(OSError, match="has changed since it was read"):
        edition(evidence, folder)


def test_a_text_that_looks_like_an_id_of_the_file_is_taken_for_none(tmp_path: Path) -> None:
    folder = folder_of("one document", tmp_path)
    case = (folder / "case.toml").read_text("utf-8")
    (folder / "case.toml").write_text(
        re.sub(r"question = .*", """question = 'Is id="movable" or id="claim-S01"?'""", case), "utf-8"
    )
    content = edition(read_evidence(folder), folder)
    assert opened(content).told["title"]
    assert b'id="movable"' not in content


def test_what_is_held_has_no_line_break_that_a_browser_could_read_in_another_way() -> None:
    assert not re.search("[\r\n]", held("own"))


def test_every_part_that_is_changed_is_named(tmp_path: Path) -> None:
    content, random = made("second case"), Random(2026)
    file = tmp_path / "changed.html"
    unnamed = []
    for _ in range(300):
        at, other = random.randrange(len(content)), random.randrange(1, 256)
        file.write_bytes(content[:at] + bytes([content[at] ^ other]) + content[at + 1 :])
        told: list[object] = []
        if verify(file, tell=told.append) == 0 or not any("CHANGED" in str(line) for line in told):
            unnamed.append((at, other))
    assert unnamed == []


def test_a_citation_names_the_source_first_and_the_edition_instead_of_an_address() -> None:
    told = Tags(cards("own")["claim-A04"]).text
    assert "The Pinnacle Gazette. “[Russia and North Korea strengthen ties]” (news article, undated)" in told
    assert "Edition made.html, page Documents, card A04." in told
    assert "localhost" not in made("own").decode()


def test_the_text_of_a_document_stands_in_it_letter_for_letter(tmp_path: Path) -> None:
    evidence = read_evidence(folder_of("own", tmp_path))
    for document in evidence.documents:
        markup = held("own").split(f"<!--part:text-{document.id}-->")[1].split("<!--/part-->")[0]
        assert Tags(markup).text == document.text


def test_a_case_without_an_estimate_has_no_slider() -> None:
    assert 'id="movable"' in made("own").decode()
    assert 'id="movable"' not in made("one document").decode()
