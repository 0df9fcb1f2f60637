"""The pandas layer: a seeds folder in, proven evidence and typed frames out; usable without the pages."""

from data.files.problems import UnsoundSeeds
from data.frames.comparison import comparison_frame
from data.frames.timeline import timeline_frame
from data.models.evidence import Evidence
from data.reading.seeds import examine, read_evidence
from data.volumes import volumes_frame

__all__ = [
    "Evidence",
    "UnsoundSeeds",
    "comparison_frame",
    "examine",
    "read_evidence",
    "timeline_frame",
    "volumes_frame",
]
