"""The first slide: statements with their answers and claims; apart from them, what confidence rests on."""

import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from components.scene.text import height
from components.scene.things import CONTENT, Place, Slide, Text, every
from components.slides import judgements, sources
from components.slides import scales as words
from components.slides.confidence import solidity, undated
from components.slides.modelled import method
from components.theme import BEYOND_LIKELIHOODS, LIKELIHOODS
from data.models.assumptions import Settings
from data.reading.seeds import read_evidence
from tests.cases.edit import plant
from tests.cases.salt_case import write_case
from tests.components.slides.slide_texts import judged, lines, told, under, view
from tests.components.slides.views import BRIEFED

PARTS = (judgements, method, sources, words)
LIKELY = re.compile("|".join(re.escape(str(words).split(" (")[0]) for _, words in LIKELIHOODS))
LIKELIHOOD = re.compile("|".join(map(re.escape, (*BEYOND_LIKELIHOODS, *(str(words) for _, words in LIKELIHOODS)))))
OF_THE_OWN_CASE = [
    (
        "Reported",
        "> 1,000,000 barrels",
        (
            "An undated news article (The Pinnacle Gazette, document A) reports more than 1,000,000 barrels of oil "
            "for 2024 from Russia to North Korea [A04], probably after Open Source Centre, with the BBC: more than "
            "twice the annual UN cap of 500,000 barrels [A14]; no other document gives a number."
        ),
    ),
    (
        "Modelled",
        "about 930,000 barrels",
        (
            "43 trips counted, and those not seen: about 930,000 barrels (90% range 620,000–1,400,000) [B04] "
            "[↗ oil-osc-003]. In more than 99 of 100 runs the modelled volume, with what else was notified, is above "
            "the UN cap: beyond almost certain (over 99%); Russia’s alone in 99 of 100: almost certain (95–99%)."
        ),
    ),
    (
        "Model above the reported number",
        "38 of 100 runs",
        (
            "Every published figure lies above the model’s middle. In 38 of 100 runs the modelled volume is above "
            "1,000,000: unlikely (20–45%). Reported are more than 1,000,000 barrels [A04]."
        ),
    ),
    (
        "UN cap passed",
        "about 14 Jun 2024",
        (
            "These trips, with what else was notified, spread evenly from 7 Mar 2024 to 5 Nov 2024, pass the UN cap "
            "about 14 Jun 2024 (90% range 6 May 2024 to 1 Aug 2024). By Russia alone it is passed in 99 of 100 "
            "runs, in those about 16 Jul 2024 (90% range 23 May 2024 to 23 Sep 2024)."
        ),
    ),
    (
        "In a single document only",
        "5 of 12 questions",
        (
            "Five of twelve questions rest on a single document; on none the documents contradict each other; on "
            "one a document is at odds with itself (“Troops deployed?” [A08] [A20] [A23] [A40]). Of the others one "
            "is compatible, two go back to one origin each, two name different things and one has a wording to be "
            "checked."
        ),
    ),
]


def slides(name: str) -> list[Slide]:
    """The slides of words of one case."""
    return [slide for part in PARTS for slide in part.slides(view(name))]


def test_the_statements_of_the_own_case_are_these() -> None:
    assert judged(judgements.slides(view("own"))[0]) == OF_THE_OWN_CASE


def test_confidence_stands_apart_and_rests_on_what_curators_gave() -> None:
    slide = judgements.slides(view("own"))[0]
    assert lines(slide, "Confidence") == [
        "What confidence rests on",
        "• No level of confidence is given: nobody has judged one. It would rest on this:",
        "• Of eight assumptions two are supported, three have caveats and three are unsupported.",
        "• One known origin stands behind the reported number and the count of…",
        "… more in the notes",
    ]
    for rest in (
        (
            "One known origin stands behind the reported number and the count of trips, in part by inference: Open "
            "Source Centre, with the BBC."
        ),
        "Both documents are graded F (reliability cannot be judged).",
        "On no row do two documents agree from known, independent origins.",
    ):
        assert rest in slide.notes


