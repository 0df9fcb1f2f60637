"""Files of a seeds folder, written or changed byte for byte."""

from pathlib import Path


def write(path: Path, text: str) -> None:
    """Write a file byte for byte as the text says."""
    path.write_text(text, encoding="utf-8", newline="")


def plant(path: Path, old: str, new: str) -> None:
    """Replace the one place where `old` stands in a file."""
    text = path.read_bytes().decode("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    write(path, text.replace(old, new))
