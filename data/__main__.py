"""python -m data check [--seeds DIR]: hold a seeds folder against its contract."""

import argparse
import sys
from pathlib import Path

from data.seeds import SEEDS, examine

SOUND, PROBLEMS, MISUSE = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Print every problem and return 0 (sound), 1 (problems) or 2 (misuse: argparse and a folder that is not there)."""
    parser = argparse.ArgumentParser(prog="python -m data", description="Hold a seeds folder against seeds/FORMAT.md.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="print every problem of a seeds folder")
    check.add_argument("--seeds", type=Path, default=SEEDS, metavar="DIR", help="the folder (default: seeds)")
    folder: Path = parser.parse_args(arguments).seeds
    if not folder.is_dir():
        print(f"{folder}: there is no such folder. Give the path of a seeds folder with --seeds.", file=sys.stderr)
        return MISUSE
    findings = examine(folder)
    for problem in findings.problems:
        print(problem)
    for withheld in findings.withheld:
        print(withheld)
    evidence = findings.evidence
    counts = f"{len(evidence.documents)} documents, {len(evidence.claims)} claims, {len(evidence.events)} events"
    if findings.problems:
        print(f"{len(findings.problems)} problems; sound are {counts}.")
        return PROBLEMS
    print(f"Sound: {counts}, {len(evidence.questions)} questions; every quote stands where it says.")
    return SOUND


if __name__ == "__main__":
    sys.exit(main())
