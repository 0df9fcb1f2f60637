"""Which texts go back to which origins, as a figure: as it was looked at, and what must hold of it for any names."""

from itertools import pairwise
from typing import Any

import numpy as np
import plotly.graph_objects as go
import pytest

from components.figures.cited import origin_graph_in_words
from components.scene.canvas import Look
from components.theme import PALETTES, Mode, Width
from data import Evidence, read_evidence
from tests.cases.salt_case import write_case
from tests.components import record_frames as made
from tests.components.on_the_page import origin_graph
from tests.goldens import matches_golden

LIGHT = PALETTES["light"]
LOOK = Look(LIGHT)
LOOKS: list[tuple[Mode, Width]] = [("light", "wide"), ("light", "narrow"), ("dark", "wide")]
HOSTILE = '<b onclick="x">bold</b>\n$x^2$ &amp; ' + "long " * 30


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    folder = write_case(tmp_path_factory.mktemp("origins") / "seeds", documents=1)
    return made.without_fingerprint(read_evidence(folder))


def words_of(figure: go.Figure) -> str:
    return "\n".join(annotation.text or "" for annotation in figure.layout.annotations)


def clicked(figure: go.Figure) -> list[str]:
    return [str(opened[0]) for trace in figure.data if trace.customdata is not None for opened in trace.customdata]


def lines_of(figure: go.Figure) -> list[Any]:
    return [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "lines"]


@pytest.mark.parametrize(("mode", "width"), LOOKS)
def test_the_origin_graph_is_as_it_was_looked_at(evidence: Evidence, mode: Mode, width: Width) -> None:
    assert matches_golden(
        origin_graph(made.descent(), evidence, Look(PALETTES[mode], width)), f"origins-{width}-{mode}"
    )


def test_a_click_on_a_text_names_the_document_or_the_record(evidence: Evidence) -> None:
    opened = set(clicked(origin_graph(made.descent(), evidence, LOOK)))
    assert opened == {"document:A", "document:B", "record:repeat-001", "record:repeat-002", "record:toll-001",
                      "record:rumour-001"}  # fmt: skip


def test_inferred_descent_is_dashed_and_stated_descent_is_not(evidence: Evidence) -> None:
    figure = origin_graph(made.descent(), evidence, LOOK)
    lines = {trace.line.dash: sum(np.isnan(trace.y)) for trace in figure.data
             if trace.mode == "lines" and trace.line.color == LIGHT.ink}  # fmt: skip
    assert lines == {"solid": 1, "dash": 2}


def test_a_wrong_retelling_is_marked(evidence: Evidence) -> None:
    texts = [annotation.text for annotation in origin_graph(made.descent(), evidence, LOOK).layout.annotations]
    (wrong,) = [text for text in texts if "Morning Post" in text]
    assert ">!</b>" in wrong


@pytest.mark.parametrize(("width", "names"), [
    ("wide", ["Evening Post, on the barges, t-1", "Evening Post, on the barges, t-2", "Toll house"]),
    ("narrow", ["Evening…, t-1", "Evening…, t-2", "Toll house"]),
])  # fmt: skip
def test_texts_of_one_name_are_told_apart_by_their_ids(evidence: Evidence, width: Width, names: list[str]) -> None:
    told = ["Evening Post, on the barges", "Evening Post, on the barges", "Toll house"]
    texts = [(f"t-{n}", name, "record", "o", "Barge Watch", False, "sound") for n, name in enumerate(told, start=1)]
    figure = origin_graph(made.descent(texts), evidence, Look(LIGHT, width))
    assert [note.text.split("</b> ")[1] for note in figure.layout.annotations if "↗</b> " in note.text] == names


def test_a_text_of_unknown_origin_has_no_line_and_is_counted_as_such(evidence: Evidence) -> None:
    figure = origin_graph(made.descent(), evidence, LOOK)
    drawn = sum(int(sum(np.isnan(trace.y))) for trace in lines_of(figure))
    assert drawn == 6
    assert "origin not known" in words_of(figure)


def test_names_of_origins_do_not_touch(evidence: Evidence) -> None:
    texts = [(f"t-{n}", "text", "record", f"o-{n}", f"Origin {n} with a name of many words here", False, "sound")
             for n in range(40)]  # fmt: skip
    figure = origin_graph(made.descent(texts), evidence, Look(LIGHT, "narrow"))
    names = [note for note in figure.layout.annotations if "Origin" in note.text and note.xanchor == "left"]
    ends = sorted(
        (note.y - half, note.y + half) for note in names if (half := (note.text.count("<br>") + 1) * 12 * 0.65)
    )
    assert all(top <= bottom for (_, top), (bottom, _) in pairwise(ends))


def test_of_very_many_texts_only_the_origins_are_drawn(evidence: Evidence) -> None:
    texts = [(f"t-{n}", "text", "record", f"o-{n % 40}", f"Origin {n % 40}", False, "sound") for n in range(200)]
    figure = origin_graph(made.descent(texts), evidence, LOOK)
    assert clicked(figure) == []
    assert "16 more origins with 5 texts or fewer each" in words_of(figure)


@pytest.mark.parametrize("width", ["wide", "medium", "narrow"])
def test_hostile_names_stay_text_in_the_origin_graph(evidence: Evidence, width: Width) -> None:
    texts = [
        ("S", HOSTILE, "document", "o", HOSTILE, False, "sound"),
        ("r-1", HOSTILE, "record", "o", HOSTILE, True, "error"),
    ]
    figure = origin_graph(made.descent(texts), evidence, Look(LIGHT, width))
    hovers = [hover for trace in figure.data if trace.customdata is not None for hover in trace.text]
    assert "<b onclick" not in words_of(figure) + "".join(hovers)


def test_no_text_has_an_origin_graph_too(evidence: Evidence) -> None:
    assert "No text of this dataset is traced" in words_of(origin_graph(made.descent([]), evidence, LOOK))
    assert origin_graph_in_words(made.descent([])).startswith("Graph of texts and their origins. No text is traced")
