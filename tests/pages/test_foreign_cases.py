"""A quota, a ceiling on a force, a price cap and a least store are shown in their own words, on every page and file."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from components import state
from components.edition.whole import edition
from components.sentences.against_limit import reported_headline
from components.slides.deck import slides
from components.slides.view import view_of
from data.estimate.result import estimate
from data.export.archive import archive
from data.frames.reported import headline_row, reported_frame
from data.models.links import Links
from data.reading.seeds import read_evidence
from tests.cases.foreign_cases import FOREIGN, write_foreign
from tests.pages.test_another_case import THE_CASE
from tests.pages.view import PAGE_NAMES, Opened, View

# What one would know the first case by in a file, and the kind of limit that it has.
OTHERS = re.compile(
    rf"{THE_CASE.pattern}|\bcap\b|\bbarrels?\b|\bships?\b|vessel|\bIMO\b|deadweight|\btrips\b|\bcargo", re.IGNORECASE
)
HIDDEN: dict[str, dict[str, str | list[str]]] = {"add": {}, "search": {"find": "letter"}, "dossier": {}}
HEADLINES = {
    "fishing quota": "Reported herring landings are more than 1.5 times the quarterly herring quota",
    "guard ceiling": "Reported guards posted are at least 2.5 times the guard ceiling",
    "price cap": "Reported grain prices are 1.05 times the price cap",
    "least store": "Reported water stores are below the least store, at less than 70% of it",
}


@pytest.mark.parametrize("name", FOREIGN)
def test_every_page_speaks_of_the_case_alone(opened: Opened, tmp_path: Path, name: str) -> None:
    folder = write_foreign(tmp_path / "case", FOREIGN[name])
    view = opened("overview", folder)
    for where in PAGE_NAMES:
        view = view.go(where)
        _holds_no_other(view, name)


def test_the_pages_that_no_navigation_lists_do_too(opened: Opened, tmp_path: Path) -> None:
    view = opened("overview", write_foreign(tmp_path / "case", FOREIGN["guard ceiling"]))
    state.allow_intake(True)
    for where, query in HIDDEN.items():
        _holds_no_other(view.go(where, **query), "guard ceiling")


@pytest.mark.parametrize("name", FOREIGN)
def test_headline_deck_and_export_say_how_it_stands_and_nothing_of_another_case(tmp_path: Path, name: str) -> None:
    folder = write_foreign(tmp_path / "case", FOREIGN[name])
    evidence = read_evidence(folder)
    modelled, links = estimate(evidence), Links("https://views.invalid", evidence.fingerprint)
    assert reported_headline(headline_row(reported_frame(evidence), evidence), evidence) == HEADLINES[name]
    deck = slides(view_of(evidence, modelled, links))
    assert _strange("\n".join(f"{slide.title} {slide.things} {slide.notes}" for slide in deck), name) == []
    with zipfile.ZipFile(io.BytesIO(archive(evidence, modelled, links))) as packed:
        for file in packed.namelist():
            assert _strange(file, name) == []
            if file.endswith((".csv", ".md", ".txt", ".json", ".jsonld")):
                assert _strange(packed.read(file).decode("utf-8"), name) == []
    shown = re.sub(r"<(script|style)\b.*?</\1>", " ", edition(evidence, folder).decode("utf-8"), flags=re.DOTALL)
    assert _strange(re.sub(r"(</tspan>)?</text><text[^>]*>(<tspan[^>]*>)?", " ", shown), name) == []


def _holds_no_other(view: View, name: str) -> None:
    assert view.failures == []
    labels = [f"{field.label} {field.help}" for field in (*view.app.text_input, *view.app.selectbox, *view.app.button)]
    seen = "\n".join([view.text, *view.markdown, *map(str, view.figures), *labels])
    assert _strange(seen, name) == []


def _strange(text: str, name: str) -> list[str]:
    own = name if name == "price cap" else ""
    return [found.group() for found in OTHERS.finditer(text.replace(own, "") if own else text)]
