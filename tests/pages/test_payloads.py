"""A draft that has sixty payloads in all its fields is shown as text on the pages of the app."""

from pathlib import Path

from components.state import drafts
from tests.cases.payloads import hostile_draft
from tests.pages.test_hostile_texts import LIVE, SAFE_ADDRESS
from tests.pages.view import Opened, nodes_of


def test_no_payload_of_a_draft_is_live_on_a_page(opened: Opened, second_case: Path) -> None:
    copy = hostile_draft(second_case)
    asked = {
        "add": {"claim": "Z01"}, "timeline": {"document": "Z"}, "comparison": {"document": "Z"},
        "dossier": {"origin": copy.evidence.origins[-1].origin_id},
    }  # fmt: skip
    try:
        for page, query in asked.items():
            drafts._held().hold("hostile", copy, "203.0.113.9")
            view = opened(page, second_case, draft="hostile", **query)
            assert view.failures == []
            said = [one for one in view.markdown if "`streamlit run" not in one]  # our own
            assert [one for one in said if LIVE.search(one)] == [], page
            assert [link for link in view.links if not SAFE_ADDRESS.match(link)] == [], page
            names = {name for tree in view.trees for node in nodes_of(tree) for name in node["a"]}
            assert {one for one in names if one.startswith("on") or one in ("style", "src", "srcdoc")} == set(), page
    finally:
        drafts._held.clear()
