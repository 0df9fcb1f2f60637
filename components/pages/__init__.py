"""One script a page; nobody imports them. This list is what the navigation shows."""

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent


class PageEntry(NamedTuple):
    """A page: its file and address, its title, its icon, whether it draws a chart, and whether the app opens on it.

    One that is hidden is reached by links alone; one that stands alone does without the navigation too.
    """

    name: str
    title: str
    icon: str
    chart: bool = False
    first: bool = False
    hidden: bool = False
    alone: bool = False


PAGES = (
    PageEntry("overview", "Overview", ":material/home:", chart=True, first=True),
    PageEntry("timeline", "Timeline", ":material/view_timeline:", chart=True),
    PageEntry("volumes", "Volumes against the limit", ":material/speed:", chart=True),
    PageEntry("estimate", "Estimate", ":material/ssid_chart:", chart=True),
    PageEntry("comparison", "Sources compared", ":material/compare_arrows:"),
    PageEntry("documents", "Documents", ":material/article:"),
    PageEntry("record", "Public record", ":material/public:"),
    PageEntry("method", "Method", ":material/science:"),
    PageEntry("briefing", "Briefing", ":material/slideshow:"),
    PageEntry("add", "Add a document", ":material/note_add:", hidden=True),
    PageEntry("search", "Search", ":material/search:", hidden=True),
    PageEntry("dossier", "Dossier", ":material/folder_open:", hidden=True),
    PageEntry("slide", "Full-bleed figure", ":material/fit_screen:", chart=True, hidden=True, alone=True),
)
ALONE = frozenset(entry.name for entry in PAGES if entry.alone)
# What a page was called before, and is now: links that were sent keep their way, with all that stands behind them.
MOVED = {"barrels": "volumes"}
