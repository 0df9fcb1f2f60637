"""python -m barrelwatch COMMAND: work on a seeds folder; without a command it says which there are."""

import argparse
import signal
import sys
from datetime import UTC, datetime, timedelta
from io import TextIOWrapper
from pathlib import Path

from pydantic import ValidationError

from data.command_line import Command, parser
from data.editions.sealing import NoEdition
from data.estimate.chosen import NoView, chosen_in, settings_of
from data.estimate.result import estimate
from data.files.problems import shown
from data.files.unreadable import reason
from data.files.whole import write_whole
from data.intake.refusals import NotTaken
from data.intake.steps import StepRefused
from data.models.entry import LONGEST_WORDS
from data.models.evidence import Evidence
from data.models.links import FINGERPRINT_CHARACTERS, HERE_ONLY, Links, is_base, opens_here_only
from data.reading.seeds import Findings, examine, is_folder

DONE, PROBLEMS, MISUSE = 0, 1, 2


class Misuse(Exception):
    """A command was given in a way that means nothing; the words say what to give instead."""


class Unsound(Exception):
    """A command that needs a sound folder was given another; the words say what was not done."""


def main(arguments: list[str] | None = None) -> int:
    """Do as one of the commands says; returns 0 (done), 1 (the folder has problems) or 2 (misuse)."""
    given = parser(RUNS).parse_args(arguments)
    run: Command = given.run
    try:
        if not is_folder(given.seeds):
            missing = f"{shown(str(given.seeds))}: there is no such folder."
            raise Misuse(f"{missing} Give the path of a seeds folder with --seeds.")
        return run(given)
    except (Misuse, NoView, NoEdition) as fault:
        print(fault, file=sys.stderr)
    except NotTaken as why:
        print(f"{shown(str(given.file))}: {why}", file=sys.stderr)
    except OSError as error:
        print(f"{shown(error.filename or str(given.seeds))}: {reason(error)}. Nothing was written.", file=sys.stderr)
    except Unsound as why:
        print(why)
        return PROBLEMS
    except StepRefused as refused:
        print(f"{refused}\nNothing was written.")
        return PROBLEMS
    return MISUSE


def check(given: argparse.Namespace) -> int:
    """Print every problem of the folder, and what is sound."""
    findings = examine(given.seeds)
    _print_problems(findings)
    evidence = findings.evidence
    record = f"public record: {len(evidence.record_by_id)} rows"
    if findings.problems:
        counted = f"Problems: {len(findings.problems)}. Withheld: {len(findings.withheld)}."
        print(f"{counted} Sound are {_counts(evidence)}, {record}.")
        return PROBLEMS
    if evidence.changes and evidence.changes[-1].fingerprint != evidence.fingerprint:
        print("Note: the data have changed since the last row of changes.csv; record-change records what and why.")
    questions = f"questions: {len(evidence.questions)}"
    print(f"Sound. {_counts(evidence)}, {questions}, {record}. Every quote stands where it says. {_numbers(findings)}")
    return DONE


def export(given: argparse.Namespace) -> int:
    """Write the export of a sound folder, whole or not at all."""
    from data.export.archive import archive

    _for_a_file(given.out, given.seeds)
    _of_the_app(given.address)
    evidence = _sound(given.seeds, "Nothing was written: only a sound folder is exported.")
    chosen = chosen_in(given.view, evidence)
    links = Links(given.address, evidence.fingerprint, chosen)
    content = archive(evidence, estimate(evidence, settings_of(chosen)), links)
    _write(given.out, content)
    print(f"Written: {shown(str(given.out))}, {len(content):,} bytes. {_counts(evidence)}. {_where_links_lead(given)}")
    return DONE


def deck(given: argparse.Namespace) -> int:
    """Write the slides of a sound folder as a PowerPoint file, whole or not at all."""
    _for_a_file(given.out, given.seeds)
    _of_the_app(given.address)
    from components.scene.native.adopted import NoTemplate, theme_in
    from components.slides.deck import UnknownPart, asked_for, slides
    from components.slides.view import view_at

    try:
        keys, theme = asked_for(given.slides), theme_in(given.template)
    except (UnknownPart, NoTemplate) as why:
        raise Misuse(str(why)) from None
    evidence = _sound(given.seeds, "Nothing was written: only a sound folder has slides.")
    view = view_at(evidence, chosen_in(given.view, evidence), given.address, given.record)
    from components.scene.native.powerpoint import written
    from components.scene.text import set_wider

    with set_wider(theme.wider if theme else 1.0):
        made = slides(view, keys)
        content = written(made, evidence.case.title, evidence.case.as_of, theme)
    _write(given.out, content)
    version = f"{evidence.case.version} {evidence.fingerprint[:FINGERPRINT_CHARACTERS]}"
    many = f"{len(made)} slide{'s' * (len(made) > 1)}, {len(content) // 1_000:,} kB"
    print(f"Written: {shown(str(given.out))}, {many}, data {version}.")
    if view.own:
        print(f"Not as sourced: {view.own}.")
    if opens_here_only(view.links.base):
        print(f"Its links lead to {view.links.base}, which {HERE_ONLY}. Give --address to link to a served app.")
    return DONE


