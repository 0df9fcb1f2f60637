"""What is found, by kind: the first few of each or all of one, the words that were asked for marked in them."""

from collections.abc import Iterable, Sequence
from unicodedata import normalize

from components.letters import direction
from components.nodes.claims import DOCUMENTS_PAGE, chip, cited_chip
from components.nodes.dated import dossier_link
from components.nodes.node import Node, link_within, node
from components.sentences.counts import count, listed
from components.sentences.findable import FOUND_KINDS
from components.sentences.records.dossier import KINDS as SUBJECTS
from components.widgets.mounted.markup import show
from components.widgets.search_field import PAGE
from data.models.evidence import Evidence
from data.texts.index import Entry, Found, Index
from data.texts.plain import Term, names_listed, places, plain_words

FEW, MOST = 5, 200
AROUND = 110  # letters of a text before the first word that was asked for
LONGEST = 320  # letters of a text that are shown


def show_found(found: Found, asked: str, kind: str, evidence: Evidence) -> None:
    """All kinds with the first few of each; or one kind whole."""
    kinds = [kind] if kind in found.by_kind else [one for one in FOUND_KINDS if one in found.by_kind]
    parts = [_part(one, found, asked, alone=one == kind, evidence=evidence) for one in kinds]
    if kind in found.by_kind:
        parts.append(node("p", link_within(PAGE, f"All that is found: {found.many:,}", find=asked)))
    show(*parts, key="found")


def show_listed(asked: str, index: Index, evidence: Evidence) -> None:
    """Each name of a list that was asked for: its dossiers, and how many things hold it; then those not found."""
    names, items, missing = names_listed(asked), list[Node](), list[str]()
    for name in names:
        found = index.find(name)
        if not found.by_kind:
            missing.append(f"“{name}”")
            continue
        things = link_within(PAGE, count(found.many, "thing"), describe=f"All that holds {name}", find=name)
        ways = [part for entry in _named(name, found)[:FEW] for part in _with_kind(entry, asked)]
        holds = "holds" if found.many == 1 else "hold"
        items.append(
            node("li", node("strong", f"{name}:"), *ways, " · " if ways else " ", things, f" {holds} its words")
        )
    told = f"Of {len(names)} names {len(items)} {'is' if len(items) == 1 else 'are'} found."
    show(
        node("p", told, cls="lead"),
        *([node("ul", *items, cls="rows")] if items else []),
        node("p", f"Not found: {listed(missing)}.") if missing else node("p", looked_through(evidence), cls="quiet"),
        key="found of a list",
    )


def _named(name: str, found: Found) -> list[Entry]:
    """The subjects of dossiers that bear this very name or number, today or formerly."""
    words = f" {plain_words(name)} "
    entries = (entry for kind in SUBJECTS for entry in found.by_kind.get(kind, ()))
    return [
        one for one in entries if any(words in f" {plain_words(line)} " for line in (one.title, *one.text.split("\n")))
    ]


def _with_kind(entry: Entry, asked: str) -> tuple[str | Node, ...]:
    """The way to a dossier, and of what kind it is, for a speaker and an origin may bear one name."""
    return " ", dossier_link(entry.id, entry.title, asked), f" ({SUBJECTS[entry.kind].one})"


def show_nothing(asked: str, words: Sequence[Term], index: Index, evidence: Evidence) -> None:
    """What was looked through, and what to try: each word alone, where it is found at all."""
    alone = {" ".join(term): index.find(" ".join(term)).many for term in words} if len(words) > 1 else {}
    known = [
        node("li", link_within(PAGE, word, find=word), f" alone: {count(many, 'thing')}")
        for word, many in list(alone.items())[:FEW]
        if many
    ]
    advice = "Try fewer words, the beginning of a word, a name as it is spelled in the sources, or a year."
    show(
        node("p", f"Nothing holds all of “{asked}”." if words else "No letter and no digit was asked for.", cls="lead"),
        node("p", f"{looked_through(evidence)} {advice}"),
        *([node("ul", *known, cls="rows")] if known else []),
        key="nothing found",
    )


