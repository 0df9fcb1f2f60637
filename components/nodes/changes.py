"""The record of changes: every recorded state of the data, and what it did to the headline."""

from components.nodes.node import Node, node
from components.sentences.changes import effect_in_words
from components.sentences.citation import long_day
from data.models.evidence import Evidence


def changes(evidence: Evidence) -> list[Node]:
    """All of them, the newest first; says so where none is recorded, or the data have changed since the last one."""
    before, items = None, list[Node]()
    for change in evidence.changes:
        head = node("strong", f"{long_day(change.date)}, dataset {change.version}")
        effect = effect_in_words(before, change.headline, evidence)
        why = node("div", f"Why: {change.why}")
        told = node("div", f"Effect on the headline: {effect}", cls="quiet")
        mark = node("div", f"Fingerprint {change.fingerprint[:12]}", cls="quiet")
        items.append(node("li", head, f" {change.what}", why, told, mark))
        before = change.headline
    if not items:
        none = "No state of these data is recorded" if evidence.complete else "No recorded state that is sound"
        return [node("p", f"{none}. Whoever keeps this case can record one.", cls="quiet")]
    listed = [node("ul", *reversed(items), cls="rows")]
    if evidence.fingerprint != evidence.changes[-1].fingerprint:
        what = "The data have changed since the last of these, and nobody has recorded what and why"
        listed.append(node("p", f"{what}.", cls="quiet"))
    return listed
