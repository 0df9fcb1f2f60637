"""The slide of the columns: what is reported, modelled and notified, each by itself, against the limit as a line."""

from collections.abc import Sequence
from dataclasses import replace
from math import isfinite, nan

from components.scene.native.charts.lettering import free_above
from components.scene.native.charts.places import column_place, level, slots
from components.scene.text import headline, inches
from components.scene.things import CHART_POINTS, CONTENT, PALETTE, Columns, Group, Line, Place, Shape, Slide, as_one
from components.sentences.against_limit import notified_quantity, one_number, refs, year_in_words
from components.sentences.limits import limit_rule
from components.sentences.model.against import WITH_OTHERS
from components.sentences.model.beliefs import beliefs_sentence
from components.sentences.model.estimate import NEARLY_ALWAYS
from components.sentences.model.modelled import trips_behind
from components.sentences.retold import without_texts
from components.sentences.sources import source_lines
from components.sentences.volumes import counts_others, volumes_finding
from components.slides.view import View
from components.slides.volume_words import WORDS, alone, entries, lines_beside, why_not_drawn
from components.slides.words.beside import barred, stacked
from components.slides.words.limits import axis_of, shorter
from components.slides.words.notes import notes
from components.theme import CITED_SIGN, CITED_WORD, READ_BY_CURATOR, modelled, number, quantity
from data.estimate import rounding
from data.frames.rows import Row
from data.models.limits import Limit
from data.models.quantities import BOUNDED, FLOORS

PART = "columns"
OPEN_WITH_OTHERS = "All counted, the model leaves the limit open"
NO_LIMIT, NO_NUMBER = "There is no limit to set the numbers against", "No number can be set against the limit"
MOST_COLUMNS, MOST_NOTIFIED = 7, 3
COLOURS = {"reported": PALETTE.ink, "modelled": PALETTE.model, "notified": PALETTE.cited}
FRAME = Place(CONTENT.x, CONTENT.y, 8.4, CONTENT.height)
LABEL_ROOM, TOP_ROOM, TICK_AIR = 0.75, 0.12, 0.15
PLOT_HEIGHT = FRAME.height - LABEL_ROOM - TOP_ROOM
ALONG, ACROSS, CHEVRON_STEP, CHEVRONS = 0.2, 0.42, 0.16, 3  # inches along the column and across it
HEADROOM = CHEVRONS * CHEVRON_STEP + 0.1


def slides(view: View) -> list[Slide]:
    """The columns and what they are; without a limit, or without a number to set against it, that in words."""
    evidence, limit = view.evidence, view.evidence.headline_limit
    comparable = [row for row in view.volume_rows if row["comparable"]]
    rows = _drawn(comparable, view)
    if limit is None or not rows:
        return [_in_words_alone(view)]
    chart = chart_of(rows, limit, view)
    claims = [claim_id for row in rows if row["series"] != "notified" for claim_id in row["claim_ids"]]
    records = [record for row in rows if row["series"] != "reported" for record in row["record_ids"]]
    records += limit.records
    model = view.estimate if any(row["series"] == "modelled" for row in rows) else None
    words = [f"{volumes_finding(comparable, evidence)}.", *why_not_drawn(view), f"{limit_rule(limit)}."]
    belief = beliefs_sentence(model, evidence) if model else ""
    beside = stacked(entries(rows, limit, len(comparable) - len(rows), belief, view), WORDS, view)
    return [
        Slide(
            PART,
            title(comparable, view),
            (figure_of(rows, chart, view), *beside),
            source_lines([*claims, *limit.claims], evidence, record_ids=records, model=model),
            notes(view, [*claims, *limit.claims], records, model=True, words=[*words, belief]),
            view.links.to("volumes"),
        )
    ]


