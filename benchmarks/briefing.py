"""The deck and the zip, made anew, against opening and saving an empty deck of as many slides."""

import io
from functools import partial

from pptx import Presentation

from benchmarks.measuring import Line, Report, clocked, medians
from components.slides import deck
from components.slides.view import View, view_of
from data import read_evidence
from data.estimate.result import Settings, estimate
from data.export.archive import archive
from data.models.links import Links

BUDGET = 6.0
SECONDS = 2
DECK, ZIP, PREVIEW, EMPTY = "deck", "zip", "preview", "empty"


def measure(rounds: int) -> Report:
    """The data are read and the estimate is drawn before the clock starts; everything after that is counted."""
    evidence = read_evidence()
    modelled, links = estimate(evidence, Settings()), Links(fingerprint=evidence.fingerprint)
    many = len(deck.slides(view_of(evidence, modelled, links)))
    works = {
        EMPTY: clocked(partial(_empty, many)),
        DECK: clocked(lambda: deck.deck(view_of(evidence, modelled, links))),
        PREVIEW: clocked(lambda: _pictures(view_of(evidence, modelled, links))),
        ZIP: clocked(lambda: archive(evidence, modelled, links)),
    }
    found = medians(rounds, works)
    lines = (
        Line(f"the deck of {many} slides, against an empty one of as many", found[DECK], found[EMPTY], BUDGET),
        Line("the zip with workbook, package and other formats, against the same", found[ZIP], found[EMPTY]),
        Line("the previews of all slides, against the same", found[PREVIEW], found[EMPTY]),
    )
    over = [name for name in (DECK, ZIP) if found[name] > SECONDS * 1_000]
    kept = f"not: {', '.join(over)}" if over else "yes"
    return Report(lines, (f"Deck and zip each under {SECONDS} seconds: {kept}.",))


def _empty(many: int) -> bytes:
    presentation = Presentation()
    for _ in range(many):
        presentation.slides.add_slide(presentation.slide_layouts[5])
    written = io.BytesIO()
    presentation.save(written)
    return written.getvalue()


def _pictures(view: View) -> list[str]:
    from components.scene.svg import svg

    slides = deck.slides(view)
    return [svg(slide, number, len(slides)) for number, slide in enumerate(slides, 1)]
