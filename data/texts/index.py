"""What can be found, in an index of SQLite's that lies in memory: things that hold every word of what is asked."""

import sqlite3
import threading
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from data.texts.plain import Term, plain_words, terms

TITLE_COUNTS = 4.0  # times as much as the text below it
CREATE = (
    "CREATE VIRTUAL TABLE found USING fts5"
    "(title, text, content='', tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')"
)
MOST_RANKED = 1_000  # of more than these nobody reads the order, and it takes a second to make


class Entry(NamedTuple):
    """A thing that can be found: its kind, its id, what it is called, and the rest of its words."""

    kind: str
    id: str
    title: str
    text: str = ""


class Found(NamedTuple):
    """The entries that hold every word, by kind, best first; and the words, as they were looked for."""

    by_kind: Mapping[str, Sequence[Entry]]
    words: tuple[Term, ...]

    @property
    def many(self) -> int:
        """How many things are found."""
        return sum(map(len, self.by_kind.values()))


class Index:
    """Made once of all that can be found; asked by any thread.

    A word matches those that begin with it. Without FTS5, a part of SQLite that may be left out of it, all is read
    through instead, slower and with nothing said of what fits best.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        self._titles = [plain_words(entry.title) for entry in self._entries]
        rows = [(title, plain_words(entry.text)) for title, entry in zip(self._titles, self._entries, strict=True)]
        self._asking = threading.Lock()
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)
        self._ranks = True
        try:
            self._connection.execute(CREATE)
        except sqlite3.OperationalError:
            self._ranks = False
            self._rows = [f" {title} {text}" for title, text in rows]
            return
        numbered = ((place, *row) for place, row in enumerate(rows))
        self._connection.executemany("INSERT INTO found (rowid, title, text) VALUES (?, ?, ?)", numbered)
        self._connection.execute("INSERT INTO found (found) VALUES ('optimize')")

    def __len__(self) -> int:
        return len(self._entries)

    def find(self, asked: str) -> Found:
        """All that holds every word of what is asked, in any order; nothing where no word is asked for."""
        words = terms(asked)
        by_kind: dict[str, list[Entry]] = {}
        for place in self._places(words) if words else ():
            by_kind.setdefault(self._entries[place].kind, []).append(self._entries[place])
        return Found(by_kind, words)

    def _places(self, words: tuple[Term, ...]) -> list[int]:
        if not self._ranks:
            wanted = [f" {' '.join(term)}" for term in words]
            return [place for place, row in enumerate(self._rows) if all(term in row for term in wanted)]
        # Of letters, digits and spaces alone: nothing in it is a sign of the language that it is written in.
        query = " AND ".join(f'"{" ".join(term)}"*' for term in words)
        with self._asking:
            match = self._connection.execute("SELECT rowid FROM found WHERE found MATCH ?", (query,)).fetchall()
            if len(match) > MOST_RANKED:
                return [place for (place,) in match]
            match = self._connection.execute(
                "SELECT rowid, bm25(found, ?, 1.0) FROM found WHERE found MATCH ?", (TITLE_COUNTS, query)
            ).fetchall()
        whole = " ".join(word for term in words for word in term)
        ranked = sorted((f" {whole} " not in f" {self._titles[place]} ", rank, place) for place, rank in match)
        return [place for _, _, place in ranked]
