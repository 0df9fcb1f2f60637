"""The page that a browser gets first: Streamlit's own, with title, finding and preview of the page it will become."""

import base64
import hashlib
import html
import re
from functools import cached_property
from pathlib import Path

from components import state
from components.pages import PAGES
from hosting.packed import Packed
from hosting.picture import SIZE, Letters, can_be_drawn, card
from hosting.told import FIRST, TITLES, Told, told

PREVIEWS = "/preview/"
NAMES = {"" if entry.first else entry.name for entry in PAGES} | {FIRST}
WITH_CHARTS = {entry.name for entry in PAGES if entry.chart}
APP = "Barrelwatch"
ICON = "app/static/icon.png"
FONTS = ("app/static/inter-latin-wght-normal.woff2",)  # what the first words are set in
# Files below the address of the app that the first chart needs, by patterns of their names, and how each is sent for at
# once: a script of the old kind is fetched in another way than a module.
MODULE, SCRIPT = "rel=modulepreload; crossorigin", "rel=preload; as=script"
AHEAD = {
    "/static/js/BidiComponent.*.js": MODULE,
    "/_stcore/*.chart/chart.js": MODULE,
    "/app/static/plotly-*.js": SCRIPT,
}
# What Streamlit's page brings that leads nowhere here: a font of its own that no word is set in, the description of an
# interface that is switched off, and its own title, icon and sentence for browsers without scripts.
NOT_OURS = re.compile(
    r"<link\s+rel=\"preload\"\s[^>]*as=\"font\"[^>]*>|<link rel=\"service-desc\"[^>]*>"
    r"|<!--\s+Machine-readable pointer.*?-->|<title>.*?</title>|<link rel=\"shortcut icon\"[^>]*>"
    r"|<noscript>.*?</noscript>",
    re.DOTALL,
)
INLINE = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)
NAMED = re.compile(r"(?:src|href)=\"\./(static/[^\"]+)\"")


class Shell:
    """The first page for each address, and its picture; made again when the data change."""

    def __init__(self, index: Path, packed: Packed, letters: Letters) -> None:
        self._stock = NOT_OURS.sub("", index.read_text(encoding="utf-8"))
        self._letters, self._packed = letters, packed
        self._told: dict[tuple[str, str], Told] = {}
        self._cards: dict[tuple[str, str], bytes] = {}

    @cached_property
    def script_hashes(self) -> tuple[str, ...]:
        """What a policy says of each script that stands in the page itself."""
        found = (hashlib.sha256(script.encode()).digest() for script in INLINE.findall(self._stock))
        return tuple(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in found)

    def page(self, name: str, base: str) -> str:
        """The page of an address; `base` is where readers see the app, and `name` the last part of the address."""
        of = self._of(name)
        shown, title = name if name in TITLES else FIRST, f"{of.title} · {of.case}"
        tags = [
            f"<title>{_safe(f'{of.title} · {APP}')}</title>",
            f'<link rel="icon" href="./{ICON}" />',
            _meta("name", "description", of.description),
            _meta("property", "og:type", "website"),
            _meta("property", "og:site_name", APP),
            _meta("property", "og:title", title),
            _meta("property", "og:description", of.description),
            _meta("property", "og:url", f"{base}/{name if name in TITLES and name != FIRST else ''}"),
            *self._picture(shown, of, base),
            *(f'<link rel="preload" as="font" type="font/woff2" crossorigin href="./{font}" />' for font in FONTS),
        ]
        without = (
            f"<noscript><p>{_safe(of.title)}: {_safe(of.description)}</p><p>The rest of this page needs JavaScript, "
            "which this browser does not run. Switch it on for this address.</p></noscript>"
        )
        page = self._stock.replace("</head>", "\n    ".join(["", *tags]) + "\n  </head>", 1)
        return page.replace('<div id="root">', f'{without}\n    <div id="root">', 1)

    def picture(self, name: str) -> bytes | None:
        """The preview of a page, as PNG; None of a page that does not exist, or whose letters we do not have."""
        if name not in TITLES:
            return None
        of = self._of(name)
        if not can_be_drawn(of, self._letters):
            return None
        key = (of.edition, name)
        if key not in self._cards:
            self._cards[key] = card(of, self._letters)
        return self._cards[key]

    def ahead(self, name: str) -> str:
        """The header that lets a browser fetch what the first chart needs while it reads the page."""
        if (name or FIRST) not in WITH_CHARTS:
            return ""
        files = [(address, how) for pattern, how in AHEAD.items() for address in self._packed.matching(pattern)]
        return ", ".join(f"<.{address}>; {how}" for address, how in files)

    @property
    def first_files(self) -> list[str]:
        """The files that a browser asks for as soon as it has the page, as far as they are ours to pack."""
        named = [f"/{file}" for file in NAMED.findall(self._stock)]
        charts = [address for pattern in AHEAD for address in self._packed.matching(pattern)]
        return [address for address in (*named, *charts) if address in self._packed]

    def _of(self, name: str) -> Told:
        evidence = state.latest().evidence
        key = (evidence.fingerprint, name if name in TITLES else FIRST)
        if key not in self._told:
            if all(edition != evidence.fingerprint for edition, _ in self._told):
                self._told, self._cards = {}, {}  # what was told of other data nobody asks for again
            self._told[key] = told(key[1], evidence)
        return self._told[key]

    def _picture(self, name: str, of: Told, base: str) -> list[str]:
        if not can_be_drawn(of, self._letters):
            return [_meta("property", "og:image", f"{base}/{ICON}"), _meta("name", "twitter:card", "summary")]
        return [
            _meta("property", "og:image", f"{base}{PREVIEWS}{name}.png"),
            _meta("property", "og:image:width", str(SIZE[0])),
            _meta("property", "og:image:height", str(SIZE[1])),
            _meta("property", "og:image:alt", of.finding),
            _meta("name", "twitter:card", "summary_large_image"),
        ]


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{_safe(content)}" />'


def _safe(text: str) -> str:
    return html.escape(" ".join(text.split()), quote=True)
