"""What every command answers: exit codes, help in three languages, formats, never a traceback (BAR R15)."""

import json
import os
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

from sitegen import cli
from tests.site.support.projects import change, copy_project
from tests.site.support.run import REPOSITORY, command, environment, sitegen, succeeded
from tests.site.support.trees import differences, tree

COMMANDS = tuple(command.NAME for command in cli.COMMANDS)
SPOKEN = ("fi", "sv", "en")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("commands") / "project", ("tornio",))


@pytest.mark.parametrize("lang", SPOKEN)
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_speaks_the_readers_language(name: str, lang: str) -> None:
    done = succeeded(
        sitegen(*filter(None, (name,)), "--help", env={"LC_ALL": f"{lang}_FI.UTF-8", "COLUMNS": "100"})
    )
    assert done.stderr == ""
    assert not re.search(r"\bhelp\.\w", done.stdout), "a key of the catalogue instead of words"
    assert {"%(", "None", "==SUPPRESS=="}.isdisjoint(done.stdout.split())
    english = succeeded(sitegen(*filter(None, (name,)), "--help", env={"LC_ALL": "C", "COLUMNS": "100"}))
    assert (done.stdout == english.stdout) == (lang == "en")


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_nothing_of_the_help_is_left_in_english(lang: str) -> None:
    for name in ("", *COMMANDS):
        said = sitegen(*filter(None, (name,)), "--help", env={"LC_ALL": f"{lang}_FI.UTF-8"}).stdout
        left = re.findall(r"usage:|options:|positional arguments:|show this help|show program's", said)
        assert left == [], name


@pytest.mark.parametrize("lang", SPOKEN)
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "nowhere"),
        ("build", "nowhere"),
        ("new", "region", "fi"),
        ("new", "region", "Iso Kirjain"),
        ("new", "region", "tornio"),
        ("build", "--out", "."),
        ("check", "--format", "xml"),
        ("check", "--edition", "soon"),
        ("build", "--jobs", "0"),
        ("build", "--jobs", "-1"),
        ("build", "--base-url", "not an address"),
        ("nothing",),
        (),
    ],
    ids=" ".join,
)
def test_wrong_use_is_2_with_a_sentence(arguments: tuple[str, ...], lang: str, project: Path) -> None:
    before = tree(project)
    done = sitegen(*arguments, *(("--lang", lang) if arguments[1:] else ()), cwd=project)
    assert done.returncode == 2, done.stdout + done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()
    assert differences(before, tree(project)) == []


