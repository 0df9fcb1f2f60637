"""A frozen edition as a file: its named parts, its seal, and the seeds folder in it, which is opened with care."""

import base64
import binascii
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from math import isfinite
from pathlib import Path
from typing import Any, NamedTuple

from data.export.verify import SEAL, ZEROS, places, seal_of, words_of
from data.files.problems import shown
from data.files.zipped import zipped
from data.models.changes import CHANGES, Headline
from data.models.evidence import Evidence
from data.reading.seeds import seed_files

SEAL_TAG = f'<meta name="barrelwatch:seal" content="sha256:{ZEROS.decode()}">'
PARTS, EVIDENCE, HEADLINE = "parts", "evidence", "headline"
FOLDER = "seeds"  # what the folder is called in the zip, wherever it stood
LARGEST_FILE, LARGEST_FOLDER = 100_000_000, 200_000_000  # bytes of an edition, and of what is unpacked of it
MOST_FILES, LONGEST_NAME = 50_000, 300
PLAIN_NAME = re.compile(r"[^\x00-\x1f\x7f\\/:*?\"<>|]+")  # of one folder or file, on any system
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class NoEdition(Exception):
    """A file is no edition, or none that can be opened; the words say why."""


class Part(NamedTuple):
    """A named part: a stretch by its key, as markup or as the text that a reader sees; `start` and `end` of a quote."""

    name: str
    key: str
    text: bool = False
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Opened:
    """What an edition holds, once its seal was found to fit: the files of its seeds folder, and its headline.

    `words` are those that it has for its headline, `told` its title, version, day and fingerprint; from a stranger all
    of it may be untrue, but nothing of it leads out of a folder that it is written into.
    """

    seal: str
    files: Mapping[str, bytes] = field(repr=False)
    headline: Headline = field(default_factory=Headline)
    words: str = ""
    told: Mapping[str, str] = field(default_factory=dict)

    def write(self, folder: Path) -> Path:
        """Write the seeds folder into an empty folder; where it stands then."""
        for name, content in self.files.items():
            (folder / FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / FOLDER / name).write_bytes(content)
        (folder / FOLDER / "documents").mkdir(parents=True, exist_ok=True)
        return folder / FOLDER


def stretch(key: str, markup: str) -> str:
    """Markup as a part of its own; parts may stand within parts."""
    return f"<!--part:{key}-->{markup}<!--/part-->"


def block(name: str, value: object) -> str:
    """A value as a JSON block: nothing in it ends the element that it stands in."""
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    harmless = told.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return f'<script type="application/json" id="{name}">{harmless}</script>'


def evidence_block(folder: Path) -> str:
    """The seeds folder as a block: a zip in base64, in a JSON text."""
    return block(EVIDENCE, base64.b64encode(packed(folder)).decode())


def headline_block(headline: Headline, words: str, evidence: Evidence) -> str:
    """The numbers of an edition beside its name, for a day on which its evidence can no longer be read."""
    numbers = {name: one for name, one in headline._asdict().items() if isinstance(one, str) or isfinite(one)}
    case = evidence.case
    told = {"title": case.title, "version": case.version, "as_of": case.as_of.isoformat()}
    return block(HEADLINE, told | {"fingerprint": evidence.fingerprint, "words": words, "numbers": numbers})


def packed(folder: Path) -> bytes:
    """The files of a seeds folder that are read, with its record of changes, as a zip: the same files, the same bytes.

    Raises OSError where one cannot be read. An original as received is not among them: a text stands for itself.
    """
    changes = [folder / CHANGES] if (folder / CHANGES).is_file() else []
    paths = sorted([*seed_files(folder), *changes])
    return zipped(((f"{FOLDER}/{path.relative_to(folder).as_posix()}", path.read_bytes()) for path in paths), level=9)


def text_key(document_id: str) -> str:
    """The key of the stretch in which the whole text of a document stands, and nothing but its text."""
    return f"text-{document_id}"


def parts(evidence: Evidence, stretches: Mapping[str, str], blocks: Mapping[str, str]) -> Iterator[Part]:
    """The parts of an edition: stretches by key with their names, blocks by id, then every text and every quote."""
    yield from (Part(name, key) for key, name in stretches.items())
    yield from (Part(name, f"#{key}") for key, name in blocks.items())
    for document in evidence.documents:
        yield Part(f"Text of document {document.label}", text_key(document.id), text=True)
    for claim in evidence.claims:
        yield Part(f"Quote of claim {claim.id}", text_key(claim.document), True, claim.start, claim.end)


