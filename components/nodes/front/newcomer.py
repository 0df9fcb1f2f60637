"""What somebody needs who comes for the first time: what this is, what the documents are, what the signs mean."""

from components.letters import capital
from components.nodes.claims import chip
from components.nodes.node import Node, node
from components.sentences.counts import count, listed
from components.sentences.publication import described
from components.theme import CITED_SIGN, CITED_WORD, OPERATOR_SIGNS, OPERATOR_WORDS, READINGS, shortened
from data.models.evidence import Evidence

MOST_DOCUMENTS, MOST_NAMED, TITLE_CHARACTERS = 6, 3, 90
PROMISE = "Every number here opens the words it came from, and a machine has checked that the words are there."


def newcomer(evidence: Evidence) -> Node:
    """One folded line."""
    labels = [document.label for document in evidence.current_documents]
    named = f"documents {listed(labels)} are" if 1 < len(labels) <= MOST_NAMED else "the documents are"
    what = f" What this is{f', what {named}' if labels else ''}, and what the signs mean"
    told = node("p", f"{evidence.case.question} {PROMISE}")
    head = node("summary", node("strong", "New here?"), what)
    return node("details", head, told, *_documents(evidence), _key(evidence), cls="newcomer")


def _documents(evidence: Evidence) -> list[Node]:
    known = evidence.current_documents[:MOST_DOCUMENTS]
    items = [node("li", f"{capital(described(one))}: {shortened(one.title, TITLE_CHARACTERS)}") for one in known]
    more = len(evidence.current_documents) - MOST_DOCUMENTS
    items += [node("li", f"and {count(more, 'more document')}")] if more > 0 else []
    return [node("ul", *items)] if items else []


def _key(evidence: Evidence) -> Node:
    quoted = chip(evidence.claims[0].id, evidence) if evidence.claims else "id"
    cited = node("span", f"{CITED_SIGN} id", cls="chip cited")
    signs = {sign.strip(): OPERATOR_WORDS[operator] for operator, sign in OPERATOR_SIGNS.items()}
    items = [
        node("li", quoted, " quoted: opens the words in their text"),
        node("li", cited, f" {CITED_WORD}: an address, not a stored text"),
        *(node("li", f"{sign} {word}") for sign, word in signs.items() if len(sign) == 1),
        *(node("li", f"{style.sign} {style.word.lower()}") for style in READINGS.values()),
    ]
    return node("ul", *items, cls="legend", aria_label="What the signs mean")
