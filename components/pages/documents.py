"""Documents: each text as it stands, its claims lit in it."""

import streamlit as st

from components import state
from components.nodes import reader
from components.nodes import tables as behind
from components.nodes.node import link_within, node
from components.widgets import filters, panels, tables
from components.widgets.intake.banner import PAGE
from components.widgets.mounted.markup import show

evidence = state.current_evidence()
panels.heading("documents", "Documents")
if state.may_draft():
    show(node("p", link_within(PAGE, "Add a document, or mark words in one of these")), key="way to add")
panels.refused(state.refused_parameters(filters.documents_values(evidence)))
document = filters.chosen_document(evidence)

if document is None:
    panels.empty(*filters.no_document(evidence))
else:
    claim = evidence.claim_by_id.get(state.parameter("claim") or "")
    text, beside = st.columns([3, 2], gap="large")
    with text, panels.guarded("document"):
        lit, focus = reader.lit_document(document, claim, evidence, filters.found_paragraph(document))
        show(*lit, key=f"document {document.label}", focus=focus)
    with beside:
        if claim is None:
            hint = "Click a claim in the text to see who says so and how it is graded."
            panels.sentence(hint, evidence, "hint", "quiet screen")
        with panels.guarded("provenance"):
            show(reader.provenance(document, evidence), key=f"about {document.label}")
    with panels.guarded("claims table"):
        tables.table(behind.claims_of(document, evidence))
