"""`sitegen cards` from the outside: what it writes, and above all what it refuses to write."""

import csv
import io
import os
import re
import stat
import subprocess
from pathlib import Path

import pikepdf
import pytest

from sitegen.cards.symbols import as_pdf, code39_symbol, qr_symbol
from sitegen.cli import main
from sitegen.languages.messages import catalogue
from tests.cards.samples import invented
from tests.site.support.projects import change, copy_project

CODES = tuple(code.text for code in invented(4))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("cards") / "project", ())


@pytest.fixture
def codes(tmp_path: Path) -> Path:
    path = tmp_path / "codes.csv"
    path.write_text("code\n" + "\n".join(CODES) + "\n", "utf-8")
    return path


def cards(codes: Path, out: Path, project: Path, *more: str, kind: str = "personal", lang: str = "en") -> int:
    arguments = ("--kind", kind, "--out", str(out), "--root", str(project), "--lang", lang)
    return main(["cards", str(codes), *arguments, *more])


def test_an_order_is_one_folder_for_the_print_house(
    codes: Path, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "order"
    assert cards(codes, out, project) == 0
    names = sorted(file.name for file in out.iterdir())
    symbols = [f"personal-{kind}-000{n}.pdf" for kind in ("code39", "qr") for n in range(1, 5)]
    assert names == sorted(
        ["personal-cards.csv", "personal-proof.pdf", "readme.txt", "samples.pdf", *symbols]
    )
    said = capsys.readouterr()
    assert not any(code in said.out + said.err + " ".join(names) for code in CODES)
    rows = list(csv.DictReader(io.StringIO((out / "personal-cards.csv").read_text("ascii"))))
    assert tuple(row["code"] for row in rows) == CODES
    for row in rows:
        assert (out / row["@qr"]).read_bytes() == as_pdf(qr_symbol(row["code"]))
        assert (out / row["@code39"]).read_bytes() == as_pdf(code39_symbol(row["code"]))
    with pikepdf.open(out / "personal-proof.pdf") as pdf:
        assert "personal" in str(pdf.docinfo.Title).casefold()
    if os.name == "posix":
        assert stat.S_IMODE(out.stat().st_mode) == 0o700


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_the_readme_speaks_the_readers_language_and_names_real_files(
    lang: str, codes: Path, project: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert cards(codes, out, project, kind="community", lang=lang) == 0
    data = (out / "readme.txt").read_bytes()
    words = data.decode("utf-8-sig")
    assert words.replace("\r\n", "\n").strip() == catalogue("cli", lang).get(
        "cards.readme", table="community-cards.csv", proof="community-proof.pdf", kind="community"
    )
    named = set(re.findall(r"[\w-]+\.(?:csv|pdf)", words))
    assert {"community-cards.csv", "community-proof.pdf", "samples.pdf"} <= named
    assert all((out / name).is_file() for name in named)
    assert data.count(b"\n") == data.count(b"\r\n")


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_with_a_problem_nothing_is_written_and_no_code_is_shown(
    lang: str, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "codes.csv"
    path.write_text("SECRET12\n\nsecret13\nSECRET12\nSECRET€5\n", "utf-8")
    out = tmp_path / "out"
    assert cards(path, out, project, lang=lang) == 1
    assert not out.exists()
    said = capsys.readouterr()
    for place in (f"{path}:2:1", f"{path}:3:1", f"{path}:4:1", f"{path}:5:7"):
        assert place in said.out
    assert catalogue("cli", lang).get("papers.nothing-written") in said.err
    assert "secret" not in said.out.casefold()


def refused(said: str, key: str, lang: str = "en", **values: object) -> bool:
    return said.strip() == catalogue("cli", lang).get(key, **values)


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_the_site_is_no_place_for_codes(
    lang: str, codes: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for out in (project / "build", project / "build" / "cards"):
        assert cards(codes, out, project, lang=lang) == 2
        assert refused(capsys.readouterr().err, "papers.in-site", lang, folder=out)
        assert not out.exists()


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_a_folder_that_git_tracks_is_no_place_for_codes(
    lang: str, codes: Path, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository = tmp_path / "repository"
    repository.mkdir()
    subprocess.run(["git", "init", "-q", str(repository)], check=True, timeout=30)
    (repository / ".gitignore").write_text("/internal/\n", "utf-8")
    assert cards(codes, repository / "out", project, lang=lang) == 2
    assert refused(capsys.readouterr().err, "cards.in-git", lang, folder=repository / "out")
    assert not (repository / "out").exists()
    assert cards(codes, repository / "internal" / "2027", project, lang=lang) == 0


def test_codes_read_from_a_tracked_folder_are_warned_of(
    codes: Path, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True, timeout=30)
    (tmp_path / ".gitignore").write_text("/out/\n", "utf-8")
    assert cards(codes, tmp_path / "out", project) == 0
    assert str(codes) in capsys.readouterr().out


def test_two_orders_do_not_mix(
    codes: Path, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "personal-qr-0009.pdf").write_bytes(b"old")
    assert cards(codes, out, project) == 2
    assert refused(capsys.readouterr().err, "cards.not-empty", folder=out)
    assert [file.name for file in out.iterdir()] == ["personal-qr-0009.pdf"]


def test_what_is_no_file_and_what_is_no_folder(
    codes: Path, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cards(tmp_path / "none.csv", tmp_path / "out", project) == 2
    assert "none.csv" in capsys.readouterr().err
    assert cards(codes, codes, project) == 2
    assert refused(capsys.readouterr().err, "papers.not-a-folder", folder=codes)
    large = tmp_path / "large.csv"
    large.write_bytes(b"A\n" * 1_000_001)
    assert cards(large, tmp_path / "out", project) == 2
    assert "large.csv" in capsys.readouterr().err


def test_the_networks_form_of_codes_is_held(
    codes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = copy_project(tmp_path / "project", ())
    change(
        project / "content" / "site.yaml",
        "samples: show\n",
        'samples: show\ncard_code_pattern: "KK[0-9]{6}"\n',
    )
    assert cards(codes, tmp_path / "out", project) == 1
    assert capsys.readouterr().out.count("card_code_pattern") == len(CODES)
    codes.write_text("KK000001\n", "utf-8")
    assert cards(codes, tmp_path / "out", project) == 0


@pytest.mark.parametrize(
    ("lang", "words"), [("fi", "on työkirja"), ("sv", "är en arbetsbok"), ("en", "is a workbook")]
)
def test_a_workbook_of_codes_is_told_how_to_be_saved(
    lang: str, words: str, tmp_path: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "koodit.csv"
    file.write_bytes(b"PK\x03\x04 and what else a workbook holds")
    assert cards(file, tmp_path / "out", project, lang=lang) == 2
    said = capsys.readouterr().err
    assert words in said
    assert "CSV UTF-8" in said
    assert not (tmp_path / "out").exists()
