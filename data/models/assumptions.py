"""What the estimate assumes, as a curator wrote it down, and what a reader puts in its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AliasChoices, Field

from data.models.entry import ClaimId, Day, Entry, Id, NotEmpty, Number, Refusal, WebAddress, Words, known
from data.models.quantities import LEAST_PER_TONNE, MOST_PER_TONNE, impossible_factor

Distribution = Literal["beta", "pert", "triangular", "fleet", "constant"]
Solidity = Literal["supported", "with caveats", "unsupported"]
# What is held against a joint limit: the supplier's deliveries with what else was notified, or alone.
Comparison = Literal["joint", "alone"]
TripMode = Literal["counted", "floor", "rounded", "open"]
Convention = Literal["physical", "committee"]
# Of what a load is a share: of the cargo a ship can take, or of its deadweight, fuel and stores left out already.
Laden = Literal["cargo", "deadweight"]
Share = Annotated[Number, Field(le=1)]

# The factors of the formula; the model needs each of them, once.
FACTORS = ("loadings", "seen", "ship", "load", "cargo-share", "barrels-per-tonne", "tank")
# How well the median ship is known: the spread of a factor, which a case may give by itself, with its own reason.
MEDIAN = "ship-median"
MOVED = (*FACTORS, MEDIAN)
# Everything in a link that changes a modelled number.
CHOICES = ("convention", "count", "counted", "laden", "trips", "unseen", *MOVED)
SHARES = frozenset({"loadings", "seen", "load", "cargo-share", MEDIAN})
RESCALED = ("load", "at_load", "barrels_per_tonne")
# Under the committee's convention a tonne is so many barrels and no tank is too small for it.
WITHOUT_VOLUME = frozenset({"barrels-per-tonne", "tank"})


class Assumption(Entry):
    """One factor of the estimate: its distribution, the range of its control, and why it is believed.

    `low`, `central` and `high` are the ends and the peak of a pert or triangular distribution, the mean of a beta
    (between 0 and 1; `weight` is the sum of its two parameters), and for a fleet the smallest, the median and the
    largest ship, with `vessels`, the `spread` of their sizes (standard deviation of the logarithm), the `uncertainty`
    of the median (unless `ship-median` gives it), and `sharing`, the evenness with which they share the trips
    (parameter of a Dirichlet distribution). A constant is the same in every run, `central`; `low` and `high` say
    between which values others would put it.
    Shares are fractions: 0.9 is 90%.
    """

    id: Id
    title: Words
    unit: Words
    distribution: Distribution
    low: Number
    central: Number
    high: Number
    weight: Annotated[Number, Field(gt=0)] | None = None
    vessels: Annotated[int, Field(ge=1, le=10_000, strict=True)] | None = None
    spread: Number | None = None
    uncertainty: Number | None = None
    sharing: Annotated[Number, Field(gt=0)] | None = None
    point: Number | None = None
    least: Number
    most: Number
    step: Annotated[Number, Field(gt=0)]
    reason: Words
    basis: Literal["cited", "judgement"]
    solidity: Solidity
    if_wrong: Words
    records: tuple[Id, ...] = ()
    address: WebAddress | None = None

    def contradictions(self) -> Iterator[Refusal]:
        if known(self.low, self.central, self.high) and not self.low <= self.central <= self.high:
            remedy = "Write the smallest as low, the largest as high."
            yield Refusal("low, central and high are not in order", remedy, ("low", "central", "high"))
        yield from self._control_faults()
        if self.id in SHARES and max(self.high or 0, self.most or 0) > 1:
            remedy = "Write shares as fractions: 0.9 for 90%."
            yield Refusal("a share is greater than 1", remedy, ("id", "high", "most"))
        if self.id == "seen" and known(self.least, self.central) and min(self.least, self.central) <= 0:
            remedy = "Without a trip seen no number of trips follows; write more than 0."
            yield Refusal("a share of nothing seen", remedy, ("id", "least", "central"))
        if (self.distribution == "fleet") != (self.id == "ship"):
            what = "fleet is the distribution of ship, and only of it"
            yield Refusal(what, "Write fleet for ship alone.", ("distribution", "id"))
        if (self.distribution == "constant") != (self.id == MEDIAN):
            what = f"constant is the distribution of {MEDIAN}, and only of it"
            yield Refusal(what, f"Write constant for {MEDIAN} alone.", ("distribution", "id"))
        yield from self._lacking()
        if self.id == "barrels-per-tonne":
            ends = {key: getattr(self, key) for key in ("low", "high", "least", "most")}
            for factor in sorted({number for number in ends.values() if number is not None}):
                keys = tuple(key for key, number in ends.items() if number == factor)
                yield from _outside_conversion(factor, keys)

    def _control_faults(self) -> Iterator[Refusal]:
        if not known(self.least, self.most):
            return
        if not self.least <= self.most:
            remedy = "Write the smaller end of the control as least."
            yield Refusal("least is greater than most", remedy, ("least", "most"))
        elif self.central is not None and not self.least <= self.central <= self.most:
            remedy = "least to most must contain central."
            yield Refusal("central lies outside the control", remedy, ("least", "central", "most"))
        elif self.step and (self.most - self.least) / self.step > 1_000:
            what = "the control would have more than 1,000 steps"
            yield Refusal(what, "Give a larger step.", ("least", "most", "step"))

    def _lacking(self) -> Iterator[Refusal]:
        needed = {"beta": ("weight",), "fleet": ("vessels", "spread", "sharing")}
        lacking = [key for key in needed.get(self.distribution, ()) if getattr(self, key) is None]
        if lacking:
            what, remedy = f"a {self.distribution} needs {', '.join(lacking)}", f"Give {', '.join(lacking)}."
            yield Refusal(what, remedy, ("distribution", *lacking))
        if self.distribution == "beta" and not (self.low == 0 and self.high == 1):
            yield Refusal("a beta lies between 0 and 1", "Set low = 0 and high = 1.", ("distribution", "low", "high"))

    @property
    def distribution_words(self) -> str:
        """The distribution with its numbers, as a statistician writes it."""
        if self.distribution == "beta":
            first = self.central * (self.weight or 0)
            return f"Beta({first:g}, {(self.weight or 0) - first:g})"
        if self.distribution == "constant":
            return f"{self.central:.0%} in every run"
        ends = f"{self.low:g}, {self.central:g}, {self.high:g}"
        if self.distribution == "fleet":
            uncertain = "" if self.uncertainty is None else f" with {self.uncertainty:.0%} uncertainty"
            return (
                f"{self.vessels} ships, lognormal (median {self.central:,g}{uncertain}, spread {self.spread:g}), "
                f"cut at {self.low:,g} and {self.high:,g}, trips shared by Dirichlet({self.sharing:g})"
            )
        return f"{'PERT' if self.distribution == 'pert' else 'Triangular'}({ends})"


def _outside_conversion(factor: float | None, keys: tuple[str, ...]) -> Iterator[Refusal]:
    if factor is not None and (why := impossible_factor(factor)):
        yield Refusal(why, f"Stay between {LEAST_PER_TONNE:g} and {MOST_PER_TONNE:g} barrels a tonne.", keys)


class Committee(Entry):
    """The other convention: a fixed number of barrels a tonne, whatever the tanks hold."""

    name: Words
    barrels_per_tonne: Number
    reason: Words
    records: tuple[Id, ...] = ()

    def contradictions(self) -> Iterator[Refusal]:
        yield from _outside_conversion(self.barrels_per_tonne, ("barrels_per_tonne",))


class LoadCase(Entry):
    """A load that somebody has reckoned with."""

    label: Words
    load: Share
    reason: Words
    records: tuple[Id, ...] = ()


class Published(Entry):
    """A published piece of arithmetic that the model reproduces: a volume at a load, rescaled, or tonnes converted."""

    label: Words
    volume: Number
    load: Share | None = None
    at_load: Share | None = None
    barrels_per_tonne: Number | None = None
    gives: Number
    records: tuple[Id, ...] = ()

    def contradictions(self) -> Iterator[Refusal]:
        if (self.load is None) != (self.at_load is None) or (self.load is None) == (self.barrels_per_tonne is None):
            remedy = "Give load and at_load, or barrels_per_tonne."
            yield Refusal("neither a change of load nor a conversion", remedy, RESCALED)
        elif self.barrels_per_tonne is not None and impossible_factor(self.barrels_per_tonne):
            yield from _outside_conversion(self.barrels_per_tonne, RESCALED)
        elif self.load == 0:
            remedy = "Give the load with which the volume was reckoned."
            yield Refusal("a load of nothing cannot be rescaled", remedy, RESCALED)
        elif known(self.volume, self.gives) and round(self.computed) != round(self.gives):
            what = f"the arithmetic gives {self.computed:,.0f}, not {self.gives:,.0f}"
            yield Refusal(what, "Correct the numbers of the case.", ("volume", "gives", *RESCALED))

    @property
    def computed(self) -> float:
        """What the arithmetic gives."""
        if self.load is not None and self.at_load is not None:
            return self.volume / self.load * self.at_load
        return self.volume * (self.barrels_per_tonne or 0.0)


class Assumptions(Entry):
    """What the estimate rests on: the trips, the factors of the formula, and what is weak about them."""

    seed: Annotated[int, Field(ge=0, le=2**63, strict=True)]
    trips_claims: tuple[ClaimId, ...] = ()
    trips_records: tuple[Id, ...] = ()
    trips_unit: Id
    first: Day
    last: Day
    window_records: tuple[Id, ...] = ()
    spread_reason: Words
    # Folders of earlier releases call it disagreements.
    held_against: Annotated[tuple[Id, ...], Field(validation_alias=AliasChoices("held_against", "disagreements"))] = ()
    assumptions: Annotated[tuple[Assumption, ...], Field(alias="assumption"), NotEmpty]
    committee: Committee | None = None
    loads: Annotated[tuple[LoadCase, ...], Field(alias="load_case")] = ()
    published: Annotated[tuple[Published, ...], Field(alias="published")] = ()
    weaknesses: tuple[Words, ...] = ()

    def contradictions(self) -> Iterator[Refusal]:
        ids = [assumption.id for assumption in self.assumptions or ()]
        if missing := [factor for factor in FACTORS if factor not in ids]:
            yield Refusal(
                f"the formula lacks {', '.join(missing)}", "Give an [[assumption]] for each factor.", ("assumption",)
            )
        if strange := [one for one in ids if one not in (*FACTORS, MEDIAN)]:
            yield Refusal(
                f"the formula has no {', '.join(strange)}",
                f"The factors are {', '.join(FACTORS)}; {MEDIAN} says how well the ship is known.",
                ("assumption",),
            )
        yield from self._median_faults()
        if twice := sorted({one for one in ids if ids.count(one) > 1}):
            yield Refusal(f"{', '.join(twice)} stands twice", "Give each factor once.", ("assumption",))
        if known(self.first, self.last) and self.last <= self.first:
            what = "last lies before first" if self.last < self.first else "first and last are one day"
            remedy = "first is the day of the first trip, last that of the last, on a later day."
            yield Refusal(what, remedy, ("first", "last"))

    def _median_faults(self) -> Iterator[Refusal]:
        ship, known_apart = self.by_id.get("ship"), MEDIAN in self.by_id
        if ship and known_apart == (ship.uncertainty is not None):
            what = "the uncertainty of the median ship is given twice" if known_apart else "a fleet needs uncertainty"
            remedy = f"Give uncertainty with ship, or an [[assumption]] {MEDIAN} of its own; not both."
            yield Refusal(what, remedy, ("assumption",))

    @property
    def median_uncertainty(self) -> float:
        """How well the median ship is known, as a standard deviation of its logarithm, before a reader's choice."""
        apart = self.by_id.get(MEDIAN)
        return apart.central if apart else self.by_id["ship"].uncertainty or 0.0

    @cached_property
    def by_id(self) -> Mapping[str, Assumption]:
        return {assumption.id: assumption for assumption in self.assumptions or ()}

    @property
    def claim_ids(self) -> tuple[str, ...]:
        """Every claim named anywhere in the assumptions."""
        return self.trips_claims

    @property
    def record_ids(self) -> tuple[str, ...]:
        """Every record named anywhere in the assumptions, each once."""
        own = (*self.trips_records, *self.window_records, *self.held_against)
        parts = (*self.assumptions, *((self.committee,) if self.committee else ()), *self.loads, *self.published)
        return tuple(dict.fromkeys((*own, *(record for part in parts for record in part.records))))


@dataclass(frozen=True)
class NotEstimated:
    """Why nothing can be computed, and what would have to be given."""

    reason: str
    remedy: str


@dataclass(frozen=True)
class Settings:
    """What a reader has chosen: how trips are counted, by which convention, and which factors are fixed at a value.

    `count` is the reader's own number of trips; `unseen` puts the series with trips not seen in front, as the count is
    a floor; `alone` holds
    the supplier's deliveries alone against a joint limit, without what else was notified; `fixed` holds pairs of
    assumption id and value, which then holds in every run.
    """

    trips: TripMode = "counted"
    count: int | None = None
    unseen: bool = True
    alone: bool = False
    convention: Convention = "physical"
    laden: Laden = "cargo"
    fixed: tuple[tuple[str, float], ...] = ()

    @property
    def fixed_values(self) -> Mapping[str, float]:
        return dict(self.fixed)

    @property
    def untouched(self) -> bool:
        """True if nothing is chosen that changes a number."""
        return self == Settings()
