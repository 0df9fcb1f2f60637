"""Files that systems, editors and archives leave in folders: nobody wrote them, so nobody need take them out."""

from fnmatch import fnmatchcase

LEFT_BEHIND = (
    ".*", "thumbs.db", "ehthumbs*.db", "desktop.ini", "icon\r", "__macosx", "@eadir", "$recycle.bin",
    "system volume information", "~$*", "*~", "*.bak", "*.tmp", "*.swp",
)  # fmt: skip


def is_junk(name: str) -> bool:
    """True for the name of a file or folder that a system has left: `Thumbs.db`, `~$limits.xlsx`, `events.csv.bak`."""
    return any(fnmatchcase(name.casefold(), form) for form in LEFT_BEHIND)


def is_note(name: str) -> bool:
    """True for a note that people leave beside data: `README`, `readme.md`."""
    return fnmatchcase(name.casefold(), "readme*")
