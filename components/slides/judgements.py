"""Key judgements: the statements with their short answers; and apart from them, what confidence rests on."""

import re
from dataclasses import replace

from components.scene.text import cut, headline, height
from components.scene.things import CONTENT, PALETTE, SMALL_POINTS, Paragraph, Place, Run, Shape, Slide, Text
from components.sentences.against_limit import no_document, times_the_limit
from components.sentences.limits import called
from components.sentences.model.against import WITH_OTHERS
from components.sentences.model.calibration import calibration_sentence, figure_sentences
from components.sentences.model.estimate import has_limit, tension_sentences
from components.sentences.model.modelled import passed_in_words
from components.sentences.sources import source_lines
from components.slides.confidence import confidence, gaps
from components.slides.statements import Statement, statements
from components.slides.view import View
from components.slides.words.notes import chosen_sentences, notes
from components.slides.words.prose import abreast, linked, panel, signed
from components.theme import BEYOND_LIKELIHOODS, LIKELIHOODS

PART = "judgements"
PLAIN = "Key judgements, and what they rest on"
LABEL, BAR, BEFORE_TEXT = 2.55, 0.06, 0.1  # inches
BESIDE = CONTENT.width - LABEL - BEFORE_TEXT  # for the sentence
LEAST_GAP, MOST_GAP, PANEL_GAP = 0.08, 0.45, 0.2
ANSWER_POINTS, BANNER_POINTS = 14.0, 12.0
SIZES = (18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0)
LEAST_PANEL, MOST_PANEL = 1.3, 1.9  # inches for confidence and gaps, so that the statements keep their room
FEWER_LINES = (4, 3, 2, 1)
WORDS = "|".join(words.split(" (")[0] for words in (*BEYOND_LIKELIHOODS, *(str(words) for _, words in LIKELIHOODS)))
HALVED = re.compile(rf"[\s:—]*\b(?:beyond |below )?({WORDS})( \([^)]*)?…$")  # a likelihood whose range was cut off

Answer = tuple[Paragraph, Paragraph]
"""What a statement is about, and below it the answer in a few words."""


def slides(view: View) -> list[Slide]:
    """The first slide: three to five statements, and below them, apart, confidence and gaps."""
    told, firm, unknown = list(statements(view)), confidence(view), gaps(view)
    banner, answers = _banner(view), [_answer(one) for one in told]
    top = banner.place.bottom + LEAST_GAP if banner else CONTENT.y
    left = CONTENT.bottom - PANEL_GAP - top - _needed(answers, _sentences(told, view), SIZES[-1])
    panels = _panels(firm, unknown, view, max(LEAST_PANEL, min(MOST_PANEL, left)))
    rows = _rows(told, answers, view, top, panels[0].place.y - PANEL_GAP)
    claim_ids, record_ids = _claims(view), _records(view)
    words = [*(one.sentence for one in told), *_disagreements(view), *firm, *unknown]
    slide = Slide(
        part=PART,
        title=_title(view),
        things=(*((banner,) if banner else ()), *rows, *panels),
        source=source_lines(claim_ids, view.evidence, record_ids=record_ids, model=view.estimate),
        notes=notes(view, claim_ids, record_ids, model=True, words=words),
        link=view.links.to(""),
    )
    return [slide]


def _title(view: View) -> str:
    row, limit = view.volume, view.evidence.headline_limit
    if view.estimate is not None and has_limit(view.estimate):
        passed = passed_in_words(view.estimate)
        brief = passed.replace(f" {WITH_OTHERS}", ", all counted")
        return headline(f"Key judgements: {passed}", f"Key judgements: {brief}", PLAIN)
    if row is None:
        none = f"Key judgements: {no_document(view.evidence).lower()} gives a number"
        return headline(none, PLAIN) if view.evidence.complete else PLAIN
    if limit is None or not row["comparable"]:
        return PLAIN
    against = times_the_limit(row, called(limit))
    return headline(f"Key judgements: {against}", f"Key judgements: {times_the_limit(row, limit.name)}", PLAIN)


def _banner(view: View) -> Text | None:
    """What a reader has changed; nobody is to take such a slide for that of the case."""
    if not (view.own or view.filters):
        return None
    words = signed(" ".join(chosen_sentences(view)), view)
    told = cut(f"!  {words}", CONTENT.width, BANNER_POINTS, 2, bold=True)
    paragraph = (Run(told, bold=True, colour=PALETTE.limit),)
    place = CONTENT._replace(height=height((paragraph,), CONTENT.width, BANNER_POINTS))
    return Text("Own choices", place, (paragraph,), words, BANNER_POINTS, fill=PALETTE.beyond)


