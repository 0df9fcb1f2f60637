"""The source comparison on a screen: the table of its slides, in either theme, with every answer a click away."""

import re
from html import unescape
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from components.figures.compared import comparison as compared
from components.figures.compared.comparison import comparison_in_words
from components.scene.bleed import on_screen, parts_of
from components.scene.canvas import Look
from components.scene.furniture import Scene
from components.scene.table import filling
from components.scene.text import LINE
from components.scene.things import Place, Table
from components.theme import PALETTES, Mode
from data import Evidence, comparison_frame, read_evidence
from data.frames.comparison import record_answers
from tests.cases.registry import evidence_of
from tests.cases.second_case import SECOND_CASE
from tests.components import record_frames as frames
from tests.components.on_the_page import comparison, least_type

LOOK = Look(PALETTES["light"], part=1)


@pytest.fixture(scope="module")
def second() -> Evidence:
    return frames.without_fingerprint(read_evidence(SECOND_CASE))


@pytest.fixture(scope="module")
def drawn(second: Evidence) -> go.Figure:
    return of(second)


@pytest.fixture(scope="module")
def with_record(second: Evidence) -> go.Figure:
    whole = comparison_frame(second)
    return comparison(whole, whole, second, LOOK, record_answers(second))


def of(evidence: Evidence, look: Look = LOOK, **columns: Any) -> go.Figure:
    whole = comparison_frame(evidence).assign(**columns)
    return comparison(whole, whole, evidence, look)


def texts(figure: go.Figure) -> list[str]:
    return [entry.text for entry in figure.layout.annotations]


def lines(figure: go.Figure) -> list[str]:
    """The lines of the table and its foot as they are read."""
    return [unescape(re.sub(r"<[^>]+>", "", text)) for text in texts(figure)]


def opened_at(figure: go.Figure, words: str) -> list[str]:
    """What clicks on a line hand over, from left to right."""
    (line,) = [entry for entry in figure.layout.annotations if words in entry.text]
    hits = figure.data[-1]
    height = line.font.size / 0.92 / (figure.layout.height or 1) * LINE  # far less than a line
    found = sorted(
        (x, row[0]) for x, y, row in zip(hits.x, hits.y, hits.customdata, strict=True)
        if abs(y - line.y) < height and line.x <= x < line.x + 2
    )  # fmt: skip
    return [behind for _, behind in found]


def test_every_question_is_a_row_in_the_order_of_the_frame(drawn: go.Figure, second: Evidence) -> None:
    titles = [question.title for question in second.questions]
    assert [line for line in lines(drawn) if line in titles] == titles


def test_each_sign_of_a_cell_is_in_a_type_that_has_it(drawn: go.Figure) -> None:
    signs = [text for text in texts(drawn) if "◐ " in text]
    assert len(signs) == 2  # of one answer, and of the line that says what signs mean
    assert all("font-family:Segoe UI Symbol, Apple Symbols, DejaVu Sans, sans-serif'>◐ </span>" in one for one in signs)


def test_what_the_signs_mean_stands_below_the_table(drawn: go.Figure, with_record: go.Figure) -> None:
    told = "● states    ◐ states, without a figure    ○ silent    ▲ wording odd    ? not read yet"
    assert told in lines(drawn)
    assert f"{told}    ↗ cited, not quoted" in lines(with_record)


@pytest.mark.parametrize(("mode", "words", "ground"), [("light", "#B3381A", "#FBEAE4"), ("dark", "#FF8A6B", "#3D2219")])
def test_a_reading_has_the_colours_of_its_theme(second: Evidence, mode: Mode, words: str, ground: str) -> None:
    figure = of(second, Look(PALETTES[mode], part=1), reading="differ", label="", why="Because")
    told = f"<b><span style='color:{words}'>≠  Contradict each other</span></b>"
    assert texts(figure).count(told) == len(second.questions)
    assert {shape.fillcolor for shape in figure.layout.shapes if shape.fillcolor} == {ground}


def test_nothing_of_the_light_theme_is_left_in_the_dark(second: Evidence) -> None:
    told = str(of(second, Look(PALETTES["dark"], part=1)).to_plotly_json())
    assert set(re.findall("#[0-9A-F]{6}", told)) <= set(PALETTES["dark"].all)


