"""The words beside the columns: the limit, what each colour is, and what would have to be true for it to hold."""

from collections.abc import Sequence

from components.scene.things import CONTENT, PALETTE, Place
from components.sentences.against_limit import one_number, overview_sentence, refs, units, why_not_compared
from components.sentences.counts import count
from components.sentences.limits import limit_terms
from components.sentences.model.beliefs import goal_of
from components.sentences.model.estimate import not_estimated, volume_sentence
from components.sentences.model.lines import Lines, lines_of
from components.sentences.model.modelled import WITH_UNSEEN
from components.sentences.publication import short_name
from components.slides.view import View
from components.slides.words.beside import HEADING_POINTS, MOST_HEADING, Entry
from components.slides.words.limits import fitted, short_named, valued
from components.slides.words.prose import NAMED
from components.theme import CITED_SIGN, CITED_WORD, modelled_range, shortened
from data.estimate.result import Estimate
from data.frames.rows import Row
from data.models.limits import Limit
from data.models.quantities import BOUNDED, FLOORS

WORDS = Place(9.25, CONTENT.y, CONTENT.right - 9.25, CONTENT.height)
QUOTE_CHARACTERS = 110
MOST_BELIEFS = 9
MOST_ROWS = 5
KIND_MARKS = {"floor": "chevrons", "ceiling": "dotted", "range": "dotted"}
LEFT_OPEN = {
    "floor": "no upper figure is given.",
    "ceiling": "no lower figure is given.",
    "range": "what lies between is open.",
}


def entries(rows: Sequence[Row], limit: Limit, left_out: int, belief: str, view: View) -> list[Entry]:
    """What stands beside a chart of these rows; `left_out` more have no room; `belief` is empty without a model."""
    unit = units(view.evidence, limit.unit, 2)
    rule = short_named(f"red line: {unit}, {limit_terms(limit)} {refs((*limit.claims, *limit.records))}", limit.name)
    reported, models, notified = (
        [row for row in rows if row["series"] == series] for series in ("reported", "modelled", "notified")
    )
    found = [Entry(valued(limit, WORDS.width, HEADING_POINTS), rule, PALETTE.limit)]
    found += [_reported(reported, left_out, view), _model(models, view)]
    if notified:
        ids = refs(tuple(record for row in notified for record in row["record_ids"]))
        lines = lines_beside(rows, view)
        use = f"; dashed line: {short_named(lines.label, limit.name)}" if lines else ", never added up"
        told = f"what suppliers declared, one column each{use} {ids}"
        found.append(Entry(f"{CITED_SIGN} {CITED_WORD.capitalize()}: notified", told, PALETTE.cited))
    if belief and view.estimate:
        found.append(_to_believe(belief, view.estimate))
    return found


def lines_beside(rows: Sequence[Row], view: View) -> Lines | None:
    """The lines of the model, where its columns are drawn and less is left than the limit."""
    if view.estimate is None or not any(row["series"] == "modelled" for row in rows):
        return None
    lines = lines_of(view.estimate)
    return lines if lines.two else None


def why_not_drawn(view: View) -> list[str]:
    """Why numbers are not set against the limit, one sentence each."""
    return [
        f"{short_name(row['document'], view.evidence)} {refs(row['claim_ids'])} is not drawn, because "
        f"{why_not_compared(row, view.evidence)}."
        for row in view.volume_rows
        if not row["comparable"]
    ]


def alone(view: View) -> list[Entry]:
    """What there is to say where nothing can be drawn: every number with the reason, and the model by itself."""
    evidence, rows = view.evidence, view.volume_rows
    found = [Entry("No limit is given", "Without a limit there is no line to draw columns against.", PALETTE.limit)]
    if evidence.headline_limit:
        found = [Entry("No number is reported", overview_sentence(view.volume, evidence, 0))]
    for row in rows[:MOST_ROWS]:
        told = f"{short_name(row['document'], evidence)} {refs(row['claim_ids'])}: {why_not_compared(row, evidence)}"
        found.append(Entry(one_number(row, evidence), told, most=2))
    if len(rows) > MOST_ROWS:
        more = count(len(rows) - MOST_ROWS, "more reported number")
        found.append(Entry("And others", f"{more} cannot be set against a limit either"))
    model = volume_sentence(view.estimate, evidence) if view.estimate else why_no_model(view)
    return [*found, Entry("Model", model, PALETTE.model)]


def why_no_model(view: View) -> str:
    """Why there is no modelled column."""
    if view.not_estimated:
        return not_estimated(view.not_estimated)
    return "The estimate is held against no limit." if view.estimate else "Nothing is estimated."


def _reported(rows: Sequence[Row], left_out: int, view: View) -> Entry:
    """What the black columns are, in the words of the claim where there is one; how many more there are."""
    more = f" Not drawn: {count(left_out, 'more number')}." if left_out else ""
    kinds = list(dict.fromkeys(kind for row in rows if (kind := _kind(row))))
    if not rows:
        return _nothing_reported(view)
    if len(rows) > 1:
        told = " ".join(f"{KIND_MARKS[kind].capitalize()}: a {kind}, {LEFT_OPEN[kind]}" for kind in kinds)
        return Entry("Black columns are reported", f"each by one claim, never added up. {told}{more}", most=5)
    claim = view.evidence.claim_by_id[rows[0]["claim_ids"][0]]
    quote = shortened(" ".join(claim.quote.split()), QUOTE_CHARACTERS)
    heading = f"Black column is a {kinds[0]} ({KIND_MARKS[kinds[0]]})" if kinds else "Black column is reported"
    return Entry(heading, f"[{claim.id}] “{quote}”{f': {LEFT_OPEN[kinds[0]]}' if kinds else ''}{more}", most=6)


def _nothing_reported(view: View) -> Entry:
    row = next((row for row in view.volume_rows if row["series"] == "reported"), None)
    if row is None:
        return Entry("No reported column", "no reported figure in this dataset")
    why = why_not_compared(row, view.evidence)
    told = f"{one_number(row, view.evidence)} {refs(row['claim_ids'])} is not drawn, because {why}."
    return Entry("No reported column", told, most=5)


def _kind(row: Row) -> str:
    if row["operator"] in FLOORS:
        return "floor"
    if row["operator"] == "range":
        return "range"
    return "ceiling" if row["operator"] in BOUNDED else ""


def _model(rows: Sequence[Row], view: View) -> Entry:
    if not rows:
        return Entry("No modelled column", why_no_model(view), PALETTE.model)
    ranges = [
        f"{modelled_range(row['low'], row['high'])}{f' {WITH_UNSEEN}' if row['detail'] == 'all' else ''}"
        for row in rows
    ]
    told = f"median; whisker: 90% of the runs, {' or '.join(ranges)}"
    return Entry("Blue columns are a model", told, PALETTE.model)


def _to_believe(belief: str, estimate: Estimate) -> Entry:
    """What would bring the model to the other side of what it is held against; its records are in the notes."""
    name, asked = estimate.limit_name, f"What would bring the model {goal_of(estimate)}"
    heading = fitted(asked, name, WORDS.width, HEADING_POINTS, MOST_HEADING, bold=True)
    told = " ".join(NAMED.sub("", belief).split())
    return Entry(heading, short_named(told.replace(" .", "."), name), most=MOST_BELIEFS)
