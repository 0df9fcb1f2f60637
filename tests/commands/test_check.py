"""python -m barrelwatch check: what it prints and how it ends."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from barrelwatch import main
from tests.cases.edit import plant

ROOT = Path(__file__).parent.parent.parent


def test_a_sound_folder_ends_with_0_and_its_counts(second_case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--seeds", str(second_case)]) == 0
    assert capsys.readouterr().out == (
        "Sound. documents: 3, claims: 16, events: 8, questions: 5, public record: 21 rows. "
        "Every quote stands where it says. Numbers: 5, 5 of them read by machine, 0 by a curator.\n"
    )


def test_the_own_seeds_are_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert "documents: 2, claims: 72," in capsys.readouterr().out


def test_problems_end_with_1_and_are_printed_with_seen_expected_and_remedy(
    second_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(second_copy / "documents" / "night-broadcast" / "evidence.toml", "end = 33\n", "end = 34\n")
    assert main(["check", "--seeds", str(second_copy)]) == 1
    assert capsys.readouterr().out == (
        "second-case/documents/night-broadcast/evidence.toml, claim R01: the quote is not at 0-34\n"
        "    seen:     'Copper leaves Port Ansel at night,'\n"
        "    expected: 'Copper leaves Port Ansel at night'\n"
        "    remedy:   The same words begin at 0. Set start = 0, end = 33.\n"
        "second-case/questions.toml, question traffic: withheld, because it rests on claim R01\n"
        "Problems: 1. Withheld: 1. Sound are documents: 3, claims: 15, events: 8, public record: 21 rows.\n"
    )


def test_a_folder_that_is_not_there_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--seeds", str(tmp_path / "nowhere")]) == 2
    assert "there is no such folder. Give the path of a seeds folder with --seeds." in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["chekc"], ["check", "--seed-folder", "x"], ["check", "--seeds"]])
def test_misuse_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2


def test_a_console_without_typographic_characters_still_gets_every_problem(second_copy: Path) -> None:
    plant(second_copy / "events.csv", "“since the spring”", "“с весны”")
    run = subprocess.run(
        [sys.executable, "-m", "data", "check", "--seeds", str(second_copy)],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (1, b"")
    assert rb"\u0441 \u0432" in run.stdout


@pytest.mark.skipif(os.name != "posix", reason="only there a reader can leave a pipe")
def test_a_reader_who_leaves_after_the_first_line_is_no_failure() -> None:
    run = "runpy.run_module('barrelwatch', run_name='__main__')"
    code = f"import runpy, sys; print('first', flush=True); input(); sys.argv = ['barrelwatch', 'check']; {run}"
    command = [sys.executable, "-c", code]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(command, cwd=ROOT, text=True, **pipes) as process:  # type: ignore[call-overload]
        process.stdout.readline()
        process.stdout.close()
        process.stdin.write("\n")
        process.stdin.close()
        assert process.stderr.read() == ""
