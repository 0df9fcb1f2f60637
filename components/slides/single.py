"""The figures of pages that no deck holds as a whole, each as slides of its own for who asks for it."""

from collections.abc import Callable, Sequence

from components.figures import cited, modelled
from components.scene.canvas import Look
from components.scene.furniture import Scene
from components.scene.things import Slide
from components.sentences.model.beliefs import tornado_headline
from components.sentences.model.estimate import dots_above, dots_headline, has_limit
from components.sentences.records.record import descent_headline, notified_headline
from components.sentences.sources import source_lines
from components.slides.figure import drawn
from components.slides.view import View
from components.slides.words.findings import finding, nothing
from components.slides.words.limits import shorter
from components.slides.words.notes import notes
from data.estimate.result import Estimate
from data.frames.descent import descent_frame
from data.frames.notified import notified_frame, notified_left_out, notified_years
from data.models.evidence import Evidence

Draw = Callable[[Look], Scene]


def dots(view: View) -> list[Slide]:
    """The equally likely volumes as dots."""
    return _of_the_model("dots", view, modelled.dots_of, modelled.dots_in_words, dots_headline, _above)


def _above(estimate: Estimate) -> str:
    above, total = dots_above(estimate)
    return f"{above} of {total} outcomes are above the {estimate.limit_name}" if has_limit(estimate) else ""


def tornado(view: View) -> list[Slide]:
    """What moves the modelled volume."""
    return _of_the_model(
        "tornado", view, modelled.tornado_of, modelled.tornado_in_words, lambda one, _: tornado_headline(one)
    )


def notified(view: View) -> list[Slide]:
    """What suppliers notified, year by year."""
    evidence, link = view.evidence, view.links.to("volumes")
    years, rows = notified_years(evidence), notified_frame(evidence)
    if years.empty:
        return [nothing("notified", "notification", 0, evidence, link)]
    records = [one for ids in years["record_ids"] for one in ids]
    alt = cited.notified_in_words(years, rows, notified_left_out(evidence), evidence)
    told = (notified_headline(years, evidence), "What was notified, year by year")
    draw: Draw = lambda look: cited.notified_by_year(years, rows, evidence, look, view.volume)  # noqa: E731
    return _slides("notified", view, draw, alt, told, link, (), records)


def origins(view: View) -> list[Slide]:
    """Which texts go back to whom."""
    evidence, link = view.evidence, view.links.to("record")
    texts = descent_frame(evidence)
    if texts.empty:
        return [nothing("origins", "text of the record", 0, evidence, link)]
    told, alt = (descent_headline(texts), "Texts, and who stands behind them"), cited.origin_graph_in_words(texts)
    records = texts.loc[texts["kind"] == "record", "text_id"].tolist()
    draw: Draw = lambda look: cited.origin_graph(texts, evidence, look)  # noqa: E731
    return _slides("origins", view, draw, alt, told, link, (), records)


def _of_the_model(
    part: str,
    view: View,
    draw: Callable[[Estimate, Evidence, Look], Scene],
    in_words: Callable[[Estimate, Evidence], str],
    headline: Callable[[Estimate, Evidence], str],
    brief: Callable[[Estimate], str] = lambda _: "",
) -> list[Slide]:
    estimate, evidence, link = view.estimate, view.evidence, view.links.to("estimate")
    if estimate is None:
        return [nothing(part, "estimate", 0, evidence, link)]
    whole = headline(estimate, evidence)
    told = (whole, whole.partition(";")[0], brief(estimate), "What the model says, and how far it is sure")
    figure: Draw = lambda look: draw(estimate, evidence, look)  # noqa: E731
    alt, behind = in_words(estimate, evidence), (estimate.claim_ids, estimate.record_ids)
    return _slides(part, view, figure, alt, told, link, *behind, model=estimate)


def _slides(
    part: str,
    view: View,
    draw: Draw,
    alt: str,
    told: Sequence[str],
    link: str,
    claims: Sequence[str] = (),
    records: Sequence[str] = (),
    model: Estimate | None = None,
) -> list[Slide]:
    parts = drawn(draw, told[-1], alt, view)
    titles = [form for sentence in told for form in shorter(sentence, view.evidence)]
    sources = source_lines(claims, view.evidence, record_ids=records, model=model)
    text = notes(view, claims, records, model=model is not None, words=[f"{told[0]}."])
    return [
        Slide(part, finding(titles, place, len(parts)), one.things, sources, text, link)
        for place, one in enumerate(parts, 1)
    ]