def test_what_the_marks_do_not_mean_stands_below(drawn: go.Figure) -> None:
    assert "Silence is not denial. Compatible is not confirmed." in texts(drawn)[-1]


def test_a_click_on_words_opens_the_first_claim_behind_them(drawn: go.Figure) -> None:
    assert set(opened_at(drawn, "31 barges")) == {"P01"}


def test_a_click_on_the_id_of_a_claim_opens_that_claim(second: Evidence) -> None:
    figure = of(second, words="salt", claim_ids=pd.Series([("P01", "P02")] * 15, dtype=object))
    cell = [row[0] for row in figure.data[-1].customdata][:6]
    assert cell[::-1] == ["P01"] * 4 + ["P02"] * 2  # sign, word, space, id; space, id


def test_a_hover_says_which_words_a_click_opens(with_record: go.Figure) -> None:
    hits = with_record.data[-1]
    said = {row[0]: text for row, text in zip(hits.customdata, hits.text, strict=True)}
    assert said["P01"] == "<b>Document P [P01]</b><br>Click for the exact words"
    assert said["record:registry-barges"] == "<b>↗ cited: Registry of the Nine Ports</b><br>Click for the record"


def test_every_line_of_the_public_record_opens_its_own_fact(with_record: go.Figure) -> None:
    assert set(opened_at(with_record, "33 barges")) == {"record:registry-barges"}
    assert set(opened_at(with_record, "25,000–27,000 tonnes")) == {"record:traders-range"}


def test_thirty_documents_stand_on_six_screens() -> None:
    evidence = evidence_of("thirty documents")
    whole = comparison_frame(evidence)
    parts = [comparison(whole, whole, evidence, Look(LOOK.palette, part=part)) for part in range(1, 8)]
    heads = [[line for line in lines(part) if line.startswith("Document R")] for part in parts]
    assert [head for part in heads[:6] for head in part] == [f"Document R{number}" for number in range(1, 31)]
    assert texts(parts[6]) == texts(parts[5])  # there is no seventh
    assert "1 question put to 5 of 30 documents" in "\n".join(texts(parts[0]))


def test_a_part_of_the_questions_is_counted_against_all(second: Evidence) -> None:
    whole = comparison_frame(second)
    figure = comparison(whole[whole["question_id"] == whole["question_id"].iloc[0]], whole, second, LOOK)
    assert "1 of 5 questions put to the documents" in "\n".join(texts(figure))


def test_many_questions_go_on_in_parts_and_each_stands_on_one(second: Evidence) -> None:
    whole = comparison_frame(second)
    many = pd.concat(
        [whole.assign(question_id=whole["question_id"] + str(i), title=f"{i:02} {whole['title'].iloc[0]}"[:12])
         for i in range(6)], ignore_index=True,
    )  # fmt: skip

    def draw(look: Look) -> Scene:
        return compared.comparison(many, many, second, look)

    first = on_screen(draw, LOOK.palette)
    parts = [on_screen(draw, LOOK.palette, part) for part in range(1, parts_of(first) + 1)]
    asked = [line for part in parts for line in lines(part) if re.match(r"0\d ", line)]
    assert len(parts) > 2
    assert sorted(asked) == sorted(f"{i:02} {whole['title'].iloc[0]}"[:12] for i in range(6) for _ in range(5))
    assert min(map(least_type, parts)) >= 18


@pytest.mark.parametrize(("room", "height"), [(1.0, 0.5), (1.8, 0.6), (9.0, 0.7)])
def test_rows_fill_the_room_there_is_and_grow_no_further(room: float, height: float) -> None:
    table = Table("Table", Place(0, 0, 4, 1.5), ((),) * 3, (), (0.5,) * 3, "")
    filled = filling(table, room)
    assert filled.heights == pytest.approx((height,) * 3)
    assert filled.place.height == pytest.approx(3 * height)


def test_hostile_words_stay_words() -> None:
    told = "\n".join(texts(of(evidence_of("hostile texts"))))
    assert "&lt;script&gt;" in told
    assert "<script>" not in told


def test_the_alternative_text_names_every_reading(second: Evidence) -> None:
    whole = comparison_frame(second)
    told = comparison_in_words(whole, whole)
    assert all(f"{question.title}: " in told for question in second.questions)