def chart_of(
    rows: Sequence[Row],
    limit: Limit,
    view: View,
    frame: Place = FRAME,
    points: float = CHART_POINTS,
    label_room: float = LABEL_ROOM,
) -> Columns:
    """The chart of some comparable rows of the volumes frame; of what a bound leaves open, its sure part."""
    volumes = tuple(map(_height, rows))
    low, high = (
        tuple(float(row[end]) if row["series"] == "modelled" else nan for row in rows) for end in ("low", "high")
    )
    lines = lines_beside(rows, view)
    thin = f"Thin line: {lines.label}. " if lines else ""
    most, step = axis_of(max(map(_top, rows)), limit.value)
    left = inches(number(most), points) + TICK_AIR
    labels = tuple(_label(row, view) for row in rows)
    told = [f"{label}: {one_number(row, view.evidence)}" for label, row in zip(labels, rows, strict=True)]
    return Columns(
        name="Volumes against the limit",
        place=frame,
        plot=Place(frame.x + left, frame.y + TOP_ROOM, frame.width - left, frame.height - label_room - TOP_ROOM),
        labels=labels,
        volumes=volumes,
        low=low,
        high=high,
        said=tuple(map(_said, rows)),
        colours=tuple(COLOURS[row["series"]] for row in rows),
        limit_volume=limit.value,
        limit_name=f"{limit.name} {number(limit.value)}",
        most=most,
        step=step,
        alt=f"Columns against {limit_rule(limit)}. {thin}{volumes_finding(rows, view.evidence)}. {'; '.join(told)}",
        points=points,
        thin=lines.threshold if lines and not lines.nothing_left else nan,
    )


def figure_of(rows: Sequence[Row], chart: Columns, view: View) -> Group:
    """The chart with what is laid over it, moved and read out as one."""
    return as_one(chart.name, chart.place, (chart, *_left(rows, chart, view), *_marks(rows, chart)))


def title(comparable: Sequence[Row], view: View) -> str:
    """The finding over all series in at most 55 characters."""
    evidence, limit = view.evidence, view.evidence.headline_limit
    whole = volumes_finding(comparable, evidence)
    reported = [row["standing"] == "above" for row in comparable if row["series"] == "reported"]
    shares = [row["probability"] for row in comparable if row["series"] == "modelled"]
    if limit is None or not reported or not shares:
        first = whole.partition(";")[0]
        brief = first.replace(f"The model, {WITH_OTHERS},", "All counted, the model")
        each = (whole, first, without_texts(first), brief)
        return headline(*(form for said in each for form in shorter(said, evidence)), OPEN_WITH_OTHERS)
    finding = _reported_and_model(reported, shares, counts_others(comparable))
    forms = (finding, finding.replace("; the model", "; model"))
    told = [form.format(name) for name in (f"the {limit.name}", "the limit") for form in forms]
    return headline(*shorter(whole, evidence), *told)


def _reported_and_model(reported: list[bool], shares: list[float], others: bool) -> str:
    """Both findings in few words, with a gap for the limit; as in bullets_headline, 95 of 100 runs make one."""
    above = all(share >= NEARLY_ALWAYS for share in shares)
    below = all(share <= 1 - NEARLY_ALWAYS for share in shares)
    if all(reported) and above and others:
        return "Reported and, all counted, modelled: above {}"
    if all(reported) and above:
        return f"Reported number{'s' if len(reported) > 1 else ''} and model lie above {{}}"
    first = "Reported" if all(reported) else "Partly reported" if any(reported) else "Not reported"
    if others:
        return f"{first} above {{}}; all counted, model {'above' if above else 'below' if below else 'unsure'}"
    # Not below it: of a limit for all suppliers together, nothing of one alone is.
    verb = "puts it above" if above else "does not pass it" if below else "leaves it open"
    return f"{first} above {{}}; the model {verb}"


def _drawn(comparable: Sequence[Row], view: View) -> list[Row]:
    """As many rows as one chart holds, the number of the gauge first: reported ones give way, then notified ones."""
    rows: dict[str, list[Row]] = {"reported": [], "modelled": [], "notified": []}
    for row in comparable:
        rows[row["series"]].append(row)
    reported, notified = rows["reported"], rows["notified"][:MOST_NOTIFIED]
    if view.volume is not None:
        on_gauge = view.volume["claim_ids"]
        reported = sorted(reported, key=lambda row: row["claim_ids"] != on_gauge)
    room = MOST_COLUMNS - len(rows["modelled"]) - len(notified)
    return [*reported[:room], *rows["modelled"], *notified]


def _height(row: Row) -> float:
    """How high a column is: of what a bound leaves open its sure part; of the model as many figures as it carries."""
    if row["series"] == "modelled":
        return rounding.modelled(float(row["volume"]))
    return float(row["low"] if row["operator"] in BOUNDED else row["volume"])


