"""What the sentences of the first page are made from."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from components.sentences.against_limit import units
from components.theme import shortened
from data.estimate.result import Estimate, NotEstimated
from data.frames.rows import Row, rows_of
from data.models.evidence import Claim, Evidence
from data.models.limits import Limit

NAME_CHARACTERS = 32


@dataclass(frozen=True)
class Known:
    """The reported number in front, every volume (a volumes frame), the estimate, and the texts of a descent frame."""

    row: pd.Series | None
    volumes: pd.DataFrame
    modelled: Estimate | NotEstimated
    texts: pd.DataFrame
    evidence: Evidence

    @property
    def estimate(self) -> Estimate | None:
        return None if isinstance(self.modelled, NotEstimated) else self.modelled

    @property
    def limit(self) -> Limit | None:
        return self.evidence.headline_limit

    @property
    def claim(self) -> Claim | None:
        """The claim of the reported number."""
        return None if self.row is None else self.evidence.claim_by_id[self.row["claim_ids"][0]]

    @cached_property
    def notified(self) -> list[Row]:
        """What was notified for the period of the limit, the supplier's own first."""
        own = self.evidence.case.subject.supplier
        rows = rows_of(self.volumes[self.volumes["series"] == "notified"])
        return sorted(rows, key=lambda row: row["whose"] != own)

    def fitting(self, sentence: str) -> str:
        """A sentence in which the names of limit, deliveries and supplier are cut too long for a tile."""
        subject = self.evidence.case.subject
        names = [subject.deliveries, subject.supplier, *([self.limit.name] if self.limit else [])]
        for name in sorted(filter(None, names), key=len, reverse=True):
            sentence = sentence.replace(name, shortened(name, NAME_CHARACTERS))
        return sentence

    def unit(self, value: float = 2) -> str:
        """The word of the unit in which is modelled, or else of the limit."""
        unit = self.estimate.unit if self.estimate else self.limit.unit if self.limit else ""
        return units(self.evidence, unit, value) if unit else ""
