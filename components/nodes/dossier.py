"""Dossiers: what is held on one vessel, port, speaker or origin, and the lists that lead to them."""

from collections.abc import Sequence

import pandas as pd

from components.nodes.cited import Parts, standing_mark
from components.nodes.claims import chip, cited_chip, with_chips
from components.nodes.dated import DOSSIER_PAGE, dossier_link, records_table, table_row
from components.nodes.node import Node, link_within, node
from components.sentences.claim import number_of_claim
from components.sentences.counts import count
from components.sentences.records.dossier import KINDS, PARTS, by_month, estimate_sentences, known_sentences
from components.sentences.records.record_words import number_of, statement_of
from components.theme import day, shortened
from data.frames.rows import Row, rows_of
from data.models.dates import in_words
from data.models.evidence import Evidence

MOST_LISTED, LONGEST_QUOTE, LONGEST_WORDS, MOST_DOTS = 200, 220, 60, 12


def around(of: str, subjects: pd.DataFrame, words: str) -> Node:
    """The ways to the dossiers before and after one in a list of subjects, its place, and the way back to the list.

    `words` are those by which the list was chosen; empty for all of a kind.
    """
    listed, kind = rows_of(subjects[["of", "name"]]), of.partition(":")[0]
    at = next(place for place, row in enumerate(listed) if row["of"] == of)
    ways: list[Node | str] = []
    if at > 0:
        ways += [dossier_link(listed[at - 1]["of"], f"‹ {listed[at - 1]['name']}", words), " · "]
    ways.append(f"{at + 1} of {len(listed)} · ")
    if at < len(listed) - 1:
        ways += [dossier_link(listed[at + 1]["of"], f"{listed[at + 1]['name']} ›", words), " · "]
    name = f"Back to the list: {shortened(words, LONGEST_WORDS)}" if words else f"All {KINDS[kind].several}"
    return node("p", *ways, link_within(DOSSIER_PAGE, name, kind=kind, **({"words": words} if words else {})))


def dossier(of: str, rows: pd.DataFrame, evidence: Evidence) -> list[Node]:
    """What is known, its part in the estimate, its dates, and all that is held, in order of date."""
    claims, records = ([one for ids in rows[name] for one in ids] for name in ("claim_ids", "record_ids"))
    told = known_sentences(of, rows, evidence) + estimate_sentences(claims, records, evidence)
    strip = [node("li", node("span", month), " ", _dots(many)) for month, many in by_month(rows)]
    return [
        *(node("p", *with_chips(sentence, evidence)) for sentence in told),
        *([node("ul", *strip, cls="legend", aria_label="How many by month")] if strip else []),
        _table(rows, evidence),
    ]


def subjects_table(subjects: pd.DataFrame, kind: str, words: str) -> list[Node]:
    """The subjects of a kind that some words chose, as a table, each leading to its dossier."""
    heads = (KINDS[kind].one.capitalize(), "Quoted claims", "Cited facts", "First", "Last")
    body = [_subject(row, heads, words) for row in rows_of(subjects.head(MOST_LISTED))]
    more = f"; the first {MOST_LISTED} shown" if len(subjects) > MOST_LISTED else ""
    many = count(len(subjects), KINDS[kind].one, KINDS[kind].several)
    return [node("p", many + more, cls="quiet"), records_table(heads, body, KINDS[kind].all_of_them)]


def _table(rows: pd.DataFrame, evidence: Evidence) -> Node:
    heads = ("When", "What", "Number", "Of which kind", "Opens")
    body = [_row(row, heads, evidence) for row in rows_of(rows.head(MOST_LISTED))]
    table = records_table(heads, body, "All that is held, in order of date")
    if len(rows) <= MOST_LISTED:
        return table
    return node("div", table, node("p", f"The first {MOST_LISTED} are listed, all are in the CSV.", cls="quiet"))


def _row(row: Row, heads: Sequence[str], evidence: Evidence) -> Node:
    when = in_words(row["date"]) if isinstance(row["date"], str) else "no date"
    what: Parts
    if row["claim_ids"]:
        claim = evidence.claim_by_id[row["claim_ids"][0]]
        what, told = [f"“{shortened(claim.quote, LONGEST_QUOTE)}”"], number_of_claim(claim, evidence)
        opens = chip(claim.id, evidence)
    else:
        record = evidence.record_by_id[row["record_ids"][0]]
        mark = standing_mark(record, evidence)
        what, told = [*mark, " " if mark else "", statement_of(record, evidence)], number_of(record, evidence)
        opens = cited_chip(record.record_id, evidence)
    return table_row(heads, ([when], what, [told] if told else [], [PARTS[row["part"]]], [opens]))


def _subject(row: Row, heads: Sequence[str], words: str) -> Node:
    cells: list[Parts] = [
        [dossier_link(row["of"], row["name"], words)],
        [f"{row['claims']:,}"],
        [f"{row['records']:,}"],
    ]
    cells += [[] if pd.isna(moment) else [day(moment.date())] for moment in (row["first"], row["last"])]
    return table_row(heads, cells)


def _dots(many: int) -> Node:
    dots = "●" * min(many, MOST_DOTS) + ("…" if many > MOST_DOTS else "")
    return node("span", node("span", dots, cls="dots", aria_hidden="true"), f" {many:,}")
