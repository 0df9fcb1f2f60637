"""The source comparison as a figure: every answer with its sign and its claims, every reading with sign and word."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from components.figures import comparison as compared
from components.figures.comparison import comparison_in_words
from components.scene.bleed import least_type, on_screen, parts_of
from components.scene.canvas import Look
from components.scene.furniture import Scene, pixels
from components.theme import PALETTES, READINGS
from data import Evidence, comparison_frame, read_evidence
from data.frames.comparison import record_answers
from tests.cases.registry import evidence_of
from tests.cases.second_case import SECOND_CASE
from tests.components import record_frames as frames
from tests.components.on_the_page import comparison
from tests.goldens import matches_golden

LOOK = Look(PALETTES["light"])


@pytest.fixture(scope="module")
def second() -> Evidence:
    return frames.without_fingerprint(read_evidence(SECOND_CASE))


@pytest.fixture(scope="module")
def drawn(second: Evidence) -> go.Figure:
    whole = comparison_frame(second)
    return comparison(whole, whole, second, LOOK)


def of(evidence: Evidence, look: Look = LOOK, **columns: Any) -> go.Figure:
    whole = comparison_frame(evidence).assign(**columns)
    return comparison(whole, whole, evidence, look)


def texts(figure: go.Figure) -> list[str]:
    return [entry.text for entry in figure.layout.annotations]


def cell(figure: go.Figure, words: str) -> str:
    (found,) = [text for text in texts(figure) if words in text]
    return found


def signs(figure: go.Figure) -> list[str]:
    """The signs of the cells, without those of the legend, which stand last."""
    shapes = [trace.marker.symbol for trace in figure.data if trace.marker.symbol]
    return shapes[:-4]


def test_every_question_is_a_row_in_the_order_of_the_frame(drawn: go.Figure, second: Evidence) -> None:
    titles = [f"<b>{question.title}</b>" for question in second.questions]
    assert [text for text in texts(drawn) if text in titles] == titles


def test_every_document_is_a_column_with_its_title(drawn: go.Figure) -> None:
    assert [text.split("</b>")[0] for text in texts(drawn) if "<b>Document " in text] == [
        "<b>Document P",
        "<b>Document Q",
        "<b>Document R",
    ]
    assert "undated; " in cell(drawn, "<b>Document P</b>") or "published " in cell(drawn, "<b>Document P</b>")


def test_an_answer_stands_with_the_ids_of_its_claims(drawn: go.Figure) -> None:
    assert "<b style='color:#0B62A4'>P01</b>" in cell(drawn, "31 barges")


def test_a_document_that_says_nothing_is_said_not_to_mention_it(drawn: go.Figure) -> None:
    assert any("not mentioned" in text for text in texts(drawn))


def test_every_cell_has_the_sign_of_its_answer(drawn: go.Figure, second: Evidence) -> None:
    shape = {"states": "circle", "no figure": "circle-open", "silent": "circle-open", "odd": "triangle-up"}
    assert signs(drawn) == [shape[sign] for sign in comparison_frame(second)["sign"] if sign != "unread"]


def test_what_nobody_has_read_has_a_sign_and_words_of_its_own(drawn: go.Figure) -> None:
    assert [text for text in texts(drawn) if "not read yet" in text and "Not read yet: " not in text] == [
        "<span style='font-size:13.5px;color:#4A5867'>not read yet</span>",
        "not read yet",  # in the legend
    ]
    assert texts(drawn).count("<b>?</b>") == 2


def test_a_half_full_sign_tells_an_answer_without_a_figure_from_silence(drawn: go.Figure, second: Evidence) -> None:
    halves = [shape for shape in drawn.layout.shapes if shape.type == "path"]
    without_figure = int((comparison_frame(second)["sign"] == "no figure").sum())
    assert len(halves) == without_figure + 1  # and one in the legend


def test_no_entry_of_the_legend_stands_on_the_next(second: Evidence) -> None:
    whole = comparison_frame(second)
    drawn = on_screen(lambda look: compared.comparison(whole, whole, second, look), LOOK.palette)
    words = [f"{style.sign} {style.word}" for style in READINGS.values()]
    row = [
        text
        for text in drawn.layout.annotations
        if text.text.endswith(tuple(f"</b> {one.word.lower()}" for one in READINGS.values()))
    ]
    for told, text, following in zip(words, row, row[1:], strict=False):
        assert text.x + pixels(told, text.font.size) <= following.x


def test_the_legend_ends_where_the_table_does(second: Evidence) -> None:
    whole = comparison_frame(second)
    for drawn in (of(second), on_screen(lambda look: compared.comparison(whole, whole, second, look), LOOK.palette)):
        (last,) = [text for text in drawn.layout.annotations if text.text.endswith("</b> check the wording")]
        size = last.font.size
        assert last.x + pixels("! Check the wording", size) <= drawn.layout.xaxis.range[1] + 0.5


@pytest.mark.parametrize(
    ("reading", "sign", "word", "colour"),
    [
        ("compatible", "=", "Compatible", "#1F7A4D"),
        ("same-origin", "↺", "Same origin", "#7B3F98"),
        ("different-things", "+", "Different things", "#0F6E78"),
        ("differ", "≠", "Contradict each other", "#B3381A"),
        ("against-itself", "±", "At odds with itself", "#A3195B"),
        ("one-document", "1", "One document only", "#4A5867"),
        ("check-wording", "!", "Check the wording", "#8A5A00"),
    ],
)
def test_a_reading_has_sign_word_tint_and_reason(
    second: Evidence, reading: str, sign: str, word: str, colour: str
) -> None:
    figure = of(second, reading=reading, label="", why="Because")
    assert texts(figure).count(f"<b>{sign}</b>") == len(second.questions)
    assert f"<b style='color:{colour}'>{word}</b>" in cell_of_reading(figure)
    assert cell_of_reading(figure).endswith(">Because</span>")
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    assert f"rgba({red},{green},{blue},0.11)" in {shape.fillcolor for shape in figure.layout.shapes}


def cell_of_reading(figure: go.Figure) -> str:
    return next(text for text in texts(figure) if "Because" in text)


def test_the_curators_own_words_take_the_place_of_the_standing_word(second: Evidence) -> None:
    figure = of(second, reading="differ", label="At odds on the day")
    assert "<b style='color:#B3381A'>At odds on the day</b>" in "\n".join(texts(figure))


def test_what_the_marks_do_not_mean_stands_below(drawn: go.Figure) -> None:
    assert "Silence is not denial. Compatible is not confirmed." in texts(drawn)[-1]


def test_a_click_on_a_cell_opens_its_first_claim(drawn: go.Figure, second: Evidence) -> None:
    claims = [ids[0] for ids in comparison_frame(second)["claim_ids"] if ids]
    opened = [row[0] for row in drawn.data[-5].customdata]
    assert list(dict.fromkeys(opened)) == list(dict.fromkeys(claims))


def test_the_public_record_stands_in_a_column_of_its_own_as_cited(second: Evidence) -> None:
    whole, answers = comparison_frame(second), record_answers(second)
    figure = comparison(whole, whole, second, LOOK, answers)
    assert "↗ cited, not quoted" in cell(figure, "<b>Public record</b>")
    opened = {row[0] for trace in figure.data if trace.customdata is not None for row in trace.customdata}
    first = answers.iloc[0]["record_id"]
    assert f"record:{first}" in opened
    assert any("nothing cited" in text for text in texts(figure)) == (
        set(answers["question_id"]) != set(whole["question_id"])
    )


def test_an_error_of_the_record_comes_after_what_is_sound(second: Evidence) -> None:
    whole = comparison_frame(second)
    answer = record_answers(second).iloc[[0]]
    both = pd.concat(
        [answer.assign(record_id="wrong", standing="error"), answer.assign(record_id="sound", standing="sound")]
    )
    figure = comparison(whole, whole, second, LOOK, both)
    opened = {row[0] for trace in figure.data if trace.customdata is not None for row in trace.customdata}
    assert {behind for behind in opened if behind.startswith("record:")} == {"record:sound"}


def test_of_many_documents_the_first_four_have_room_and_the_others_are_counted() -> None:
    figure = of(evidence_of("thirty documents"))
    assert len([text for text in texts(figure) if "<b>Document " in text]) == 4
    assert "1 question put to 4 of 30 documents" in "\n".join(texts(figure))


def test_a_part_of_the_questions_is_counted_against_all(second: Evidence) -> None:
    whole = comparison_frame(second)
    figure = comparison(whole[whole["question_id"] == whole["question_id"].iloc[0]], whole, second, LOOK)
    assert "1 of 5 questions put to the documents" in "\n".join(texts(figure))


def test_many_questions_go_on_in_parts_and_each_stands_on_one(second: Evidence) -> None:
    whole = comparison_frame(second)
    many = pd.concat(
        [whole.assign(question_id=whole["question_id"] + str(i), title=f"Question {i:02} " + whole["title"])
         for i in range(6)], ignore_index=True,
    )  # fmt: skip

    def draw(look: Look) -> Scene:
        return compared.comparison(many, many, second, look)

    first = on_screen(draw, LOOK.palette)
    parts = [on_screen(draw, LOOK.palette, part) for part in range(1, parts_of(first) + 1)]
    asked = [
        text for part in parts for text in texts(part) if text.startswith("<b>Question ") and text[12:14].isdigit()
    ]
    assert len(parts) > 2
    assert len(asked) == len(set(asked)) == 30
    assert min(map(least_type, parts)) >= 18


def test_hostile_words_stay_words() -> None:
    told = "\n".join(texts(of(evidence_of("hostile texts"))))
    assert "&lt;script&gt;" in told
    assert "<script>" not in told


def test_no_cell_grows_without_end(second: Evidence) -> None:
    figure = of(second, words="word " * 400)
    assert max(text.count("<br>") for text in texts(figure) if "word word" in text) <= 6
    assert np.isfinite(figure.layout.height)


def test_the_alternative_text_names_every_reading(second: Evidence) -> None:
    whole = comparison_frame(second)
    told = comparison_in_words(whole, whole)
    assert all(f"{question.title}: " in told for question in second.questions)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_comparison_is_as_it_was_looked_at(second: Evidence, mode: Any) -> None:
    assert matches_golden(of(second, Look(PALETTES[mode])), f"comparison-{mode}")
