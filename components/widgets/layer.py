"""The public record as a layer over what the documents say: its events beside theirs."""

import pandas as pd

from components.widgets import panels
from components.widgets.filters import TimelineChoice
from data.models.evidence import Evidence


def say_what_is_left_out(choice: TimelineChoice, cited: pd.DataFrame, evidence: Evidence) -> None:
    """Say when filters for documents or claims hide the whole layer, which has neither."""
    filters = [name for name, given in (("document", choice.documents), ("kind of claim", choice.kinds)) if given]
    if not filters or cited.empty:
        return
    events = "the one event" if len(cited) == 1 else f"all {len(cited):,} events"
    sentence = f"The filter for {' and '.join(filters)} leaves out {events} of the public record: a cited fact "
    panels.sentence(f"{sentence}stands in no document and has no claim.", evidence, "left out", "quiet")
