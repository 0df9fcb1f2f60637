"""Five questions, a tile each: the answer, a small picture, its source, the way on, and a citation to take along."""

from datetime import date

from components.nodes.claims import DOCUMENTS_PAGE, with_chips
from components.nodes.front import pictures
from components.nodes.front.newcomer import newcomer
from components.nodes.node import Node, copier, link_within, node
from components.sentences.front.answers import Answer, answers
from components.sentences.front.known import Known
from components.sentences.front.one_line import Standing, at_odds, line
from data.models.assumptions import Settings
from data.models.evidence import Evidence

PICTURES = (pictures.gauge, pictures.texts, pictures.sheet, pictures.dots, pictures.days)
COPY = "Copy with citation"


def five_answers(
    known: Known, settings: Settings, link: str, today: date | None, edition: str = ""
) -> tuple[Node, ...]:
    """What a newcomer needs, the line of the three readings, and the five tiles; `link` is cited as their place.

    `edition` is the name of the file that they stand in, which is then cited instead.
    """
    tiles = [
        _tile(
            number, answer, draw(known), _cited(answer, link, settings, today, edition, known.evidence), known.evidence
        )
        for number, (answer, draw) in enumerate(zip(answers(known), PICTURES, strict=True), 1)
    ]
    return newcomer(known.evidence), _line(known), node("div", *tiles, cls="tiles")


def _line(known: Known) -> Node:
    """Reported, modelled and notified beside each other; where they contradict each other, aloud."""
    entries = [_standing(one) for one in line(known)]
    odds = at_odds(known)
    parts = [node("ul", *entries, cls="standings")]
    if odds:
        told = with_chips(f"{'; '.join(odds)}.", known.evidence)
        parts.append(node("p", node("strong", "Where they do not agree: "), *told, cls="odds"))
    return node("section", *parts, cls="one-line", aria_label="Reported, modelled and notified")


def _standing(one: Standing) -> Node:
    stands = [node("small", one.stands)] if one.stands else []
    return node("li", node("span", f"{one.name} ", cls="name"), node("strong", one.number), " ", *stands, cls=one.tone)


def _tile(number: int, answer: Answer, picture: Node | None, cited: str, evidence: Evidence) -> Node:
    anchor = f"answer-{number}"
    parts: list[Node] = [node("h2", answer.question)]
    parts += [picture] if picture else []
    parts.append(node("p", *with_chips(answer.sentence, evidence), cls="lead" if number == 1 else "told"))
    parts += [node("p", *with_chips(answer.source, evidence), cls="source")] if answer.source else []
    foot = [_onward(answer), copier(anchor, COPY)]
    hidden = node("span", cited, cls="to-copy", id=anchor)
    return node("section", *parts, node("p", *foot, cls="foot"), hidden, cls="tile", aria_label=answer.question)


def _onward(answer: Answer) -> Node:
    """The way to the page that tells more; to a text it opens the claim in it."""
    if answer.page == DOCUMENTS_PAGE and answer.cited:
        return link_within(answer.page, answer.onward, cls="onward", claim=answer.cited)
    return link_within(answer.page, answer.onward, cls="onward")


def _cited(answer: Answer, link: str, settings: Settings, today: date | None, edition: str, evidence: Evidence) -> str:
    """The sentence with its citation, the source first."""
    from components.sentences import citation
    from components.sentences.sourced import source_of_claim, source_of_record

    claim, record = evidence.claim_by_id.get(answer.cited), evidence.record_by_id.get(answer.cited)
    source = source_of_claim(claim, evidence) if claim else source_of_record(record, evidence) if record else None
    told = citation.citation(evidence, answer.question.rstrip("?"), link, today, source, settings, edition)
    return f"{answer.sentence}\n{told.plain}"
