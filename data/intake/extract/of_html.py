"""Web pages: the main text as trafilatura finds it. Nothing of the page runs, nothing it names is fetched."""

from importlib.metadata import version
from typing import Any

HIGH = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SET_HIGH = "digits that were set high written so"


def extracted(content: bytes) -> dict[str, Any]:
    """Text, extractor and steps of a page in UTF-8; or {"refused": why}."""
    import trafilatura
    from lxml import etree, html

    tree = html.fromstring(content, parser=html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False))
    high = _set_high(tree)
    whole = etree.tostring(tree, encoding="unicode", method="html")
    text = trafilatura.extract(tree, favor_recall=True, include_comments=False, prune_xpath=["//nav", "//footer"])
    steps = ["menus, scripts and comments left out"]
    if not text:
        text = trafilatura.html2txt(whole)
        steps = ["all words of the page, since no main text was found"]
    steps += [SET_HIGH] if high else []
    return {"text": text or "", "extractor": f"trafilatura {version('trafilatura')}", "steps": steps}


def _set_high(tree: Any) -> bool:  # noqa: ANN401 - lxml has no types
    """Write digits that a page sets high as ⁰ to ⁹: the mark of a note is no digit of the number before it."""
    before, above = "", [*tree.iter("sup")]
    for one in above:
        before += one.text_content()
        for part in one.iter():
            part.text = (part.text or "").translate(HIGH)
            part.tail = part.tail if part is one else (part.tail or "").translate(HIGH)
    return before != "".join(one.text_content() for one in above)
