"""python -m data check [--seeds DIR]: hold a seeds folder against its contract."""

import argparse
import sys
from io import TextIOWrapper
from pathlib import Path

from data.problems import shown
from data.seeds import SEEDS, examine, is_folder

SOUND, PROBLEMS, MISUSE = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Print every problem and return 0 (sound), 1 (problems) or 2 (misuse: argparse and a folder that is not there)."""
    parser = argparse.ArgumentParser(prog="python -m data", description="Hold a seeds folder against seeds/FORMAT.md.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="print every problem of a seeds folder")
    check.add_argument("--seeds", type=Path, default=SEEDS, metavar="DIR", help="the folder (default: seeds)")
    folder: Path = parser.parse_args(arguments).seeds
    if not is_folder(folder):
        print(
            f"{shown(str(folder))}: there is no such folder. Give the path of a seeds folder with --seeds.",
            file=sys.stderr,
        )
        return MISUSE
    findings = examine(folder)
    for finding in (*findings.problems, *findings.withheld):
        print(finding)
    evidence = findings.evidence
    counts = f"documents: {len(evidence.documents)}, claims: {len(evidence.claims)}, events: {len(evidence.events)}"
    record = f"public record: {len(evidence.record_by_id)} rows"
    if findings.problems:
        print(f"Problems: {len(findings.problems)}. Withheld: {len(findings.withheld)}. Sound are {counts}, {record}.")
        return PROBLEMS
    print(f"Sound. {counts}, questions: {len(evidence.questions)}, {record}. Every quote stands where it says.")
    return SOUND


if __name__ == "__main__":
    if isinstance(sys.stdout, TextIOWrapper):  # a console that has no “ or 구 still gets every problem
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main())