def parts_block(html: str, named: Iterable[Part]) -> str:
    """The block that lists the parts of an edition with their sums; it goes into the same html, before it is sealed.

    Raises ValueError for a part that does not stand there.
    """
    content = html.encode("utf-8")
    found, listed = places(content), []
    texts: dict[str, str] = {}
    for part in named:
        if part.key not in found:
            raise ValueError(f"no part {part.key} stands in the edition")
        piece = content[slice(*found[part.key])]
        if part.text:
            texts[part.key] = texts.get(part.key) or words_of(piece)
            piece = texts[part.key][part.start or 0 : part.end].encode("utf-8")
        told = {name: value for name, value in part._asdict().items() if value is not None and value is not False}
        listed.append(told | {"sha256": sha256(piece).hexdigest()})
    return block(PARTS, listed)


def sealed(html: str) -> bytes:
    """An edition with its seal; SEAL_TAG stands in its head. Raises ValueError where it does not, or not first."""
    content = html.encode("utf-8")
    found = SEAL.search(content)
    if found is None or found[1] != ZEROS or b"\r" in content:
        raise ValueError("an edition has one seal of zeros first, and no carriage return")
    return content[: found.start(1)] + seal_of(content).encode() + content[found.end(1) :]


def opened(content: bytes) -> Opened:
    """What an edition holds. Raises NoEdition for whatever is none, was changed, or would not be safe to open."""
    if len(content) > LARGEST_FILE:
        raise NoEdition(f"it is larger than {LARGEST_FILE // 1_000_000} MB, as no edition is.")
    found, own = places(content), SEAL.search(content)
    if own is None or f"#{EVIDENCE}" not in found:
        raise NoEdition("it is no edition: it has no seal, or no evidence in it.")
    seal = own[1].decode()
    if seal_of(content) != seal:
        raise NoEdition("it was changed after it was sealed; verify.py says where.")
    told = _json(content, found, HEADLINE) if f"#{HEADLINE}" in found else {}
    told = told if isinstance(told, dict) else {}
    numbers = told.get("numbers")
    words = {name: one for name, one in told.items() if isinstance(one, str)}
    return Opened(
        seal,
        _unpacked(_json(content, found, EVIDENCE)),
        _headline(numbers if isinstance(numbers, dict) else {}),
        words.pop("words", ""),
        words,
    )


def _json(content: bytes, found: Mapping[str, tuple[int, int]], name: str) -> object:
    try:
        return json.loads(content[slice(*found[f"#{name}"])])
    except (ValueError, RecursionError):
        raise NoEdition(f"its block {name} cannot be read.") from None


def _headline(numbers: Mapping[str, Any]) -> Headline:
    """The numbers of a block; what is not of the kind that a headline has is left out."""
    empty = Headline()
    kept: dict[str, Any] = {
        name: value if isinstance(value, str) else float(value)
        for name, value in numbers.items()
        if name in Headline._fields
        and isinstance(value, str) == isinstance(getattr(empty, name), str)
        and (isinstance(value, str) or (isinstance(value, float | int) and abs(value) < 1e300))
    }
    return empty._replace(**kept)


def _unpacked(encoded: object) -> dict[str, bytes]:
    """The files of a zip in base64 by their names within the folder; read to a bound, whatever it says of itself."""
    try:
        room = zipfile.ZipFile(io.BytesIO(base64.b64decode(str(encoded), validate=True)))
        entries = [one for one in room.infolist() if not one.is_dir()]
    except (binascii.Error, ValueError, zipfile.BadZipFile, NotImplementedError, OverflowError):
        raise NoEdition("its evidence is no zip that can be opened.") from None
    if len(entries) > MOST_FILES:
        raise NoEdition(f"its evidence has more than {MOST_FILES:,} files.")
    files: dict[str, bytes] = {}
    left = LARGEST_FOLDER
    for entry in entries:
        name = _name(entry)
        if name in files:
            raise NoEdition(f"its evidence has two files {shown(name)}.")
        files[name] = _content(room, entry, left)
        left -= len(files[name])
    folders = {name[:place] for name in files for place, char in enumerate(name) if char == "/"}
    if folders & files.keys():
        raise NoEdition("its evidence has a file and a folder of one name.")
    return files


def _name(entry: zipfile.ZipInfo) -> str:
    """The name of a file within the folder. Raises NoEdition for one that could lead anywhere else."""
    room, *names = entry.filename.split("/")
    plain = all(PLAIN_NAME.fullmatch(one) and one.strip(" .") == one for one in names)
    if room != FOLDER or not names or not plain or len(entry.filename) > LONGEST_NAME:
        raise NoEdition(f"its evidence has a file {shown(entry.filename)}, which is no file of a seeds folder.")
    return "/".join(names)


def _content(room: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    if entry.flag_bits & 1 or entry.compress_type not in PACKED:
        raise NoEdition(f"its evidence has a file {shown(entry.filename)} that is encrypted, or packed in another way.")
    try:
        with room.open(entry) as stream:
            content = stream.read(left + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        raise NoEdition(f"its evidence has a file {shown(entry.filename)} that cannot be unpacked.") from None
    if len(content) > left:
        raise NoEdition(f"its evidence unpacks to more than {LARGEST_FOLDER // 1_000_000} MB.")
    return content
