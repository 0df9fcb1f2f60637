"""The reader's assumptions: a control for each, in the address; what is chosen holds wherever numbers are modelled."""

import streamlit as st

from components import state
from components.sentences.model.beliefs import factor_range, factor_with_unit
from components.sentences.model.own import own_words
from components.widgets import panels
from components.widgets.mounted.markup import node, show
from data.estimate.chosen import MOST_TRIPS, WholeNumbers, steps
from data.estimate.draws import unused_factors
from data.estimate.result import NotEstimated
from data.models.assumptions import Assumption, Assumptions, Settings
from data.models.evidence import Evidence

IN_A_ROW = 4


def reset_button(settings: Settings, evidence: Evidence) -> None:
    """The way back to the sourced defaults, where something else is chosen; says that it is."""
    if settings == Settings():
        return
    st.button(
        "Reset all assumptions",
        key="reset assumptions",
        on_click=state.clear_parameters,
        args=(tuple(state.assumption_values(evidence)),),
        icon=":material/restart_alt:",
    )


def changed_note(settings: Settings, evidence: Evidence) -> None:
    """Says on a page without the controls that the numbers are those of a reader's own assumptions."""
    if settings.untouched:
        return
    panels.sentence(f"Your own assumptions are in force: {own_words(settings, evidence)}.", evidence, "own", "quiet")
    reset_button(settings, evidence)


def show_controls(settings: Settings, evidence: Evidence) -> None:
    """Every control with its sourced default, its range and, on demand, its reason."""
    assumptions = evidence.assumptions
    if assumptions is None:
        return
    head, reset = st.columns([4, 1], vertical_alignment="center")
    with head:
        told = "all as sourced" if settings.untouched else f"yours: {own_words(settings, evidence)}"
        show(node("p", node("strong", "Assumptions"), f" ({told})", cls="assumptions"), key="assumptions")
    with reset:
        reset_button(settings, evidence)
    _show_trips(assumptions)
    _show_conventions(assumptions, evidence)
    without, sourced = unused_factors(settings), _sourced_ranges()
    # On a phone seven sliders would stand between the finding and its first chart.
    narrow = state.width() == "narrow"
    with st.expander("Move the assumptions", expanded=not settings.untouched) if narrow else st.container():
        for start in range(0, len(assumptions.assumptions), IN_A_ROW):
            columns = st.columns(IN_A_ROW)
            for column, one in zip(columns, assumptions.assumptions[start : start + IN_A_ROW], strict=False):
                with column:
                    _show_factor(one, one.id in without, sourced.get(one.id, one.distribution_words))


def _show_trips(assumptions: Assumptions) -> None:
    columns = st.columns([3, 2, 3, 3])
    with columns[0]:
        _choose("trips", "How trips are counted", _trip_labels(assumptions))
    with columns[1]:
        changed = state.in_address("count", WholeNumbers(MOST_TRIPS), several=False, otherwise="")
        st.text_input(
            "Your own number of trips",
            key="count",
            on_change=changed,
            placeholder="as counted",
            max_chars=6,
            help=f"A whole number up to {MOST_TRIPS:,}; it takes the place of the count. Empty: as counted.",
        )
    with columns[2]:
        _choose("unseen", "Which trips", {"": "Allow for trips not seen", "off": "Only those seen"})
    with columns[3]:
        labels = {"": "By weight and tank volume"}
        if assumptions.committee:
            labels["committee"] = f"{assumptions.committee.name} ({assumptions.committee.barrels_per_tonne:g} a tonne)"
        _choose("convention", "Tonnes into barrels", labels)


def _show_conventions(assumptions: Assumptions, evidence: Evidence) -> None:
    """What counts towards a joint limit, and of what a load is a share."""
    columns, limit = st.columns([4, 4, 3]), evidence.headline_limit
    with columns[0]:
        labels = {"": "With what others notified", "alone": f"{evidence.case.subject.supplier} alone"}
        if limit and limit.joint != "no":
            _choose("counted", f"What counts towards the {limit.name}", labels)
    with columns[1]:
        labels = {"": "Of the cargo a ship can take", "deadweight": "Of the deadweight, fuel not in it"}
        _choose("laden", f"“{assumptions.by_id['load'].title}” is a share", labels)


def _choose(name: str, title: str, labels: dict[str, str]) -> None:
    changed = state.in_address(name, [value for value in labels if value], several=False, otherwise="")
    st.selectbox(
        panels.text_in_markdown(title),
        list(labels),
        key=name,
        on_change=changed,
        format_func=lambda value: labels[value],
    )


def _trip_labels(assumptions: Assumptions) -> dict[str, str]:
    return {
        "": "As counted in the public record" if assumptions.trips_records else "As the words allow at least",
        "floor": "The least that the words allow",
        "rounded": "Rounded down: up to eight more",
        "open": "Open above: five more on average",
    }


def _show_factor(assumption: Assumption, unused: bool, sourced: str) -> None:
    options = ["", *steps(assumption)]
    changed = state.in_address(assumption.id, options[1:], several=False, otherwise="")
    st.select_slider(
        panels.text_in_markdown(assumption.title),
        options,
        key=assumption.id,
        on_change=changed,
        format_func=lambda value: factor_with_unit(float(value), assumption.unit) if value else "as sourced",
        help=panels.text_in_markdown(f"{assumption.reason} ({assumption.basis})"),
        disabled=unused,
    )
    if unused:
        st.caption("Not used by this convention")
    else:
        ends = factor_range(assumption.least, assumption.most, assumption.unit)
        st.caption(panels.text_in_markdown(f"Sourced: {sourced}. Range: {ends}."))


def _sourced_ranges() -> dict[str, str]:
    """The 90% range of each factor as sourced, whatever the reader has put in its place."""
    default = state.estimate(Settings())
    if isinstance(default, NotEstimated):
        return {}
    return {
        row["assumption"]: factor_range(row["assumed_q05"], row["assumed_q95"], row["unit"])
        for _, row in default.beliefs.iterrows()
    }
