"""What a fact of the public record says, in plain sentences: it is cited, for it has an address and no stored text."""

from components.sentences.records.record_words import STANDINGS, number_of, standing_of, statement_of
from data.models.evidence import Evidence
from data.models.record import Record, Statement, Vessel

NOT_QUOTED = "Cited, not quoted: the dataset holds an address, and no machine has checked these words against it."


def said(record: Record, evidence: Evidence) -> str:
    """The fact in one sentence, with its full stop."""
    return f"{statement_of(record, evidence).strip().rstrip('.')}."


def figure(record: Record, evidence: Evidence) -> str:
    """The number of a statement with its operator, unit and product; empty where it has none or the fact is one."""
    words = number_of(record, evidence) if isinstance(record, Statement) else ""
    return f"{words}, of “{record.product}”" if words and isinstance(record, Statement) and record.product else words


def standing(record: Record) -> str:
    """Why the fact is not simply counted; empty if it is."""
    style = STANDINGS[standing_of(record)]
    if isinstance(record, Vessel) or record.standing in ("sound", "used"):
        return ""
    newer = f" See {record.superseded_by}." if record.superseded_by else ""
    return f"{style.word}: {style.meaning}{newer}"