def test_what_is_not_known_begins_with_the_product() -> None:
    slide = judgements.slides(view("own"))[0]
    assert lines(slide, "Gaps") == [
        "What is not known",
        "• The text says “oil”; the UN cap covers refined petroleum products, all suppliers together.",
        "• Neither document has a date of publication.",
        "• 53 of 72 claims go back to no known origin.",
        "… more in the notes",
    ]
    for rest in (
        "Nothing supports “Share of trips seen”, “Doubt about the median ship” and “Tank volume per deadweight”.",
        "What to collect next: “Mean size of the ships” explains 55% of the spread, “Share of trips seen” 21%.",
    ):
        assert rest in slide.notes


def test_a_case_that_models_nothing_says_so_in_the_place_of_the_model() -> None:
    slide = judgements.slides(view("second case"))[0]
    assert slide.title == "Key judgements: more than 1.3 times the Concord cap"
    assert judged(slide) == [
        (
            "Reported",
            "> 26,000 tonnes",
            (
                "A letter of 5 October 2031 (Port Ansel harbour office, document P) "
                "reports more than 26,000 tonnes of refined copper for April to September 2031 "
                "from Veldmark to Sorrin [P02]: "
                "more than 1.3 times the annual Concord cap of 20,000 tonnes [P03]."
            ),
        ),
        (
            "Modelled",
            "nothing",
            "This case has no sound assumptions.",
        ),
        (
            "In a single document only",
            "1 of 5 questions",
            (
                "“Cap” rests on a single document; on one the documents contradict each other (“Denied?” [P02] [Q03]). "
                "Of the others one is compatible, one goes back to one origin and one has a wording to be checked."
            ),
        ),
    ]
    assert lines(slide, "Gaps")[1:] == [
        "• Not read yet: document R for one of five questions.",
        "• Two of three documents have no date of publication (Q, R).",
        "• 4 of 16 claims go back to no known origin.",
        "• No volume is modelled, so no likelihood of any volume can be given.",
    ]


def test_without_documents_the_first_slide_says_that_nothing_is_there() -> None:
    slide = judgements.slides(view("no documents"))[0]
    assert slide.title == "Key judgements: no document gives a number"
    assert [(about, answer) for about, answer, _ in judged(slide)] == [
        ("Reported", "no number"),
        ("Modelled", "nothing"),
        ("In a single document only", "no question yet"),
    ]
    assert lines(slide, "Gaps")[1] == "• There is no document in this dataset yet."


def test_without_a_limit_the_title_compares_nothing() -> None:
    slide = judgements.slides(view("no limit"))[0]
    assert slide.title == "Key judgements, and what they rest on"
    assert judged(slide)[0][2] == (
        "An undated text (document R2) reports exactly 200 tonnes of salt from Upper Vale to Lower Vale [S02]; "
        "it is not set against a "
        "limit, because the case names no limit."
    )


def test_of_thirty_documents_that_differ_only_the_first_are_named() -> None:
    slide = judgements.slides(view("thirty documents"))[0]
    assert judged(slide)[2][2] == (
        "No question rests on a single document; "
        "on one the documents contradict each other (“Volume” [S01] [S02] [S03] [S04] and others)."
    )
    assert lines(slide, "Confidence")[4] == "• All 30 documents are graded C (fairly reliable)."


def test_few_runs_that_pass_the_limit_are_counted_in_the_place_of_a_day() -> None:
    slide = judgements.slides(under("own", Settings(count=20, alone=True)))[0]
    about, answer, _ = judged(slide)[3]
    assert (about, answer) == ("UN cap passed", "in 28 of 100 runs")


def test_a_reader_s_own_number_of_trips_has_no_origin_and_no_claim() -> None:
    slide = judgements.slides(under("own", Settings(count=20)))[0]
    assert judged(slide)[1][2].startswith(
        "20 trips, the reader’s number, and those not seen: about 430,000 barrels (90% range "
    )
    assert "[" not in judged(slide)[1][2]
    assert (
        "One known origin stands behind the reported number, in part by inference: Open Source Centre, with the BBC."
    ) in slide.notes


