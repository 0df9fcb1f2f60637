"""The slide of the crossing: the modelled volume as it grew, the days on which it passes the limit, and who differs."""

from datetime import date, timedelta

from components.letters import capital
from components.scene.native.charts.days import FEW_DAYS, held
from components.scene.native.charts.places import across, level
from components.scene.text import LINE, POINTS_PER_INCH, headline, height, inches, lines
from components.scene.things import (
    CHART_POINTS,
    CONTENT,
    PALETTE,
    SMALL_POINTS,
    Cumulative,
    Line,
    Paragraph,
    Path,
    Place,
    Run,
    Shape,
    Slide,
    Text,
    Thing,
    as_one,
)
from components.sentences.against_limit import units
from components.sentences.limits import limit_rule
from components.sentences.model import estimate as sentences
from components.sentences.model.lines import lines_of
from components.sentences.sources import source_lines
from components.slides.modelled.meanwhile import with_strip
from components.slides.view import View
from components.slides.words.beside import HEADING_POINTS, Entry, barred, stacked
from components.slides.words.limits import axis_of, fitted, short_named, shorter, valued
from components.slides.words.notes import notes
from components.theme import CITED_SIGN, CITED_WORD, day, number, runs_of_100
from data.estimate.by_day import against_by_day
from data.estimate.result import Estimate
from data.frames.rows import rows_of

PART = "crossing"
Given = tuple[date, float, float, float]
CALLOUT_HEIGHT = 0.8
FRAME = Place(CONTENT.x, CONTENT.y + CALLOUT_HEIGHT, 8.4, CONTENT.height - CALLOUT_HEIGHT)
WORDS = Place(9.25, CONTENT.y, CONTENT.right - 9.25, CONTENT.height)
LABEL_ROOM, TOP_ROOM, TICK_AIR, RIGHT_ROOM = 0.45, 0.1, 0.15, 0.45
CALLOUT_SIZES = (15.0, 12.0)  # points of its first line and of the others
DIAMOND = 0.17  # inches
LEFT_WIDTH, HALF_LINE = 2.4, 0.02  # inches
DAY = timedelta(days=1)
MOST_CITED, MOST_WORDS = 3, 9
BEFORE = ("Lower end of the band before", "Median before", "Upper end of the band before")


def slides(view: View) -> list[Slide]:
    """The days on which the limit is passed; without an estimate or a limit, why there are none, in words."""
    estimate, evidence, limit = view.estimate, view.evidence, view.evidence.headline_limit
    if estimate is None or limit is None or not sentences.has_limit(estimate):
        return [_in_words_alone(view)]
    chart, strip = with_strip(chart_of(estimate, view), view)
    tensions = sentences.tension_sentences(estimate, evidence)
    records = [*estimate.record_ids, *estimate.disagreements["record_id"]]
    words = [f"{sentences.cumulative_headline(estimate, evidence)}.", sentences.crossing_sentence(estimate), *tensions]
    heading = valued(limit, WORDS.width, HEADING_POINTS)
    beside = [Entry(heading, short_named(sentences.crossing_sentence(estimate), limit.name), PALETTE.limit, MOST_WORDS)]
    figure = (
        chart,
        *before(view, chart),
        *_left(estimate, chart),
        *_callout(estimate, chart),
        *_cited_marks(estimate, chart),
        *strip,
    )
    beside += [
        _of_the_model(estimate, view),
        *(_of_a_statement(words, limit.name) for words in tensions[:MOST_CITED]),
    ]
    return [
        Slide(
            PART,
            title(view),
            (as_one(chart.name, CONTENT._replace(width=FRAME.width), figure), *stacked(beside, WORDS, view)),
            source_lines(estimate.claim_ids, evidence, record_ids=records, model=estimate),
            notes(view, estimate.claim_ids, records, model=True, words=[*words, f"{limit_rule(limit)}."]),
            view.links.to("estimate"),
        )
    ]


