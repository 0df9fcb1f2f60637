"""One folder below documents/ -> a Document and its claims, each quote proven against the text."""

import hashlib
from pathlib import Path
from typing import Any

from data.draft import Draft, Placed, id_of
from data.evidence import Claim, Document
from data.problems import Problem, shown
from data.quotes import context_of, propose, proven
from data.tables import build, read_text, read_toml
from data.wording import value_is_in_quote

PROPOSALS_PER_DOCUMENT = 40


def read_document(folder: Path, name: str, draft: Draft) -> None:
    """Put the document of a folder and its claims on the shelves of the draft; `name` is the folder as messages say it."""
    toml_name = f"{name}/evidence.toml"
    raw = read_toml(folder / "evidence.toml", toml_name, draft.problems)
    text = read_text(folder / "text.txt", f"{name}/text.txt", draft.problems)
    draft.documents.declare(folder.name)
    if raw is None:
        draft.claims.complete = False
        return
    raw_claims = _raw_claims(raw, toml_name, draft)
    document = _document(raw.get("document"), folder.name, text, toml_name, draft)
    if document is None or not _bytes_are_pinned(document, toml_name, draft.problems):
        # Claims of a text that is not the one they were read from cannot be proven: one problem, not forty.
        for raw_claim in raw_claims:
            draft.claims.declare(id_of(raw_claim, Claim))
        return
    draft.documents.declared.discard(folder.name)
    draft.documents.add(Placed(document, toml_name, "document"), draft.problems)
    proposals = PROPOSALS_PER_DOCUMENT
    for number, raw_claim in enumerate(raw_claims, 1):
        placed = _claim(raw_claim, number, document.id, toml_name, draft)
        if placed is None:
            continue
        faults, searched = _faults(placed, document.text, proposals > 0)
        proposals -= searched
        if faults:
            draft.problems.extend(faults)
            draft.claims.declare(placed.entry.id)
        else:
            draft.claims.add(placed, draft.problems)


def _raw_claims(raw: dict[str, Any], name: str, draft: Draft) -> list[Any]:
    for key in raw.keys() - {"document", "claim"}:
        remedy = "Only [document] and [[claim]] stand in this file; check where the key belongs."
        draft.problems.append(Problem(name, key[:80], "nobody knows this key", remedy=remedy))
    claims = raw.get("claim", [])
    if not isinstance(claims, list):
        draft.problems.append(
            Problem(name, "claim", "this is not a list of claims", remedy="Write [[claim]] before each.")
        )
        return []
    return claims


def _document(raw: object, document_id: str, text: str | None, name: str, draft: Draft) -> Document | None:
    if not isinstance(raw, dict):
        remedy = "Begin the file with [document] and its keys."
        draft.problems.append(Problem(name, "document", "[document] is missing", remedy=remedy))
        return None
    for key in ("id", "text"):
        if key in raw:
            remedy = f"Remove it: the {key} comes from the folder."
            draft.problems.append(Problem(name, f"document, {key}", "this key does not belong here", remedy=remedy))
            return None
    # A text that cannot be read is reported once, as a file; the keys beside it are still checked.
    filled = {**raw, "id": document_id, "text": text or ""}
    document = build(Document, filled, name, "document", draft.problems)
    return document if text is not None else None


def _bytes_are_pinned(document: Document, name: str, problems: list[Problem]) -> bool:
    found = hashlib.sha256(document.text.encode("utf-8")).hexdigest()
    if found == document.sha256:
        return True
    problems.append(
        Problem(
            name.replace("evidence.toml", "text.txt"),
            "",
            "the text is not the one that was curated: its bytes have changed",
            seen=f"SHA-256 {found}",
            expected=f"SHA-256 {document.sha256}",
            remedy="Bring back the original text. If the new text is meant, it is another document: give it a new folder.",
        )
    )
    return False


def _claim(raw: Any, number: int, document_id: str, name: str, draft: Draft) -> Placed[Claim] | None:
    claim_id = id_of(raw, Claim)
    place = f"claim {claim_id[:20]}" if isinstance(claim_id, str) and claim_id.strip() else f"claim number {number}"
    if not isinstance(raw, dict) or "document" in raw:
        remedy = "Write [[claim]] and its keys; the document comes from the folder."
        draft.problems.append(Problem(name, place, "this is not a claim as FORMAT.md describes it", remedy=remedy))
        draft.claims.declare(claim_id)
        return None
    claim = build(Claim, {**raw, "document": document_id}, name, place, draft.problems)
    if claim is None:
        draft.claims.declare(claim_id)
        return None
    return Placed(claim, name, place)


def _faults(placed: Placed[Claim], text: str, may_search: bool) -> tuple[list[Problem], bool]:
    """What is wrong between a claim and its text, and whether similar words had to be searched for."""
    claim = placed.entry
    if not proven(text, claim.quote, claim.start, claim.end):
        return [_misplaced(placed, text, may_search)], True
    faults = []
    prefix, suffix = context_of(text, claim.start, claim.end)
    for key, given, found in (("prefix", claim.prefix, prefix), ("suffix", claim.suffix, suffix)):
        stands = found.endswith(given) if key == "prefix" else found.startswith(given)
        if not stands or (found and not given):
            what = f"these are not the words {'before' if key == 'prefix' else 'after'} the quote"
            remedy = f"Set {key} to the expected words."
            faults.append(placed.problem(what, shown(given), shown(found), remedy, key))
    if not value_is_in_quote(claim):
        numbers = ", ".join(f"{number:,.15g}" for number in (claim.value, claim.low, claim.high) if number is not None)
        what = f"the number {numbers} does not stand in the quote"
        if claim.value_words:
            what = "value_words do not stand in the quote"
        remedy = "Copy the number from the quote; for number words in another language give them as value_words."
        faults.append(placed.problem(what, seen=shown(claim.quote), remedy=remedy))
    return faults, False


def _misplaced(placed: Placed[Claim], text: str, may_search: bool) -> Problem:
    claim = placed.entry
    what = f"the quote is not at {claim.start}-{claim.end}"
    seen = shown(text[claim.start : claim.end]) if claim.start < len(text) else f"the text ends at {len(text)}"
    proposal = propose(claim.quote, text, claim.start) if may_search else None
    if proposal is None:
        remedy = "Copy the quote from text.txt again, character for character, and set start and end to its place."
    elif proposal.exact:
        remedy = f"The same words begin at {proposal.span.start}. Set start = {proposal.span.start}, end = {proposal.span.end}."
    else:
        remedy = (
            f"Similar words stand at {proposal.span.start}-{proposal.span.end}: {shown(proposal.words)}. "
            "If they are meant, copy them as the quote and set start and end."
        )
    return placed.problem(what, seen, shown(claim.quote), remedy)