def test_outside_a_project_is_2(tmp_path: Path) -> None:
    for name in (("check",), ("build",), ("serve",), ("schema",), ("new", "region", "kemi")):
        done = sitegen(*name, "--lang", "en", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert "content/site.yaml" in done.stderr


def test_a_clean_project_is_0_in_every_format(project: Path) -> None:
    for format in ("text", "json", "github"):
        done = succeeded(sitegen("check", "--format", format, "--lang", "en", cwd=project))
        assert done.stderr == ""
    told = json.loads(succeeded(sitegen("check", "--format", "json", cwd=project)).stdout)
    keys = {"id", "severity", "path", "line", "column", "found", "expected", "example", "rule"}
    assert [one for one in told if set(one) != keys or one["severity"] == "error"] == []


def test_strict_counts_warnings_and_notes(project: Path) -> None:
    told = json.loads(sitegen("check", "tornio", "--format", "json", cwd=project).stdout)
    assert told, "a sample has notes"
    assert sitegen("check", "tornio", "--strict", cwd=project).returncode == 1


def test_the_shipped_content_has_words_for_every_problem() -> None:
    for lang in SPOKEN:
        said = sitegen("check", "--lang", lang, "--format", "json", cwd=REPOSITORY).stdout
        bare = {one["id"] for one in json.loads(said) if not one["expected"] or one["id"] in one["found"]}
        assert bare == set(), lang


def test_json_of_a_build_is_json_alone(project: Path, tmp_path: Path) -> None:
    done = sitegen("build", "--no-documents", "--format", "json", "--out", tmp_path / "out", cwd=project)
    assert isinstance(json.loads(done.stdout), list)
    assert done.stderr.strip()


def test_our_own_fault_is_3_without_a_traceback(project: Path, tmp_path: Path) -> None:
    fault = (
        "import sitegen.build\ndef check(*given): raise ZeroDivisionError('x')\nsitegen.build.check = check\n"
    )
    (tmp_path / "run.py").write_text(
        f"{fault}import sys\nfrom sitegen.cli import main\nsys.exit(main(['check', '--lang', 'en']))\n",
        "utf-8",
    )
    done = subprocess.run(
        [str(Path(command([])[0]).with_name("python")), str(tmp_path / "run.py")],
        cwd=project,
        env=environment({"PYTHONPATH": str(REPOSITORY)}),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=30,
    )
    assert (done.returncode, done.stdout) == (3, "")
    assert "ZeroDivisionError: x" in done.stderr
    assert "Traceback" not in done.stderr


def test_control_c_is_130_within_two_seconds(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", ("tornio", "mallila"))
    with subprocess.Popen(
        command(["build", "--lang", "en"]),
        cwd=project,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as started:
        time.sleep(2.0)
        early = started.poll()
        # As from a terminal: to all processes of the group, the workers too.
        began = time.monotonic()
        if early is None:
            os.killpg(started.pid, signal.SIGINT)
        out, said = started.communicate(timeout=20)
    assert early is None, f"the build was over before it could be stopped: {said}"
    assert time.monotonic() - began < 2
    assert (started.returncode, out) == (130, "")
    assert "Traceback" not in said
    assert said.strip().splitlines() == ["Interrupted. Nothing was changed."]
    assert not (project / "build").exists()
    assert [path.name for path in project.glob(".sitegen-tmp*")] == []


def test_a_closed_pipe_is_no_fault() -> None:
    done = subprocess.run(
        ["bash", "-c", f"{command([])[0]} check --lang en | head -1"],
        cwd=REPOSITORY,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.stderr == ""


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_every_terminal_can_show_the_report(encoding: str, project: Path) -> None:
    for lang in SPOKEN:
        done = subprocess.run(
            command(["check", "--lang", lang]),
            cwd=project,
            env=environment({"PYTHONIOENCODING": encoding}),
            capture_output=True,
            check=False,
            timeout=30,
        )
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-2000:]


@pytest.mark.parametrize("lang", SPOKEN)
def test_a_new_region_lacks_only_what_its_coordinator_knows(lang: str, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", ("tornio",))
    done = succeeded(sitegen("new", "region", "kemi", "--lang", lang, cwd=project))
    assert "regions/kemi" in done.stdout
    checked = sitegen("check", "kemi", "--lang", lang, "--format", "json", cwd=project)
    told = [one for one in json.loads(checked.stdout) if one["path"].startswith("regions/kemi")]
    assert checked.returncode == 1
    assert {one["path"] for one in told if one["severity"] == "error"} == {"regions/kemi/region.yaml"}
    assert {one["id"] for one in told} & {"yaml-syntax", "field-unknown", "file-unknown", "format"} == set()
    path = project / "regions/kemi/region.yaml"
    change(path, 'fi: {in: "", of: ""}', "fi: {in: Kemissä, of: Kemin}")
    change(path, 'sv: {in: "", of: ""}', "sv: {in: i Kemi, of: Kemis}")
    filled = path.read_text("utf-8") + (
        "owner: {name: {fi: Koe}, email: koe@koe.example}\nfeedback: palaute@koe.example\ncoordinators:\n"
        "  - {side: culture, organisation: {fi: Koe}, email: a@koe.example}\n"
        "  - {side: social, organisation: {fi: Koe}, email: b@koe.example}\n"
    )
    path.write_text(filled, "utf-8")
    again = sitegen("check", "kemi", "--lang", lang, cwd=project)
    assert again.returncode == 0, again.stdout
    succeeded(sitegen("build", "--no-documents", cwd=project))
    assert (project / "build/kemi/fi/index.html").is_file()


def test_the_shipped_schemas_are_what_the_command_writes(project: Path) -> None:
    succeeded(sitegen("schema", cwd=project))
    assert differences(tree(REPOSITORY / "schemas"), tree(project / "schemas")) == []


def test_schemas_named_in_files_are_there() -> None:
    named = {
        (path.parent / line.partition("$schema=")[2].strip()).resolve()
        for folder in ("regions", "content")
        for path in (REPOSITORY / folder).rglob("*.yaml")
        for line in path.read_text("utf-8").splitlines()[:1]
        if "$schema=" in line
    }
    assert named
    assert [str(path) for path in named if not path.is_file()] == []


def test_start_up_is_quick(project: Path) -> None:
    """Nothing heavy is imported for help: people ask for it often."""
    done = subprocess.run(
        [str(Path(command([])[0]).with_name("python")), "-X", "importtime", "-m", "sitegen.cli"],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=30,
    )
    loaded = set(re.findall(r"\| +([\w.]+)$", done.stderr, flags=re.MULTILINE))
    heavy = {"weasyprint", "docx", "lxml", "jinja2", "pikepdf", "babel", "phonenumbers", "rich", "markdown"}
    assert loaded & heavy == set()


def test_the_readme_names_every_command() -> None:
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"sitegen {name}" not in readme] == []
