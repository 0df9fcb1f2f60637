"""The answer: reported, limit, modelled and notified as four numbers, each with who says it and how it stands."""

from collections.abc import Iterator
from typing import NamedTuple

from components.letters import capital
from components.scene.text import cut, inches
from components.scene.things import CONTENT, PALETTE, ROOM_POINTS, Place, Run, Shape, Slide, Text
from components.sentences import against_limit
from components.sentences.limits import called
from components.sentences.model.estimate import has_limit, probability_sentence
from components.sentences.model.modelled import passed_in_words
from components.sentences.publication import what_it_is
from components.slides import gauge
from components.slides.room.sheet import LARGE_POINTS, said, shown
from components.slides.view import View
from components.theme import CITED_SIGN, modelled, modelled_range, number, runs_of_100

PART = "room-answer"
NUMBER_POINTS, NUMBER_WIDTH, BAR, BESIDE, MOST_ROW = 28.0, 4.3, 0.08, 0.2, 1.6
MOST_WORDS, FEWER_WORDS, MOST_IN_ALL = 17, 11, 56  # of a row; where there are more in all than a room reads


class Answer(NamedTuple):
    """A number in its colour, what is said of it, and the claims and records behind it."""

    name: str
    number: str
    words: str
    colour: str
    claims: tuple[str, ...] = ()
    records: tuple[str, ...] = ()


def slides(view: View) -> list[Slide]:
    """The numbers that answer the question; no slide where there is neither a reported nor a modelled one."""
    found = [*_reported(view), *_limit(view), *_modelled(view), *_notified(view)]
    if view.volume is None and view.estimate is None:
        return []
    high = min(MOST_ROW, CONTENT.height / len(found))
    fits = sum(min(len(one.words.split()), MOST_WORDS) for one in found) <= MOST_IN_ALL
    most = MOST_WORDS if fits else FEWER_WORDS
    things = [thing for at, one in enumerate(found) for thing in _row(one, CONTENT.y + at * high, high, most, view)]
    claims = [one for row in found for one in row.claims]
    records = [one for row in found for one in row.records]
    reported = {row["document"] for row in view.volume_rows if row["series"] == "reported"}
    words = [against_limit.overview_sentence(view.volume, view.evidence, len(reported))]
    words += [probability_sentence(view.estimate)] if view.estimate else []
    return [shown(PART, _titles(view), things, view, view.links.to(""), claims, records, words)]


def _titles(view: View) -> list[str]:
    if view.volume is None and view.estimate is not None:
        total, unit = view.estimate.total, against_limit.units(view.evidence, view.estimate.unit, 2)
        passed = [capital(passed_in_words(view.estimate))] if has_limit(view.estimate) else []
        return [*passed, f"About {modelled(total['q50'])} {unit} are modelled"]
    return [gauge.title(view.volume, view.evidence)]


def _row(one: Answer, y: float, high: float, most: int, view: View) -> tuple[Shape, Text, Text]:
    left = Place(CONTENT.x + BESIDE, y, NUMBER_WIDTH, high - 0.15)
    right = Place(left.right + BESIDE, y, CONTENT.right - left.right - BESIDE, high - 0.15)
    bar = Place(CONTENT.x, y + 0.08, BAR, high - 0.31)
    points = NUMBER_POINTS
    while points > ROOM_POINTS and inches(one.number, points, bold=True) > left.width - 0.2:
        points -= 1
    told = cut(one.number, left.width, points, 1, bold=True)
    big = Text(one.name, left, ((Run(told, True, one.colour),),), one.number, points, anchor="middle")
    words = said(f"{one.name}, in words", one.words, right, view, points=LARGE_POINTS, words=most, anchor="middle")
    return Shape(f"{one.name}, bar", bar, "rectangle", "", fill=one.colour), big, words


def _reported(view: View) -> Iterator[Answer]:
    row, evidence, limit = view.volume, view.evidence, view.evidence.headline_limit
    if row is None:
        return
    document = evidence.document_by_id[evidence.claim_by_id[row["claim_ids"][0]].document]
    first = f"reported by {what_it_is(document)} {against_limit.refs(row['claim_ids'])}"
    if row["comparable"] and limit:
        stands = f", for {against_limit.year_in_words(row)}" if str(row["year"]) != "nan" else ""
    else:
        stands = f"; {against_limit.why_not_compared(row, evidence)}"
    yield Answer(
        "Reported", against_limit.one_number(row, evidence), f"{first}{stands}", PALETTE.ink, tuple(row["claim_ids"])
    )


def _limit(view: View) -> Iterator[Answer]:
    limit, evidence = view.evidence.headline_limit, view.evidence
    if limit is None:
        return
    value = f"{number(limit.value)} {against_limit.units(evidence, limit.unit, limit.value)}"
    ids = against_limit.refs((*limit.claims, *limit.records)[:1])
    told = f"{f'{called(limit)} {ids}'.rstrip()}: {limit.product}, {limit.suppliers}"
    stated = (*limit.claims, *limit.records)
    yield Answer("Limit", value, told, PALETTE.limit, limit.claims, () if limit.claims else stated)


def _modelled(view: View) -> Iterator[Answer]:
    estimate = view.estimate
    if estimate is None:
        return
    total, unit = estimate.total, against_limit.units(view.evidence, estimate.unit, 2)
    told = f"modelled, 90% range {modelled_range(total['q05'], total['q95'])}"
    if has_limit(estimate):
        told += f"; limit passed in {runs_of_100(float(estimate.total['above_limit']))} runs"
    answer = f"about {modelled(total['q50'])} {unit}"
    yield Answer("Modelled", answer, told, PALETTE.model, estimate.claim_ids, estimate.record_ids)


def _notified(view: View) -> Iterator[Answer]:
    """What the supplier itself notified, or else the first that did."""
    rows, limit = [row for row in view.volume_rows if row["series"] == "notified"], view.evidence.headline_limit
    own = view.evidence.case.subject.supplier
    for row in sorted(rows, key=lambda row: row["whose"] != own)[:1]:
        stands = f": {against_limit.times_the_limit(row, called(limit))}" if limit and row["comparable"] else ""
        told = f"{CITED_SIGN} notified by {row['detail']}{stands}"
        records = tuple(row["record_ids"])
        yield Answer("Notified", against_limit.one_number(row, view.evidence), told, PALETTE.cited, (), records)
