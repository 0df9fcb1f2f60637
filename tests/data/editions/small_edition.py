"""A small edition of a small case, as the pages of a real one are put together."""

from html import escape
from pathlib import Path

from data.editions.sealing import (
    SEAL_TAG,
    evidence_block,
    headline_block,
    parts,
    parts_block,
    sealed,
    stretch,
    text_key,
)  # fmt: skip
from data.reading.seeds import read_evidence
from data.recording import headline_of


def small_edition(folder: Path) -> bytes:
    """An edition of a sound folder: a page called Timeline, and one with every text."""
    evidence = read_evidence(folder)
    lit = {
        one.id: stretch(text_key(one.id), escape(one.text).replace("the", "t<b>h</b>e")) for one in evidence.documents
    }
    texts = "".join(f"<p>Document {one.label}</p><pre>{lit[one.id]}</pre>" for one in evidence.documents)
    pages = stretch("timeline", "<h2>Timeline</h2><p>2031: opened</p>") + stretch("documents", f"<h2>Texts</h2>{texts}")
    blocks = evidence_block(folder) + headline_block(headline_of(evidence), "no number", evidence)
    head = f'<!doctype html><html lang="en"><head><meta charset="utf-8">{SEAL_TAG}<title>Made</title></head>'
    html = f"{head}<body><noscript>{pages}</noscript>{blocks}<!--parts--><script id='run'>1</script></body></html>\n"
    named = parts(evidence, {"timeline": "Timeline", "documents": "Documents"}, {"evidence": "The seeds folder in it"})
    return sealed(html.replace("<!--parts-->", parts_block(html, named)))
