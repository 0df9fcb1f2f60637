"""The reader's assumptions: a control for each, in the address; what is chosen holds wherever numbers are modelled."""

import streamlit as st

from components import state
from components.sentences.model.beliefs import factor_with_unit, varying
from components.sentences.model.effect import without_effect
from components.widgets import panels
from components.widgets.mounted.markup import show
from components.widgets.workbench.presets import show_presets
from components.widgets.workbench.track import Sourced, cases_of, track
from data.estimate.chosen import MOST_TRIPS, WholeNumbers, steps_around, whole_number
from data.estimate.draws import assumed_range
from data.estimate.result import Estimate, NotEstimated
from data.models.assumptions import Assumption, Assumptions, Settings
from data.models.evidence import Evidence


def show_controls(estimate: Estimate, evidence: Evidence) -> None:
    """Every control with its sourced distribution and its range: first the factors, what moves the volume most on top.

    In a narrower window they would stand between the finding and its first picture: there they are folded.
    """
    assumptions = evidence.assumptions
    if assumptions is None:
        return
    without = without_effect(estimate, evidence)
    if state.width() == "wide":
        with st.container(key="controls"):
            show_presets(estimate)
            _show_factors(assumptions, without)
            _show_choices(assumptions, without, evidence)
        return
    with st.expander("Move the assumptions", expanded=not estimate.settings.untouched, icon=":material/tune:"):
        left, right = (st, st) if state.width() == "narrow" else st.columns(2, gap="large")
        with left.container():
            show_presets(estimate)
            _show_factors(assumptions, without)
        with right.container():
            _show_choices(assumptions, without, evidence)


def _show_factors(assumptions: Assumptions, without: dict[str, str]) -> None:
    sourced = state.made("sourced", "", lambda: _sourced(assumptions))
    for name in state.made("order of the controls", "", lambda: _order(assumptions)):
        _show_factor(assumptions.by_id[name], sourced[name], without.get(name, ""), assumptions)


def _show_choices(assumptions: Assumptions, without: dict[str, str], evidence: Evidence) -> None:
    _show_trips(assumptions, without)
    _show_conventions(assumptions, without, evidence)


def _order(assumptions: Assumptions) -> list[str]:
    """The factors, that which explains most of the spread as sourced first; so they keep their places."""
    default = state.estimate(Settings())
    rows = [] if isinstance(default, NotEstimated) else varying(default)
    shares = {str(row["assumption"]): float(row["variance_share"]) for row in rows}
    return sorted(assumptions.by_id, key=lambda name: -shares.get(name, 0.0))


def _sourced(assumptions: Assumptions) -> dict[str, Sourced]:
    return {name: Sourced(*assumed_range(assumptions, name)) for name in assumptions.by_id}


def _show_trips(assumptions: Assumptions, without: dict[str, str]) -> None:
    _choose("trips", "How trips are counted", _trip_labels(assumptions), without)
    known = WholeNumbers(MOST_TRIPS)
    changed = state.in_address("count", known, several=False, otherwise="", read=whole_number)
    typed = st.text_input(
        "Your own number of trips",
        key="count",
        on_change=changed,
        placeholder="as counted",
        max_chars=6,
        help=f"A whole number up to {MOST_TRIPS:,}; it takes the place of the count. Empty: as counted.",
    )
    if typed and typed not in known:
        told = f"“{panels.text_in_markdown(typed)}” is no whole number up to {MOST_TRIPS:,}; nothing has changed."
        st.warning(told, icon=":material/edit:")
    _choose("unseen", "Which trips", {"": "Allow for trips not seen", "off": "Only those seen"}, without)


def _show_conventions(assumptions: Assumptions, without: dict[str, str], evidence: Evidence) -> None:
    """Tonnes into barrels, what counts towards a joint limit, and of what a load is a share."""
    labels, limit = {"": "By weight and tank volume"}, evidence.headline_limit
    if assumptions.committee:
        labels["committee"] = f"{assumptions.committee.name} ({assumptions.committee.barrels_per_tonne:g} a tonne)"
    _choose("convention", "Tonnes into barrels", labels, without)
    if limit and limit.joint != "no":
        labels = {"": "With what else was notified", "alone": f"{evidence.case.subject.supplier} alone"}
        _choose("counted", f"What counts towards the {limit.name}", labels, without)
    labels = {"": "Of the cargo a ship can take", "deadweight": "Of the deadweight, fuel not in it"}
    _choose("laden", f"“{assumptions.by_id['load'].title}” is a share", labels, without)


def _choose(name: str, title: str, labels: dict[str, str], without: dict[str, str]) -> None:
    changed = state.in_address(name, [value for value in labels if value], several=False, otherwise="")
    st.selectbox(
        panels.text_in_markdown(title),
        list(labels),
        key=name,
        on_change=changed,
        format_func=lambda value: labels[value],
        disabled=name in without,
    )
    if name in without:
        st.caption(panels.text_in_markdown(without[name]))


def _trip_labels(assumptions: Assumptions) -> dict[str, str]:
    return {
        "": "As counted in the public record" if assumptions.trips_records else "As the words allow at least",
        "floor": "The least that the words allow",
        "rounded": "Rounded down: up to eight more",
        "open": "Open above: five more on average",
    }


def _show_factor(assumption: Assumption, sourced: Sourced, unused: str, assumptions: Assumptions) -> None:
    """The control of a factor: at rest its knob lies at the median of what is sourced, among values in steps."""
    # Said once for all readers: a control asks for the words of each of its steps twice on every run.
    labels = state.made(f"steps {assumption.id}", "", lambda: _steps(assumption, sourced))
    options = list(labels)
    changed = state.in_address(assumption.id, labels.keys() - {""}, several=False, otherwise="")
    st.select_slider(
        panels.text_in_markdown(assumption.title),
        options,
        key=assumption.id,
        on_change=changed,
        format_func=labels.__getitem__,
        help=panels.text_in_markdown(f"{assumption.reason} ({assumption.basis})"),
        disabled=bool(unused),
    )
    if unused:
        st.caption(panels.text_in_markdown(unused))
        return
    told = state.made(
        f"track {assumption.id}", "", lambda: track(assumption, sourced, cases_of(assumption, assumptions), options)
    )
    show(told, key=f"track {assumption.id}")


def _steps(assumption: Assumption, sourced: Sourced) -> dict[str, str]:
    """The values of a control in steps, with their words; the empty one stands for what is sourced."""
    unit = assumption.unit
    at_rest = f"as sourced ({factor_with_unit(sourced.middle, unit)})"
    steps = steps_around(assumption, sourced.middle)
    return {value: factor_with_unit(float(value), unit) if value else at_rest for value in steps}
