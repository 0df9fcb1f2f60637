"""What importing costs, and which libraries each page brings in before anybody has opened another."""

import json
import subprocess
import sys
from functools import partial

from benchmarks.measuring import ROOT, Line, Report, medians
from components.pages import PAGES

BARE = "import pandas, pydantic"


def measure(rounds: int) -> Report:
    """Each import in a process of its own; each page too, opened at its own address and run twice."""
    found = medians(rounds, {code: partial(_import_ms, code) for code in (BARE, "import data")})
    line = Line("`import data`, against pandas and pydantic alone", found["import data"], found[BARE])
    return Report((line,), tuple(_sentence(entry.name) for entry in PAGES))


def _import_ms(code: str) -> float:
    # The clock runs inside the process: starting an interpreter is no part of an import.
    timed = f"import time; start = time.perf_counter()\n{code}\nprint(time.perf_counter() - start)"
    return float(_output("-c", timed)) * 1_000


def _sentence(page: str) -> str:
    loaded = json.loads(_output("-m", "benchmarks.loaded", page))
    own, given = (", ".join(f"`{name}`" for name in loaded[whose]) for whose in ("page", "streamlit"))
    return (
        f"Opening `{page}` first loads, of what is watched, {own or 'nothing'}; Streamlit itself {given or 'nothing'}."
    )


def _output(*arguments: str) -> str:
    """The last line that a fresh interpreter prints."""
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)} failed:\n{done.stderr[-2_000:]}")
    return done.stdout.splitlines()[-1]
