"""Dossier: what is held on one vessel, port, speaker or origin; without one, the lists that lead to them."""

from components import state
from components.nodes.dossier import around, dossier, subjects_table
from components.sentences.counts import listed
from components.sentences.records.dossier import KINDS
from components.widgets import filters, panels, tables
from components.widgets.dossier import named, subject_filters
from components.widgets.mounted.markup import show

evidence = state.current_evidence()
held, subjects = state.frames().dossiers, state.frames().subjects
of = state.parameter("of") or ""
row = next(iter(subjects[subjects["of"].str.slice(0, state.LONGEST_PARAMETER) == of].to_dict("records")), None)
allowed: filters.Allowed = {"of": [of] if row else [], "words": None} | ({} if row else {"kind": KINDS})

if row:
    panels.heading("dossier", row["name"])
    panels.refused(state.refused_parameters(allowed))
    with panels.guarded("dossier"):
        rows, words = held[held["of"] == row["of"]], state.parameter("words") or ""
        alike = subjects[subjects["kind"] == row["kind"]]
        mine, _ = named(alike, words)
        if row["of"] not in set(mine["of"]):
            mine, words = alike, ""
        show(around(row["of"], mine, words), *dossier(row["of"], rows, evidence), key=f"dossier {row['of']}")
        tables.download(lambda: rows, f"dossier of {row['of'].partition(':')[0]}")
else:
    panels.heading("dossier", "Dossiers")
    panels.refused(state.refused_parameters(allowed))
    with panels.guarded("dossiers"):
        present = [kind for kind in KINDS if (subjects["kind"] == kind).any()]
        if not present:
            panels.empty(*filters.nothing_matches(subjects, "vessel, port, speaker or origin", evidence))
        else:
            kind, words = subject_filters(present)
            mine, missing = named(subjects[subjects["kind"] == kind], words)
            if missing and not mine.empty:
                panels.sentence(f"Not among them: {listed(missing)}.", evidence, "names not found", "")
            if mine.empty:
                panels.empty("No name holds these words.", "Take one of them away to see more.")
            else:
                show(*subjects_table(mine, kind, words), key=f"all {kind}")
                tables.download(lambda: mine, KINDS[kind].all_of_them.casefold())
