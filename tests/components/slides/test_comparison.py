"""The comparison on slides: the cells of its table, the marks of a reading, and how it goes on from slide to slide."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from components.figures.compared.answers import ERROR, TONES
from components.scene.text import height
from components.scene.things import CONTENT, PALETTE, Cell, Slide, Table, Text, every
from components.slides.comparison import slides
from components.slides.view import View, view_of
from components.theme import READINGS
from data.estimate.result import estimate
from data.models.assumptions import Settings
from data.models.links import Links
from data.reading.seeds import read_evidence
from tests.cases.second_case import SECOND_CASE
from tests.components.slides.views import view_named

MEANING = "Silence is not denial. Compatible is not confirmed."
MARKUP = Path(__file__).parents[3] / "components" / "widgets" / "browser" / "markup.css"


@cache
def view(name: str) -> View:
    if name == "second case with the record":
        evidence = read_evidence(SECOND_CASE)
        return view_of(evidence, estimate(evidence, Settings()), Links("https://example.invalid"), with_record=True)
    return view_named(name)


@cache
def drawn(name: str) -> tuple[Slide, ...]:
    return tuple(slides(view(name)))


def with_rows(case: str, comparison: pd.DataFrame, chosen: str = "") -> list[Slide]:
    return slides(replace(view(case), comparison=comparison, filters=chosen))


def table(slide: Slide) -> Table:
    (found,) = [thing for thing in every(slide.things) if isinstance(thing, Table)]
    return found


def foot(slide: Slide) -> list[str]:
    (found,) = [thing for thing in every(slide.things) if isinstance(thing, Text)]
    return ["".join(run.text for run in paragraph) for paragraph in found.paragraphs]


def said(cell: Cell) -> list[str]:
    return ["".join(run.text for run in paragraph) for paragraph in cell.paragraphs]


def rows(case: str) -> dict[str, tuple[Cell, ...]]:
    """The rows of all slides, by the title of their question."""
    return {said(row[0])[0]: row for slide in drawn(case) for row in table(slide).rows[1:]}


def test_a_title_states_how_many_questions_rest_on_one_document() -> None:
    assert [slide.title for slide in drawn("own")] == [
        "Five of twelve questions rest on one document (1 of 2)",
        "Five of twelve questions rest on one document (2 of 2)",
    ]


@pytest.mark.parametrize(
    ("readings", "title"),
    [
        (["differ"], "The documents are at odds"),
        (["differ", "compatible"], "On one of two questions the documents are at odds"),
        (["one-document"], "“Oil volume” rests on a single document"),
        (["compatible", "same-origin"], "No question rests on a single document"),
        (["one-document"] * 4, "Four of four questions rest on a single document"),
    ],
)
def test_the_title_is_true_of_the_questions_shown(readings: list[str], title: str) -> None:
    questions = list(view("own").comparison["question_id"].unique())[: len(readings)]
    shown = view("own").comparison[view("own").comparison["question_id"].isin(questions)]
    read = shown.assign(reading=shown["question_id"].map(dict(zip(questions, readings, strict=True))))
    assert with_rows("own", read)[0].title == title


def test_a_column_stands_for_each_document_between_question_and_reading() -> None:
    head = [said(cell) for cell in table(drawn("own")[0]).rows[0]]
    assert head == [
        ["Question"],
        ["Document A", "undated; Russia and North Korea strengthen ties"],
        ["Document B", "undated; North Korea, Russia trade oil, arms, troops"],
        ["Reading"],
    ]


def test_a_document_that_is_dated_says_so() -> None:
    assert said(table(drawn("second case")[0]).rows[0][1])[1].startswith("published 5 October 2031;")


def test_answers_stand_with_their_sign_and_claims() -> None:
    row = rows("own")["Oil volume"]
    assert said(row[1]) == ["● over 1,000,000 barrels “this year” [A04]"]
    assert said(row[2]) == ["◐ “significant quantities”, no number [B05] [B02]"]
    assert said(row[3]) == ["1  One document only", "The number rests on A alone"]


def test_a_claim_opens_its_words() -> None:
    links = [run.link for run in rows("own")["Oil volume"][1].paragraphs[0] if run.text == "[A04]"]
    assert links == ["https://example.invalid/documents?claim=A04&data=0123456789ab"]


def test_silence_is_grey_and_says_that_it_is_silence() -> None:
    touching, silent = rows("own")["Treaty of June"][1], rows("second case")["Barges"][2]
    assert said(touching) == ["○ silent: “entering agreements” [A28]"]
    assert said(silent) == ["○ silent"]
    assert {run.colour for run in silent.paragraphs[0]} == {PALETTE.secondary}


def test_what_nobody_has_read_is_never_called_silent() -> None:
    unread = rows("second case")["Denied?"][3]
    assert said(unread) == ["? not read yet"]
    assert {run.colour for run in unread.paragraphs[0]} == {PALETTE.secondary}


def test_odd_wording_has_its_sign_in_the_colour_of_what_to_check() -> None:
    first, words, *_ = rows("own")["Load on departure"][1].paragraphs[0]
    assert (first.text, first.colour) == ("▲ ", "#8A5A00")
    assert words.text == "“leave Russian ports empty but return fully loaded”"


def test_only_the_first_claims_of_many_are_named() -> None:
    many = tuple(f"A{number:02}" for number in range(1, 8))
    shown = view("own").comparison.head(2)
    row = table(with_rows("own", shown.assign(claim_ids=pd.Series([many] * 2, dtype=object)))[0]).rows[1]
    assert said(row[1])[0].endswith(" [A01] [A02] [A03] [A04] and 3 more")


@pytest.mark.parametrize(
    ("title", "sign", "colour", "tint"),
    [
        ("Oil volume", "1  One document only", "#4A5867", "#EEF1F4"),
        ("Trips", "↺  Compatible, likely same origin", "#7B3F98", "#F3EBF7"),
        ("Port", "↺  Likely same origin", "#7B3F98", "#F3EBF7"),
        ("Seoul’s aid policy", "=  Compatible", "#1F7A4D", "#E8F3ED"),
        ("Load on departure", "!  Check the wording", "#8A5A00", "#FAF1DF"),
        ("Military technology to Pyongyang", "+  Different things", "#0F6E78", "#E4F1F3"),
        ("Troops deployed?", "±  A at odds with itself", "#A3195B", "#FAE8F0"),
    ],
)
def test_a_reading_has_its_sign_its_word_and_its_tint(title: str, sign: str, colour: str, tint: str) -> None:
    reading = rows("own")[title][-1]
    assert said(reading)[0] == sign
    assert (reading.paragraphs[0][0].colour, reading.fill) == (colour, tint)


def test_the_colours_of_readings_are_those_of_the_pages() -> None:
    light = MARKUP.read_text(encoding="utf-8").split("[data-theme")[0]
    for tone, colours in TONES.items():
        assert re.search(rf"--{tone}: (#\w+); --{tone}-tint: (#\w+);", light).groups() == colours  # type: ignore[union-attr]
    assert set(TONES) == {style.tone for style in READINGS.values()}


def test_the_public_record_has_a_column_of_its_own_with_its_sign() -> None:
    slide = drawn("own with the record")[0]
    assert said(table(slide).rows[0][3]) == ["Public record", "↗ cited: an address, not a text; all in the notes"]
    assert said(rows("own with the record")["Oil volume"][3]) == [
        "↗ > 1,000,000 barrels, Open Source Centre, with the BBC [oil-osc-001]",
        "↗ about 125,000 barrels, RUSI, via the Financial Times [oil-rusi-002] and 4 more",
    ]


def test_without_the_public_record_there_is_no_column_for_it() -> None:
    assert {len(table(slide).widths) for slide in drawn("own")} == {4}


def test_a_question_that_asks_for_no_number_is_answered_in_words() -> None:
    cited = said(rows("second case with the record")["Denied?"][4])
    assert cited[0].startswith("↗ A ministry in Sorrin: no copper at all, [link](javascript:alert(1)) <script>")
    assert cited[0].endswith("[ministry-denies]")


def test_where_nothing_is_cited_the_cell_says_so() -> None:
    assert said(rows("second case with the record")["Misprints"][4]) == ["nothing cited"]


def test_an_error_in_the_record_is_marked_and_comes_last() -> None:
    by_question = view("own with the record").answers
    assert by_question is not None
    errors_first = by_question.sort_values("standing").groupby("question_id").head(2)
    row = table(slides(replace(view("own with the record"), answers=errors_first))[0]).rows[1]
    first, second = said(row[3])
    assert ERROR not in first
    assert second.startswith("↗ ! error in the source: ")


def test_six_slides_hold_thirty_documents() -> None:
    found = drawn("thirty documents")
    assert [slide.title for slide in found] == [f"The documents are at odds ({place} of 6)" for place in range(1, 7)]
    heads = [[said(cell)[0] for cell in table(slide).rows[0]] for slide in found]
    assert heads[0] == ["Question", *(f"Document R{number}" for number in range(1, 6)), "Reading"]
    assert heads[5][1:6] == [f"Document R{number}" for number in range(26, 31)]
    assert foot(found[1])[-1] == "On this slide: documents R6, R7, R8, R9 and R10 of 30."


def test_beside_the_public_record_fewer_documents_have_room() -> None:
    crowd = view("thirty documents")
    none_cited = pd.DataFrame(columns=["question_id", "record_id", "standing"])
    found = slides(replace(crowd, answers=none_cited))
    assert len(found) == 10
    assert {len(table(slide).widths) for slide in found} == {6}


def test_questions_that_do_not_fit_stand_on_the_next_slide() -> None:
    assert [[said(row[0])[0] for row in table(slide).rows] for slide in drawn("own")] == [
        [
            "Question",
            "Oil volume",
            "Trips",
            "UN cap of 500,000 a year",
            "Port",
            "Load on departure",
            "What the oil pays for",
        ],
        [
            "Question",
            "Military technology to Pyongyang",
            "Troops",
            "Treaty of June",
            "Seoul’s aid policy",
            "Troops deployed?",
            "Named source for the oil",
        ],
    ]


@pytest.mark.parametrize(
    "case", ["own", "own with the record", "second case with the record", "hostile texts", "long texts"]
)
def test_rows_hold_their_words_and_end_above_the_foot(case: str) -> None:
    for slide in drawn(case):
        shown, (below,) = table(slide), [thing for thing in every(slide.things) if isinstance(thing, Text)]
        for row, tall in zip(shown.rows, shown.heights, strict=True):
            assert all(
                height(cell.paragraphs, width, shown.points) <= tall
                for cell, width in zip(row, shown.widths, strict=True)
            )
        assert sum(shown.widths) == pytest.approx(CONTENT.width)
        assert CONTENT.y + sum(shown.heights) + 0.1 <= below.place.y
        assert below.place.bottom <= CONTENT.bottom + 0.001


def test_rows_of_the_longest_words_still_fit_a_slide() -> None:
    long = "위쪽골짜기의소금 соль Верхней долины salt of the Upper Vale " * 20
    shown = view("own").comparison.assign(title=long, label=long, why=long, words=long)
    tables = [table(slide) for slide in with_rows("own", shown)]
    assert sum(len(one.rows) - 1 for one in tables) == 12
    assert max(one.place.bottom for one in tables) < 6.0


def test_the_foot_says_what_the_marks_do_not_mean() -> None:
    assert foot(drawn("own")[1]) == [
        f"On no row do two documents agree from known, independent origins. {MEANING}",
        "● states    ◐ states, without a figure    ○ silent    ▲ wording odd    ? not read yet",
    ]
    assert foot(drawn("second case")[0])[0] == (
        f"Two documents agree from known, independent origins on “Barges”. {MEANING}"
    )
    assert foot(drawn("second case")[0])[1] == "Not read yet: document R for one of five questions."
    assert foot(drawn("own with the record")[0])[1].endswith("↗ cited, not quoted")


def test_long_titles_in_the_foot_leave_its_last_sentences_whole() -> None:
    long = "the salt of the Upper Vale " * 12
    shown = view("second case").comparison.assign(title=long)
    assert foot(with_rows("second case", shown)[0])[0].endswith(f"… {MEANING}")


def test_what_the_filters_leave_out_is_said() -> None:
    comparison = view("own").comparison
    (slide,) = with_rows("own", comparison[comparison["reading"] == "compatible"], "reading compatible")
    assert foot(slide)[-1] == "1 of 12 questions is shown. Filters are in force: reading compatible."
    (slide,) = with_rows("own", comparison[(comparison["document"] == "B") & (comparison["reading"] == "compatible")])
    assert foot(slide)[-1] == "1 of 12 questions is shown. 1 of 2 documents is shown."


def test_filters_that_let_nothing_pass_are_named_as_the_reason() -> None:
    (slide,) = with_rows("own", view("own").comparison.head(0))
    assert slide.title == "No question matches the filters"
    assert foot(slide) == ["The dataset has 12; the filters of this view pass none."]


def test_a_dataset_without_questions_says_so() -> None:
    (slide,) = drawn("no documents")
    assert (slide.title, slide.link) == (
        "This dataset has no question yet",
        "https://example.invalid/comparison?data=0123456789ab",
    )


def test_the_notes_hold_the_exact_quotes_of_every_cell() -> None:
    first, second = drawn("own")
    evidence = view("own").evidence
    for claim_id in ("A04", "B05", "B02", "A10", "B04", "A14", "A05", "B26", "A09", "A11", "A25", "A07", "B03"):
        assert f"“{evidence.claim_by_id[claim_id].quote}”" in first.notes
    assert f"“{evidence.claim_by_id['A29'].quote}”" in second.notes
    assert f"“{evidence.claim_by_id['A29'].quote}”" not in first.notes


def test_the_notes_hold_the_reading_with_its_origins_and_every_cited_fact() -> None:
    notes = drawn("own with the record")[0].notes
    assert "The number rests on A alone." in notes
    assert "↗ repeat-006 (cited): Russia supplied over a million barrels, put at 56,000 tonnes." in notes


def test_the_view_with_the_public_record_is_linked_with_it() -> None:
    assert drawn("own with the record")[0].link == ("https://example.invalid/comparison?layer=record&data=0123456789ab")


def test_hostile_words_stay_words() -> None:
    shown = table(drawn("hostile texts")[0])
    runs = [run for row in shown.rows for cell in row for paragraph in cell.paragraphs for run in paragraph]
    assert any("<script>alert()</script>" in run.text for run in runs)
    assert [run.link for run in runs if run.link and not run.link.startswith("https://example.invalid/")] == []
