"""The commands of python -m barrelwatch and what each takes; what they do is given by whoever runs them."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from data.models.links import LOCAL
from data.reading.seeds import SEEDS

Command = Callable[[argparse.Namespace], int]
Commands = Callable[[str, str], argparse.ArgumentParser]


def parser(runs: Mapping[str, Command]) -> argparse.ArgumentParser:
    """What reads the words of a command; `runs` does each by its name, and stands in what was read as `run`."""
    what = "Work on a seeds folder; see seeds/FORMAT.md."
    of_all = argparse.ArgumentParser(prog="python -m barrelwatch", description=what)
    commands = of_all.add_subparsers(dest="command", required=True)

    def add(name: str, what: str) -> argparse.ArgumentParser:
        """A command that works on a seeds folder; its parser, for what else it takes."""
        command = commands.add_parser(name, help=what, description=f"{what[:1].upper()}{what[1:]}.")
        command.add_argument("--seeds", type=Path, default=SEEDS, metavar="DIR", help="the folder (default: seeds)")
        command.set_defaults(run=runs[name])
        return command

    add("check", "print every problem of a seeds folder")
    _give_out(add)
    _compare(add)
    recording = add("record-change", "record the present state of the data in changes.csv")
    recording.add_argument("--what", required=True, help="what has changed since the last recorded state")
    recording.add_argument("--why", required=True, help="why it was changed")
    _take_documents(add)
    _read_again(add)
    making = commands.add_parser("new-case", help="make a new seeds folder that is sound and explains itself")
    _make_a_case(making)
    making.set_defaults(run=runs["new-case"], seeds=SEEDS)
    return of_all


def _give_out(add: Commands) -> None:
    exporting = add("export", "write everything behind the views into a zip")
    slides = add("deck", "write the slides of the briefing as a PowerPoint file")
    for command, file in ((exporting, "OUT.zip"), (slides, "OUT.pptx")):
        command.add_argument("out", type=Path, metavar=file, help="the file to write; one that is there is replaced")
        served = f"where the app is served (default: {LOCAL})"
        command.add_argument("--address", default=LOCAL, metavar="URL", help=served)
        view = "the link of a view: the assumptions that a reader has put in it hold"
        command.add_argument("--view", default="", metavar="LINK", help=view)
    several = "room, appendix or single slides in the order wanted, with commas between (default: room,appendix)"
    slides.add_argument("--slides", metavar="KEYS", help=several)
    recoloured = "a file of your own whose colours and fonts the slides take"
    slides.add_argument("--template", type=Path, metavar="FILE.pptx", help=recoloured)
    slides.add_argument("--record", action="store_true", help="show the public record in timeline and comparison")


def _compare(add: Commands) -> None:
    edition = add("edition", "write all of the dashboard into one file, or say what changed since such a file")
    file = "the edition to write; with --compare the newer one (default: the seeds folder)"
    edition.add_argument("file", nargs="?", type=Path, metavar="EDITION.html", help=file)
    older = "an older edition: say what changed since, and what of it moved the headline"
    edition.add_argument("--compare", type=Path, metavar="OLD.html", help=older)
    edition.add_argument("--out", type=Path, metavar="FILE.csv", help="write every changed field into a table too")


def _take_documents(add: Commands) -> None:
    adding = add("add-document", "bring a text, page, mail, Word file or PDF in")
    adding.add_argument("file", type=Path, metavar="FILE", help="txt, html, eml, docx or pdf, up to 5 MB")
    for name, what in (("id", "lake-report"), ("title", "what to call it"), ("language", "its language, such as en")):
        adding.add_argument(f"--{name}", required=True, metavar=name.upper(), help=what)
    adding.add_argument("--label", metavar="C", help="its letter in the views (default: the first that is free)")
    adding.add_argument("--address", default="", metavar="URL", help="where it was found")
    anchoring = add("anchor", "print where words stand in a document, as keys of a claim")
    anchoring.add_argument("words", help="the words to quote; case, blanks and shapes of marks need not fit")
    anchoring.add_argument("--document", required=True, metavar="ID", help="id or label of the document")
    newer = add("reanchor", "bring a newer version of a text in, with claims that stand in it")
    newer.add_argument("file", type=Path, metavar="FILE", help="txt, html, eml, docx or pdf, up to 5 MB")
    newer.add_argument("--document", required=True, metavar="ID", help="id or label of the older version")


def _read_again(add: Commands) -> None:
    again = "have the claims read a second time, by somebody who does not know the first reading"
    reading = add("second-reader", again)
    either = reading.add_mutually_exclusive_group(required=True)
    either.add_argument("--out", type=Path, metavar="SHEET.csv", help="write a sheet to fill in, with the texts")
    either.add_argument("--take", type=Path, metavar="SHEET.csv", help="take a filled sheet into readings.csv")
    reading.add_argument("--records", action="store_true", help="with --out: the numbers of the public record instead")
    reading.add_argument("--reader", default="second reader", help="who has read, a role (default: second reader)")


def _make_a_case(making: argparse.ArgumentParser) -> None:
    making.add_argument("folder", type=Path, metavar="DIR", help="the folder to make; nothing may stand there")
    making.add_argument("--title", required=True, help="what the case is called")
    making.add_argument("--question", required=True, help="the question it answers")
    making.add_argument("--document", type=Path, metavar="FILE", help="a first document to bring in")
    making.add_argument("--address", default="", metavar="URL", help="where the document was found")
