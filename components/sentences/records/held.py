"""How much the public record holds, how new it is, and what of a document stands for it in the graph of origins."""

from components.letters import capital
from components.sentences.counts import count
from components.sentences.records.record_words import addresses, original_of, standing_of
from data.frames.newest import newest_fact, newest_notification
from data.models.dates import in_words
from data.models.evidence import Evidence


def counts_sentence(evidence: Evidence) -> str:
    """How much the record holds, and what it is not: "243 facts from 145 addresses, cited and not quoted"."""
    records = list(evidence.record_by_id.values())
    standings = [standing_of(record) for record in records]
    places = count(len(addresses(records)), "address", "addresses")
    sentence = f"{count(len(records), 'fact')} from {places}. Each is cited, not quoted: the dataset holds who said it "
    sentence += "and under which address, not the text."
    superseded, errors = standings.count("superseded"), standings.count("error")
    if superseded:
        verb = "is" if superseded == 1 else "are"
        sentence += f" {superseded:,} {verb} superseded by a newer print."
    if errors:
        sentence += f" {count(errors, 'error')} of sources {'stays' if errors == 1 else 'stay'} in it, marked."
    copies = sum(bool(original_of(record)) for record in records)
    if copies:
        in_copies = (
            "1 was read in a copy, which names" if copies == 1 else f"{copies:,} were read in copies, which name"
        )
        sentence += f" {in_copies} the original."
    return sentence


def newest_sentence(evidence: Evidence) -> str:
    """How new the record is, and what was looked for and not found."""
    days = {"Newest fact": newest_fact(evidence), "newest notification seen": newest_notification(evidence)}
    days["last looked"] = evidence.case.as_of
    told = "; ".join(f"{name}: {in_words(day.isoformat())}" for name, day in days.items() if day)
    return f"{capital(told)}. {evidence.case.searched}".strip()


def first_told(label: str, evidence: Evidence) -> str:
    """The first claim of a document on the topic of volumes, else its first one; empty if it has none."""
    document = next((one for one in evidence.documents if one.label == label), None)
    claims = evidence.claims_of(document.id) if document else ()
    counted = (claim for claim in claims if claim.topic == evidence.case.subject.volume_topic)
    return next((claim.id for claim in (*counted, *claims)), "")
