"""What was notified: the supplier's own first, and nobody else's taken for it."""

from dataclasses import replace

import pandas as pd

from components.sentences.front.known import Known
from components.sentences.front.one_line import at_odds
from components.slides.room import answer
from components.slides.view import view_of
from data.models.assumptions import NotEstimated
from data.models.evidence import Evidence
from data.models.links import LOCAL, Links

NOTHING = NotEstimated("", "")


def test_what_is_filed_under_a_name_that_begins_alike_is_not_the_suppliers_own(evidence: Evidence) -> None:
    view = view_of(evidence, NOTHING, Links(LOCAL, evidence.fingerprint))
    own, volumes = evidence.case.subject.supplier, view.volumes.copy()
    others = volumes["whose"].ne(own) & volumes["series"].eq("notified")
    volumes.loc[others, ["whose", "detail"]] = f"{own} Minor"
    volumes = pd.concat([volumes[others].head(1), volumes[~others]])

    def known(rows: pd.DataFrame) -> Known:
        return Known(view.volume, rows, NOTHING, pd.DataFrame(), evidence)

    assert [row["whose"] for row in known(volumes).notified] == [own, f"{own} Minor"]
    assert any(one.startswith(f"what {own} notified is ") for one in at_odds(known(volumes)))
    assert at_odds(known(volumes.head(1))) == []
    (slide,) = answer.slides(replace(view, volumes=volumes))
    told = [thing.alt for thing in slide.things if getattr(thing, "name", "") == "Notified, in words"]
    assert told[0].startswith(f"↗ notified by {own}, to 31 January: ")