def test_the_first_slide_says_that_a_reader_s_own_choices_are_in_force() -> None:
    slide = judgements.slides(replace(view("own"), own="load on departure fixed at 50%"))[0]
    assert lines(slide, "Own choices") == [
        "! The reader’s own assumptions are in force: load on departure fixed at 50%."
    ]
    assert "The reader’s own assumptions are in force: load on departure fixed at 50%." in slide.notes


def test_without_choices_there_is_no_banner() -> None:
    assert "Own choices" not in [thing.name for thing in judgements.slides(view("own"))[0].things]


@pytest.mark.parametrize("case", ["own", "hostile texts", "long texts", "no documents"])
def test_the_banner_moves_the_rest_and_nothing_meets_or_leaves(case: str) -> None:
    slide = judgements.slides(replace(view(case), own="Соль Верхней долины " * 40))[0]
    boxes = [thing for thing in every(slide.things) if isinstance(thing, Text)]
    assert max(box.place.bottom for box in boxes) <= CONTENT.bottom + 0.01
    assert [
        box.name for box in boxes if height(box.paragraphs, box.place.width, box.points) > box.place.height + 0.01
    ] == []
    assert [(one.name, other.name) for one, other in combinations(boxes, 2) if meet(one.place, other.place)] == []


def meet(one: Place, other: Place) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    return across > 0.01 and min(one.bottom, other.bottom) - max(one.y, other.y) > 0.01


def test_the_notes_of_the_judgements_hold_their_quotes_and_who_disagrees() -> None:
    notes = judgements.slides(view("own"))[0].notes
    assert "[A14] Document A, characters " in notes
    assert "> 165,000 barrels by 31 Mar 2024: Kirby, 2 May: over 165,000 barrels in March 2024" in notes
    assert "↗ oil-osc-003 (cited): " in notes
    assert "20,000 draws, seed 20241122" in notes


@pytest.mark.parametrize("case", BRIEFED)
def test_no_sentence_holds_a_likelihood_and_a_confidence(case: str) -> None:
    for slide in slides(case):
        sentences = re.split(r"(?<=[.!?:])\s|\n", "\n".join([*told(slide), slide.notes]))
        assert [one for one in sentences if LIKELIHOOD.search(one) and "confiden" in one.casefold()] == []


@pytest.mark.parametrize("case", BRIEFED)
def test_a_likelihood_of_the_judgements_never_stands_without_its_range(case: str) -> None:
    sentences = [sentence for _, _, sentence in judged(judgements.slides(view(case))[0])]
    bare = [LIKELIHOOD.sub("", sentence) for sentence in sentences]
    assert [sentence for sentence in bare if LIKELY.search(sentence)] == []


def test_a_likelihood_whose_range_would_be_cut_off_is_cut_off_with_it() -> None:
    assert judgements.HALVED.sub("…", "above the cap: almost certain…") == "above the cap…"
    assert judgements.HALVED.sub("…", "above the cap: very unlikely (5–2…") == "above the cap…"
    assert judgements.HALVED.sub("…", "likely (55–80%). Reported are…") == "likely (55–80%). Reported are…"


def test_solidity_counts_each_kind_once() -> None:
    evidence = view("hostile texts").evidence
    assert evidence.assumptions is not None
    assert solidity(evidence.assumptions) == "Of seven assumptions seven are unsupported."


@pytest.mark.parametrize(
    ("documents", "dated", "sentence"),
    [
        (1, 0, "The one document has no date of publication."),
        (1, 1, ""),
        (2, 1, "One of two documents has no date of publication (R2)."),
        (3, 0, "No document has a date of publication."),
        (9, 1, "Eight of nine documents have no date of publication (R2, R3, R4, R5, R6, R7 and others)."),
    ],
)
def test_documents_without_a_date_are_counted(tmp_path: Path, documents: int, dated: int, sentence: str) -> None:
    folder = write_case(tmp_path / "made", documents)
    for number in range(1, dated + 1):
        given = 'language = "en"\npublished = "2039"\npublished_basis = "stated"'
        plant(folder / "documents" / f"report-{number:02}" / "evidence.toml", 'language = "en"', given)
    assert undated(read_evidence(folder)) == sentence
