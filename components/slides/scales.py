"""The scale of words: likelihood, grades, operators and signs, each with its meaning; and which dataset this is."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from components import theme
from components.scene.ruled import cell, head, table
from components.scene.things import CONTENT, Slide, Table
from components.sentences.comparison import MEANING
from components.sentences.counts import count
from components.sentences.method import CONFIDENCE
from components.sentences.sources import source_lines
from components.slides.view import View
from components.slides.words.notes import notes
from data.frames.newest import how_new, newest_fact, newest_notification
from data.models.evidence import Evidence

PART = "words"
BESIDE, BELOW = 0.25, 0.13
SHOWN_OF_FINGERPRINT = 16
DATES = "EDTF: 2031-06 a month, 2031-06~ about then, 2031-03/.. end open, [2031-03..2031-06] some time between"


class Scale(NamedTuple):
    """A small table of two columns: a word or a sign, and what it means."""

    terms: str
    meanings: str
    widths: tuple[float, float]
    entries: Sequence[tuple[str, str]]


def slides(view: View) -> list[Slide]:
    """Seven small tables on one slide: they are the same in every deck, save for that of the dataset."""
    upper = list(_abreast(scales(), CONTENT.y))
    lower = list(_abreast([*signs(), dataset(view.evidence)], max(one.place.bottom for one in upper) + BELOW))
    return [
        Slide(
            part=PART,
            title="Every word, grade and sign has a fixed meaning",
            things=(*upper, *lower),
            source=source_lines((), view.evidence, with_limit=False),
            notes=notes(view, (), words=(CONFIDENCE, MEANING, *_in_full(view.evidence))),
            link=view.links.to("method"),
        )
    ]


def scales() -> list[Scale]:
    """The scales of ICD 203 and of the Admiralty, and how operators are read."""
    likelihoods = [str(words).removesuffix(")").split(" (") for _, words in theme.LIKELIHOODS]
    operators = [
        (theme.OPERATOR_SIGNS[operator].strip() or operator, word) for operator, word in theme.OPERATOR_WORDS.items()
    ]
    return [
        Scale("Likelihood (ICD 203)", "Of the runs", (1.9, 1.1), [(word, ends) for word, ends in likelihoods]),
        Scale("", "Reliability (Admiralty)", (0.4, 2.55), list(theme.RELIABILITY_WORDS.items())),
        Scale(
            "",
            "Credibility (Admiralty)",
            (0.4, 2.45),
            [(str(grade), word) for grade, word in theme.CREDIBILITY_WORDS.items()],
        ),
        Scale("Number", "Read as", (1.1, 1.48), operators),
    ]


def signs() -> list[Scale]:
    """The signs of quoted and cited, of what a document answers, and of how answers are read together."""
    marks = [
        ("[id]", "quoted: a machine found the words in a stored text"),
        (theme.CITED_SIGN, "cited: an address without a stored text"),
    ]
    readings = [(style.sign, style.word.lower()) for style in theme.READINGS.values()]
    return [
        Scale("Sign", "Of a claim, a fact, or an answer", (0.55, 3.8), [*marks, *theme.CELL_SIGNS.values()]),
        Scale("Sign", "Reading of answers", (0.55, 2.15), readings),
    ]


def dataset(evidence: Evidence) -> Scale:
    """Which dataset this is, so that another can tell whether it is the same."""
    held = [count(len(evidence.current_documents), "document"), count(len(evidence.claims), "claim")]
    held.append(count(len(evidence.record_by_id), "cited fact"))
    fingerprint = evidence.fingerprint[:SHOWN_OF_FINGERPRINT]
    entries = [
        ("Version", f"{evidence.case.version}, fingerprint {fingerprint or 'not computed'}"),
        *_how_new(evidence),
        ("Holds", ", ".join(held) if evidence.complete else f"{', '.join(held)}; some is withheld"),
        ("Dates", DATES),
    ]
    return Scale("Dataset", evidence.case.title, (1.1, 3.48), entries)


def _how_new(evidence: Evidence) -> Iterator[tuple[str, str]]:
    newest, seen = newest_fact(evidence), newest_notification(evidence)
    if newest:
        notified = f"; notifications seen to {theme.day(seen)}" if seen else ""
        yield "Newest fact", f"{theme.day(newest)}{notified}"
    yield "Last looked", theme.day(evidence.case.as_of)


def _abreast(some: Sequence[Scale], y: float) -> Iterator[Table]:
    x = CONTENT.x
    for scale in some:
        rows = [head((scale.terms, scale.meanings), scale.widths, most=2)]
        rows += [
            (cell(term, scale.widths[0], most=2, bold=True), cell(meaning, scale.widths[1], most=3))
            for term, meaning in scale.entries
        ]
        told = "; ".join(f"{term}: {meaning}" for term, meaning in scale.entries)
        name = f"{scale.terms} {scale.meanings}".strip()
        yield table(name, rows, scale.widths, y, f"{name}. {told}.", x=x)
        x = round(x + sum(scale.widths) + BESIDE, 3)


def _in_full(evidence: Evidence) -> list[str]:
    case = evidence.case
    searched = [case.searched] if case.searched.strip() else []
    return [
        f"{case.title}: version {case.version}, {how_new(evidence)}, fingerprint {evidence.fingerprint}.",
        *searched,
    ]
