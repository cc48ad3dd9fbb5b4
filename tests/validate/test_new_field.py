"""A field is one line: added to a scratch copy of the program, it is read, checked and described."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from sitegen.project import package_root
from tests.validate.support import BASE, write_base

LINE = (
    '    opened: int | None = described(Kind.YEAR, "Avattu", "Öppnad", "Opened", "1987")\n'
    "    at: Mapping[str, Place] = places()\n"
    "\n\n"
    "class Distributor(Partner, frozen=True):"
)
OLD = LINE.partition("\n")[2]

PROGRAM = """
import json, sys
from pathlib import Path
from sitegen.load.files import load_project
from sitegen.load.register import load_register
from sitegen.project import Project
from sitegen.schema import schemas
from sitegen.validate import validate

raw, _ = load_project(Project(Path(sys.argv[1])))
register, _ = load_register(raw.municipalities)
network, problems = validate(raw, register)
edition = network.published[0]
print(json.dumps({
    "values": [one.opened for one in edition.partners],
    "problems": [[str(one.place), one.id] for one in problems],
    "schema": schemas()["venues"]["definitions"]["venue"]["properties"]["opened"]["description"],
}))
"""


def test_a_field_is_added_by_touching_one_line(tmp_path: Path) -> None:
    copy = tmp_path / "program" / "sitegen"
    shutil.copytree(package_root(), copy, ignore=shutil.ignore_patterns("__pycache__"))
    partner = copy / "model" / "partner.py"
    text = partner.read_text("utf-8")
    assert text.count(OLD) == 1
    partner.write_text(text.replace(OLD, LINE), "utf-8")

    project = write_base(tmp_path / "project")
    venues = project / "regions/malli/2026/venues.yaml"
    text = venues.read_text("utf-8")
    assert text.count("    type: ") == 2
    text = text.replace("    type: theatre\n", "    type: theatre\n    opened: 1987\n")
    venues.write_text(text.replace("    type: swimming-hall\n", "    opened: uusi\n"), "utf-8")

    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(project)],
        cwd=copy.parent,
        env={"PYTHONPATH": str(copy.parent), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    said = json.loads(done.stdout)
    assert said["values"] == [None, 1987, None]
    line = venues.read_text("utf-8").split("\n").index("    opened: uusi") + 1
    assert said["problems"] == [[f"regions/malli/2026/venues.yaml:{line}:13", "year-form"]]
    assert said["schema"].startswith("Avattu · Öppnad · Opened")
    assert (BASE / "regions/malli/2026/venues.yaml").read_text("utf-8").count("opened") == 0