def title(view: View) -> str:
    """When the limit is passed, or how seldom, in at most 55 characters."""
    estimate, evidence = view.estimate, view.evidence
    if estimate is None:
        missed = evidence.headline_limit is not None and evidence.headline_limit.is_minimum
        return f"{'Since when the minimum is missed' if missed else 'When the limit was passed'} is not modelled"
    whole = sentences.cumulative_headline(estimate, evidence)
    if not sentences.has_limit(estimate):
        return headline(whole, "Without a limit there is no day on which it is passed")
    plain = whole.partition(" pace ")[2] or whole
    runs = f"{runs_of_100(float(estimate.crossed['share']))} runs pass the {estimate.limit_name}"
    forms = [whole, plain, *_shorter(plain, estimate), runs]
    forms += [shorter(form, evidence)[-1] for form in forms]
    return headline(*(capital(form) for form in forms))


def _shorter(told: str, estimate: Estimate) -> list[str]:
    """The finding in fewer words: what passes the limit is said as briefly as can be, with whose barrels is kept."""
    if estimate.comparison == "alone":
        return [told.replace("trips alone", "trips")]
    _, passes, when = told.partition(f" pass the {estimate.limit_name} ")
    name = estimate.limit_name
    return [f"All counted, the {name} is passed {when}", f"All counted, {name} passed {when}"] if passes else []


def chart_of(estimate: Estimate, view: View, frame: Place = FRAME, points: float = CHART_POINTS) -> Cumulative:
    """The chart of the series in front, with the days on which it passes the limit, if any run does."""
    found = estimate.crossed
    window = tuple(found[key].date() for key in ("q05", "q50", "q95")) if found["share"] > 0 else ()
    line, band = _line(estimate, window), _band(estimate)
    band = _reaching(band, (*window, *(moment for moment, _ in line)))
    days, low, middle, high = zip(*band, strict=True)
    over = max([*high, *(given[3] for given in _band(view.other))] if view.other else high)
    most, step = axis_of(over, estimate.limit_volume)
    left = inches(number(most), points) + TICK_AIR
    tall = frame.height - LABEL_ROOM - TOP_ROOM
    total = sentences.about(estimate.total, units(view.evidence, estimate.unit, 2))
    grows = f"Band and median of the modelled volume, which grows to {total} by {day(estimate.last)}."
    return Cumulative(
        name="Modelled volume by day",
        place=frame,
        plot=Place(frame.x + left, frame.y + TOP_ROOM, frame.width - left - RIGHT_ROOM, tall),
        days=days,
        q05=low,
        q50=middle,
        q95=high,
        limit_volume=float(estimate.limit_volume),
        limit_name=f"{estimate.limit_name} {number(estimate.limit_volume)}",
        window=window,
        most=most,
        step=step,
        alt=f"{grows} {_line_in_words(estimate, line)}{sentences.crossing_sentence(estimate)}",
        line=line,
        line_name=lines_of(estimate).label if line else "",
        points=points,
    )


def _band(estimate: Estimate) -> list[Given]:
    return [
        (row["day"].date(), float(row["q05"]), float(row["q50"]), float(row["q95"]))
        for row in rows_of(estimate.cumulative)
        if row["series"] == estimate.series
    ]


def _line(estimate: Estimate, window: tuple[date, ...]) -> tuple[tuple[date, float], ...]:
    """Where what the volume is held against bends, over all days that a chart must show; empty if it never does."""
    if not lines_of(estimate).two or estimate.room is None:
        return ()
    pieces = [piece for one in estimate.room.filed for piece in one.pieces]
    first = min([estimate.first, *window, *(piece.first for piece in pieces)])
    last = max([estimate.last, *window, *(piece.last + DAY for piece in pieces)])
    found = against_by_day(estimate, first, last)
    return tuple(zip(found.days, found.volumes, strict=True))


