"""python -m data check | export | record-change: work on a seeds folder from the command line."""

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from io import TextIOWrapper
from pathlib import Path

from pydantic import ValidationError

from data.chosen import NoView, chosen_in, settings_of
from data.contract import LONGEST_WORDS
from data.estimate import estimate
from data.evidence import Evidence
from data.links import LOCAL, Links, is_base
from data.problems import shown
from data.seeds import SEEDS, Findings, examine, is_folder
from data.unreadable import reason
from data.whole import write_whole

SOUND, PROBLEMS, MISUSE = 0, 1, 2
Command = Callable[[argparse.Namespace], int]


def main(arguments: list[str] | None = None) -> int:
    """Do as one of the commands says; returns 0 (done), 1 (the folder has problems) or 2 (misuse)."""
    parser = argparse.ArgumentParser(prog="python -m data", description="Work on a seeds folder; see seeds/FORMAT.md.")
    commands = parser.add_subparsers(dest="command", required=True)
    _command(commands, "check", "print every problem of a seeds folder", check)
    exporting = _command(commands, "export", "write everything behind the views into a zip", export)
    exporting.add_argument("out", type=Path, metavar="OUT.zip", help="the file to write, or to replace")
    exporting.add_argument("--address", default=LOCAL, help=f"where the views are served (default: {LOCAL})")
    view = "the link of a view: the assumptions that a reader has put in it hold in the tables"
    exporting.add_argument("--view", default="", metavar="LINK", help=view)
    recording = _command(
        commands, "record-change", "record the present state of the data in changes.csv", record_change
    )
    recording.add_argument("--what", required=True, help="what has changed since the last recorded state")
    recording.add_argument("--why", required=True, help="why it was changed")
    given = parser.parse_args(arguments)
    if not is_folder(given.seeds):
        return _misused(
            f"{shown(str(given.seeds))}: there is no such folder. Give the path of a seeds folder with --seeds."
        )
    run: Command = given.run
    return run(given)


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
    return SOUND


def _numbers(findings: Findings) -> str:
    """Who has read the numbers of the claims, and how much there is to look at again."""
    given = [claim for claim in findings.evidence.claims if claim.quantity]
    by_curator = sum(bool(claim.value_reason) for claim in given)
    told = f"Numbers: {len(given)}, {len(given) - by_curator} of them read by machine, {by_curator} by a curator."
    return told + (f" To look at again: {len(findings.warnings)}." if findings.warnings else "")


def export(given: argparse.Namespace) -> int:
    """Write the export of a sound folder, whole or not at all."""
    from data.export.archive import archive

    if not is_base(given.address):
        return _misused(f"{shown(given.address)}: this is no address. Give one that begins with https:// or http://.")
    findings = examine(given.seeds)
    if findings.problems:
        _print_problems(findings)
        print(f"Problems: {len(findings.problems)}. Nothing was written: only a sound folder is exported.")
        return PROBLEMS
    evidence = findings.evidence
    try:
        chosen = chosen_in(given.view, evidence)
    except NoView as fault:
        return _misused(str(fault))
    content = archive(
        evidence, estimate(evidence, settings_of(chosen)), Links(given.address, evidence.fingerprint, chosen)
    )
    try:
        write_whole(given.out, content)
    except OSError as error:
        return _misused(f"{shown(str(given.out))}: this cannot be written ({reason(error)}). Name another file.")
    print(
        f"Written: {shown(str(given.out))}, {len(content):,} bytes. {_counts(evidence)}. Links lead to {given.address}."
    )
    return SOUND


def record_change(given: argparse.Namespace) -> int:
    """Add the present state of a sound folder to its record of changes, whole or not at all."""
    from data.recording import recorded, write_changes

    findings = examine(given.seeds)
    if findings.problems:
        _print_problems(findings)
        print(f"Problems: {len(findings.problems)}. Nothing was recorded: only a sound folder has a state.")
        return PROBLEMS
    evidence = findings.evidence
    if not all(words.strip() and words.isprintable() for words in (given.what, given.why)):
        return _misused("Say with --what what has changed, and with --why the reason: one line of plain words each.")
    last, today = evidence.changes[-1] if evidence.changes else None, local_day(datetime.now(tz=UTC))
    if last and last.fingerprint == evidence.fingerprint:
        return _misused(f"The present state is recorded already, as {last.change_id}; nothing was written.")
    if last and last.date > today + timedelta(days=1):
        return _misused(f"{last.change_id} was recorded for {last.date}, which is still to come: mend its day first.")
    today = max(today, last.date) if last else today  # farther east the last one may have been recorded tomorrow
    try:
        change = recorded(evidence, given.what, given.why, today)
        path = write_changes(given.seeds, (*evidence.changes, change))
    except ValidationError:
        return _misused(f"Say what and why in at most {LONGEST_WORDS:,} characters each, as plain text.")
    except OSError as error:
        return _misused(f"{shown(str(given.seeds))}: changes.csv cannot be written there ({reason(error)}).")
    print(f"Recorded in {shown(str(path))}: {change.change_id}, dataset {change.version}, {change.fingerprint[:12]}.")
    return SOUND


def local_day(moment: datetime) -> date:
    """The day that a moment falls on where this runs: before nine in Tokyo it is still yesterday in UTC."""
    return moment.astimezone().date()


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, what: str, run: Command
) -> argparse.ArgumentParser:
    """A command that works on a seeds folder; its parser, for what else it takes."""
    command = commands.add_parser(name, help=what, description=f"{what[:1].upper()}{what[1:]}.")
    command.add_argument("--seeds", type=Path, default=SEEDS, metavar="DIR", help="the folder (default: seeds)")
    command.set_defaults(run=run)
    return command


def _print_problems(findings: Findings) -> None:
    for finding in (*findings.problems, *findings.withheld):
        print(finding)
    for warning in findings.warnings:
        print(f"Warning: {warning}")


def _counts(evidence: Evidence) -> str:
    return f"documents: {len(evidence.documents)}, claims: {len(evidence.claims)}, events: {len(evidence.events)}"


def _misused(words: str) -> int:
    print(words, file=sys.stderr)
    return MISUSE


if __name__ == "__main__":
    if isinstance(sys.stdout, TextIOWrapper):  # a console that has no “ or 구 still gets every problem
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main())
