"""The five questions of the first page, each answered in a plain sentence, with what it rests on and the way on."""

from typing import NamedTuple

import pandas as pd

from components.letters import capital
from components.sentences import against_limit
from components.sentences.counts import count
from components.sentences.front.known import Known
from components.sentences.gauge import closest_words
from components.sentences.model import estimate as sentences
from components.sentences.model.own import own_sentence
from components.sentences.publication import behind, by_label, short_name
from components.sentences.records.record import descent_headline
from components.theme import CITED_WORD, quantity_in_words, read_by, shortened
from data.frames.rows import Row
from data.models.limits import Limit
from data.proof.checked import checked
from data.reading.questions import documents_unread

NAME_CHARACTERS, QUOTE_CHARACTERS, MOST_NOTIFIED = 24, 150, 2


LIES = {False: "over", True: "below"}  # where what breaks a limit lies, by whether it is a minimum


class Answer(NamedTuple):
    """A question, its answer with ids in square brackets, where that comes from, and the page that tells more.

    `cited` is the claim or cited fact that a citation of the answer names first; empty where there is none.
    """

    question: str
    sentence: str
    source: str
    page: str
    onward: str
    cited: str = ""


def answers(known: Known) -> tuple[Answer, ...]:
    """The five answers; where there is nothing to say, why, and what would stand there."""
    each = (_how_far(known), _who(known), _words(known), _plausible(known), _when(known))
    return tuple(one._replace(sentence=known.fitting(one.sentence), source=known.fitting(one.source)) for one in each)


def _how_far(known: Known) -> Answer:
    row, limit, evidence = known.row, known.limit, known.evidence
    over = _how_far_what(limit)
    onward = ("volumes", "Every number beside the limit")
    if row is None:
        return Answer(
            over, f"{against_limit.overview_sentence(None, evidence, 0)} A number would stand here.", "", *onward
        )
    how_much = (
        f"{against_limit.step_words(row['change'])}{quantity_in_words(row['operator'], row['volume'], row['high'])}"
    )
    what = f"{how_much} {against_limit.counted_in(row, evidence)}{read_by(row['number_read_by'])}"
    when = f" for {against_limit.year_in_words(row)}" if not pd.isna(row["year"]) else ""
    if row["comparable"] and limit:
        told = f"{against_limit.reported_headline(row, evidence)}: {what}{when} {against_limit.refs(row['claim_ids'])}"
        sentence = f"{told} against {against_limit.limit_in_words(limit, evidence)}."
    else:
        why = against_limit.why_not_compared(row, evidence)
        unset = against_limit.reported_headline(row, evidence)
        sentence = (
            f"{capital(what)}{when} {against_limit.refs(row['claim_ids'])}: {unset[:1].lower()}{unset[1:]}, for {why}."
        )
    after = f", {told}" if known.claim and (told := behind(known.claim, evidence)) else ""
    source = f"Source: {short_name(row['document'], evidence)}{after}."
    return Answer(over, sentence, source, *onward, row["claim_ids"][0])


def _how_far_what(limit: Limit | None) -> str:
    if limit is None:
        return "How much, against which limit?"
    name = shortened(limit.name, NAME_CHARACTERS)
    return f"Is the {name} kept?" if limit.allows_none else f"How far {LIES[limit.is_minimum]} the {name}?"


def _who(known: Known) -> Answer:
    evidence, claim = known.evidence, known.claim
    source = f"{descent_headline(known.texts)}." if not known.texts.empty else "No text is traced to an origin."
    onward = ("record", "Who stands behind the texts") if evidence.record_by_id else ("documents", "The documents")
    if claim is None or known.row is None:
        nobody = "" if evidence.complete else " What is withheld may hold one."
        return Answer("Who says so?", f"{against_limit.no_document(evidence)} gives a number.{nobody}", source, *onward)
    after = f", {told}" if (told := behind(claim, evidence)) else ""
    sentence = f"{capital(by_label(known.row['document'], evidence))} [{claim.id}]{after}{_others(known)}."
    return Answer("Who says so?", sentence, source, *onward, claim.id)


def _others(known: Known) -> str:
    """How many other documents give a number."""
    reported = known.volumes[known.volumes["series"] == "reported"]
    several, evidence = int(reported["document"].nunique()) - 1, known.evidence
    if several > 0:
        return f"; {count(several, 'other document')} {'gives' if several == 1 else 'give'} a number too"
    if len(evidence.current_documents) < 2 or not evidence.complete:
        return ""
    read = " read so far" if documents_unread(evidence.case.subject.volume_topic, evidence) else ""
    return f"; no other document{read} gives a number"


def _words(known: Known) -> Answer:
    claim, evidence = known.claim, known.evidence
    if claim is None:
        return Answer("On what words?", f"{closest_words(evidence)}.", "", "documents", "Read the documents")
    quote = f"“{shortened(' '.join(claim.quote.split()), QUOTE_CHARACTERS)}” [{claim.id}]"
    proof = checked(claim, evidence).sentences
    return Answer("On what words?", quote, f"{proof[0]} {proof[-1]}", "documents", "Read it in its text", claim.id)


def _plausible(known: Known) -> Answer:
    question, estimate, evidence = "Is it plausible? What does a model say?", known.estimate, known.evidence
    if estimate is None:
        why = sentences.not_estimated(known.modelled)  # type: ignore[arg-type]
        return Answer(question, f"Nothing is modelled. {why}", "", "estimate", "What an estimate needs")
    own = own_sentence(estimate.settings, evidence)
    said = sentences.reported_sentence(estimate, evidence, known.volumes).partition(". Reported")[0]
    told = f"The model: {sentences.about(estimate.total, known.unit())}.{f' {said}.' if said else ''}"
    source = f"{own} " if own else ""
    counted = against_limit.refs(sentences.behind_trips(estimate)[:2])
    source += f"{estimate.draws:,} runs over {sentences.trips_in_words(estimate)} {counted}".rstrip() + "."
    finding = f" {sentences.dots_headline(estimate, evidence)}." if sentences.has_limit(estimate) else ""
    return Answer(question, f"{told}{finding}", source, "estimate", "Move the assumptions")


def _when(known: Known) -> Answer:
    limit, estimate = known.limit, known.estimate
    question = "When was it passed, and what was notified?" if limit else "What was notified?"
    if limit and limit.is_minimum:
        question, passed = "Since when, and what was notified?", "Since when it is missed, no model says."
    elif estimate is None:
        passed = "Without a model there is no day on which it was passed." if limit else "There is no limit to pass."
    elif sentences.has_limit(estimate):
        between = ", " if estimate.crossed["share"] > 0 else " "  # else they are one sentence
        passed = f"{between.join(sentences.crossing_words(estimate))}."
    else:
        passed = sentences.crossing_sentence(estimate)
    notified = "; ".join(_notified(row, known) for row in known.notified[:MOST_NOTIFIED])
    more = len(known.notified) - MOST_NOTIFIED
    rest = f"; {count(more, 'more notification')}" if more > 0 else ""
    told = f"Notified: {notified}{rest}." if notified else "No notification for that time is in this dataset."
    cited = str(known.notified[0]["record_ids"][0]) if known.notified else ""
    source = f"Model for the day; {CITED_WORD} for what was notified." if cited and estimate else ""
    page, onward = ("record", "All that was notified") if known.notified else ("estimate", "How it grew")
    return Answer(question, f"{passed} {told}", source, page, onward, cited)


def _notified(row: Row, known: Known) -> str:
    return f"{against_limit.one_number(row, known.evidence)} by {row['detail']} {against_limit.refs(row['record_ids'])}"
