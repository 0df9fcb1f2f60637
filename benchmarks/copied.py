"""A seeds folder with as many claims as asked for: this project's own documents, copied, each with ids of its own."""

import hashlib
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data import read_evidence
from data.reading.seeds import SEEDS

# A claim id where TOML names one: in quotation marks, nothing else between them.
CLAIM_ID = re.compile(r'"([A-Z]{1,4})(\d\d)"')
SHA256 = re.compile(r'^sha256 = ".*"$', re.MULTILINE)
LABEL = re.compile(r'^label = ".*"$', re.MULTILINE)
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@contextmanager
def copied_seeds(claims: int) -> Iterator[Path]:
    """A sound folder with at least so many claims, in documents of the length that real ones have."""
    own = len(read_evidence(SEEDS).claims)
    with tempfile.TemporaryDirectory(prefix="seeds-") as parent:
        folder = Path(shutil.copytree(SEEDS, Path(parent) / "seeds"))
        sources = sorted(path for path in (SEEDS / "documents").iterdir() if path.is_dir())
        for copy in range(1, -(-claims // own)):
            for number, source in enumerate(sources):
                _copy(source, folder / "documents", copy, copy * len(sources) + number)
        yield folder


def _copy(source: Path, documents: Path, copy: int, number: int) -> None:
    folder = documents / f"{source.name}-{copy}"
    folder.mkdir()
    # The same bytes twice would be one document; a line behind the text moves no quote.
    text = (source / "text.txt").read_bytes() + f"\n(copy {copy})".encode()
    (folder / "text.txt").write_bytes(text)
    curated = (source / "evidence.toml").read_text(encoding="utf-8")
    curated = SHA256.sub(f'sha256 = "{hashlib.sha256(text).hexdigest()}"', curated, count=1)
    curated = CLAIM_ID.sub(lambda found: f'"{found[1]}{copy:04}{found[2]}"', curated)
    curated = LABEL.sub(f'label = "{_label(number)}"', curated, count=1)
    (folder / "evidence.toml").write_text(curated, encoding="utf-8", newline="")


def _label(number: int) -> str:
    """A label of four characters; the documents' own have fewer."""
    label = ""
    for _ in range(4):
        number, place = divmod(number, len(DIGITS))
        label = DIGITS[place] + label
    return label
