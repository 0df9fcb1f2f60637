"""The competing hypotheses on the page: how they rank, and the matrix of ratings behind it."""

from collections.abc import Iterable

from components.nodes.claims import chips, cited_chips
from components.nodes.methods.method import Parts, cell, row_head, stacked
from components.nodes.node import Node, node
from components.sentences import hypotheses as words
from components.theme import CREDIBILITY_WORDS, NOTE, RELIABILITY_WORDS
from data.models.evidence import Evidence
from data.models.hypotheses import Hypotheses, Item, Rating, ranking_frame
from data.reading.weighing import items_by_origin

RATINGS_COLUMNS = {
    "item": "Evidence", "hypothesis": "Hypothesis", "mark": "Mark", "why": "Why", "diagnosticity": "Diagnosticity",
    "claim_ids": "Claims", "record_ids": "Public record",
}  # fmt: skip
TONES = {"CC": "for", "C": "", "N": "none", "I": "against", "II": "against strongly"}


def ranking(hypotheses: Hypotheses, evidence: Evidence) -> list[Node]:
    """Least contradicted first, what nobody could test last; what fits is shown beside it and not counted."""
    rows = [
        (
            row_head(
                f"{row['rank']}. {row['title']}" if row["rank"] else row["title"],
                node("small", row["says"]),
                *([node("small", f"Untested: {row['untested']}")] if row["untested"] else []),
            ),
            cell(node("span", words.score_words(row), cls="value"), cls="side"),
            cell(node("span", words.fitting_words(row)), cls="side"),
        )
        for row in ranking_frame(hypotheses).to_dict("records")
    ]
    heads = ("Hypothesis", "Speaks against it", "Not counted")
    table = stacked(heads, rows, "Hypotheses by inconsistency", caption=hypotheses.question)
    sentences = [words.linchpin_sentence(hypotheses)]
    for origin, items in list(items_by_origin(hypotheses, evidence).items())[:1]:
        sentences.append(words.origin_sentence(hypotheses, items, origin))
    note = f"{NOTE}: {hypotheses.note}" if hypotheses.note.strip() else ""
    sentences += [words.COUNTED, note, words.judged(hypotheses)]
    notes = [node("li", sentence) for sentence in sentences if sentence]
    return [table, node("ul", *notes, cls="rows")]


def ratings(hypotheses: Hypotheses, evidence: Evidence) -> list[Node]:
    """Items of evidence as rows, hypotheses as columns; what does not tell them apart is marked, the reasons open."""
    ranked = list(ranking_frame(hypotheses)[["hypothesis_id", "title"]].itertuples(index=False, name=None))
    rows = _rated(hypotheses, ranked, evidence)
    heads = ("Evidence", *(title for _, title in ranked), "Does it tell them apart?")
    legend = [node("li", node("strong", mark), f" {meaning}") for mark, meaning in words.MARKS.items()]
    marks = node("ul", *legend, cls="legend", aria_label="What the marks mean")
    return [marks, stacked(heads, rows, "Evidence rated against each hypothesis")]


def _rated(hypotheses: Hypotheses, ranked: list[tuple[str, str]], evidence: Evidence) -> list[tuple[Node, ...]]:
    order = {"tells apart": 0, "tells little": 1, "tells nothing": 2}
    return [
        (
            row_head(item.title, *chips(item.claims, evidence), *cited_chips(item.records, evidence)),
            *(_rating(item.marks[name]) for name, _ in ranked),
            cell(*_verdict(item, ranked, evidence)),
        )
        for item in sorted(hypotheses.items, key=lambda item: order[item.diagnosticity])
    ]


def _rating(rating: Rating) -> Node:
    meaning = words.MARKS[rating.mark]
    mark = node("strong", rating.mark, cls=TONES[rating.mark], title=f"{meaning}. {rating.why}".strip())
    return cell(mark, cls="rated")


def _verdict(item: Item, ranked: Iterable[tuple[str, str]], evidence: Evidence) -> Parts:
    sign, verdict = words.DIAGNOSTICITIES[item.diagnosticity]
    reasons: Parts = [
        node("li", node("strong", f"{item.marks[name].mark} {title}: "), item.marks[name].why)
        for name, title in ranked
        if item.marks[name].why
    ]
    weight = f"Weight: {item.weight} {_grades(item, evidence)}".strip()
    parts: Parts = [node("span", sign, cls="sign", aria_hidden="true"), verdict, node("small", weight)]
    if reasons:
        parts.append(node("details", node("summary", "Why rated so"), node("ul", *reasons, cls="rows")))
    return parts


def _grades(item: Item, evidence: Evidence) -> str:
    """How claims and origins behind an item are graded, in words."""
    grades = []
    for name in item.claims:
        claim = evidence.claim_by_id[name]
        grades.append(f"{name}: credibility {claim.credibility}, {CREDIBILITY_WORDS[claim.credibility]}")
    for origin_id in dict.fromkeys(evidence.record_by_id[name].origin for name in item.records):
        origin = evidence.origin_by_id.get(origin_id)
        if origin and origin.reliability:
            grades.append(f"{origin.name}: reliability {origin.reliability}, {RELIABILITY_WORDS[origin.reliability]}")
    return f"({'; '.join(grades)})" if grades else ""
