"""What a citation of a claim or of a cited fact names first: its source, not the place where it was looked up."""

from typing import NamedTuple

from components.letters import capital
from components.sentences.publication import behind as whom_it_follows
from components.sentences.records.record_words import original_of, statement_of
from components.theme import shortened
from data.models.dates import in_words, read_edtf
from data.models.evidence import Claim, Evidence
from data.models.record import Record

LONGEST_QUOTE = 400
NOBODY = "[publisher not known]"


class Source(NamedTuple):
    """Who says it, in what, when (with the year, if there is one), where in it, at which address, and after whom."""

    id: str
    author: str
    title: str
    dated: str
    year: str
    place: str
    address: str
    origin: str
    verb: str

    def in_full(self) -> str:
        """One after the other as sentences, for a list of sources."""
        parts = [f"{self.author}. “{self.title}” ({self.dated}){f', {self.place}' if self.place else ''}"]
        parts += [self.address] if self.address else []
        parts += [self.origin] if self.origin else []
        return f"{'. '.join(parts)}."

    def in_short(self) -> str:
        """The same for a footnote."""
        where = [self.place.split(":")[0]] if self.place else []
        return ", ".join([self.author, f"“{self.title}” ({self.dated})", *where, *filter(None, [self.address])])


def source_of_claim(claim: Claim, evidence: Evidence) -> Source:
    """The document of a claim, with the place of the quote and whom it probably goes back to."""
    document = evidence.document_by_id[claim.document]
    form, published = document.form.strip() or "text", document.published
    after = whom_it_follows(claim, evidence) or "Origin not known"
    return Source(
        id=claim.id,
        author=document.publisher.strip() or NOBODY,
        title=document.title,
        dated=f"{form}, {in_words(published) if published else 'undated'}",
        year=_year(published),
        place=f"characters {claim.start}–{claim.end}: “{shortened(claim.quote, LONGEST_QUOTE)}”",
        address=document.address or "",
        origin=f"{capital(after)}",
        verb="quoted",
    )


def source_of_record(record: Record, evidence: Evidence) -> Source:
    """Who states a cited fact, what, when and where; its words are a curator's, so there is no place of a quote."""
    published = getattr(record, "published", None)
    origin, original = evidence.origin_by_id.get(record.origin), original_of(record)
    copied = f"Read in a copy of {original}".rstrip(".") if original else ""
    behind = f"Origin: {origin.name}" if origin and origin.name != record.said_by else ""
    return Source(
        id=record.record_id,
        author=record.said_by,
        title=statement_of(record, evidence).strip().rstrip("."),
        dated=f"cited, {in_words(published.isoformat()) if published else 'undated'}",
        year=str(published.year) if published else "",
        place="",
        address=record.address,
        origin=". ".join(part for part in (copied, behind) if part),
        verb="cited",
    )


def _year(edtf: str | None) -> str:
    earliest = read_edtf(edtf).earliest if edtf else None
    return f"{earliest.year:04}" if earliest else ""