def _reaching(band: list[Given], days: tuple[date, ...]) -> list[Given]:
    """The band over more days: nothing before the first trip, and after the last one what had come by then."""
    first, last = min([band[0][0], *days]), max([band[-1][0], *days])
    if (last - first).days >= FEW_DAYS:
        first = first.replace(day=1)  # months are named on their first day
    before = [(moment, 0.0, 0.0, 0.0) for moment in dict.fromkeys((first, band[0][0] - DAY)) if moment >= first]
    after = [(last, *band[-1][1:])] if last > band[-1][0] else []
    return [*(before if first < band[0][0] else []), *band, *after]


def before(view: View, chart: Cumulative) -> list[Path]:
    """Median and band of the estimate that this one is compared with, dotted, within the days of the chart."""
    other, name = view.other, view.other_name
    if other is None:
        return []
    ends = chart.days[0], chart.days[-1]
    band = [given for given in _band(other) if ends[0] <= given[0] <= ends[1]]
    if len(band) < 2:
        return []
    found = []
    for told, points, values in zip(BEFORE, (1.0, 2.0, 1.0), list(zip(*band, strict=True))[1:], strict=True):
        places = tuple(
            (across(chart.plot, ends, given[0]), level(chart.plot, chart.most, float(value)))
            for given, value in zip(band, values, strict=True)
        )
        colour = PALETTE.secondary
        found.append(Path(told, places, f"{told}, {name}", False, outline=colour, line_points=points, dash="dot"))
    return found


def _line_in_words(estimate: Estimate, line: tuple[tuple[date, float], ...]) -> str:
    falls = f"The line falls to what is left: {lines_of(estimate).label}."
    return f"{falls} Before these trips and after them the band is level. " if line else ""


def _left(estimate: Estimate, chart: Cumulative) -> list[Text]:
    """Both numbers at the end of a line that falls: below it where there is room, else above."""
    if not chart.line:
        return []
    plot, whole = chart.plot, lines_of(estimate).whole_label
    told = fitted(whole, estimate.limit_name, LEFT_WIDTH, SMALL_POINTS, 2, bold=True)
    broken = lines(told, LEFT_WIDTH, SMALL_POINTS, bold=True)
    paragraphs: tuple[Paragraph, ...] = tuple((Run(line, bold=True, colour=PALETTE.limit),) for line in broken)
    tall, x = len(broken) * SMALL_POINTS * LINE / POINTS_PER_INCH, plot.right - LEFT_WIDTH
    levels = [level(plot, chart.most, held(chart).on(_day_at(chart, place))) for place in (x, plot.right)]
    top = levels[1] + HALF_LINE if levels[1] + HALF_LINE + tall <= plot.bottom else levels[0] - HALF_LINE - tall
    place = Place(x, top, LEFT_WIDTH, tall)
    return [Text("What is left", place, paragraphs, whole, SMALL_POINTS, align="right", wrap=False)]


def _day_at(chart: Cumulative, x: float) -> date:
    """The day that stands at a place of the plot."""
    days = (chart.days[-1] - chart.days[0]).days
    return chart.days[0] + timedelta(days=round((x - chart.plot.x) / chart.plot.width * days))


def _callout(estimate: Estimate, chart: Cumulative) -> list[Thing]:
    """The label of the window above the chart, with a line down to the day; without a window the label alone."""
    name, most = estimate.limit_name, FRAME.width
    told = sentences.crossing_words(estimate)
    sizes = [CALLOUT_SIZES[0], *(CALLOUT_SIZES[1] for _ in told[1:])]
    shown = [
        fitted(line, name, most, size, bold=not at) for at, (line, size) in enumerate(zip(told, sizes, strict=True))
    ]
    widths = [inches(line, size, bold=not at) for at, (line, size) in enumerate(zip(shown, sizes, strict=True))]
    wide = min(max(widths) + 0.2, most)
    paragraphs: tuple[Paragraph, ...] = tuple(
        (Run(line, bold=not at, colour=PALETTE.limit, points=size),)
        for at, (line, size) in enumerate(zip(shown, sizes, strict=True))
    )
    tall = height(paragraphs, wide, sizes[0])
    middle = across(chart.plot, (chart.days[0], chart.days[-1]), chart.window[1]) if chart.window else 0.0
    left = min(max((middle or FRAME.x + most / 2) - wide / 2, FRAME.x), FRAME.right - wide)
    text = Text("Crossing", Place(left, CONTENT.y, wide, tall), paragraphs, " ".join(told), sizes[0], align="center")
    if not chart.window:
        return [text]
    end = level(chart.plot, chart.most, held(chart).on(chart.window[1])) - DIAMOND
    start, told_line = (middle, CONTENT.y + tall), "Leads from the words to the day on the limit’s line"
    return [text, Line("To the crossing", start, (middle, end), PALETTE.limit, told_line)]