def _top(row: Row) -> float:
    """How far up the chart a row needs, chevrons included."""
    if row["operator"] in FLOORS:
        return float(row["volume"]) / (1 - HEADROOM / PLOT_HEIGHT)
    return float(row["high"]) if isfinite(row["high"]) else float(row["volume"])


def _said(row: Row) -> str:
    """A number as it stands at its column: as beside its bar on the page."""
    if row["series"] == "modelled":
        return f"about {modelled(row['volume'])}"
    if row["series"] == "notified":
        return notified_quantity(row)
    return quantity(row["operator"], row["volume"], row["high"])


def _label(row: Row, view: View) -> str:
    if row["series"] == "modelled":
        return f"Model: {trips_behind(view.estimate, row['detail'])}, {year_in_words(row)}"
    if row["series"] == "notified":
        return f"{CITED_SIGN} {CITED_WORD}: {row['detail']}, {year_in_words(row)}"
    reader = f", {READ_BY_CURATOR}" if row["number_read_by"] == "curator" else ""
    return f"Reported: {row['document']} {refs(row['claim_ids'])}, {year_in_words(row)}{reader}"


def _left(rows: Sequence[Row], chart: Columns, view: View) -> list[Line]:
    """What is left of the limit, thin and dashed over the columns that are not others' own; none without any."""
    lines = lines_beside(rows, view)
    if lines is None or lines.nothing_left:
        return []
    wide, y = chart.plot.width / slots(chart), level(chart.plot, chart.most, lines.threshold)
    places = [column_place(chart, at) for at, row in enumerate(rows) if row["series"] != "notified"]
    ends = [place.x + place.width / 2 + way * wide / 2 for place, way in ((places[0], -1), (places[-1], 1))]
    halo = Line("Edge of the thin line", (ends[0], y), (ends[1], y), PALETTE.paper, "White edge of the thin line", 4.5)
    return [halo, replace(halo, name="What is left", colour=PALETTE.limit, alt=lines.label, points=2, dash="dash")]


def _marks(rows: Sequence[Row], chart: Columns) -> list[Shape]:
    """Chevrons on the columns of floors, dotted outlines for what a ceiling or a range leaves open."""
    shapes: list[Shape] = []
    for at, row in enumerate(rows):
        if row["series"] != "reported":
            continue
        column = column_place(chart, at)
        if row["operator"] in FLOORS:
            shapes += _chevrons(column, free_above(chart, at), chart.said[at])
        elif row["operator"] in BOUNDED and isfinite(row["high"]):
            top = chart.plot.bottom - chart.plot.height * row["high"] / chart.most
            place = Place(column.x, top, column.width, column.y - top)
            told = f"{chart.said[at]}: how far into this part, the words leave open"
            shapes.append(Shape("Left open", place, "rectangle", told, outline=PALETTE.ink, dash="dot"))
    return shapes


def _chevrons(column: Place, top: float, said: str) -> list[Shape]:
    """Chevrons that point up from the top of a column: the number is a floor."""
    across, middle = min(ACROSS, column.width), column.x + column.width / 2
    centres = [top - 0.06 - CHEVRON_STEP * (place + 0.5) for place in range(CHEVRONS)]
    places = [Place(middle - ALONG / 2, centre - across / 2, ALONG, across) for centre in centres]
    told = f"{said}: a floor, so much or more"
    return [Shape("Or more", place, "chevron", told, fill=PALETTE.ink, turn=270) for place in places]


def _in_words_alone(view: View) -> Slide:
    """What there is, where nothing can be drawn."""
    evidence = view.evidence
    finding = volumes_finding((), evidence)
    claims = [claim_id for row in view.volume_rows for claim_id in row["claim_ids"]]
    claims += view.estimate.claim_ids if view.estimate else ()
    records = view.estimate.record_ids if view.estimate else ()
    return Slide(
        PART,
        headline(*shorter(finding, evidence), NO_NUMBER) if evidence.headline_limit else NO_LIMIT,
        barred(alone(view), view),
        source_lines(claims, evidence, record_ids=records, model=view.estimate),
        notes(view, claims, records, model=True, words=[f"{finding}.", *why_not_drawn(view)]),
        view.links.to("volumes"),
    )
