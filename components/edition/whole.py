"""An edition as a file: its pages, its style and script, the evidence in it, and the seal over all of it."""

import json
import re
import zlib
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from components.edition.frozen import Frozen, frozen
from components.edition.named import name_of
from components.edition.pages import answers, closing, modelled, sources
from components.edition.pages.moved import movable
from components.edition.pen import Page, Pen
from components.edition.pictures import colours
from components.edition.places import EVENT, Places, place
from components.edition.written import text
from components.sentences.changes import numbers_in_words
from components.sentences.method import SECTIONS
from data.editions.sealing import (
    SEAL_TAG,
    block,
    evidence_block,
    headline_block,
    parts,
    parts_block,
    sealed,
    stretch,
)
from data.models.evidence import Evidence
from data.reading.seeds import fingerprint
from data.recording import headline

HERE = Path(__file__).parent
LINES = re.compile(r"/\*.*?\*/|\n\s*", re.DOTALL)
PAGES = ("overview", "timeline", "volumes", "estimate", "comparison", "documents", "record", "method", "about")
TITLE_OF_ALL = "frozen edition"
BLOCKS = {
    "cards": "The cards",
    "movable": "What its sliders reckon with",
    "evidence": "The seeds folder in it",
    "headline": "The numbers of its headline",
    "style": "Its style",
    "run": "Its script",
}
PANEL = (
    '<aside id="panel" class="root" hidden aria-label="What stands behind it"><div class="bar">'
    '<h2 class="name" tabindex="-1">What stands behind it</h2>'
    '<button type="button" class="before">‹ Previous</button><button type="button" class="after">Next ›</button>'
    '<span class="place" aria-live="polite"></span><button type="button" class="close">Close ✕</button></div>'
    '<div class="words"></div></aside>'
)
TOOLS = (
    '<div class="tools"><input id="find" type="search" placeholder="Search (press /)" '
    'aria-label="Search claims and facts">'
    '<div id="find-results"><p id="many" role="status"></p><ul id="found"></ul></div>'
    '<button type="button" class="theme">Light or dark</button></div>'
)
UNCHECKED = (
    "Not checked by this browser. If nothing stands below this line, the file was changed after it was sealed, or its "
    "script may not run where it lies: save it and open it from your disk; verify.py says which."
)


def edition(evidence: Evidence, folder: Path, file_name: str = "") -> bytes:
    """The dashboard of some evidence as one file; the same evidence under the same name gives the same bytes.

    `folder` is the seeds folder that it was read from, which goes into the file; `file_name` is what the file calls
    itself where it is cited. Raises OSError where the folder cannot be read any more, or is not the one that was read.
    """
    shown, called = frozen(evidence), file_name or name_of(evidence)
    pen = Pen(_places(shown))
    found = _pages(shown, pen, called)
    blocks = {"cards": _cards_block(sources.cards(shown, pen, called)), "evidence": evidence_block(folder)}
    if fingerprint(folder) != evidence.fingerprint:
        raise OSError(f"{folder} has changed since it was read; make the edition anew")
    if shown.estimate:
        blocks["movable"] = block("movable", movable(shown.estimate, evidence))
    before, behind = _whole(found, blocks.values(), shown)
    stretches = {"top": "Its title and the names of its pages"} | {page.name: page.title for page in found}
    present = {key: name for key, name in BLOCKS.items() if key in ("headline", "style", "run", *blocks)}
    listed = parts_block(f"{before}{behind}", parts(evidence, stretches, present))
    return sealed(f"{before}{listed}{behind}")


def _places(shown: Frozen) -> Places:
    evidence = shown.evidence
    events = {place(EVENT, str(name)) for name in shown.frames.timeline["event_id"]}
    return Places(frozenset({*PAGES, *SECTIONS, *events}), evidence)


def _pages(shown: Frozen, pen: Pen, file_name: str) -> list[Page]:
    return [
        answers.overview(shown, pen, file_name),
        answers.timeline(shown, pen),
        answers.volumes(shown, pen),
        modelled.estimated(shown, pen),
        answers.compared(shown, pen),
        sources.documents(pen),
        sources.record(shown, pen),
        modelled.method(shown, pen),
        closing.about(pen, file_name),
    ]


