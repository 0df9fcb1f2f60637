"""What was received, and what it resembles, in sentences."""

from components.sentences.counts import count
from data.intake.kinship import kin_of
from data.intake.received import AS_RECEIVED, Received
from data.models.evidence import Evidence


def received_words(received: Received) -> str:
    """How the text was made of what came in."""
    how = received.extractor if received.extractor == AS_RECEIVED else f"read out by {received.extractor}"
    made = f"{count(len(received.text), 'character')}, {how}"
    steps = f" ({'; '.join(received.steps)})" if received.steps else ""
    size = count(len(received.content), "byte")
    return f"{made}{steps}. The original, {received.name}, is kept with it: {size}, SHA-256 {received.sha256[:12]}…"


def kinship_sentences(received: Received, evidence: Evidence) -> list[str]:
    """Which stored texts this one repeats, before anything else is said of it."""
    return [kin.sentence for kin in kin_of(received.text, evidence, received.sha256)]
