"""What an edition is called."""

from components.edition.places import place
from data.models.evidence import Evidence


def name_of(evidence: Evidence) -> str:
    """The file name of an edition: version and fingerprint of its data."""
    return f"barrelwatch-{place('', evidence.case.version)[1:]}-{evidence.fingerprint[:12]}.html"
