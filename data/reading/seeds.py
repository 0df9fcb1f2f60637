"""A seeds folder -> Evidence, or every problem in one go."""

import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, get_origin

from data.files.draft import Draft, Placed, Shelf, Withheld
from data.files.junk import is_junk, is_note
from data.files.problems import Problem, UnsoundSeeds, in_reading_order, shown
from data.files.swap import current
from data.files.tables import EntryT, build, read_csv, read_toml
from data.models.case import Case, Lane, SourceSummary, Subject, Topic, Unit
from data.models.changes import CHANGES
from data.models.evidence import Document, Evidence
from data.proof.condition_proof import check_conditions
from data.proof.limit_proof import check_limits
from data.proof.record_sense import check_record_sense
from data.proof.record_words import check_record_words
from data.reading.analyses import ASSUMPTIONS, HYPOTHESES, read_analyses, with_analyses
from data.reading.checks import check_case, check_changes, check_descents, check_ids, check_references
from data.reading.documents import read_document
from data.reading.judgements import check_judgements
from data.reading.readings import READINGS, RECORD_READINGS, check_readings
from data.reading.record_checks import check_record, check_record_references
from data.reading.versions import check_versions, warn_of_older_versions
from data.reading.withhold import withhold_summary, withhold_what_rests_on_the_unsound

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
TRIES = 5  # to read a folder that changes meanwhile
RECORD, CONDITIONS = "public-record", "conditions.csv"
RECORD_FILES = ("statements.csv", "notified.csv", "sightings.csv", "vessels.csv")


