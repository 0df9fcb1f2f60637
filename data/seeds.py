"""A seeds folder -> Evidence, or every problem in one go."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from data.case import Case, Lane, SourceSummary, Subject, Topic, Unit
from data.checks import check_judgements, check_references
from data.documents import read_document
from data.draft import Draft, Placed, Shelf, Withheld, id_of
from data.evidence import Claim, Event, Evidence, Limit, Origin, Question
from data.problems import Problem, UnsoundSeeds, in_reading_order
from data.tables import EntryT, build, read_csv, read_toml

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
CSV_LISTS = frozenset({"supports", "contradicts", "claims", "derived_from"})


@dataclass(frozen=True)
class Findings:
    """What a seeds folder gave: the sound part, every problem, and what is withheld because it rests on a problem."""

    evidence: Evidence
    problems: tuple[Problem, ...] = ()
    withheld: tuple[Withheld, ...] = ()


def read_evidence(folder: str | Path = SEEDS) -> Evidence:
    """All evidence of a seeds folder, every quote proven against its text.

    Raises UnsoundSeeds with every problem if anything in the folder is not as seeds/FORMAT.md asks.
    """
    findings = examine(folder)
    if findings.problems:
        raise UnsoundSeeds(findings.problems)
    return findings.evidence


def examine(folder: str | Path = SEEDS) -> Findings:
    """The sound part of a seeds folder and everything that is wrong with the rest; never raises for what stands in it."""
    folder = Path(folder)
    if not folder.is_dir():
        remedy = "Give the path of a folder; FORMAT.md in seeds/ says what stands in it."
        return Findings(
            Evidence(_nameless_case()), (Problem(str(folder), "", "there is no such folder", remedy=remedy),)
        )
    draft = _read(folder)
    check_references(draft)
    _withhold(draft)
    check_judgements(draft, _evidence(draft))
    _withhold(draft)
    evidence = replace(_evidence(draft), fingerprint=fingerprint(folder))
    return Findings(evidence, in_reading_order(draft.problems), tuple(sorted(set(draft.withheld))))


def fingerprint(folder: str | Path) -> str:
    """SHA-256 over the names and bytes of a seeds folder's files; the same evidence has the same fingerprint anywhere."""
    folder = Path(folder)
    digest = hashlib.sha256()
    for path in seed_files(folder):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def seed_files(folder: Path) -> list[Path]:
    """The files of a seeds folder that are read, in a fixed order."""
    names = ("case.toml", "events.csv", "limits.csv", "origins.csv", "questions.toml")
    found = [folder / name for name in names]
    for document in _document_folders(folder):
        found += [document / "evidence.toml", document / "text.txt"]
    return [path for path in found if path.is_file()]


def _read(folder: Path) -> Draft:
    draft, name = Draft(), folder.resolve().name
    raw_case = read_toml(folder / "case.toml", f"{name}/case.toml", draft.problems)
    case = build(Case, raw_case, f"{name}/case.toml", "", draft.problems) if raw_case is not None else None
    draft.case = Placed(case, f"{name}/case.toml", "") if case else None
    _read_rows(folder / "origins.csv", f"{name}/origins.csv", Origin, draft.origins, draft.problems)
    _read_rows(folder / "limits.csv", f"{name}/limits.csv", Limit, draft.limits, draft.problems)
    _read_documents(folder, name, draft)
    _read_rows(folder / "events.csv", f"{name}/events.csv", Event, draft.events, draft.problems)
    _read_questions(folder / "questions.toml", f"{name}/questions.toml", draft)
    return draft


def _read_documents(folder: Path, name: str, draft: Draft) -> None:
    for path in sorted((folder / "documents").glob("*")):
        if path.is_file() and not path.name.startswith("."):
            remedy = "Give each document a folder of its own with text.txt and evidence.toml."
            draft.problems.append(
                Problem(f"{name}/documents/{path.name}", "", "this file is in no document", remedy=remedy)
            )
    for path in _document_folders(folder):
        read_document(path, f"{name}/documents/{path.name}", draft)
    labels: dict[str, str] = {}
    for placed in list(draft.documents.sound.values()):
        document = placed.entry
        if document.label in labels:
            what = f"the label {document.label} is already that of {labels[document.label]}"
            draft.fault(draft.documents, document.id, placed.problem(what, remedy="Give another label.", key="label"))
        labels.setdefault(document.label, document.id)


