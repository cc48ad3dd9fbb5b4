"""What the disk refuses is told in the reader's language, with the file, and not as a fault of ours."""

from argparse import Namespace
from pathlib import Path

import pytest

from sitegen.cli import main
from sitegen.commands import check
from sitegen.languages.messages import Catalogue
from tests.site.support.run import sitegen

DENIED = {
    "fi": "Tiedostoa tai kansiota /verkko/regions ei voi lukea tai kirjoittaa (siihen ei ole lupaa",
    "sv": "Filen eller mappen /verkko/regions kan inte läsas eller skrivas (rättighet saknas",
    "en": "The file or folder /verkko/regions cannot be read or written (no permission",
}
ABSENT = {
    "fi": "ei voitu kirjoittaa (sitä tai sen kansiota ei ole).",
    "sv": "kunde inte skrivas (den eller dess mapp finns inte).",
    "en": "could not be written (it, or its folder, does not exist).",
}


@pytest.mark.parametrize("lang", DENIED)
def test_a_folder_that_may_not_be_written(
    lang: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def denied(options: Namespace, say: Catalogue) -> int:
        raise PermissionError(13, "Permission denied", "/verkko/regions/.half-written.tmp")

    monkeypatch.setattr(check, "run", denied)
    assert main(["check", "--lang", lang]) == 3
    said = capsys.readouterr().err
    assert said.startswith(DENIED[lang])
    assert "Permission" not in said


def test_a_fault_of_ours_stays_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(options: Namespace, say: Catalogue) -> int:
        raise FileNotFoundError("no name")

    monkeypatch.setattr(check, "run", broken)
    assert main(["check", "--lang", "en"]) == 3
    assert capsys.readouterr().err.startswith("The fault is in the program")


@pytest.mark.parametrize("lang", ABSENT)
def test_a_file_in_a_folder_that_is_not_there(lang: str, project_copy: Path) -> None:
    out = project_copy.parent / "nowhere" / "list.xlsx"
    done = sitegen("status", "mallila", "--format", "xlsx", "--out", out, "--lang", lang, cwd=project_copy)
    assert done.returncode == 3
    assert ABSENT[lang] in done.stderr