@dataclass(frozen=True)
class Findings:
    """What a seeds folder gave: the sound part, every problem, and what is withheld because it rests on a problem.

    `warnings` are what a curator should look at again, though nothing is wrong for certain; nothing is withheld.
    """

    evidence: Evidence
    problems: tuple[Problem, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    warnings: tuple[Problem, ...] = ()


def read_evidence(folder: str | Path = SEEDS) -> Evidence:
    """All evidence of a seeds folder, every quote proven against its text.

    Raises UnsoundSeeds with every problem if anything in the folder is not as seeds/FORMAT.md asks.
    """
    findings = examine(folder)
    if findings.problems:
        raise UnsoundSeeds(findings.problems)
    return findings.evidence


def examine(folder: str | Path = SEEDS) -> Findings:
    """The sound part of a seeds folder and everything that is wrong with the rest; whatever stands there, never raises.

    What cannot be judged before something else is mended, because it rests on it, is withheld and not called wrong.
    """
    folder = Path(folder)
    if not is_folder(folder):
        remedy = "Give the path of a folder; FORMAT.md in seeds/ says what stands in it."
        missing = Problem(str(folder), "", "there is no such folder", remedy=remedy)
        return Findings(Evidence(_nameless_case(), complete=False), (missing,))
    before = current(folder), fingerprint(folder)
    for _ in range(TRIES):
        draft, after = _read(before[0], folder.absolute().name), (current(folder), fingerprint(folder))
        if after == before:
            break
        # A file was written in between: what was read may be half old and half new.
        before = after
    return _judged(draft, after[1])


def _judged(draft: Draft, fingerprint_read: str) -> Findings:
    check_ids(draft)
    check_references(draft)
    check_record_references(draft)
    check_case(draft)
    check_descents(draft)
    check_versions(draft)
    check_record(draft)
    check_changes(draft)
    check_readings(draft)
    withhold_what_rests_on_the_unsound(draft)
    evidence = _evidence(draft)
    check_judgements(draft, evidence)
    check_limits(draft, evidence)
    check_conditions(draft, evidence)
    check_record_words(draft)
    check_record_sense(draft, evidence)
    warn_of_older_versions(draft)
    withhold_what_rests_on_the_unsound(draft)
    withhold_summary(draft)
    evidence = with_analyses(_evidence(draft), draft)
    evidence = replace(evidence, fingerprint=fingerprint_read, complete=not draft.problems)
    problems, withheld = in_reading_order(draft.problems), in_reading_order(draft.withheld)
    return Findings(evidence, problems, withheld, in_reading_order(draft.warnings))


def fingerprint(folder: str | Path) -> str:
    """SHA-256 over the names and bytes of a seeds folder's files; the same evidence has it the same anywhere."""
    folder = current(Path(folder))
    digest = hashlib.sha256()
    for path in seed_files(folder):
        try:
            content = path.read_bytes()
        except OSError:  # examine has reported it
            continue
        digest.update(os.fsencode(path.relative_to(folder).as_posix()) + f"\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def seed_files(folder: Path) -> list[Path]:
    """The files of a seeds folder that are read, in a fixed order."""
    names = (ASSUMPTIONS, HYPOTHESES, CONDITIONS, READINGS, "case.toml", "events.csv", "limits.csv", "origins.csv")
    record = (RECORD_READINGS, *(f"{RECORD}/{name}" for name in RECORD_FILES))
    found = [folder / name for name in (*names, "questions.toml", *record)]
    for document in sorted(path for path in _entries(folder / "documents") or () if is_folder(path)):
        found += [document / "evidence.toml", document / "text.txt"]
    return [path for path in found if _stands(path, Path.is_file)]


def _read(folder: Path, name: str) -> Draft:
    draft = Draft()
    _read_case(folder / "case.toml", f"{name}/case.toml", draft)
    _read_rows(folder / "origins.csv", f"{name}/origins.csv", draft.origins, draft.problems)
    _read_rows(folder / "limits.csv", f"{name}/limits.csv", draft.limits, draft.problems)
    _read_documents(folder / "documents", f"{name}/documents", draft)
    _read_rows(folder / "events.csv", f"{name}/events.csv", draft.events, draft.problems)
    _read_questions(folder / "questions.toml", f"{name}/questions.toml", draft)
    _read_record(folder / RECORD, f"{name}/{RECORD}", draft)
    # The last tells of the data and is none of them: the fingerprint leaves it out.
    optional: Mapping[str, Shelf[Any]] = {
        CONDITIONS: draft.conditions, READINGS: draft.readings, RECORD_READINGS: draft.record_readings,
        CHANGES: draft.changes,
    }  # fmt: skip
    for file, shelf in optional.items():
        if _stands(folder / file, Path.exists):
            _read_rows(folder / file, f"{name}/{file}", shelf, draft.problems)
    read_analyses(folder, name, draft)
    return draft


def _read_case(path: Path, file: str, draft: Draft) -> None:
    raw = read_toml(path, file, draft.problems)
    case = build(Case, raw, file, "", draft.problems) if raw is not None else None
    draft.case = Placed(case, file, "") if case else None
    raw = raw or {}
    known = {field.alias or key for key, field in Case.model_fields.items()}
    for shelf in draft.vocabulary:
        entries = raw.get(shelf.word)
        shelf.complete = isinstance(entries, list) or (case is not None and entries is None)
        shelf.complete &= raw.keys() <= known
        # Building the case has reported what is wrong with them; here each stands for itself.
        for number, entry in enumerate(entries if isinstance(entries, list) else (), 1):
            shelf.put(entry, file, shelf.place(entry, number), problems=[])


def _read_documents(folder: Path, name: str, draft: Draft) -> None:
    paths = _entries(folder)
    if paths is None:
        what, remedy = "there is no such folder, or it cannot be read", "Make it, with one folder for each document."
        draft.problems.append(Problem(name, "", what, remedy=remedy))
        draft.documents.complete = draft.claims.complete = False
        return
    for path in paths:
        if is_folder(path):
            read_document(path, f"{name}/{path.name}", draft)
        else:
            remedy = "Give each document a folder of its own with text.txt and evidence.toml."
            draft.problems.append(Problem(f"{name}/{path.name}", "", "this file is in no document", remedy=remedy))
    _refuse_labels_given_twice(draft)
    _refuse_texts_given_twice(draft)


def _refuse_labels_given_twice(draft: Draft) -> None:
    labels: dict[str, str] = {}
    for placed in draft.documents.built:
        document = placed.entry
        if document.label in labels:
            what = f"the label {document.label} is already that of {labels[document.label]}"
            draft.refuse(draft.documents, placed, "label", what, remedy="Give another label.")
        labels.setdefault(document.label, document.id)


def _refuse_texts_given_twice(draft: Draft) -> None:
    texts: dict[str, Placed[Document]] = {}
    for placed in draft.documents.built:
        first = texts.setdefault(placed.entry.text, placed)
        if first is not placed and placed.entry.text:
            what = f"its text.txt is that of document {first.id} ({first.entry.label}), byte for byte"
            remedy = (
                f"One text is one document: remove the folder {placed.id} and name the claims of {first.id} in place "
                "of its own, or put the text that was meant into it."
            )
            draft.refuse(draft.documents, placed, "sha256", what, remedy=remedy)


def _read_rows(path: Path, file: str, shelf: Shelf[EntryT], problems: list[Problem]) -> None:
    columns = shelf.model.model_fields
    lists = [name for name, field in columns.items() if get_origin(field.annotation) is tuple]
    read = read_csv(path, file, columns, lists, problems, shelf.model.optional_columns)
    shelf.complete = read.complete
    for line, cells in read.rows:
        shelf.put(cells, file, f"row {line}", problems)


def _read_record(folder: Path, name: str, draft: Draft) -> None:
    """The public record; neither the folder nor any of its files need be there, but nothing else may be."""
    paths = _entries(folder)
    if paths is None and not _stands(folder, Path.exists):
        return
    if paths is None:
        what, remedy = "this is not a folder, or it cannot be read", "Make it a folder with the files FORMAT.md names."
        draft.problems.append(Problem(name, "", what, remedy=remedy))
    for file, shelf in zip(RECORD_FILES, draft.record, strict=True):
        if folder / file in (paths or ()):
            _read_rows(folder / file, f"{name}/{file}", shelf, draft.problems)
    strange = [path for path in paths or () if path.name not in RECORD_FILES and not is_note(path.name)]
    for path in strange:
        what, remedy = "nobody reads this file", f"Name it {', '.join(RECORD_FILES[:-1])} or {RECORD_FILES[-1]}."
        draft.problems.append(Problem(f"{name}/{path.name}", "", what, remedy=remedy))
    if paths is None or strange:  # nobody can say which rows there would be
        for shelf in draft.record:
            shelf.complete = False


def _read_questions(path: Path, file: str, draft: Draft) -> None:
    raw = read_toml(path, file, draft.problems)
    draft.questions.complete = raw is not None and raw.keys() <= {"question"}
    if raw is None:
        return
    for key in sorted(raw.keys() - {"question"}):
        remedy = "Only [[question]] stands in this file; check where the key belongs."
        draft.problems.append(Problem(file, key[:80], "nobody knows this key", remedy=remedy))
    questions = raw.get("question", [])
    if not isinstance(questions, list):
        draft.questions.complete = False
        what, remedy = "this is not a list of questions", "Write [[question]] before each."
        draft.problems.append(Problem(file, "question", what, shown(questions), remedy=remedy))
        return
    for number, question in enumerate(questions, 1):
        draft.questions.put(question, file, draft.questions.place(question, number), draft.problems)


def _entries(folder: Path) -> list[Path] | None:
    """What stands in a folder, by name, without what systems leave; None if it is not there or cannot be read."""
    try:
        return sorted(path for path in folder.iterdir() if not is_junk(path.name))
    except (OSError, ValueError):
        return None


def is_folder(path: Path) -> bool:
    return _stands(path, Path.is_dir)


def _stands(path: Path, kind: Callable[[Path], bool]) -> bool:
    # Asking raises for a path without rights or of impossible length: to a reader neither is there.
    try:
        return kind(path)
    except OSError:
        return False


def _evidence(draft: Draft) -> Evidence:
    return Evidence(
        case=_sound_case(draft),
        documents=tuple(sorted(draft.documents.entries(), key=_as_a_person_counts)),
        claims=tuple(draft.claims.entries()),
        events=tuple(draft.events.entries()),
        questions=tuple(draft.questions.entries()),
        limits=tuple(draft.limits.entries()),
        conditions=tuple(draft.conditions.entries()),
        origins=tuple(draft.origins.entries()),
        statements=tuple(draft.statements.entries()),
        notified=tuple(draft.notified.entries()),
        sightings=tuple(draft.sightings.entries()),
        vessels=tuple(draft.vessels.entries()),
        readings=tuple(draft.readings.entries()),
        record_readings=tuple(draft.record_readings.entries()),
        changes=tuple(draft.changes.entries()),
    )


def _as_a_person_counts(document: Document) -> tuple[str, int, str]:
    """Labels in the order R1, R2, R10."""
    letters = document.label.rstrip("0123456789")
    digits = document.label[len(letters) :]
    return letters, int(digits or 0), document.label


def _sound_case(draft: Draft) -> Case:
    """The case with the lanes, topics, units and flags that are sound, and a source summary only if it is proven."""
    case = draft.case.entry if draft.case else _nameless_case()
    update: dict[str, Any] = {f"{shelf.word}s": tuple(shelf.entries()) for shelf in draft.vocabulary if shelf.built}
    if draft.summary_withheld:
        text = f"The source summary is withheld: {draft.summary_withheld}."
        update["source_summary"] = SourceSummary(text=text, claims=())
    return case.model_copy(update=update)


def _nameless_case() -> Case:
    """What stands in for a case.toml that cannot be read, so that sound documents can still be shown."""
    return Case.model_construct(
        format=1,
        title="Unnamed case",
        question="case.toml cannot be read",
        version="unknown",
        as_of=date.min,
        subject=Subject(supplier="?", recipient="?", deliveries="deliveries", volume_topic="none"),
        source_summary=SourceSummary(text="case.toml cannot be read", claims=()),
        lanes=(Lane(id="none", title="No lane"),),
        topics=(Topic(id="none", title="No topic", lane="none"),),
        units=(Unit(id="none", one="unit", many="units"),),
        flags=(),
    )
