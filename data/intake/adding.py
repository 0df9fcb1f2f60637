"""A file on disk -> a new document in a seeds folder, whole or not at all."""

import shlex
import shutil
import stat
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from data.files.problems import shown
from data.files.whole import write_whole
from data.intake.received import Received, receive
from data.intake.refusals import LONGEST_FILE, NotTaken
from data.intake.working_copy import WorkingCopy
from data.intake.writing import Fields
from data.reading.seeds import SEEDS

NOT_ASSESSED = "Nobody has assessed it yet."


def received_file(path: Path, address: str, at: datetime) -> Received:
    """What a file on disk gives; no more is read than is taken. Raises NotTaken, and OSError where it cannot be."""
    if not path.is_file():
        what = "This is no file." if path.exists() else "There is no such file."
        raise NotTaken(what, "Give the path of one.")
    with path.open("rb") as opened:
        return receive(path.name, opened.read(LONGEST_FILE + 1), address, at)


def add_document(received: Received, seeds: Path, document_id: str, fields: Fields) -> Path:
    """Put what was received into a seeds folder as a new document; the folder that it stands in.

    Raises StepRefused, with the problems, where the check would find one, and OSError where it cannot be written.
    """
    copy = WorkingCopy(seeds)
    assessed = {"reliability": "F", "reliability_reason": NOT_ASSESSED}
    day = {"assessed_on": received.received_at.astimezone().date().isoformat()}
    copy.add_document(received, document_id, {**assessed, **day, **fields})
    return placed(copy.folder / "documents" / document_id, seeds / "documents" / document_id)


def placed(made: Path, place: Path) -> Path:
    """A folder with its files where another has it to be, in one step; one that is there is never replaced."""
    room = Path(tempfile.mkdtemp(dir=place.parent, prefix=".adding-"))  # a hidden one is passed over
    try:
        for file in made.iterdir():
            write_whole(room / file.name, file.read_bytes())
        room.chmod(stat.S_IMODE(place.parent.stat().st_mode))
        room.rename(place)  # fails where a folder with files stands
    except BaseException:
        shutil.rmtree(room, ignore_errors=True)
        raise
    return place


def told(received: Received, place: Path, document_id: str) -> Iterator[str]:
    """What was written, and what to do next, a line each."""
    seeds = place.parent.parent
    files = f"original.{received.suffix}, text.txt ({received.made_by}) and evidence.toml"
    yield f"Written in {shown(str(place))}: {files}. Next:"
    yield "  1. Read text.txt beside the original. It is not edited afterwards."
    here = "" if seeds.resolve() == SEEDS else f" --seeds {shlex.quote(str(seeds))}"
    yield f'  2. python -m barrelwatch anchor "words to quote" --document {document_id}{here}: the keys of a [[claim]].'
    yield "  3. Judge its reliability in evidence.toml; until then it is F, which says that nobody can."
    yield f"  4. python -m barrelwatch check{here}"
