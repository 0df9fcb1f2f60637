"""Search: all that the case holds, by its words."""

from components import state
from components.sentences.counts import count
from components.sentences.findable import FOUND_KINDS
from components.widgets import panels, search, search_field
from data.texts.plain import names_listed

evidence = state.current_evidence()
panels.heading("search", "Search")
refused = state.refused_parameters({"find": None, "kind": FOUND_KINDS})
panels.refused([name for name in refused if name != "find"])  # of what is too long, the first part is looked for
asked = search_field.show_filled().strip()

with panels.guarded("search"):
    if not asked:
        panels.sentence("Type a word, a name, a number or a year.", evidence, "search hint")
        panels.sentence(search.looked_through(evidence), evidence, "search scope", "quiet")
    else:
        index, names = state.search_index(), names_listed(asked)
        found = index.find(asked)
        if len(names) > 1:
            search.show_listed(asked, index, evidence)
        if found.by_kind:
            told = f"{count(found.many, 'thing')} {'holds' if found.many == 1 else 'hold'} all of “{asked}”."
            panels.sentence(told, evidence, "found so many", "quiet")
            search.show_found(found, asked, state.parameter("kind") or "", evidence)
        elif len(names) < 2:
            search.show_nothing(asked, found.words, index, evidence)
