"""Web pages: the main text as trafilatura finds it. Nothing of the page runs, nothing it names is fetched."""

from importlib.metadata import version
from typing import Any


def extracted(content: bytes) -> dict[str, Any]:
    """Text, extractor and steps of a page in UTF-8; or {"refused": why}."""
    import trafilatura
    from lxml import html

    tree = html.fromstring(content, parser=html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False))
    text = trafilatura.extract(tree, favor_recall=True, include_comments=False, prune_xpath=["//nav", "//footer"])
    steps = ["menus, scripts and comments left out"]
    if not text:
        text = trafilatura.html2txt(content.decode("utf-8"))
        steps = ["all words of the page, since no main text was found"]
    return {"text": text or "", "extractor": f"trafilatura {version('trafilatura')}", "steps": steps}
