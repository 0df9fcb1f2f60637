"""What the slides on volumes share: a limit's name in the room there is, titles that fit, the end of an axis."""

from math import ceil

from components.scene.scale import round_step
from components.scene.text import cut, inches, lines
from components.sentences.gauge import of_the_period as period_of
from components.sentences.limits import called
from components.slides.view import View
from components.theme import number, shortened
from data.models.evidence import Evidence
from data.models.limits import Limit

NAME_CHARACTERS = (40, 24, 12)
UNNAMED = "limit"
ANNUAL_MARK, PLAIN_MARK = "\0annual", "\0plain"
MOST_STEPS = 6
SCALE = 3  # times the limit, which every axis shows
AIR = 1.03  # above the highest value


def short_named(sentence: str, name: str) -> str:
    """A sentence in which a long name of the limit is cut, so that what is said of it stays."""
    return sentence.replace(name, shortened(name, NAME_CHARACTERS[0])) if name else sentence


def fitted(sentence: str, name: str, width: float, points: float, most: int = 1, bold: bool = False) -> str:
    """A sentence of at most so many lines: as it is, or with the limit's name cut, or without the name."""
    names = [name, *(shortened(name, characters) for characters in NAME_CHARACTERS), UNNAMED] if name else [name]
    forms = [sentence.replace(name, short) if name else sentence for short in names]
    return next((form for form in forms if len(lines(form, width, points, bold)) <= most), "") or cut(
        forms[-1], width, points, most, bold
    )


def valued(limit: Limit, width: float, points: float) -> str:
    """Name and value of a limit on one bold line: the name gives way, the value stays."""
    value = f" {number(limit.value)}"
    return f"{cut(limit.name, width - inches(value, points, bold=True), points, 1, bold=True)}{value}"


def shorter(sentence: str, evidence: Evidence) -> tuple[str, ...]:
    """The sentence, then shorter forms of it: plain deliveries, no "annual", and the limit without its name."""
    deliveries, limit = evidence.case.subject.deliveries, evidence.headline_limit
    if limit is None:
        return tuple(dict.fromkeys((sentence, sentence.replace(deliveries, "deliveries"))))
    annual, plain, unnamed = f"the {called(limit)}", f"the {limit.name}", f"the {UNNAMED}"
    # The limit is set aside meanwhile: it may be called as the deliveries are.
    marked = sentence.replace(annual, ANNUAL_MARK).replace(plain, PLAIN_MARK).replace(deliveries, "deliveries")
    written = ((annual, plain), (plain, plain), (unnamed, unnamed))
    forms = [marked.replace(ANNUAL_MARK, one).replace(PLAIN_MARK, other) for one, other in written]
    return tuple(dict.fromkeys((sentence, *forms)))


def axis_of(top: float, limit_volume: float) -> tuple[float, float]:
    """End and step of an axis from zero: three times the limit in steps of it, or further in round steps."""
    if not max(top, limit_volume):
        return 1.0, 1.0
    if top * AIR <= SCALE * limit_volume:
        return SCALE * limit_volume, limit_volume
    step = round_step(top * AIR, MOST_STEPS)
    return step * ceil(top * AIR / step - 1e-9), step


def of_the_period(view: View) -> bool:
    """True if there is an estimate, and of the period in which the volume on the gauge counts."""
    return period_of(view.estimate, view.volume) is not None
