"""Modelled numbers as they are shown: no more figures than they carry, and no certainty that a model cannot have."""

from math import floor, isfinite, isnan, log10

WHOLE = ("trips",)  # units of which there are no parts
SHARE = "%"


def modelled(value: float) -> float:
    """A modelled volume to two significant figures: 794,213 is 790,000; what is not finite stays as it is."""
    if not isfinite(value) or value == 0:
        return value
    places = floor(log10(abs(value))) - 1
    return round(floor(value / 10.0**places + 0.5) * 10.0**places, max(0, -places))


def factor(value: float, unit: str) -> float:
    """A value of a factor as it is shown: a share to the hundredth, trips whole, else three significant figures."""
    if not isfinite(value) or value == 0:
        return value
    if unit == SHARE:
        return floor(value * 100 + 0.5) / 100
    return float(floor(value + 0.5)) if unit in WHOLE else round(value, 2 - floor(log10(abs(value))))


def runs_of_100(probability: float) -> str:
    """A probability as runs of a hundred, "98 of 100"; never none and never all, for a model cannot know that.

    Empty if it is not known.
    """
    if isnan(probability):
        return ""
    runs = floor(probability * 100 + 0.5)
    return "fewer than 1 of 100" if runs < 1 else "more than 99 of 100" if runs > 99 else f"{runs} of 100"


def share(probability: float) -> float:
    """A probability to the hundredth, as runs_of_100 counts it: 0.125 is 0.13; NaN stays NaN."""
    return probability if isnan(probability) else floor(probability * 100 + 0.5) / 100


def percent(part: float) -> str:
    """A part of the whole in whole percent: "46%", "under 1%", "over 99%"; empty if it is not known."""
    if not isfinite(part):
        return ""
    return "under 1%" if part < 0.005 else "over 99%" if 0.995 <= part < 1 else f"{floor(part * 100 + 0.5)}%"