def _cards_block(cards: Mapping[str, str]) -> str:
    """The cards, packed: a script unpacks them, and makes of one what a reader opens."""
    told = json.dumps(cards, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return block("cards", b64encode(zlib.compress(told, 9)).decode())


def _whole(found: Sequence[Page], blocks: Iterable[str], shown: Frozen) -> tuple[str, str]:
    """The file before its list of parts and behind it, with a seal of zeros.

    No line of it is broken but in style and script.
    """
    evidence, case = shown.evidence, shown.evidence.case
    title = _plain(case.title)
    told = _plain(f"{case.question} Dataset {case.version}, fingerprint {evidence.fingerprint[:12]}.")
    style, script = _style() + _foot(evidence), _script()
    policy = (
        f"default-src 'none'; style-src '{_sum(style)}'; script-src '{_sum(script)}'; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        SEAL_TAG,
        '<meta name="referrer" content="no-referrer">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title} · {TITLE_OF_ALL}</title>",
        f'<meta name="description" content="{told}">',
        f'<meta property="og:title" content="{title}">',
        f'<meta property="og:description" content="{told}">',
        '<meta property="og:type" content="article">',
        f'<style id="style">{style}</style>',
    ]
    numbers = headline(shown.headline, shown.result, evidence)
    told = headline_block(numbers, numbers_in_words(numbers, evidence), evidence)
    before = (
        f'<!doctype html><html lang="en"><head>{"".join(head)}</head><body data-title="{title}">'
        f'<p id="checked">{text(UNCHECKED)}</p><noscript>{_held(found, shown)}</noscript>'
    )
    run = f'<script id="run" type="module">{script}</script>'  # no end tags: a change in them no browser would see
    return f"{before}{''.join(blocks)}{told}", run


def _held(found: Sequence[Page], shown: Frozen) -> str:
    case, fingerprint = shown.evidence.case, shown.evidence.fingerprint
    links = "".join(f'<li><a href="#{page.name}">{text(page.title)}</a></li>' for page in found)
    data = f"Frozen edition of dataset {case.version}, as of {case.as_of.isoformat()}, fingerprint {fingerprint[:12]}"
    sections = "".join(
        f'<section class="page" id="{page.name}" data-title="{text(page.title)}">'
        f"{stretch(page.name, f'<h1>{text(page.title)}</h1>{page.body}')}</section>"
        for page in found
    )
    top = (
        f'<header><div><p class="case">{text(case.title)}</p><p>{text(case.question)}</p></div>{TOOLS}</header>'
        f'<nav aria-label="Pages"><ul>{links}</ul></nav>'
    )
    return f'{stretch("top", top)}<main class="root">{sections}</main>{PANEL}<footer><p>{text(data)}</p></footer>'


def _plain(words: str) -> str:
    """Words that stand the same in a source and in what a browser makes of it, whichever it is."""
    return text(" ".join(words.translate(str.maketrans('<>"\u00a0', "‹›” ")).split()))


def _sum(words: str) -> str:
    return f"sha256-{b64encode(sha256(words.encode()).digest()).decode()}"


def _foot(evidence: Evidence) -> str:
    """Version and fingerprint at the foot of every sheet of paper."""
    told = f"Barrelwatch, dataset {place('', evidence.case.version)[1:]}, fingerprint {evidence.fingerprint[:12]}"
    return f'@page{{@bottom-left{{content:"{told}";font:9pt sans-serif;color:#4A5867}}}}'


@cache
def _style() -> str:
    # What nodes look like is told once, for the page and for the file.
    shared = (HERE.parent / "widgets" / "browser" / "markup.css").read_text(encoding="utf-8")
    own = (HERE / "edition.css").read_text(encoding="utf-8")
    return LINES.sub("", f"{shared}{own}{colours()}")


@cache
def _script() -> str:
    return "".join((HERE / name).read_text(encoding="utf-8") for name in ("seal.js", "chooser.js", "edition.js"))
