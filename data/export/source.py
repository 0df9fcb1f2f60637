"""What an export is made from: the evidence, the estimate under the reader's settings, and the links of the views."""

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias

from data.estimate.result import Estimate, NotEstimated
from data.models.evidence import Evidence
from data.models.links import FINGERPRINT_CHARACTERS, Links

Row: TypeAlias = dict[str, Any]
Rows: TypeAlias = Iterable[Row]
LINK = "record_link"


class Source(NamedTuple):
    """Everything a table is made from; `estimate` is None where nothing could be estimated, and `why_not` says why."""

    evidence: Evidence
    estimate: Estimate | None
    why_not: NotEstimated | None
    links: Links

    def link(self, page: str, **query: str) -> Row:
        """The link of a row, as the cell it stands in."""
        return {LINK: self.links.to(page, **query)}


def source_of(evidence: Evidence, estimate: Estimate | NotEstimated, links: Links) -> Source:
    """What an export is made from."""
    if isinstance(estimate, NotEstimated):
        return Source(evidence, None, estimate, links)
    return Source(evidence, estimate, None, links)


def data_version(evidence: Evidence) -> str:
    """Version of the dataset and the beginning of its fingerprint, as on every exported row."""
    return f"{evidence.case.version} {evidence.fingerprint[:FINGERPRINT_CHARACTERS]}".rstrip()