def _document_folders(folder: Path) -> list[Path]:
    found = (folder / "documents").glob("*")
    return sorted(path for path in found if path.is_dir() and not path.name.startswith("."))


def _read_rows(path: Path, name: str, model: type[EntryT], shelf: Shelf[EntryT], problems: list[Problem]) -> None:
    before = len(problems)
    rows = read_csv(path, name, model.model_fields, CSV_LISTS, problems)
    shelf.complete = len(problems) == before
    for line, cells in rows:
        entry = build(model, cells, name, f"row {line}", problems)
        if entry is None:
            shelf.declare(id_of(cells, model))
        else:
            shelf.add(Placed(entry, name, f"row {line}"), problems)


def _read_questions(path: Path, name: str, draft: Draft) -> None:
    raw = read_toml(path, name, draft.problems)
    if raw is None:
        return
    for key in raw.keys() - {"question"}:
        remedy = "Only [[question]] stands in this file; check where the key belongs."
        draft.problems.append(Problem(name, key[:80], "nobody knows this key", remedy=remedy))
    questions = raw.get("question", [])
    if not isinstance(questions, list):
        remedy = "Write [[question]] before each."
        draft.problems.append(Problem(name, "question", "this is not a list of questions", remedy=remedy))
        return
    for number, raw_question in enumerate(questions, 1):
        question_id = id_of(raw_question, Question)
        named = isinstance(question_id, str) and question_id.strip()
        place = f"question {str(question_id)[:40]}" if named else f"question number {number}"
        question = build(Question, raw_question, name, place, draft.problems)
        if question is None:
            draft.questions.declare(question_id)
        else:
            draft.questions.add(Placed(question, name, place), draft.problems)


def _withhold(draft: Draft) -> None:
    """Take everything off the shelves that rests on something unsound, until nothing does."""

    def lacking(shelf: Shelf[EntryT], names: Iterable[str | None], word: str) -> list[str]:
        return [f"{word} {name}" for name in names if name is not None and name not in shelf]

    def drop(shelf: Shelf[EntryT], placed: Placed[EntryT], missing: list[str]) -> bool:
        if missing:
            draft.withheld.append(Withheld(placed.file, placed.place, ", ".join(dict.fromkeys(missing))))
            shelf.drop(getattr(placed.entry, placed.entry.id_key))
        return bool(missing)

    changed = True
    while changed:
        changed = False
        for origin in list(draft.origins.sound.values()):
            parents = [name for name in origin.entry.derived_from if name not in draft.documents]
            changed |= drop(draft.origins, origin, lacking(draft.origins, parents, "origin"))
        for claim in list(draft.claims.sound.values()):
            entry = claim.entry
            missing = lacking(draft.documents, [entry.document], "document")
            missing += lacking(draft.origins, [entry.origin], "origin")
            lost = lacking(draft.claims, entry.corroborated_by, "claim")
            if entry.credibility == 1:  # a grade that stands on the other claim falls with it
                missing += lost
            elif lost:
                kept = tuple(name for name in entry.corroborated_by if name in draft.claims)
                trimmed = entry.model_copy(update={"corroborated_by": kept})
                draft.claims.sound[entry.id] = claim._replace(entry=trimmed)
            changed |= drop(draft.claims, claim, missing)
        for event in list(draft.events.sound.values()):
            changed |= drop(draft.events, event, lacking(draft.claims, event.entry.claim_ids, "claim"))
        for question in list(draft.questions.sound.values()):
            missing = lacking(draft.documents, [cell.document for cell in question.entry.cells], "document")
            missing += lacking(draft.claims, question.entry.claim_ids, "claim")
            changed |= drop(draft.questions, question, missing)
        for limit in list(draft.limits.sound.values()):
            changed |= drop(draft.limits, limit, lacking(draft.claims, limit.entry.claims, "claim"))


def _evidence(draft: Draft) -> Evidence:
    return Evidence(
        case=draft.case.entry if draft.case else _nameless_case(),
        documents=tuple(sorted(draft.documents.entries(), key=lambda document: document.label)),
        claims=tuple(draft.claims.entries()),
        events=tuple(draft.events.entries()),
        questions=tuple(draft.questions.entries()),
        limits=tuple(draft.limits.entries()),
        origins=tuple(draft.origins.entries()),
    )


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
