"""Presets: links that set assumptions at once, taken from the case and from the break-even values."""

from urllib.parse import parse_qsl

from tests.pages.view import Opened, View, nodes_of, text_of


def presets(view: View) -> dict[str, tuple[dict[str, str] | None, str]]:
    """What each sets, None where it is no link, and what it says, by its name."""
    [tree] = [tree for tree in view.trees if tree["t"] == "details" and text_of(tree["n"][0]) == "Begin with …"]
    found = {}
    for item in [node for node in nodes_of(tree) if node["t"] == "li"]:
        name, why = item["n"]
        link = dict(parse_qsl(name["a"]["href"].partition("?")[2])) if name["t"] == "a" else None
        found[text_of(name)] = link, text_of(why)
    return found


def test_published_loads_and_what_must_be_true_can_be_begun_with(opened: Opened) -> None:
    found = presets(opened("estimate", unseen="off", counted="alone", load="0.7"))
    kept = {"unseen": "off", "counted": "alone"}
    assert found["As sourced"][0] == kept
    assert found["Load on departure: 60%"] == (kept | {"load": "0.6"}, "The lower case of the UN Panel of Experts.")
    assert found["Load on departure: one third"][0] == kept | {"load": "0.33"}
    assert len(found) == 7


def test_what_must_be_true_brings_half_of_the_runs_to_the_other_side(opened: Opened) -> None:
    view = opened("estimate", unseen="off", counted="alone")
    found = presets(view)
    for name, (low, high) in {"For the UN cap to hold": (40, 50), "For the reported 1,000,000": (50, 60)}.items():
        chosen = found[name][0]
        assert chosen
        told = view.go("estimate", **chosen).words("p", "finding")[0] + " ".join(view.words("p", "quiet"))
        which = "above the UN cap" if "cap" in name else "is above 1,000,000"
        [many] = [part for part in told.split("In ") if which in part][:1]
        assert low <= int(many.split(" of 100")[0]) <= high