def looked_through(evidence: Evidence) -> str:
    """What a search looks through, in numbers."""
    parts = [
        count(len(evidence.claims), "quoted claim"),
        count(len(evidence.record_by_id), "cited fact") + " of the public record",
        "the whole text of " + count(len(evidence.documents), "document"),
        count(len(evidence.questions), "question"),
        f"the names of {'vessels, ' if evidence.vessels else ''}places, speakers and origins",
        "the method",
    ]
    return f"Searched: {listed(parts)}."


def _part(kind: str, found: Found, asked: str, alone: bool, evidence: Evidence) -> Node:
    entries = found.by_kind[kind]
    title, one, many = FOUND_KINDS[kind]
    shown = entries[: MOST if alone else FEW]
    items = [node("li", *_item(entry, found.words, evidence)) for entry in shown]
    below: list[Node] = []
    if len(shown) < len(entries) and alone:
        below = [node("p", f"The first {MOST} of {len(entries):,}. One more word finds fewer.", cls="quiet")]
    elif len(shown) < len(entries):
        below = [node("p", link_within(PAGE, f"All {len(entries):,} {many}", find=asked, kind=kind))]
    heading = node("h2", f"{title} ", node("span", f"{len(entries):,}", cls="quiet"))
    label = count(len(entries), one, many)
    return node("section", heading, node("ul", *items, cls="rows"), *below, cls="finds", aria_label=label)


def _item(entry: Entry, words: Sequence[Term], evidence: Evidence) -> list[Node | str]:
    """A thing that was found: the way to it, its words, and where only the rest of its words hold them, that."""
    title = normalize("NFC", entry.title)
    way, marked = _way(entry, evidence), _marked(_cut(title, words), words)
    parts: list[Node | str] = [way, " ", node("span", *marked, dir=direction(title))]
    if entry.kind not in ("claim", "record", "text") and isinstance(way, dict):
        parts = [way | {"n": marked}]
    rest = normalize("NFC", entry.text)
    lacking = [word for word in words if not places(title, [word])]
    # An id says nothing to who has not asked for one.
    by_number = any(letter.isdigit() for word in words for part in word for letter in part)
    ids = () if by_number else evidence.record_by_id
    if lacking and (lines := [line for line in rest.split("\n") if line not in ids and places(line, lacking)]):
        context = _marked(_cut(lines[0], lacking), words)
        parts.append(node("div", *context, cls="quiet", dir=direction(lines[0])))
    return parts


def _way(entry: Entry, evidence: Evidence) -> Node | str:
    if entry.kind == "claim":
        return chip(entry.id, evidence)
    if entry.kind == "record":
        return cited_chip(entry.id, evidence)
    if entry.kind == "text":
        label, _, number = entry.id.partition(":")
        told = f"Document {label}, paragraph {number}"
        return link_within(DOCUMENTS_PAGE, told, document=label, paragraph=number)
    if entry.kind in SUBJECTS:
        return dossier_link(entry.id, entry.title)
    if entry.kind == "question":
        return link_within("comparison", entry.title)
    return link_within(f"method#{entry.id}", entry.title)


def _cut(text: str, words: Sequence[Term]) -> str:
    """A text of bearable length around the first of the words; what is left out is marked."""
    first = next(iter(places(text, words)), (0, 0))[0]
    start = 0 if first <= AROUND else text.rfind(" ", 0, first - AROUND) + 1 or first - AROUND
    if len(text) - start <= LONGEST:
        return ("… " if start else "") + text[start:]
    end = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
    return ("… " if start else "") + text[start : end if end > 0 else start + LONGEST] + " …"


def _marked(text: str, words: Iterable[Term]) -> list[Node | str]:
    parts: list[Node | str] = []
    done = 0
    for start, end in places(text, words):
        parts += [text[done:start], node("mark", text[start:end])]
        done = end
    return [part for part in [*parts, text[done:]] if part]