def edition(given: argparse.Namespace) -> int:
    """Write the dashboard into one file, or say what changed since such a file."""
    if given.compare:
        return _changes_since(given)
    if given.out:
        raise Misuse("--out takes the table of a comparison: give --compare OLD.html with it.")
    evidence = _sound(given.seeds, "Nothing was written: only a sound folder has an edition.")
    from components.edition.named import name_of
    from components.edition.whole import edition
    from data.export.verify import seal_of

    path = given.file or Path(name_of(evidence))
    _for_a_file(path, given.seeds)
    content = edition(evidence, given.seeds, path.name)
    _write(path, content)
    print(f"Written: {shown(str(path))}, {len(content) // 1_000:,} kB. It opens in any browser, without a network.")
    print(f"Its seal, to be published beside it: sha256:{seal_of(content)}")
    return DONE


def _changes_since(given: argparse.Namespace) -> int:
    """Say what changed since an edition, and what of it moved the headline."""
    from components.sentences.editions.compared import comparison_lines, no_longer_read
    from data.editions.comparing import as_csv, compared, read

    for path in filter(None, (given.compare, given.file)):
        if not path.exists():
            raise Misuse(f"{shown(str(path))}: there is no such file. Give an edition, or a seeds folder.")
    if given.out:
        _for_a_file(given.out, given.seeds)
        if any(given.out.resolve().is_relative_to(one.resolve()) for one in (given.compare, given.file) if one):
            raise Misuse(f"{shown(str(given.out))}: this is what is compared. Name another file.")
    (old, held), (new, _) = read(given.compare), read(given.file or given.seeds)
    if new.problems or (old.problems and not held):
        _print_problems(new if new.problems else old)
        print("Nothing was compared: only a sound folder or edition is.")
        return PROBLEMS
    if old.problems and held:
        print(*no_longer_read(held, old.problems, new.evidence), sep="\n")
        return PROBLEMS
    told = compared(old.evidence, new.evidence)
    print(*comparison_lines(told, held), sep="\n")
    if given.out:
        _write(given.out, as_csv(told))
        print(f"Written: {shown(str(given.out))}.")
    return DONE


def record_change(given: argparse.Namespace) -> int:
    """Add the present state of a sound folder to its record of changes, whole or not at all."""
    from data.recording import local_day, recorded, write_changes

    evidence = _sound(given.seeds, "Nothing was recorded: only a sound folder has a state.")
    if not all(words.strip() and words.isprintable() for words in (given.what, given.why)):
        raise Misuse("Say with --what what has changed, and with --why the reason: one line of plain words each.")
    last, today = evidence.changes[-1] if evidence.changes else None, local_day(datetime.now(tz=UTC))
    if last and last.fingerprint == evidence.fingerprint:
        raise Misuse(f"The present state is recorded already, as {last.change_id}; nothing was written.")
    if last and last.date > today + timedelta(days=1):
        raise Misuse(f"{last.change_id} was recorded for {last.date}, which is still to come: mend its day first.")
    today = max(today, last.date) if last else today  # farther east the last one may have been recorded tomorrow
    try:
        change = recorded(evidence, given.what, given.why, today)
        path = write_changes(given.seeds, (*evidence.changes, change))
    except ValidationError:
        raise Misuse(f"Say what and why in at most {LONGEST_WORDS:,} characters each, as plain text.") from None
    except OSError as error:
        raise Misuse(f"{shown(str(given.seeds))}: changes.csv cannot be written there ({reason(error)}).") from None
    print(f"Recorded in {shown(str(path))}: {change.change_id}, dataset {change.version}, {change.fingerprint[:12]}.")
    return DONE


def add_document(given: argparse.Namespace) -> int:
    """Bring a file in as a new document, whole or not at all; what of it stands in the folder already is said first."""
    from data.intake.adding import add_document, received_file, told
    from data.intake.ids import free_label
    from data.intake.kinship import kin_of

    evidence = examine(given.seeds).evidence
    label = given.label or free_label([document.label for document in evidence.documents])
    fields = {"label": label, "title": given.title, "language": given.language}
    received = received_file(given.file, given.address, datetime.now(tz=UTC))
    for kin in (kindred := kin_of(received.text, evidence, received.sha256)):
        print(kin.sentence)
    if any(kin.kind != "near" for kin in kindred):
        print("Nothing was written: one text is one document.")
        return PROBLEMS
    place = add_document(received, given.seeds, given.id, fields)
    print("\n".join(told(received, place, given.id)))
    return DONE


def reanchor(given: argparse.Namespace) -> int:
    """Bring a newer version of a text in as a document of its own, with the claims that stand in it as they stood."""
    from data.intake.adding import received_file
    from data.intake.newer_text import newer_version, still_named, told, told_of

    received = received_file(given.file, "", datetime.now(tz=UTC))
    made, place = newer_version(received, given.seeds, given.document)
    print("\n".join((*told(made, place), *told_of(still_named(made, examine(given.seeds).evidence)))))
    return DONE


