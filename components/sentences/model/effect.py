"""Which controls change nothing that is shown under a reader's other choices, and why."""

from data.estimate.draws import unused_factors
from data.estimate.result import Estimate
from data.models.assumptions import FACTORS, MEDIAN, MOVED
from data.models.evidence import Evidence


def without_effect(estimate: Estimate, evidence: Evidence) -> dict[str, str]:
    """A sentence for each such control, by its parameter."""
    settings, assumptions = estimate.settings, evidence.assumptions
    if assumptions is None:
        return {}
    if settings.count == 0:
        told = dict.fromkeys(MOVED, "Without a trip there is nothing to carry.")
    else:
        told = {name: _unused(name, estimate) for name in FACTORS if name in unused_factors(settings)}
        if not settings.unseen:
            told["seen"] = "Only the trips that were seen are counted."
        if "ship" in settings.fixed_values:
            told[MEDIAN] = f"“{assumptions.by_id['ship'].title}” is fixed."
    if settings.count is not None:
        told["trips"] = "Your own number of trips stands in its place."
    if assumptions.committee is None:
        told["convention"] = "The case names one way alone."
    if estimate.room is not None and not estimate.room.filed:
        told["counted"] = "Nothing else is found that was notified for the same period."
    return {name: f"No effect: {why[0].lower()}{why[1:]}" if why[0].isalpha() else f"No effect: {why}"
            for name, why in told.items()}  # fmt: skip


def _unused(name: str, estimate: Estimate) -> str:
    if name == "cargo-share" and estimate.settings.laden == "deadweight":
        return "The load is a share of the deadweight itself."
    committee = estimate.inputs.assumptions.committee
    return f"“{committee.name if committee else ''}” fixes the barrels of a tonne, whatever the tanks hold."
