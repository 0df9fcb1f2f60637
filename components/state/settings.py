"""What a reader assumes, from the address: it holds on every page on which something is modelled."""

from collections.abc import Collection

import streamlit as st

from components.state.address import carry_over, parameter
from components.state.shown import made
from data.estimate import chosen
from data.models.assumptions import Settings
from data.models.evidence import Evidence


def assumption_values(evidence: Evidence) -> dict[str, Collection[str] | None]:
    """Query parameters of the reader's assumptions and the values that mean something; none without assumptions."""
    # Asked for by every table and figure of a page; the steps of a control are many.
    return dict(made("assumption values", evidence.fingerprint, lambda: chosen.assumption_values(evidence)))


def current_settings(evidence: Evidence) -> Settings:
    """What the reader has chosen, from the address; whatever it says that means nothing is left out.

    A page without the choices in its address takes over those of the page the reader comes from.
    """
    allowed = assumption_values(evidence)
    carry_over(allowed)
    asked = {name: parameter(name) for name in st.query_params if name in allowed}
    given = {name: value for name, value in asked.items() if value and value in (allowed[name] or ())}
    return chosen.settings_of(given)
