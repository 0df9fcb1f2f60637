"""python -m barrelwatch deck: what it writes, what it prints and how it ends."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pptx import Presentation

from barrelwatch import main
from tests.cases.edit import plant
from tests.cases.salt_case import write_case

ROOT = Path(__file__).parent.parent.parent
ALL = (
    "room, appendix, room-answer, room-gauge, room-columns, room-crossing, room-timeline, room-sources, room-doubts, "
    "judgements, gauge, columns, years, crossing, timeline, comparison, method, sources, words, "
    "notified, dots, tornado, origins"
)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.pptx"


def titles(path: Path) -> list[str]:
    return [page.shapes.title.text for page in Presentation(str(path)).slides]


def links(path: Path) -> set[str]:
    return {
        run.hyperlink.address.split("?")[0]
        for page in Presentation(str(path)).slides
        for shape in page.shapes
        if shape.name == "Sources"
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.hyperlink.address
    }


def test_the_briefing_of_the_own_seeds_is_written(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deck", str(out)]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Written: '{out}', {len(titles(out))} slides, ")
    assert len(titles(out)) >= 9


def test_the_slides_asked_for_are_written_in_their_order(second_case: Path, out: Path) -> None:
    assert main(["deck", str(out), "--seeds", str(second_case), "--slides", "words, gauge,words"]) == 0
    assert titles(out) == [
        "Every word, grade and sign has a fixed meaning",
        "Reported: more than 1.3 times the annual Concord cap",
    ]


def test_the_slides_lead_to_the_address_that_is_given(second_case: Path, out: Path) -> None:
    address = "https://briefing.example.invalid/copper"
    assert (
        main(["deck", str(out), "--seeds", str(second_case), "--slides", "gauge,timeline", "--address", address]) == 0
    )
    assert links(out) == {f"{address}/volumes", f"{address}/timeline"}


def test_the_record_is_shown_on_demand(out: Path, tmp_path: Path) -> None:
    beside = tmp_path / "with-record.pptx"
    assert main(["deck", str(out), "--slides", "timeline"]) == 0
    assert main(["deck", str(beside), "--slides", "timeline", "--record"]) == 0
    assert titles(out) != titles(beside)


def test_the_same_seeds_give_the_same_bytes(second_case: Path, out: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.pptx"
    assert (
        main(["deck", str(out), "--seeds", str(second_case)])
        == main(["deck", str(other), "--seeds", str(second_case)])
        == 0
    )
    assert out.read_bytes() == other.read_bytes()


def test_what_was_there_is_replaced_and_nothing_else_left(second_case: Path, out: Path) -> None:
    out.write_text("old")
    assert main(["deck", str(out), "--seeds", str(second_case), "--slides", "words"]) == 0
    assert len(titles(out)) == 1
    assert list(out.parent.iterdir()) == [out]


def test_a_link_to_a_file_stays_a_link(second_case: Path, out: Path, tmp_path: Path) -> None:
    target = tmp_path / "target.pptx"
    target.write_text("old")
    out.symlink_to(target)
    assert main(["deck", str(out), "--seeds", str(second_case), "--slides", "words"]) == 0
    assert out.is_symlink()
    assert len(titles(target)) == 1


def test_every_problem_of_unsound_seeds_is_printed_and_nothing_written(
    second_copy: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(second_copy / "documents" / "night-broadcast" / "evidence.toml", "end = 33\n", "end = 34\n")
    plant(second_copy / "case.toml", 'headline_limit = "concord"', 'headline_limit = "discord"')
    assert main(["deck", str(out), "--seeds", str(second_copy)]) == 1
    said = capsys.readouterr().out
    assert "second-case/documents/night-broadcast/evidence.toml, claim R01: the quote is not at 0-34\n" in said
    assert "discord" in said
    assert said.endswith("Problems: 2. Nothing was written: only a sound folder has slides.\n")
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["--slides", "gauge,gadget"],
            f"There is no slide 'gadget'. There are: {ALL}.\n",
        ),
        (
            ["--template", "no-such-file.pptx"],
            (
                "'no-such-file.pptx': no colours and fonts can be taken from it: there is no such file. "
                "Give a .pptx file.\n"
            ),
        ),
        (
            ["--slides", " , "],
            f"No slide is asked for. Give some with --slides: {ALL}.\n",
        ),
        (
            ["--seeds", "no-such-folder"],
            "'no-such-folder': there is no such folder. Give the path of a seeds folder with --seeds.\n",
        ),
        (
            ["--address", "javascript:alert(1)"],
            (
                "'javascript:alert(1)': this is no address of the app. Give one that begins with https:// or http://, "
                "without a query.\n"
            ),
        ),
    ],
)
def test_misuse_is_told_in_a_sentence(
    arguments: list[str], sentence: str, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["deck", str(out), *arguments]) == 2
    assert capsys.readouterr().err == sentence
    assert not out.exists()


@pytest.mark.parametrize(
    "arguments", [[], ["a.pptx", "b.pptx"], ["a.pptx", "--seed-folder", "x"], ["a.pptx", "--slides"]]
)
def test_arguments_that_nobody_knows_end_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["deck", *arguments])
    assert end.value.code == 2


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "nowhere" / "out.pptx"
    folder = write_case(tmp_path / "case", 1)
    assert main(["deck", str(path), "--seeds", str(folder), "--slides", "words"]) == 2
    assert capsys.readouterr().err == (
        f"'{path}': this cannot be written (the folder it should stand in is missing). "
        "Name another file; nothing was changed.\n"
    )


@pytest.mark.parametrize("what", ["folder", "device"])
def test_what_is_no_file_is_not_replaced(what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path if what == "folder" else Path(os.devnull)
    assert main(["deck", str(path), "--slides", "words"]) == 2
    assert "something stands there that is no file." in capsys.readouterr().err


def test_a_disk_that_refuses_leaves_the_old_file(
    second_case: Path, out: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out.write_text("old")

    def refuse(_: int) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("os.fsync", refuse)
    assert main(["deck", str(out), "--seeds", str(second_case), "--slides", "words"]) == 2
    assert "cannot be written (nothing may be written on this disk)." in capsys.readouterr().err
    assert [(path, path.read_text()) for path in out.parent.iterdir()] == [(out, "old")]


def test_the_module_runs_as_a_command(second_case: Path, out: Path) -> None:
    command = [sys.executable, "-m", "barrelwatch", "deck", str(out), "--seeds", str(second_case), "--slides", "words"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(titles(out)) == 1


def test_a_refusal_loads_nothing_that_draws(second_case: Path) -> None:
    program = (
        "import sys; from barrelwatch import main; main(['deck', '.', '--slides', 'words']);"
        "print([name for name in ('pptx', 'streamlit', 'plotly') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "[]\n"


def test_the_assumptions_of_a_view_hold_in_the_slides(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    view = "https://views.invalid/estimate?count=60&counted=alone&lane=oil"
    assert main(["deck", str(out), "--slides", "judgements", "--view", view]) == 0
    assert "Not as sourced: 60 trips, Russia alone, without what else was notified.\n" in capsys.readouterr().out
    assert titles(out) == ["Key judgements: UN cap passed by Russia alone"]


def test_a_view_with_an_assumption_that_nobody_knows_is_refused(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deck", str(out), "--view", "https://views.invalid/?count=many"]) == 2
    assert capsys.readouterr().err == (
        "'count=many': the case has no such assumption. Copy the link anew from a view of these data, or take this "
        "part out of it.\n"
    )
    assert not out.exists()


def test_slides_whose_links_open_here_alone_are_said_to_be_so(
    second_case: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["deck", str(out), "--seeds", str(second_case), "--slides", "words"]) == 0
    assert "http://localhost:8501, which opens on this computer alone" in capsys.readouterr().out
    address = "https://views.invalid"
    assert main(["deck", str(out), "--seeds", str(second_case), "--slides", "words", "--address", address]) == 0
    assert "opens on this computer alone" not in capsys.readouterr().out
