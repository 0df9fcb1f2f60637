"""Running an extractor in a process of its own, and reading what it answers."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any, NamedTuple

from data.intake.decoding import without_controls
from data.intake.refusals import refused

SCRIPTS = Path(__file__).parent
LONGEST_WAIT = 30.0  # seconds
AT_ONCE = BoundedSemaphore(2)  # processes, so that many uploads take no more memory than two
# What a system ends a process by, and why: its time is up, or memory is short.
ENDED_BY = {getattr(signal, "SIGXCPU", 0): "time", getattr(signal, "SIGKILL", 0): "memory"}
# What an interpreter needs to start at all; nothing else of the environment is handed on.
HANDED_ON = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


class Extraction(NamedTuple):
    """A text as an extractor gave it, its name and version, and what was done on the way, step by step."""

    text: str
    extractor: str
    steps: tuple[str, ...]


def extraction(kind: str, content: bytes) -> Extraction:
    """The text of a file of a kind (docx, eml, html, pdf). Raises NotTaken for what cannot be read or may not be."""
    try:
        told = _answer(kind, content)
    except OSError:  # no process, or no folder for it, may be made here
        raise refused("alone") from None
    if "refused" in told:
        raise refused(str(told["refused"]))
    text, extractor, steps = str(told.get("text", "")), str(told["extractor"]), tuple(map(str, told["steps"]))
    if "html" in told:  # a mail that is written as a page
        whole, cleaned = without_controls(str(told["html"]))
        page = extraction("html", whole.encode("utf-8"))
        text, extractor, steps = page.text, f"{extractor}, {page.extractor}", (*steps, *cleaned, *page.steps)
    if text.strip() and told.get("head"):
        text, steps = f"{told['head']}\n\n{text}", (*steps, "sender, day and subject put before the text")
    return Extraction(text, extractor, steps)


def _answer(kind: str, content: bytes) -> Mapping[str, Any]:
    """What the extractor of a kind answers: a text with its keys, or {"refused": why}."""
    script = SCRIPTS / f"of_{kind}.py"
    command = [sys.executable, "-I", "-B", "-X", "utf8", str(SCRIPTS / "child.py"), str(script)]
    environment = {name: os.environ[name] for name in HANDED_ON if name in os.environ}
    with AT_ONCE, tempfile.TemporaryDirectory(prefix="intake-") as room:
        try:
            done = subprocess.run(  # noqa: S603 - our own script; the file is its stdin alone
                command, input=content, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=room, env=environment,
                timeout=LONGEST_WAIT, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return {"refused": "time"}
    if done.returncode < 0 and -done.returncode in ENDED_BY:
        return {"refused": ENDED_BY[-done.returncode]}
    try:
        told = json.loads(done.stdout)
    except ValueError:  # it ended before it could answer
        return {"refused": "damaged"}
    return told if isinstance(told, dict) else {"refused": "damaged"}
