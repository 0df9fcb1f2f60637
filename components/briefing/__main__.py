"""python -m components.briefing OUT.pptx: the briefing of a seeds folder as a PowerPoint file."""

import argparse
import sys
from collections.abc import Collection, Mapping
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path

from components.briefing.deck import KEYS, UnknownPart, slides
from components.briefing.matter import Matter, matter_of
from components.headlines.citation import CitedLinks
from components.headlines.counts import count
from components.headlines.own import own_words
from data.barrels import barrels_frame, headline_row
from data.chosen import NoView, chosen_in, settings_of
from data.estimate import estimate
from data.evidence import Evidence
from data.links import FINGERPRINT_CHARACTERS, HERE_ONLY, LOCAL, is_base, opens_here_only
from data.problems import shown
from data.recording import headline
from data.seeds import SEEDS, examine, is_folder
from data.whole import write_whole

WRITTEN, PROBLEMS, MISUSE = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Write the file and return 0; 1 with every problem of the folder printed; 2 for misuse, in a plain sentence."""
    given = _parser().parse_args(arguments)
    keys = tuple(key.strip() for key in given.slides.split(",") if key.strip())
    complaint = _complaint(given.out, given.seeds, keys, given.address)
    if complaint:
        return _refused(complaint)
    findings = examine(given.seeds)
    if findings.problems:
        for finding in (*findings.problems, *findings.withheld):
            print(finding)
        print(f"Problems: {len(findings.problems)}. Nothing is written from a folder that is not sound.")
        return PROBLEMS
    try:
        chosen = chosen_in(given.view, findings.evidence)
    except NoView as fault:
        return _refused(str(fault))
    return _write(given.out, _matter(findings.evidence, chosen, given.address, given.record), keys)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m components.briefing", description="Write the briefing of a seeds folder as a PowerPoint file."
    )
    parser.add_argument("out", type=Path, metavar="OUT.pptx", help="the file to write; one that is there is replaced")
    parser.add_argument("--seeds", type=Path, default=SEEDS, metavar="DIR", help="the folder (default: seeds)")
    several = f"slides in the order wanted, with commas between (default: {','.join(KEYS)})"
    parser.add_argument("--slides", default=",".join(KEYS), metavar="KEYS", help=several)
    parser.add_argument("--address", default=LOCAL, metavar="URL", help=f"where the app is served (default: {LOCAL})")
    view = "the link of a view: the assumptions that a reader has put in it hold in the slides"
    parser.add_argument("--view", default="", metavar="LINK", help=view)
    parser.add_argument("--record", action="store_true", help="show the public record in timeline and comparison")
    return parser


def _complaint(out: Path, folder: Path, keys: tuple[str, ...], address: str) -> str:
    """What is wrong with how the command was given; empty if nothing is."""
    if (
        out.exists() or out.is_symlink()
    ) and not out.is_file():  # a folder, or a device that a file must not stand in for
        return f"{shown(str(out))}: something stands there that is no file. Give the path of a file to write."
    if not is_folder(folder):
        return f"{shown(str(folder))}: there is no such folder. Give the path of a seeds folder with --seeds."
    if not keys:
        return f"No slide is asked for. Give some with --slides: {', '.join(KEYS)}."
    unknown = next((key for key in keys if key not in KEYS), None)
    if unknown is not None:
        return str(UnknownPart(unknown))
    if not is_base(address):
        remedy = "Give one that begins with https:// or http://, without a query."
        return f"{shown(address)}: this is no address of the app. {remedy}"
    return ""


def _matter(evidence: Evidence, chosen: Mapping[str, str], address: str, with_record: bool) -> Matter:
    """What the page has under these assumptions; links keep them where they lead to a page that shows numbers."""
    settings = settings_of(chosen)
    estimated = estimate(evidence, settings)
    row = headline_row(barrels_frame(evidence, estimated), evidence)
    known: dict[str, Collection[str]] = dict.fromkeys(("timeline", "comparison", "documents", "record"), ())
    said = headline(row, estimated, evidence)
    links = CitedLinks(address, evidence.fingerprint, chosen, known, headline=said)
    return replace(matter_of(evidence, estimated, links, with_record), own=own_words(settings, evidence))


def _write(out: Path, matter: Matter, keys: tuple[str, ...]) -> int:
    from components.briefing.powerpoint import written

    case = matter.evidence.case
    made = slides(matter, keys)
    content = written(made, case.title, case.as_of)
    try:
        write_whole(out, content)
    except OSError as error:
        reason = error.strerror or "the system refuses it"
        return _refused(f"{shown(str(out))} cannot be written: {reason}. Give another path; nothing was changed.")
    version = f"{case.version} {matter.evidence.fingerprint[:FINGERPRINT_CHARACTERS]}"
    print(f"Wrote {shown(str(out))}: {count(len(made), 'slide')}, {len(content) // 1_000:,} kB, data {version}.")
    if matter.own:
        print(f"Not as sourced: {matter.own}.")
    if opens_here_only(matter.links.base):
        print(f"Its links lead to {matter.links.base}, which {HERE_ONLY}. Give --address to link to a served app.")
    return WRITTEN


def _refused(complaint: str) -> int:
    print(complaint, file=sys.stderr)
    return MISUSE


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console that has no “ or 구 still gets every problem
            stream.reconfigure(errors="backslashreplace")
    sys.exit(main())
