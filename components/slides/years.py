"""The slides of the years: what was estimated, notified, reported and modelled for each, beside its limit."""

from components.figures.years.by_year import by_year_in_words, by_year_of
from components.scene.things import PALETTE, Run, Slide
from components.sentences.records.by_year import by_year_brief, by_year_headline, by_year_sentence
from components.sentences.sources import source_lines
from components.slides.figure import drawn
from components.slides.view import View
from components.slides.words.findings import finding, said_why
from components.slides.words.limits import shorter
from components.slides.words.notes import notes
from data.frames.by_year import by_year_frame, estimates_left_out
from data.frames.rows import rows_of

PART = "years"
BRIEFEST = "Estimates and the limit, year by year"
NOTHING = "No year can be set beside another"
LEVEL = "The limit holds on every day: what there was on one day is not that of a year."
WHY = "Nothing is notified, and no estimate is published, for a year of the limit."


def slides(view: View) -> list[Slide]:
    """The figure of the page on as many slides as it needs; that in words where the record says nothing of any year."""
    evidence, model, link = view.evidence, view.estimate, view.links.to("volumes")
    rows = by_year_frame(evidence, view.volumes, model.series if model else "")
    if not rows["series"].isin(["published", "notified"]).any():
        level = evidence.headline_limit is not None and evidence.headline_limit.is_level
        return [said_why(PART, NOTHING, LEVEL if level else WHY, evidence, link)]
    left_out, limit = estimates_left_out(evidence), evidence.headline_limit
    told = by_year_sentence(rows, left_out)
    shown = [row for row in rows_of(rows) if row["series"] != "modelled"]
    claims = [claim_id for row in shown for claim_id in row["claim_ids"]] + list(limit.claims if limit else ())
    records = [record_id for row in shown for record_id in row["record_ids"]] + list(limit.records if limit else ())
    with_model = model if "modelled" in set(rows["series"]) else None
    below = ((Run(told, colour=PALETTE.secondary),),)
    alt = by_year_in_words(rows, left_out, evidence)
    parts = drawn(lambda look: by_year_of(rows, evidence, look, with_model), "Year against year", alt, view, below)
    whole, brief = by_year_headline(rows, evidence), by_year_brief(rows, evidence)
    titles = [form for said in (whole, whole.partition(";")[0], brief, BRIEFEST) for form in shorter(said, evidence)]
    sources = source_lines(claims, evidence, record_ids=records, model=with_model)
    own_notes = notes(view, claims, records, model=bool(with_model), words=[f"{whole}.", told])
    return [
        Slide(PART, finding(titles, place, len(parts)), part.things, sources, own_notes, link)
        for place, part in enumerate(parts, 1)
    ]