def anchor(given: argparse.Namespace) -> int:
    """Print the keys that pin each place of some words in a document, ready to paste into evidence.toml."""
    from data.intake.anchor import told

    documents = examine(given.seeds).evidence.documents
    document = next((one for one in documents if given.document in (one.id, one.label)), None)
    if document is None:
        ids = ", ".join(one.id for one in documents) or "none is sound; see what check says"
        raise Misuse(f"{shown(given.document)}: there is no such document. There are: {ids}.")
    keys = told(document, given.words)
    nowhere = f"{shown(given.words)}: these words do not stand in document {document.label}; copy them from it."
    print("\n\n".join(keys) or nowhere)
    return DONE if keys else PROBLEMS


def second_reader(given: argparse.Namespace) -> int:
    """Write the sheet of a second reading, or take a filled one into readings.csv, whole or not at all."""
    from data.intake.blind import taken, write_readings, write_sheet
    from data.recording import local_day

    evidence = _sound(given.seeds, "Nothing was written: only a sound folder is read a second time.")
    if given.out:
        written = write_sheet(given.out, given.seeds, evidence, given.records)
        print(written)
        return DONE if written.startswith("Written") else MISUSE
    if not given.take.is_file():
        raise Misuse(
            f"{shown(str(given.take))}: there is no such file. Give the sheet that --out has written, filled in."
        )
    found = taken(given.take, evidence, given.reader, local_day(datetime.now(tz=UTC)))
    if found.problems or not found.readings:
        print(*found.problems, f"Nothing was taken over. Rows left empty: {found.left}.", sep="\n")
        return PROBLEMS
    write_readings(given.seeds, found.readings)
    print(f"Readings by {shown(given.reader)} taken over: {len(found.readings)}. Rows left empty: {found.left}.")
    return DONE


def new_case(given: argparse.Namespace) -> int:
    """Make a new folder that is sound and explains itself, with one document if it is given."""
    from data.intake.new_case import NotMade, new_case

    try:
        now = datetime.now(tz=UTC)
        print(new_case(given.folder, given.title, given.question, now, given.document, given.address))
    except NotMade as why:
        raise Misuse(str(why)) from None
    return DONE


def _sound(folder: Path, otherwise: str) -> Evidence:
    """The evidence of a sound folder. Of any other all problems are printed, and Unsound is raised."""
    findings = examine(folder)
    if findings.problems:
        _print_problems(findings)
        raise Unsound(f"Problems: {len(findings.problems)}. {otherwise}")
    return findings.evidence


def _of_the_app(address: str) -> None:
    if not is_base(address):
        remedy = "Give one that begins with https:// or http://, without a query."
        raise Misuse(f"{shown(address)}: this is no address of the app. {remedy}")


def _where_links_lead(given: argparse.Namespace) -> str:
    if opens_here_only(given.address):
        return "Links name no address, for nobody else could follow one to this computer: give it with --address."
    return f"Links lead to {given.address}."


def _for_a_file(out: Path, seeds: Path) -> None:
    if out.resolve().is_relative_to(seeds.resolve()):  # what people wrote is not replaced by what is made of it
        raise Misuse(f"{shown(str(out))}: this would stand in the seeds folder. Name a file elsewhere.")
    if (out.exists() or out.is_symlink()) and not out.is_file():  # a folder, or a device that a file must not replace
        raise Misuse(f"{shown(str(out))}: something stands there that is no file. Give the path of a file to write.")


def _write(out: Path, content: bytes) -> None:
    try:
        write_whole(out, content)
    except OSError as error:
        told = f"{shown(str(out))}: this cannot be written ({reason(error)}). Name another file; nothing was changed."
        raise Misuse(told) from None


def _print_problems(findings: Findings) -> None:
    for found in (*findings.problems, *findings.withheld, *(f"Warning: {one}" for one in findings.warnings)):
        print(found)


def _numbers(findings: Findings) -> str:
    """Who has read the numbers of the claims, and how much there is to look at again."""
    given = [claim for claim in findings.evidence.claims if claim.quantity]
    by_curator = sum(bool(claim.value_reason) for claim in given)
    told = f"Numbers: {len(given)}, {len(given) - by_curator} of them read by machine, {by_curator} by a curator."
    return told + (f" To look at again: {len(findings.warnings)}." if findings.warnings else "")


def _counts(evidence: Evidence) -> str:
    return f"documents: {len(evidence.documents)}, claims: {len(evidence.claims)}, events: {len(evidence.events)}"


COMMANDS = (check, export, deck, edition, record_change, add_document, anchor, reanchor, second_reader, new_case)
RUNS: dict[str, Command] = {run.__name__.replace("_", "-"): run for run in COMMANDS}


if __name__ == "__main__":
    if hasattr(signal, "SIGPIPE"):  # whoever pipes into `head` has read enough, and nothing failed
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console that has no “ or 구 still gets every problem
            stream.reconfigure(errors="backslashreplace")
    sys.exit(main())