def _rows(told: list[Statement], answers: list[Answer], view: View, top: float, bottom: float) -> list[Text | Shape]:
    """A row for each statement: its short answer, a bar in its colour, and the sentence."""
    room = bottom - top
    sentences, points = _fitted(told, answers, view, room)
    heights = _heights(answers, sentences, points)
    gap = min(MOST_GAP, max(LEAST_GAP, (room - sum(heights)) / max(len(told) - 1, 1)))
    things: list[Text | Shape] = []
    y = top
    for number, (one, answer, sentence, tall) in enumerate(zip(told, answers, sentences, heights, strict=True), 1):
        name = f"Judgement {number}"
        beside = Place(CONTENT.right - BESIDE, y, BESIDE, tall)
        bar = Place(CONTENT.x + LABEL, y, BAR, tall)
        things += [
            Text(f"{name}, in short", Place(CONTENT.x, y, LABEL, tall), answer, f"{one.about}: {one.answer}"),
            Shape(f"{name}, bar", bar, "rectangle", "", fill=one.colour),
            Text(name, beside, (sentence,), f"{one.about}: {one.sentence}", points),
        ]
        y += tall + gap
    return things


def _answer(one: Statement) -> Answer:
    about = cut(one.about, LABEL, SMALL_POINTS, 1)
    answer = cut(one.answer, LABEL, ANSWER_POINTS, 1, bold=True)
    return (
        (Run(about, colour=PALETTE.secondary, points=SMALL_POINTS),),
        (Run(answer, bold=True, colour=one.colour, points=ANSWER_POINTS),),
    )


def _fitted(told: list[Statement], answers: list[Answer], view: View, room: float) -> tuple[list[Paragraph], float]:
    """The sentences in the largest type in which all of them fit; the long ones cut where none is small enough."""
    sentences = _sentences(told, view)
    for points in SIZES:
        if _needed(answers, sentences, points) <= room:
            return sentences, points
    for most in FEWER_LINES:
        sentences = _sentences(told, view, most)
        if _needed(answers, sentences, SIZES[-1]) <= room:
            break
    return sentences, SIZES[-1]


def _sentences(told: list[Statement], view: View, most: int = 0) -> list[Paragraph]:
    """The sentences whole, or of at most so many lines."""
    words = [signed(one.sentence, view) for one in told]
    if most:
        words = [HALVED.sub("…", cut(sentence, BESIDE, SIZES[-1], most)) for sentence in words]
    return [linked(sentence, view) for sentence in words]


def _needed(answers: list[Answer], sentences: list[Paragraph], points: float) -> float:
    """How much room the rows take at the least, with the gap below each but the last."""
    return sum(_heights(answers, sentences, points)) + LEAST_GAP * (len(answers) - 1)


def _heights(answers: list[Answer], sentences: list[Paragraph], points: float) -> list[float]:
    return [
        max(height(answer, LABEL, ANSWER_POINTS), height((sentence,), BESIDE, points))
        for answer, sentence in zip(answers, sentences, strict=True)
    ]


def _panels(firm: list[str], unknown: list[str], view: View, room: float) -> list[Text]:
    """Confidence and gaps side by side at the foot, each in a box of its own, apart from the statements."""
    wide = (CONTENT.width - PANEL_GAP) / 2
    left = Place(CONTENT.x, CONTENT.y, wide, room)
    both = abreast(
        panel("Confidence", "What confidence rests on", firm, left, view),
        panel("Gaps", "What is not known", unknown, left._replace(x=left.right + PANEL_GAP), view),
    )
    return [replace(one, place=one.place._replace(y=CONTENT.bottom - one.place.height)) for one in both]


def _disagreements(view: View) -> list[str]:
    """How the model lies to what others published, figure by figure, and what is stated of the limit by a day."""
    estimate, evidence = view.estimate, view.evidence
    if estimate is None:
        return []
    published = [calibration_sentence(estimate, evidence), *figure_sentences(estimate, evidence)]
    return [*published, *tension_sentences(estimate, evidence)]


def _claims(view: View) -> list[str]:
    """The claims behind the statements: number, limit, trips, and where the documents are at odds."""
    limit, estimate = view.evidence.headline_limit, view.estimate
    found = [] if view.volume is None else [*view.volume["claim_ids"]]
    found += [*(limit.claims if limit else ()), *(estimate.claim_ids if estimate else ())]
    cells = zip(view.comparison["reading"].tolist(), view.comparison["claim_ids"].tolist(), strict=True)
    apart = (claim_ids for reading, claim_ids in cells if reading in ("differ", "against-itself"))
    return list(dict.fromkeys([*found, *(one for claim_ids in apart for one in claim_ids)]))


def _records(view: View) -> list[str]:
    limit, estimate = view.evidence.headline_limit, view.estimate
    found = [*(limit.records if limit else ())]
    published = [one for ids in estimate.calibration["record_ids"] for one in ids] if estimate else []
    found += [*estimate.record_ids, *published] if estimate else []
    return list(dict.fromkeys(found))
