"""`lists: none` is a choice of the brochure, not an empty value."""

import json
from pathlib import Path

from tests.site.support.projects import copy_project
from tests.site.support.run import sitegen, succeeded


def test_a_brochure_without_lists_can_be_asked_for(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", ("tornio",))
    edition = project / "regions/tornio/2026/edition.yaml"
    edition.write_text(edition.read_text("utf-8") + "brochure: {lists: none}\n", "utf-8")
    told = json.loads(succeeded(sitegen("check", "--format", "json", cwd=project)).stdout)
    assert [one for one in told if one["severity"] == "error"] == []
