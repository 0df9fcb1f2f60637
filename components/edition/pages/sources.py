"""The texts with their claims lit, the public record, and the card of each claim, fact and event."""

from components.edition.frozen import Frozen
from components.edition.pen import Page, Pen
from components.edition.places import CLAIM, EVENT, FACT, TEXT, place
from components.edition.written import stored, text
from components.figures import cited
from components.nodes import reader
from components.nodes.beside import elsewhere, source_in_words
from components.nodes.cited import cited_card
from components.nodes.claims import card
from components.nodes.events import event_card
from components.nodes.facts import facts_table
from components.sentences.citation import citing_in
from components.sentences.counts import count
from components.sentences.records.held import counts_sentence, newest_sentence
from components.sentences.records.listed import EVERY_YEAR, RecordChoice, first_year, matching, years_of_record
from components.sentences.records.record import descent_headline
from components.sentences.records.record_words import UNDATED, years_of
from data.editions.sealing import stretch, text_key
from data.frames.elsewhere import Neighbours, elsewhere_of_claim, elsewhere_of_record
from data.models.evidence import Document

ALL_OF_THEM = RecordChoice([], [], [], "", EVERY_YEAR)


def documents(pen: Pen) -> Page:
    """Each text with its claims lit, where it comes from, and the text alone, which the seal of the edition names."""
    return Page("documents", "Documents", "".join(_document(one, pen) for one in pen.evidence.documents))


def _document(document: Document, pen: Pen) -> str:
    lit, _ = reader.lit_document(document, None, pen.evidence)
    alone = f'<div class="verbatim">{stretch(text_key(document.id), stored(document.text))}</div>'
    anchor = text(place(TEXT, document.id))
    return "".join(
        (
            f'<section id="{anchor}" class="text">',
            pen.head(f"Document {document.label}: {document.title}"),
            pen.nodes(*lit),
            pen.nodes(reader.provenance(document, pen.evidence)),
            pen.folded("The text alone, as it is stored", alone),
            "</section>",
        )
    )


def record(shown: Frozen, pen: Pen) -> Page:
    """How much the record holds and how new it is, which texts go back to whom, and every fact by date."""
    evidence, texts = shown.evidence, shown.frames.descent
    if not evidence.record_by_id:
        return Page("record", "Public record", pen.sentence("This case has no public record."))
    body = [pen.sentence(counts_sentence(evidence), "quiet"), pen.sentence(newest_sentence(evidence), "quiet")]
    if not texts.empty:
        alt = cited.origin_graph_in_words(texts)
        graph = pen.figure(lambda look: cited.origin_graph(texts, evidence, look), alt)
        body.append(pen.folded(descent_headline(texts), graph))
    first = first_year(shown.frames.stated_volumes, evidence)
    every = matching(evidence, ALL_OF_THEM)
    for year in years_of_record(evidence)[1:]:
        facts = [one for one in every if years_of(one)[0] == year]
        if facts:
            head = f"{'No date' if year == UNDATED else year}: {count(len(facts), 'fact')}"
            table = pen.nodes(facts_table(facts, evidence, ALL_OF_THEM))
            body.append(pen.folded(head, table, opened=year == first))
    return Page("record", "Public record", "".join(body))


def cards(shown: Frozen, pen: Pen, file_name: str) -> dict[str, str]:
    """The card of each claim and fact, with where else the same fact stands, and what stands behind each event.

    As HTML by the id of the place where its words stand.
    """
    evidence, known = shown.evidence, Neighbours(shown.evidence)
    citing = citing_in(file_name, evidence)
    found = {
        place(CLAIM, claim.id): pen.nodes(
            card(claim, evidence),
            *elsewhere(elsewhere_of_claim(claim, evidence, known), evidence),
            source_in_words(claim, citing, evidence),
        )
        for claim in evidence.claims
    }
    for one in evidence.record_by_id.values():
        near = elsewhere(elsewhere_of_record(one, evidence, known), evidence)
        found[place(FACT, one.record_id)] = pen.nodes(
            cited_card(one, evidence), *near, source_in_words(one, citing, evidence)
        )
    for _, event in shown.frames.timeline.iterrows():
        found[place(EVENT, str(event["event_id"]))] = pen.nodes(event_card(event, evidence))
    return found
