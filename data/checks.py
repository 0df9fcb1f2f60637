"""Do the entries of a seeds folder fit together: references, descents, readings, and the curators' own words."""

from collections.abc import Iterable

from data.draft import Draft, Placed, Shelf
from data.evidence import Claim, Evidence, Question
from data.origins import are_independent, cycles, independent_origins
from data.tables import EntryT
from data.wording import unproven


def check_references(draft: Draft) -> None:
    """Report every id that names nothing, and take the entries that use it off their shelves."""
    _check_case(draft)
    case = draft.case.entry if draft.case else None
    lanes = {lane.id for lane in case.lanes} if case else None
    topics = {topic.id for topic in case.topics} if case else None
    units = {unit.id for unit in case.units} if case else None
    flags = {flag.id for flag in case.flags} if case else None
    claim_ids = _known(draft.claims)
    document_ids = _known(draft.documents)
    for claim in _placed(draft.claims):
        entry = claim.entry
        _known_or_fault(draft, draft.claims, claim, "topic", [entry.topic], topics, "a [[topic]] of case.toml")
        _known_or_fault(draft, draft.claims, claim, "unit", [entry.unit], units, "a [[unit]] of case.toml")
        _known_or_fault(draft, draft.claims, claim, "flags", entry.flags, flags, "a [[flag]] of case.toml")
        _known_or_fault(
            draft, draft.claims, claim, "origin", [entry.origin], _known(draft.origins), "a row of origins.csv"
        )
        _known_or_fault(draft, draft.claims, claim, "corroborated_by", entry.corroborated_by, claim_ids, "a claim")
    for event in _placed(draft.events):
        _known_or_fault(draft, draft.events, event, "lane", [event.entry.lane], lanes, "a [[lane]] of case.toml")
        _known_or_fault(draft, draft.events, event, "supports", event.entry.supports, claim_ids, "a claim")
        _known_or_fault(draft, draft.events, event, "contradicts", event.entry.contradicts, claim_ids, "a claim")
    for question in _placed(draft.questions):
        cells = question.entry.cells
        documents = [cell.document for cell in cells]
        _known_or_fault(draft, draft.questions, question, "cell.document", documents, document_ids, "a document")
        _known_or_fault(draft, draft.questions, question, "cell.claims", question.entry.claim_ids, claim_ids, "a claim")
    for limit in _placed(draft.limits):
        _known_or_fault(draft, draft.limits, limit, "unit", [limit.entry.unit], units, "a [[unit]] of case.toml")
        _known_or_fault(draft, draft.limits, limit, "claims", limit.entry.claims, claim_ids, "a claim")
    origins = _known(draft.origins)
    parents = None if origins is None or document_ids is None else origins | document_ids
    for origin in _placed(draft.origins):
        wanted = "a row of origins.csv or a document"
        _known_or_fault(draft, draft.origins, origin, "derived_from", origin.entry.derived_from, parents, wanted)
    _check_descents(draft)


def check_judgements(draft: Draft, evidence: Evidence) -> None:
    """Report readings, grades and sentences that their claims contradict; `evidence` holds what is sound so far."""
    for claim in _placed(draft.claims):
        _check_corroboration(draft, claim, evidence)
    for question in _placed(draft.questions):
        _check_reading(draft, question, evidence)
    for event in _placed(draft.events):
        entry = event.entry
        dates = [text for text in (entry.date, entry.known) if text]
        _check_words(draft, draft.events, event, "title", entry.title, _claims(evidence, entry.claim_ids), dates)
    for question in _placed(draft.questions):
        for cell in question.entry.cells:
            claims = _claims(evidence, cell.claim_ids)
            _check_words(draft, draft.questions, question, "cell.words", cell.words, claims)
        claims = _claims(evidence, question.entry.claim_ids)
        for key in ("label", "why"):
            _check_words(draft, draft.questions, question, key, getattr(question.entry, key), claims)
    if draft.case:
        summary = draft.case.entry.source_summary
        if all(claim_id in evidence.claim_by_id for claim_id in summary.claims):
            for lack in unproven(summary.text, _claims(evidence, summary.claims)):
                place = "source_summary.text"
                draft.problems.append(draft.case.problem(lack.what, lack.seen, remedy=WORDS_REMEDY, key=place))


WORDS_REMEDY = "Name the claim that says it, copy its words exactly, or say it without quotation marks or number."


def _check_words(
    draft: Draft,
    shelf: Shelf[EntryT],
    placed: Placed[EntryT],
    key: str,
    sentence: str,
    claims: Iterable[Claim],
    also: Iterable[str] = (),
) -> None:
    for lack in unproven(sentence, claims, also):
        draft.fault(shelf, _id(placed), placed.problem(lack.what, lack.seen, remedy=WORDS_REMEDY, key=key))


