"""The workflows: sound, of least rights, nothing injected, nothing that moves (BAR S32-S34, S40)."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.site.support.run import REPOSITORY

GITHUB = REPOSITORY / ".github"
FILES = sorted((GITHUB / "workflows").glob("*.yml"))
WRITING = {
    "publish.yml": {"publish": {"contents": "write"}},
    "new-edition.yml": {"propose": {"contents": "write", "pull-requests": "write"}},
    "import-workbook.yml": {"propose": {"contents": "write", "pull-requests": "write"}},
}
"""The only jobs that may write, and what."""
OWN = re.compile(
    r"github\.token|(?:inputs|steps|needs|runner|env)\.[\w.-]+|github\.(?:sha|run_id)|failure\(\)|!cancelled\(\)"
)
GIVEN = re.compile(r"github\.event\.pull_request\.(?:base\.sha|number)")


def read(path: Path) -> dict[Any, Any]:
    found = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def jobs() -> list[tuple[str, str, dict[str, Any]]]:
    return [(path.name, name, job) for path in FILES for name, job in read(path)["jobs"].items()]


JOBS = jobs()
IDS = [f"{file}-{name}" for file, name, _ in JOBS]


def program(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def test_actionlint_finds_nothing() -> None:
    done = subprocess.run(
        [program("actionlint"), *map(str, FILES)], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_actionlint_finds_a_planted_fault(tmp_path: Path) -> None:
    text = FILES[0].read_text("utf-8").replace("runs-on:", "run-on:")
    (tmp_path / "x.yml").write_text(text, "utf-8")
    done = subprocess.run([program("actionlint"), str(tmp_path / "x.yml")], capture_output=True, check=False)
    assert done.returncode == 1


def test_zizmor_finds_nothing() -> None:
    done = subprocess.run(
        [program("zizmor"), "--offline", "--no-progress", "--no-exit-codes", "--format", "json", str(GITHUB)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stdout + done.stderr


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_rights_are_for_reading_unless_a_job_needs_more(path: Path) -> None:
    """S32: the workflow reads; the jobs that write are few and named here."""
    found = read(path)
    assert found["permissions"] == {"contents": "read"}
    own = {name: job["permissions"] for name, job in found["jobs"].items() if "permissions" in job}
    assert own == WRITING.get(path.name, {})


@pytest.mark.parametrize(("file", "name", "job"), JOBS, ids=IDS)
def test_actions_are_pinned_by_hash(file: str, name: str, job: dict[str, Any]) -> None:
    """S33: a full hash and its version; a checkout leaves no token behind."""
    text = (GITHUB / "workflows" / file).read_text("utf-8")
    for step in job["steps"]:
        if "uses" not in step:
            continue
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", step["uses"])
        assert re.search(rf"{re.escape(step['uses'])} # v\d+\.\d+\.\d+$", text, flags=re.MULTILINE)
        if step["uses"].startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_one_hash_for_each_action() -> None:
    used = {step["uses"] for _, _, job in JOBS for step in job["steps"] if "uses" in step}
    assert len({one.partition("@")[0] for one in used}) == len(used)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_from_outside_runs_as_a_command(path: Path) -> None:
    """S34: no expression in a script; what people type comes as a variable; no privileged trigger."""
    found = read(path)
    triggers = found[True]
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(triggers)
    for job in found["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
    expressions = re.findall(r"\$\{\{\s*(.*?)\s*\}\}", path.read_text("utf-8"))
    assert [one for one in expressions if not OWN.fullmatch(one) and not GIVEN.fullmatch(one)] == []


@pytest.mark.parametrize(("file", "name", "job"), JOBS, ids=IDS)
def test_no_job_runs_for_ever_or_beside_itself(file: str, name: str, job: dict[str, Any]) -> None:
    assert 1 <= job["timeout-minutes"] <= 60
    assert "concurrency" in read(GITHUB / "workflows" / file)


def test_publishing_is_never_cut_off() -> None:
    found = read(GITHUB / "workflows/publish.yml")
    assert found["concurrency"] == {"group": "publish", "cancel-in-progress": False}


def test_variables_in_scripts_are_quoted() -> None:
    for file, name, job in JOBS:
        for step in job["steps"]:
            for line in step.get("run", "").splitlines():
                bare = re.sub(r'"[^"]*"', "", line)
                assert "$" not in bare or bare.strip().startswith("for "), f"{file} {name}: {line}"


@pytest.mark.parametrize(("left", "code"), [("", 0), ("kemi tornio", 1)])
def test_the_verdict_names_what_was_left(left: str, code: int) -> None:
    script = read(GITHUB / "workflows/publish.yml")["jobs"]["verdict"]["steps"][0]["run"]
    done = subprocess.run(
        ["bash", "-e", "-c", script],
        env={"LEFT": left, "PATH": "/bin:/usr/bin"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code
    assert [f"{one}: not published" in done.stdout for one in left.split()] == [True] * len(left.split())


# ------------------------------------------------------------------ owners


def owners(path: str) -> list[str]:
    """Who owns a path: the last line that fits."""
    found: list[str] = []
    for line in (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            pattern, *teams = line.split()
            if pattern == "*" or f"/{path}".startswith(pattern):
                found = teams
    return found


def test_each_region_has_its_own_owners() -> None:
    """S40: who edits one region does not change another, nor templates, program or workflows."""
    regions = sorted(path.name for path in (REPOSITORY / "regions").iterdir() if path.is_dir())
    assert regions
    teams = {region: owners(f"regions/{region}/2026/venues.yaml") for region in regions}
    assert [region for region, own in teams.items() if own != [f"@kaikukortti/{region}"]] == []
    for shared in (
        "content/site.yaml",
        "themes/kaiku/x",
        "sitegen/cli.py",
        ".github/workflows/x.yml",
        "Makefile",
        "tools/x",
    ):
        assert owners(shared)
        assert not set(owners(shared)) & {team for own in teams.values() for team in own}
