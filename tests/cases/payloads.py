"""Sixty things that a page, a chart, a spreadsheet or a file could act on, and a draft that has them in every field."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from data.intake.received import PASTED, receive
from data.intake.working_copy import WorkingCopy
from data.models.entry import Entry

HOST = "example.invalid"
PAYLOADS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", f"<img src=http://{HOST}/a.png>",
    "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", f"<iframe src='http://{HOST}/b'></iframe>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>", f"<link rel=stylesheet href=//{HOST}/c.css>",
    f"<style>@import '//{HOST}/d.css'; body{{display:none}}</style>", f"<base href='//{HOST}/'>",
    f"<meta http-equiv=refresh content='0;url=http://{HOST}/e'>", f"<object data='http://{HOST}/f'></object>",
    f"<embed src='http://{HOST}/g'>", f"<form action='http://{HOST}/h'><input autofocus onfocus=alert(1)></form>",
    f"<video src='http://{HOST}/i' autoplay onerror=alert(1)></video>", "<details open ontoggle=alert(1)>x</details>",
    f"<a href='http://{HOST}/j' ping='http://{HOST}/k'>x</a>", "<a href='javascript:alert(1)'>x</a>",
    "<body onload=alert(1)>", "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<template><script>alert(1)</script></template>", "\"><script>alert(1)</script>", "'-alert(1)-'",
    "</script><script>alert(1)</script>", "</textarea><script>alert(1)</script>", "--><script>alert(1)</script><!--",
    "<b onmouseover=alert(1)>bold</b><br>next", f"<span style='background:url(//{HOST}/l)'>x</span>",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;img src=x onerror=alert(1)&#62;",
    f"![x](http://{HOST}/m.png)", "[x](javascript:alert(1))", f"[x](http://{HOST}/n)", f"<http://{HOST}/o>",
    f"[x]: http://{HOST}/p", "**bold** _slant_ ~~gone~~", "`code` and ```fence```", "# heading",
    "| a | b |\\n|---|---|",
    ":red[red] :blue-background[x]", ":material/home: :smile: :streamlit:", "$x^2$ and $$y$$",
    f"$\\href{{http://{HOST}/q}}{{x}}$", "[ ] to do",
    "=HYPERLINK(\"http://example.invalid/r\")", "+1+1", "-1+1", "@SUM(1)",
    "=cmd|' /C calc'!A0", "'''\nid = \"X99\"\n[[claim]]", "\"\"\" [[question]] \\u0000", "# no comment\\",
    "{{7*7}} ${7*7} %s {0}",
    "../../etc/passwd", "' OR 1=1 --", "NEAR(a b, 3) AND * OR \"x", "\u202etxt.exe\u202c and \u2066x\u2069",
    "zero\u200bwidth\ufeff and \u00a0 blanks", "👩‍🚒 é ﷽ Ĳ", f"http://{HOST}/s www.{HOST} //{HOST}/t",
)  # fmt: skip
GRADED = {"credibility": 6, "assessed_on": "2032-01-15", "kind": "fact", "topic": "traffic", "modality": "asserted"}


def payload_text() -> str:
    """A text with every payload in a paragraph of its own, each behind words that can be marked."""
    return "".join(f"Stretch {place} of it: {one}\n\n" for place, one in enumerate(PAYLOADS))


def hostile_draft(base: Path) -> WorkingCopy:
    """A draft of a case with topics `traffic` and `volume`: one text, and payloads in turn in each field there is."""
    copy, some = WorkingCopy(base), _Next()
    received = receive(PASTED, payload_text().encode(), "", datetime(2032, 1, 15, tzinfo=UTC))
    named = {"title": some.any(), "publisher": some.any(), "note": some.any(), "form": "text"}
    graded = {"reliability": "F", "reliability_reason": some.any(), "assessed_on": "2032-01-15"}
    copy.add_document(received, "payloads", {"label": "Z", "language": "en", **named, **graded})
    document = copy.evidence.document_by_id["payloads"]
    origin = copy.add_origin({"name": some.any(), "kind": "person", "reliability": "F", "reason": some.any(),
                              "reliability_reason": some.any(), "assessed_on": "2032-01-15"})  # fmt: skip
    copy.add_unit(some.any(), some.any(), [some.any()])
    ids = []
    for place in range(0, 60, 7):
        start = document.text.index(f"Stretch {place} of it")
        end = document.text.index("\n\n", start)
        words = document.text[start:end].rstrip()
        fields = {key: some.any() for key in ("speaker", "actor", "target", "via", "credibility_reason", "note")}
        ids.append(copy.add_claim("payloads", start, start + len(words), {**GRADED, **fields, "origin": origin}))
    for claim_id in ids[:3]:
        told = {"title": some.plain(), "type": some.plain(), "note": some.plain(), "date_reason": some.plain()}
        copy.add_event({**told, "lane": "shipments", "date": "2031-05", "date_basis": "inferred",
                        "supports": [claim_id], "modality": "asserted"})  # fmt: skip
    for claim_id in ids[3:5]:
        cell = {"document": "payloads", "claims": [claim_id], "words": some.plain()}
        told = {"title": some.plain(), "asks": some.plain(), "why": some.plain()}
        copy.new_question({**told, "reading": "one-document"}, [cell])
    return copy


class _Next:
    """The payloads one after the other, and again from the first."""

    def __init__(self) -> None:
        self._left: list[str] = []

    def any(self) -> str:
        return self._taken(lambda _: True)

    def plain(self) -> str:
        """One without numbers and quotation marks: in a title or an answer they have to stand in a quote."""
        return self._taken(lambda one: not re.search(r"[\"“”]|(?<![(\w])\d", one))

    def _taken(self, fits: Callable[[str], bool]) -> str:
        if not any(map(fits, self._left)):
            self._left += PAYLOADS
        return self._left.pop(next(place for place, one in enumerate(self._left) if fits(one)))


def fields_of(entry: Entry) -> Iterator[str]:
    """Every text that an entry holds, in it and below it."""
    for value in dict(entry).values():
        yield from _texts_of(value)


def _texts_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts_of(one)
    elif isinstance(value, Entry):
        yield from fields_of(value)
