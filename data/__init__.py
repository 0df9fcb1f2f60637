"""The pandas layer: a seeds folder in, proven evidence and typed frames out; usable without the pages."""

from data.barrels import barrels_frame
from data.comparison import comparison_frame
from data.evidence import Evidence
from data.problems import UnsoundSeeds
from data.seeds import examine, read_evidence
from data.timeline import timeline_frame

__all__ = [
    "Evidence",
    "UnsoundSeeds",
    "barrels_frame",
    "comparison_frame",
    "examine",
    "read_evidence",
    "timeline_frame",
]