def _check_case(draft: Draft) -> None:
    if draft.case is None:
        return
    case, problems = draft.case.entry, draft.problems
    for word, entries in (("lane", case.lanes), ("topic", case.topics), ("unit", case.units), ("flag", case.flags)):
        ids = [entry.id for entry in entries]
        for twice in sorted({entry_id for entry_id in ids if ids.count(entry_id) > 1}):
            remedy = "Give each its own id."
            problems.append(draft.case.problem(f"the {word} {twice} stands here twice", remedy=remedy, key=word))
    lanes = {lane.id for lane in case.lanes}
    for topic in case.topics:
        if topic.lane not in lanes:
            remedy = "Name a [[lane]] of this file."
            what = f"the topic {topic.id} names a lane that is not there"
            problems.append(draft.case.problem(what, topic.lane, ", ".join(lanes), remedy, "topic"))
    subject = case.subject
    wanted: list[tuple[str, str | None, set[str] | None]] = [
        ("subject.volume_topic", subject.volume_topic, {topic.id for topic in case.topics}),
        ("subject.headline_claim", subject.headline_claim, _known(draft.claims)),
        ("subject.headline_limit", subject.headline_limit, _known(draft.limits)),
        *(("source_summary.claims", claim_id, _known(draft.claims)) for claim_id in case.source_summary.claims),
    ]
    for key, name, known in wanted:
        if name is not None and known is not None and name not in known:
            remedy = "Name one that exists, or mend its id."
            problems.append(draft.case.problem(f"{name} is not there", name, remedy=remedy, key=key))


def _check_descents(draft: Draft) -> None:
    parents = {origin.origin_id: origin.derived_from for origin in draft.origins.entries()}
    for circle in cycles(parents):
        for entry_id in circle:
            placed = draft.origins.sound.get(entry_id)
            if placed:
                way = " -> ".join((*circle, circle[0]))
                remedy = "Nobody descends from himself: remove one derived_from of this circle."
                draft.fault(
                    draft.origins,
                    entry_id,
                    placed.problem("the descent runs in a circle", way, "", remedy, "derived_from"),
                )


def _check_corroboration(draft: Draft, placed: Placed[Claim], evidence: Evidence) -> None:
    claim = placed.entry
    others = _claims(evidence, claim.corroborated_by)
    same = [other.id for other in others if other.document == claim.document]
    if same:
        what = "a document cannot corroborate itself"
        remedy = "Name claims of other documents."
        draft.fault(draft.claims, claim.id, placed.problem(what, ", ".join(same), "", remedy, "corroborated_by"))
    if claim.credibility == 1 and not any(are_independent(claim, other, evidence) for other in others):
        what = "credibility 1 needs a second, independent origin"
        remedy = "Name the corroborating claim in corroborated_by, with an origin of its own, or grade 2 or lower."
        draft.fault(draft.claims, claim.id, placed.problem(what, "1", "", remedy, "credibility"))


def _check_reading(draft: Draft, placed: Placed[Question], evidence: Evidence) -> None:
    question = placed.entry
    remedy = "Correct the reading, or the claims of the cells."
    for cell in question.cells:
        strangers = [claim.id for claim in _claims(evidence, cell.claim_ids) if claim.document != cell.document]
        if strangers:
            what = f"the cell of {cell.document} names claims of another document"
            draft.fault(draft.questions, question.id, placed.problem(what, ", ".join(strangers), key="cell.claims"))
    documents = [cell.document for cell in question.cells]
    if len(documents) != len(set(documents)):
        what = "a document has two cells"
        draft.fault(draft.questions, question.id, placed.problem(what, remedy="Join them into one.", key="cell"))
    answering = [cell for cell in question.cells if cell.claims]
    claims = [claim for cell in answering for claim in _claims(evidence, cell.claims)]
    with_figure = {claim.document for claim in claims if claim.quantity}
    origins = independent_origins(claims, evidence)
    contradictions = {
        "compatible": len(answering) < 2 and f"only {len(answering)} answers",
        "differ": len(answering) < 2 and f"only {len(answering)} answers",
        "same-origin": (len(answering) < 2 and f"only {len(answering)} answers")
        or (len(origins) != 1 and f"{len(origins)} known origins stand behind the answers"),
        "one-document": len(answering) != 1
        and not (question.figure and len(with_figure) == 1)
        and f"{len(answering)} documents answer",
        "check-wording": not any(_asks_for_check(claim, evidence) for claim in claims)
        and "no answering claim carries a flag with wording = true",
    }
    if seen := contradictions[question.reading]:
        what = f"the claims contradict the reading {question.reading}"
        draft.fault(draft.questions, question.id, placed.problem(what, seen, "", remedy, "reading"))


def _asks_for_check(claim: Claim, evidence: Evidence) -> bool:
    return any(evidence.case.flag_by_id[flag].wording for flag in claim.flags if flag in evidence.case.flag_by_id)


def _known_or_fault(
    draft: Draft,
    shelf: Shelf[EntryT],
    placed: Placed[EntryT],
    key: str,
    names: Iterable[str | None],
    known: set[str] | None,
    wanted: str,
) -> None:
    # A file that could not be read knows no ids: then nothing can be called unknown.
    if known is None:
        return
    for name in dict.fromkeys(names):
        if name is not None and name not in known:
            remedy = f"Name {wanted}, or mend the id."
            draft.fault(shelf, _id(placed), placed.problem(f"nobody knows {name}", name, wanted, remedy, key))


def _known(shelf: Shelf[EntryT]) -> set[str] | None:
    return shelf.declared if shelf.complete else None


def _placed(shelf: Shelf[EntryT]) -> list[Placed[EntryT]]:
    return list(shelf.sound.values())


def _claims(evidence: Evidence, claim_ids: Iterable[str]) -> list[Claim]:
    return [evidence.claim_by_id[claim_id] for claim_id in claim_ids if claim_id in evidence.claim_by_id]


def _id(placed: Placed[EntryT]) -> str:
    entry_id: str = getattr(placed.entry, placed.entry.id_key)
    return entry_id