def _cited_marks(estimate: Estimate, chart: Cumulative) -> list[Thing]:
    """A hollow diamond where a cited statement has so much by a day, as far as the chart shows that day."""
    things: list[Thing] = []
    for row in rows_of(estimate.disagreements.head(MOST_CITED)):
        moment, volume = row["day"].date(), float(row["volume"])
        if not chart.days[0] <= moment <= chart.days[-1] or volume > chart.most:
            continue
        x, y = across(chart.plot, (chart.days[0], chart.days[-1]), moment), level(chart.plot, chart.most, volume)
        place = Place(x - DIAMOND / 2, y - DIAMOND / 2, DIAMOND, DIAMOND)
        told = f"{CITED_SIGN} {CITED_WORD} {row['record_id']}: {number(volume)} by {day(moment)}"
        form = Shape("Cited statement", place, "rectangle", told, PALETTE.paper, PALETTE.cited, 2.25, turn=45)
        things.append(form)
    return things


def _of_the_model(estimate: Estimate, view: View) -> Entry:
    """What has come by the last day, on which trips it rests, and how to read the band."""
    total = sentences.about(estimate.total, units(view.evidence, estimate.unit, 2))
    told = f"{total}: {sentences.trips_in_words(estimate)}, spread evenly. Line: median; band: 90% of the runs."
    if view.other:
        told += f" Dotted: {view.other_name}."
    if lines_of(estimate).two:
        told += f" Thick line: the {estimate.limit_name} less what else had been notified by that day."
    return Entry(f"Model, by {sentences.short_day(estimate.last, estimate)}", told, PALETTE.model, MOST_WORDS)


def _of_a_statement(words: str, limit_name: str) -> Entry:
    """A cited statement beside the model, as the disagreement it is."""
    stands = "differs from the model" if words.endswith(sentences.DISAGREEMENT) else "beside the model"
    heading = f"{CITED_SIGN} {CITED_WORD.capitalize()}, hollow sign: {stands}"
    return Entry(heading, short_named(words, limit_name), PALETTE.cited, MOST_WORDS)


def _in_words_alone(view: View) -> Slide:
    """Why no day is shown, and what is known without it."""
    estimate, evidence = view.estimate, view.evidence
    if estimate is None:
        why = view.not_estimated
        entries = [Entry("No estimate, so no day", f"{why.reason.rstrip('.')}." if why else "Nothing is estimated.")]
        entries += [Entry("What would give one", why.remedy, PALETTE.model)] if why and why.remedy.strip() else []
    else:
        entries = [Entry("No limit, so no day", sentences.crossing_sentence(estimate), PALETTE.limit)]
        entries.append(Entry("Model", sentences.volume_sentence(estimate, evidence), PALETTE.model))
    claims, records = (estimate.claim_ids, estimate.record_ids) if estimate else ((), ())
    return Slide(
        PART,
        title(view),
        barred(entries, view),
        source_lines(claims, evidence, with_limit=False, record_ids=records, model=estimate),
        notes(view, claims, records, model=True, words=[entry.words for entry in entries]),
        view.links.to("estimate"),
        empty=True,
    )
