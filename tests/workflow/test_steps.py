"""The workflows' steps, run as GitHub runs them, against bare repositories on this disk."""

import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.deploy.remotes import ENVIRONMENT, bare, committed, files_at, git, tip
from tests.site.support.projects import change
from tests.site.support.run import REPOSITORY, environment, sitegen, succeeded

GH = """#!/bin/sh
# In the place of GitHub's own program: keeps what it was asked, with the text of the pull request.
printf '%s\\n' "$@" >> "$GH_ASKED"
while [ $# -gt 0 ]; do
  if [ "$1" = --body-file ]; then cat "$2" >> "$GH_ASKED"; fi
  shift
done
echo https://github.example/pull/1
"""


class Run:
    """A runner: the project's clone, its remote, and the files through which steps speak."""

    def __init__(self, project: Path, folder: Path) -> None:
        self.project, self.folder = project, folder
        self.remote = bare(folder / "remote.git")
        self.commit = committed(project)
        git("remote", "add", "origin", str(self.remote), cwd=project)
        git("push", "--quiet", "origin", "main", cwd=project)
        (folder / "bin").mkdir()
        (folder / "bin/gh").write_text(GH, "utf-8")
        (folder / "bin/gh").chmod(0o755)
        self.asked, self.outputs, self.summary = (folder / name for name in ("asked", "outputs", "summary"))
        for path in (self.asked, self.outputs, self.summary):
            path.touch()

    def step(self, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a step in the clone."""
        env = environment(
            {
                **ENVIRONMENT,
                "PYTHONPATH": str(REPOSITORY),
                "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
                "GH_ASKED": str(self.asked),
                "GITHUB_OUTPUT": str(self.outputs),
                "GITHUB_STEP_SUMMARY": str(self.summary),
            }
        )
        done = subprocess.run(
            [sys.executable, "-m", f"tools.workflow.{module}", *arguments],
            cwd=self.project,
            env=env,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done


@pytest.fixture
def runner(small_copy: Path, tmp_path: Path) -> Run:
    return Run(small_copy, tmp_path)


def test_a_region_with_errors_stays_and_the_rest_goes_out(runner: Run) -> None:
    built, deployed = runner.step("publish", "build"), runner.step("publish", "deploy")
    assert (built.returncode, deployed.returncode) == (0, 0), deployed.stdout
    first = tip(runner.remote)
    assert "kemi/fi/brochure.pdf" in files_at(runner.remote, first)
    venues = "regions/{}/2026/venues.yaml"
    change(runner.project / venues.format("kemi"), "016 000 303", "016 abc")
    change(runner.project / venues.format("tornio"), "Liikuntavuorot", "Pallovuorot")
    committed(runner.project)
    # A fresh runner has no site of before: it fetches the published one.
    git("clean", "-xdfq", "--exclude=.sitegen-cache", cwd=runner.project)
    again = runner.step("publish", "build")
    assert again.returncode == 0, again.stdout
    assert "::error file=regions/kemi/2026/venues.yaml" in again.stdout
    assert "left=kemi" in runner.outputs.read_text("utf-8").splitlines()
    sent = runner.step("publish", "deploy")
    assert sent.returncode == 0, sent.stdout
    second = tip(runner.remote)
    changed = set(git("diff", "--name-only", first, second, cwd=runner.remote).splitlines())
    assert "tornio/fi/venues/index.html" in changed
    assert not any(name.startswith("kemi/") for name in changed)


def test_an_error_that_is_nobodys_own_stops_all(runner: Run) -> None:
    change(runner.project / "content/site.yaml", "title:", "titel:")
    committed(runner.project)
    assert runner.step("publish", "build").returncode == 1
    assert tip(runner.remote) == ""


def test_an_older_run_does_not_undo_a_newer_one(runner: Run, tmp_path: Path) -> None:
    older = tmp_path / "older"
    git("clone", "--quiet", str(runner.remote), str(older), cwd=tmp_path)
    change(runner.project / "regions/kemi/2026/venues.yaml", "Liikuntavuorot", "Pallovuorot")
    committed(runner.project)
    succeeded(sitegen("build", cwd=runner.project))
    assert runner.step("publish", "deploy").returncode == 0
    newest = tip(runner.remote)
    succeeded(sitegen("build", cwd=older))
    done = sitegen("deploy", cwd=older, env=ENVIRONMENT)
    assert done.returncode == 1
    assert tip(runner.remote) == newest


# ------------------------------------------------------------------ pull requests


def test_a_pull_request_is_refused_only_for_what_it_touches(runner: Run) -> None:
    """Kemi was broken before; a change to Tornio is looked at, built, and not held back by it."""
    change(runner.project / "regions/kemi/2026/venues.yaml", "016 000 303", "016 abc")
    base = committed(runner.project)
    change(runner.project / "regions/tornio/2026/venues.yaml", "Liikuntavuorot", "Pallovuorot")
    committed(runner.project)
    done = runner.step("pull_request", base)
    assert done.returncode == 0, done.stdout
    assert "kemi" not in "".join(line for line in done.stdout.splitlines() if line.startswith("::"))
    assert "regions=tornio" in runner.outputs.read_text("utf-8")
    assert (runner.project / "build/tornio/fi/brochure.pdf").is_file()
    assert "Pallovuorot" in (runner.project / "build/tornio/fi/venues/index.html").read_text("utf-8")


def test_its_own_mistakes_stand_on_their_lines_in_the_regions_language(runner: Run) -> None:
    base = runner.commit
    change(runner.project / "regions/kemi/2026/venues.yaml", "016 000 303", "016 <b>@x</b>")
    committed(runner.project)
    done = runner.step("pull_request", base)
    assert done.returncode == 1
    assert "::error file=regions/kemi/2026/venues.yaml,line=20,col=12" in done.stdout
    told = runner.summary.read_text("utf-8")
    assert told.startswith("## kemi")
    assert "Virhe" in told
    assert "<b>" not in told
    assert "@x" not in told, "nobody is called by a mistake"


def test_a_change_that_all_share_is_held_against_every_region(runner: Run) -> None:
    change(runner.project / "regions/kemi/2026/venues.yaml", "016 000 303", "016 abc")
    base = committed(runner.project)
    change(runner.project / "content/site.yaml", "samples: show", "samples: hide")
    committed(runner.project)
    done = runner.step("pull_request", base)
    assert done.returncode == 1
    assert "regions/kemi/2026/venues.yaml" in done.stdout


# ------------------------------------------------------------------ without git and terminal


def test_next_year_is_proposed(runner: Run) -> None:
    done = runner.step("propose", "edition", "kemi", "2027")
    assert done.returncode == 0, done.stdout
    there = files_at(runner.remote, tip(runner.remote, "edition/kemi-2027"))
    assert "regions/kemi/2027/venues.yaml" in there
    assert tip(runner.remote, "main") == runner.commit, "a person decides"
    asked = runner.asked.read_text("utf-8")
    assert "pr\ncreate\n--head\nedition/kemi-2027" in asked
    assert "regions/kemi/2027" in asked
    git("switch", "--quiet", "main", cwd=runner.project)
    again = runner.step("propose", "edition", "kemi", "2027")
    assert again.returncode == 1
    assert "already" in again.stdout


@pytest.mark.parametrize(
    "typed", [("kemi; rm -rf /", "2027"), ("../kemi", "2027"), ("kemi", "--help"), ("", ""), ("kemi", "20x7")]
)
@pytest.mark.parametrize("module", [("propose", "edition"), ("hand_out", "workbook")])
def test_what_is_typed_in_is_a_region_and_a_year_or_nothing(
    module: tuple[str, str], typed: tuple[str, str], runner: Run
) -> None:
    done = runner.step(*module, *typed)
    assert done.returncode == 1
    assert done.stdout.startswith("::error::")
    assert git("branch", "--format=%(refname)", cwd=runner.remote) == "refs/heads/main"


def test_a_workbook_goes_out_and_comes_back_as_a_pull_request_in_words(runner: Run) -> None:
    assert runner.step("hand_out", "workbook", "kemi", "2026").returncode == 0
    inbox = runner.project / "regions/kemi/inbox"
    inbox.mkdir()
    book = openpyxl.load_workbook(runner.project / "handed-out/kemi-2026.xlsx")
    changed = 0
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == "Liikuntavuorot":
                    cell.value, changed = "Pallovuorot", changed + 1
    assert changed == 1
    book.save(inbox / "kemi.xlsx")
    (runner.project / "handed-out/kemi-2026.xlsx").unlink()
    commit = committed(runner.project)
    assert "inbox" not in sitegen("check", "--lang", "en", cwd=runner.project).stdout
    done = runner.step("propose", "inbox")
    assert done.returncode == 0, done.stdout
    (branch,) = [
        name
        for name in git("branch", "--format=%(refname:lstrip=2)", cwd=runner.remote).splitlines()
        if name.startswith("import/")
    ]
    names = git("diff", "--name-only", commit, tip(runner.remote, branch), cwd=runner.project).splitlines()
    assert sorted(names) == ["regions/kemi/2026/venues.yaml", "regions/kemi/inbox/kemi.xlsx"]
    assert not any("inbox" in name for name in files_at(runner.remote, tip(runner.remote, branch)))
    asked = runner.asked.read_text("utf-8")
    assert "Liikuntavuorot → Pallovuorot" in asked
    assert "Kemin talli" in asked


def test_a_workbook_with_mistakes_stays_and_is_told(runner: Run) -> None:
    inbox = runner.project / "regions/kemi/inbox"
    inbox.mkdir()
    (inbox / "broken.xlsx").write_bytes(b"PK no workbook")
    committed(runner.project)
    done = runner.step("propose", "inbox")
    assert done.returncode == 1
    assert "broken.xlsx" in runner.summary.read_text("utf-8")
    assert (inbox / "broken.xlsx").is_file()
    assert runner.asked.read_text("utf-8") == ""


def test_an_empty_inbox_is_nothing_to_do(runner: Run) -> None:
    assert runner.step("propose", "inbox").returncode == 0
    assert runner.asked.read_text("utf-8") == ""


def test_next_years_documents_and_print_files(runner: Run) -> None:
    done = runner.step("hand_out", "documents", "kemi", "2027")
    assert done.returncode == 0, done.stdout
    out = runner.project / "handed-out"
    assert (out / "kemi/fi/kaikukortti-esite-kemi-2027-fi.pdf").is_file()
    assert (out / "kemi/sv/kaikukortti-broschyr-kemi-2027-sv.docx").is_file()
    assert any((out / "print").rglob("*-print-fi.pdf"))
