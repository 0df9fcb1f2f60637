"""The tables behind the charts on the page, each with its CSV."""

from collections.abc import Callable
from functools import partial

import pandas as pd

from components import state
from components.nodes.tables import Behind, region
from components.sentences.model.cells import rounded
from components.widgets import panels
from components.widgets.mounted.markup import show
from data.files.spreadsheet import csv_bytes
from data.models.evidence import Evidence
from data.models.links import FINGERPRINT_CHARACTERS, LOCAL, Links, taken_along


def table(behind: Behind, chosen: str | None = None) -> None:
    """The table behind a chart with its CSV, made while a reader has it open.

    `chosen` says what makes the table what it is; with it, it is put together once for all sessions.
    """
    evidence, name = state.current_evidence(), behind.name
    with panels.folded(f"table {name}", f"The table behind it: {name}", icon=":material/table:") as opened:
        if opened:
            drawn = partial(region, behind, evidence)
            show(drawn() if chosen is None else state.made(f"table {name}", chosen, drawn), key=f"table {name}")
            download(behind.export or (lambda: behind.frame), name, behind.modelled)


def download(
    frame: Callable[[], pd.DataFrame], name: str, modelled: bool = False, label: str = "Download as CSV"
) -> None:
    """The button that hands a frame out as CSV; it is made when somebody asks for it.

    Its numbers are those of the page; its last columns say of each row which data it is of, and where it is shown.
    """
    own = panels.own_in_name() if modelled else ""
    evidence = state.current_evidence()
    link = _link(evidence)

    def made() -> bytes:
        from data.export.source import data_version  # only a download needs it

        return csv_bytes(rounded(frame()).assign(data_version=data_version(evidence), link=link))

    panels.hand_out(label, made, f"{name.replace(' ', '-')}{own}.csv", "text/csv", f"csv {name}")


def _link(evidence: Evidence) -> str:
    """The address of this view with what the reader has chosen, and the fingerprint of its data.

    Where only this computer could follow it, the dataset stands in place of where the app is served.
    """
    kept = {name: values for name, values in state.query().items() if name not in state.OPENED}
    links = taken_along(Links(state.base_address() or LOCAL, evidence.fingerprint, kept))
    view = links.to(state.page_of_run())
    if links.base:
        return view
    short = evidence.fingerprint[:FINGERPRINT_CHARACTERS]
    return f"Barrelwatch dataset {evidence.case.version}, fingerprint {short or 'not known'}: {view}"
