"""Every figure that can be opened full-bleed: how it is drawn from the address alone, and what its marks open."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from components import state
from components.figures import captioned, cited, modelled
from components.figures.compared.comparison import comparison, comparison_in_words
from components.figures.years.by_year import by_year_in_words, by_year_of
from components.scene.canvas import Look
from components.scene.furniture import Scene
from components.sentences.model.estimate import not_estimated
from components.sentences.timeline import timeline_headline, timeline_sentence
from components.widgets import choices, filters, panels, record, years
from components.widgets.workbench import scenario
from data.estimate.result import Estimate, NotEstimated
from data.frames.by_year import estimates_left_out
from data.frames.notified import notified_frame, notified_left_out
from data.frames.reported import headline_row, row_key
from data.frames.timeline import filtered
from data.models.evidence import Evidence


class Seen(NamedTuple):
    """A figure as the address asks for it: what was chosen, how it is drawn, and what it says."""

    chosen: str
    draw: Callable[[Look], Scene]
    alt: Callable[[], str]


class Missing(NamedTuple):
    """Why there is no such figure, and what to do."""

    reason: str
    remedy: str


class Opens(NamedTuple):
    """Where a click on a mark leads: a page, and the query parameters that open the words there."""

    page: str
    query: dict[str, str | None]


class Figure(NamedTuple):
    """A figure: its title, the page it stands on, what is to be seen, and where a click on a mark leads."""

    title: str
    page: str
    seen: Callable[[Evidence], Seen | Missing]
    behind: Callable[[str], Opens]


def _gauge(evidence: Evidence) -> Seen:
    settings, row = state.current_settings(evidence), choices.volume_choice(state.frames().stated_volumes, evidence)
    estimate = choices.estimate_beside(row, settings, evidence)
    return Seen(
        f"{row_key(row)} {settings}",
        lambda look: captioned.gauge(row, evidence, look, estimate),
        partial(captioned.gauge_in_words, row, evidence, estimate),
    )


def _bullets(evidence: Evidence) -> Seen | Missing:
    settings, limit = state.current_settings(evidence), evidence.headline_limit
    if limit is None:
        return Missing(*filters.no_limit(evidence))
    rows, estimate = state.volumes(settings), state.estimate(settings)
    return Seen(
        repr(settings),
        lambda look: captioned.bullets(rows, limit, evidence, look, estimate),
        partial(captioned.bullets_in_words, rows, evidence, estimate),
    )


def _by_year(evidence: Evidence) -> Seen | Missing:
    settings = state.current_settings(evidence)
    rows = state.by_year(settings)
    if not years.is_worth_drawing(rows):
        return Missing(*years.NOTHING)
    estimate = state.estimate(settings)
    known = None if isinstance(estimate, NotEstimated) else estimate
    return Seen(
        repr(settings),
        lambda look: by_year_of(rows, evidence, look, known),
        partial(by_year_in_words, rows, estimates_left_out(evidence), evidence),
    )


def _notified(evidence: Evidence) -> Seen | Missing:
    years = state.frames().notified_years
    if years.empty:
        return Missing("Nothing notified can be set against the limit.", "What suppliers notified would stand here.")
    rows, headline = notified_frame(evidence), headline_row(state.frames().stated_volumes, evidence)
    return Seen(
        "all",
        lambda look: cited.notified_by_year(years, rows, evidence, look, headline),
        partial(cited.notified_in_words, years, rows, notified_left_out(evidence), evidence),
    )


def _timeline(evidence: Evidence) -> Seen | Missing:
    with_record, timeline = filters.shows_record(evidence), state.frames().timeline
    on_show = state.frames().events if with_record else timeline
    chosen = choices.timeline_choice(evidence, on_show)
    rows = filtered(on_show, *chosen)
    if rows.empty:
        return Missing(*filters.nothing_matches(on_show, "event", evidence))
    writing, headline = state.frames().writing, headline_row(state.frames().stated_volumes, evidence)
    lanes = [lane.title for lane in evidence.case.lanes if lane.id in set(rows["lane"])]
    return Seen(
        f"{chosen} {with_record}",
        lambda look: captioned.events(rows, writing, headline, evidence, look, (chosen.since, chosen.until)),
        lambda: f"{timeline_headline(rows)}. {timeline_sentence(rows, len(on_show), lanes, writing)}",
    )


def _estimated(
    draw: Callable[[Estimate, Evidence, Look], Scene], alt: Callable[[Estimate, Evidence], str]
) -> Callable[[Evidence], Seen | Missing]:
    def seen(evidence: Evidence) -> Seen | Missing:
        settings = state.current_settings(evidence)
        estimate = state.estimate(settings)
        if isinstance(estimate, NotEstimated):
            return Missing(not_estimated(estimate), "")
        return Seen(repr(settings), partial(draw, estimate, evidence), partial(alt, estimate, evidence))

    return seen


def _compared(
    draw: Callable[[Estimate, Evidence, Look, Estimate | None, str], Scene], alt: Callable[[Estimate, Evidence], str]
) -> Callable[[Evidence], Seen | Missing]:
    """A figure of the estimate with what it is compared with, dotted, as on its page."""

    def seen(evidence: Evidence) -> Seen | Missing:
        estimate = state.estimate(state.current_settings(evidence))
        if isinstance(estimate, NotEstimated):
            return Missing(not_estimated(estimate), "")
        other = scenario.compared_with(estimate, evidence)
        return Seen(
            f"{estimate.settings} {other.estimate.settings if other.estimate else ''}",
            lambda look: draw(estimate, evidence, look, *other),
            partial(alt, estimate, evidence),
        )

    return seen


def _origins(evidence: Evidence) -> Seen | Missing:
    texts = state.frames().descent
    if texts.empty:
        return Missing(*record.no_record(evidence))
    return Seen("all", partial(cited.origin_graph, texts, evidence), partial(cited.origin_graph_in_words, texts))


def _comparison(evidence: Evidence) -> Seen | Missing:
    whole = state.frames().comparison
    rows = choices.comparison_choice(evidence, whole)
    if rows.empty:
        return Missing(*filters.nothing_matches(whole, "question", evidence))
    with_record = filters.shows_record(evidence)
    answers = state.frames().record_answers if with_record else None
    readings, documents = sorted(set(rows["reading"])), sorted(set(rows["document"]))
    return Seen(
        f"{readings} {documents} {with_record}",
        lambda look: comparison(rows, whole, evidence, look, answers),
        partial(comparison_in_words, rows, whole),
    )


def _words_on(page: str) -> Callable[[str], Opens]:
    return lambda behind: Opens(page, panels.words_behind(behind))


def _behind_a_bar(event_id: str) -> Opens:
    return Opens("timeline", {"event": event_id})


def _behind_a_cell(behind: str) -> Opens:
    return Opens("record" if behind.startswith("record:") else "documents", panels.words_behind(behind))


def _behind_a_text(behind: str) -> Opens:
    kind, _, text_id = behind.partition(":")
    return Opens("record", {"record": text_id}) if kind == "record" else Opens("documents", {"document": text_id})


_ESTIMATE = _words_on("estimate")
CATALOGUE = {
    "gauge": Figure("Gauge", "volumes", _gauge, _words_on("volumes")),
    "by-year": Figure("Year against year", "volumes", _by_year, _words_on("volumes")),
    "bullets": Figure("Volumes against the limit", "volumes", _bullets, _words_on("volumes")),
    "notified": Figure("Notified by year", "volumes", _notified, _words_on("volumes")),
    "timeline": Figure("Timeline", "timeline", _timeline, _behind_a_bar),
    "dots": Figure(
        "Fifty equally likely volumes", "estimate", _compared(modelled.dots_of, modelled.dots_in_words), _ESTIMATE
    ),
    "cumulative": Figure(
        "Volume as it grew", "estimate", _compared(modelled.cumulative_of, modelled.cumulative_in_words), _ESTIMATE
    ),
    "tornado": Figure(
        "What moves the volume", "estimate", _estimated(modelled.tornado_of, modelled.tornado_in_words), _ESTIMATE
    ),
    "comparison": Figure("Sources compared", "comparison", _comparison, _behind_a_cell),
    "origins": Figure("Texts and their origins", "record", _origins, _behind_a_text),
}
