"""One folder below documents/ -> a Document and its claims, each quote proven against the text."""

import hashlib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from data.files.draft import Draft, Placed
from data.files.problems import Problem, shown
from data.files.tables import read_text, read_toml
from data.models.evidence import Claim, Document
from data.proof.misplaced import misplaced, wrong_context
from data.proof.proving import prove_amounts, prove_words
from data.reading.originals import original_is_pinned
from data.texts.quotes import proven

# Looking for similar words takes milliseconds: enough for a person's slips, not for a file of nonsense.
SEARCHES_PER_DOCUMENT = 40


def read_document(folder: Path, name: str, draft: Draft) -> None:
    """Put the document of a folder and its claims on the shelves; `name` is the folder as messages say it."""
    file = f"{name}/evidence.toml"
    raw = read_toml(folder / "evidence.toml", file, draft.problems)
    text = read_text(folder / "text.txt", f"{name}/text.txt", draft.problems)
    if raw is None:
        draft.documents.meet(folder.name, file, "document")
        draft.claims.complete = False
        return
    document = _put_document(raw.get("document"), folder, text, file, draft)
    whole, partial = len(draft.claims.built), len(draft.claims.partial)
    raw_claims = _raw_claims(raw, file, draft)
    for number, raw_claim in enumerate(raw_claims, 1):
        _put_claim(raw_claim, number, folder.name, file, draft)
    # Claims of a text that is not the one they were read from cannot be proven: one problem, not forty.
    if document is not None:
        _prove_claims([*draft.claims.built[whole:], *draft.claims.partial[partial:]], document, draft)


def _prove_claims(claims: list[Placed[Claim]], document: Document, draft: Draft) -> None:
    text, searches = document.text, SEARCHES_PER_DOCUMENT
    for placed in claims:
        claim = placed.entry
        if claim.quote is None or claim.start is None or claim.end is None:  # a partial one; its fault is reported
            continue
        lost = not proven(text, claim.quote, claim.start, claim.end)
        place = (claim.start, claim.end)
        faults = misplaced(placed, text, searches > 0) if lost else wrong_context(placed, text, *place)
        searches -= lost
        for problem in faults:
            draft.fault(draft.claims, placed, problem)
        if not lost or claim.quote in text:  # a number that is not in a wrong quote may well be in the right one
            prove_words(placed, document, draft)
    prove_amounts(claims, document, draft)


def _raw_claims(raw: dict[str, Any], file: str, draft: Draft) -> list[Any]:
    claims = raw.get("claim", [])
    if raw.keys() - {"document", "claim"} or not isinstance(claims, list):
        draft.claims.complete = False
    for key in sorted(raw.keys() - {"document", "claim"}):
        remedy = "Only [document] and [[claim]] stand in this file; check where the key belongs."
        draft.problems.append(Problem(file, key[:80], "nobody knows this key", remedy=remedy))
    if isinstance(claims, list):
        return claims
    remedy = "Write [[claim]] before each."
    draft.problems.append(Problem(file, "claim", "this is not a list of claims", shown(claims), remedy=remedy))
    return []


def _put_document(raw: object, folder: Path, text: str | None, file: str, draft: Draft) -> Document | None:
    """The document if the bytes of its text are the pinned ones; None, and a problem or a note, otherwise."""
    if not isinstance(raw, dict):
        remedy = "Begin the file with [document] and its keys."
        draft.problems.append(Problem(file, "document", "[document] is missing", remedy=remedy))
        draft.documents.meet(folder.name, file, "document")
        return None
    # A text that cannot be read is reported once, as a file; the keys beside it are still checked.
    filled = {**raw, "id": folder.name, "text": text or ""}
    placed = draft.documents.put(filled, file, "document", draft.problems)
    foreign = _foreign(raw, ("id", "text"), file, "document", draft)
    if placed is None:
        return None
    if text is None:
        draft.withhold(draft.documents, placed, ["text.txt"])
        return None
    if not _bytes_are_pinned(placed, draft) or not original_is_pinned(folder, placed, draft):
        return None
    if foreign:
        draft.documents.drop(placed)
    return placed.entry


def _bytes_are_pinned(placed: Placed[Document], draft: Draft) -> bool:
    found, pinned = hashlib.sha256(placed.entry.text.encode("utf-8")).hexdigest(), placed.entry.sha256
    if found != pinned:
        what = "the text is not the one that was curated: its bytes have changed"
        remedy = "Bring back the original text. If the new text is meant, it is another document: give it a new folder."
        text_file = placed.file.removesuffix("evidence.toml") + "text.txt"
        problem = Problem(text_file, "", what, f"SHA-256 {found}", f"SHA-256 {pinned}", remedy)
        draft.fault(draft.documents, placed, problem)
    return found == pinned


def _put_claim(raw: object, number: int, document_id: str, file: str, draft: Draft) -> None:
    place = draft.claims.place(raw, number)
    filled = {**raw, "document": document_id} if isinstance(raw, dict) else raw
    placed = draft.claims.put(filled, file, place, draft.problems)
    if _foreign(raw, ("document",), file, place, draft) and placed:
        draft.claims.drop(placed)


def _foreign(raw: object, keys: Collection[str], file: str, place: str, draft: Draft) -> bool:
    """True, and a problem for each, if an entry gives itself what its folder gives it."""
    found = [key for key in keys if isinstance(raw, dict) and key in raw]
    for key in found:
        what, remedy = "this key does not belong here", f"Remove it: the {key} comes from the folder."
        draft.problems.append(Problem(file, f"{place}, {key}", what, remedy=remedy))
    return bool(found)
