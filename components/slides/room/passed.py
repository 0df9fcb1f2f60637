"""When it was passed, for a room: the modelled volume as it grew, and the days on which it passes the limit."""

from components.scene.native.charts.days import held
from components.scene.native.charts.places import across, level
from components.scene.text import inches
from components.scene.things import PALETTE, ROOM_POINTS, Cumulative, Line, Place, Run, Slide, Text, as_one
from components.sentences.model import estimate as sentences
from components.sentences.model.lines import lines_of
from components.slides.modelled import crossing
from components.slides.room.sheet import FIGURE, LARGE_POINTS, below, shown
from components.slides.view import View
from components.slides.words.limits import fitted
from data.estimate.result import Estimate

PART = "room-crossing"
CALLOUT = 0.82  # inches of two lines above the chart
DIAMOND = 0.17


def slides(view: View) -> list[Slide]:
    """The days on which the limit is passed; no slide without an estimate, or without a limit."""
    estimate, evidence = view.estimate, view.evidence
    if estimate is None or evidence.headline_limit is None or not sentences.has_limit(estimate):
        return []
    frame = FIGURE._replace(y=FIGURE.y + CALLOUT, height=FIGURE.height - CALLOUT)
    chart = crossing.chart_of(estimate, view, frame, ROOM_POINTS)
    figure = as_one(chart.name, FIGURE, (chart, *crossing.before(view, chart), *_callout(estimate, chart)))
    tensions = sentences.tension_sentences(estimate, evidence)
    lines = lines_of(estimate)
    meaning = [f"Red: {lines.whole_label}.", "Blue: the model’s median and 90% band."]
    meaning += [f"Dotted: {view.other_name}."] if view.other else []
    meaning += ["A cited statement differs: see the appendix."] if tensions else []
    words = [f"{sentences.cumulative_headline(estimate, evidence)}.", sentences.crossing_sentence(estimate), *tensions]
    records = [*estimate.record_ids, *estimate.disagreements["record_id"]]
    things_shown, link = [figure, *below(meaning, view, words=36)], view.links.to("estimate")
    return [shown(PART, [crossing.title(view)], things_shown, view, link, estimate.claim_ids, records, words)]


def _callout(estimate: Estimate, chart: Cumulative) -> list[Text | Line]:
    """When it is passed, above the chart, with a line down to the day."""
    first, *rest = sentences.crossing_words(estimate)
    sizes, told = (LARGE_POINTS, ROOM_POINTS), (first, ", ".join(rest))
    cut = [fitted(line, estimate.limit_name, FIGURE.width, size) for line, size in zip(told, sizes, strict=True)]
    wide = max(inches(line, size, bold=True) for line, size in zip(cut, sizes, strict=True)) + 0.2
    ends = (chart.days[0], chart.days[-1])
    middle = across(chart.plot, ends, chart.window[1]) if chart.window else chart.plot.x + chart.plot.width / 2
    left = min(max(middle - wide / 2, FIGURE.x), FIGURE.right - wide)
    paragraphs = tuple(
        (Run(line, bold=not at, colour=PALETTE.limit, points=sizes[at]),) for at, line in enumerate(cut) if line
    )
    text = Text("Crossing", Place(left, FIGURE.y, wide, CALLOUT), paragraphs, ", ".join(told), LARGE_POINTS, "center")
    if not chart.window:
        return [text]
    end = level(chart.plot, chart.most, held(chart).on(chart.window[1])) - DIAMOND
    return [text, Line("To the crossing", (middle, FIGURE.y + CALLOUT), (middle, end), PALETTE.limit, "")]
