"""The page on paper: which case, data and address it is stands above it, and dark figures come out light."""

from components import state
from components.theme import PALETTES
from components.widgets.mounted.component import Component
from data.models.evidence import Evidence

_COMPONENT = Component("paper", '<p class="letterhead"></p>', styled=True, isolated=False)


def letterhead(evidence: Evidence) -> None:
    """What stands above the page on paper alone; the browser adds the address."""
    case = evidence.case
    words = f"{case.title}. {case.question} Dataset {case.version}, fingerprint {evidence.fingerprint[:12]}."
    colours = _light_for_dark() if state.mode() == "dark" else None
    _COMPONENT(data={"words": words, "colours": colours}, key="letterhead")


def _light_for_dark() -> dict[str, str]:
    """The light colour of the same meaning for each dark one, by its hexadecimal digits in lower case."""
    pairs = zip(PALETTES["dark"].all, PALETTES["light"].all, strict=True)
    return {dark.lower(): light for dark, light in pairs}
