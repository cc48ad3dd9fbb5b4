"""Every HTML page goes through the Nu HTML checker, warnings counted (BAR A36)."""

import json
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.site.support.faults import none
from tests.site.support.run import REPOSITORY

pytestmark = [pytest.mark.java, pytest.mark.slow]

JAR = REPOSITORY / "node_modules/vnu-jar/build/dist/vnu.jar"
ALLOWED: list[dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("vnu_allowed.toml").read_text("utf-8")
)["allowed"]


def messages(folder: Path) -> list[dict[str, str | int]]:
    """What the checker says of all pages below a folder, in one run."""
    done = subprocess.run(
        [
            *("java", "-Xss4m", "-jar", str(JAR), "--stdout", "--exit-zero-always"),
            *("--format", "json", "--skip-non-html", str(folder)),
        ],
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=True,
    )
    found: list[dict[str, str | int]] = json.loads(done.stdout)["messages"]
    return found


def test_the_checker_has_nothing_to_say(built_site: Path) -> None:
    said = [
        f"{str(one.get('url', '')).rpartition(f'/{built_site.name}/')[2]}:{one.get('lastLine')}: "
        f"{one.get('subType', one['type'])}: {one['message']}"
        for one in messages(built_site)
        if not any(allowance["message"] in str(one["message"]) for allowance in ALLOWED)
    ]
    none(said)


def test_every_allowance_says_why() -> None:
    assert [one for one in ALLOWED if len(one.get("reason", "")) < 40 or len(one["message"]) < 10] == []


def test_the_checker_would_find_what_is_planted(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        '<!doctype html><html lang="fi"><title>x</title><p id="a"><p id="a"><ul><p>y</p></ul></html>', "utf-8"
    )
    said = [str(one["message"]) for one in messages(tmp_path)]
    assert any("Duplicate ID" in one for one in said)
    assert any("not allowed as child" in one for one in said)
