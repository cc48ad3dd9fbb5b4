"""`sitegen letter` from the outside: its files, and above all what stays private."""

import os
import subprocess
from pathlib import Path

import pytest

from sitegen.cli import main
from sitegen.commands import letter as command
from sitegen.year.letters import making, texts
from tests.site.support.projects import change
from tests.site.support.run import sitegen, succeeded
from tests.site.support.texts import docx_parts
from tests.year.letters.support import plain, read
from tests.year.support import mallila, run, said

PERSON, ADDRESS = "Kanaria Lintunen", "kanaria.lintunen@uimahalli.example"
CONTACTS = f"""\
format: 1
contacts:
  - partner: uimahalli
    name: {PERSON}
    email: {ADDRESS}
    phone: 016 000 398
  - partner: etsiva-nuorisotyo
    email: nuori@esimerkkila.example
    language: en
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return mallila(tmp_path)


def with_contacts(project: Path, text: str = CONTACTS) -> Path:
    path = project / "internal/mallila/contacts.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return path


def letter(project: Path, kind: str, out: Path, *more: str, code: int = 0) -> dict[str, Path]:
    run(project, "letter", "mallila", "--kind", kind, "--out", str(out), *more, code=code)
    return {path.name: path for path in out.iterdir()} if out.is_dir() else {}


def test_the_autumns_letters_are_written_before_anything_is_known_of_the_new_year(
    project: Path, tmp_path: Path
) -> None:
    """`new edition` leaves the days of pop-ups open, which is an error of the draft: `ask` asks for them."""
    run(project, "new", "edition", "mallila", "2027")
    with_contacts(project)
    out = letter(project, "ask", tmp_path / "out")
    assert sum(name.endswith(".eml") for name in out) == sum(name.endswith(".docx") for name in out) == 16
    message = read(out["mallila-2027-kysely-kohde-uimahalli-fi.eml"].read_bytes())
    assert message["To"] == f"{PERSON} <{ADDRESS}>"
    assert f"Hei {PERSON}," in plain(message)
    assert "16 000 398" in plain(message)
    assert "2027" in message["Subject"]
    assert "mallila-2027-question-distributor-etsiva-nuorisotyo-en.docx" in out
    popup = plain(read(out["mallila-2027-kysely-kohde-revontulikino-fi.eml"].read_bytes()))
    assert "mistä päivästä mihin päivään" in popup
    if os.name == "posix":
        assert (tmp_path / "out").stat().st_mode & 0o777 == 0o700


def test_the_year_can_be_chosen_and_the_meeting_and_partners(project: Path, tmp_path: Path) -> None:
    out = letter(
        project, "ask", tmp_path / "a", "--partner", "uimahalli", "--event", "palaute", "--edition", "2026"
    )
    assert sorted(out) == [
        "mallila-2026-kysely-kohde-uimahalli-fi.docx",
        "mallila-2026-kysely-kohde-uimahalli-fi.eml",
        "mallila-2026-palaute-fi.ics",
    ]
    (file,) = read(out["mallila-2026-kysely-kohde-uimahalli-fi.eml"].read_bytes()).iter_attachments()
    payload = file.get_payload(decode=True)
    assert payload == out["mallila-2026-palaute-fi.ics"].read_bytes()
    again = letter(project, "ask", tmp_path / "b", "--partner", "uimahalli", "--event", "palaute")
    assert {name: path.read_bytes() for name, path in out.items()} == {
        name: path.read_bytes() for name, path in again.items()
    }


def test_drafts_of_an_earlier_round_in_the_folder_are_told(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("letter", "mallila", "--kind", "ask", "--out", str(tmp_path / "out"))
    run(project, "new", "edition", "mallila", "2027")
    assert "older" not in said(capsys, project, *asked)
    run(project, "answer", "mallila", "etsiva-nuorisotyo", "continues")
    told = said(capsys, project, *asked)
    assert "1 older draft" in told
    assert "mallila-2027-forfragan-utdelare-etsiva-nuorisotyo-sv.eml" in told


def test_private_contacts_reach_letters_only(project: Path, tmp_path: Path) -> None:
    """Canary: site, manifest and cache of a build hold none of them; nor does the letter of another."""
    with_contacts(project)
    out = letter(project, "introduction", tmp_path / "letters")
    holding = {name for name, path in out.items() if PERSON.encode() in everything(path)}
    assert holding == {f"mallila-2026-perehdytys-kohde-uimahalli-fi.{ending}" for ending in ("docx", "eml")}
    succeeded(sitegen("build", "--no-documents", "--lang", "en", cwd=project))
    files = [
        path
        for folder in (project / "build", project / ".sitegen-cache")
        for path in folder.rglob("*")
        if path.is_file()
    ]
    assert len(files) > 50
    signs = (b"anaria", b"16 000 398", b"nuori@")
    assert [path for path in files if any(sign in path.read_bytes() for sign in signs)] == []


def everything(path: Path) -> bytes:
    if path.suffix == ".docx":
        return b"\n".join(docx_parts(path).values())
    return path.read_bytes()


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, timeout=30)


def test_letters_with_private_contacts_go_nowhere_that_is_published(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(project, "init", "-q")
    (project / ".gitignore").write_text("/internal/\n/build/\n", "utf-8")
    open_letters = letter(project, "welcome", project / "letters")
    assert open_letters
    with_contacts(project)
    refused = said(
        capsys, project, "letter", "mallila", "--kind", "introduction", "--out", str(project / "new"), code=2
    )
    assert "git" in refused
    assert not (project / "new").exists()
    site = ("letter", "mallila", "--kind", "introduction", "--out", str(project / "build/letters"))
    assert "site" in said(capsys, project, *site, code=2)
    assert not (project / "build").exists()
    assert letter(project, "introduction", project / "internal/letters")


def test_the_folder_of_private_files_can_lie_elsewhere_but_not_among_what_is_published(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with_contacts(project).parent.parent.rename(tmp_path / "drive")
    monkeypatch.setenv("SITEGEN_INTERNAL", str(tmp_path / "drive"))
    out = letter(project, "invite", tmp_path / "out", "--partner", "uimahalli")
    assert ADDRESS.encode() in out["mallila-2026-kutsu-kohde-uimahalli-fi.eml"].read_bytes()
    monkeypatch.setenv("SITEGEN_INTERNAL", "regions/mallila")
    asked = ("letter", "mallila", "--kind", "ask", "--out", str(tmp_path / "new"))
    assert "SITEGEN_INTERNAL" in said(capsys, project, *asked, code=2)


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_mistakes_in_the_contacts_are_told_by_line_and_nothing_is_written(
    lang: str, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with_contacts(
        project,
        "format: 1\ncontacts:\n  - partner: uimahalli\n    email: aino(at)uimahalli.example\n"
        "  - partner: uimahali\n    e-mail: a@b.example\n  - name: Kuka\n",
    )
    asked = ("letter", "mallila", "--kind", "ask", "--out", str(tmp_path / "out"))
    told = said(capsys, project, *asked, code=1, lang=lang)
    for place in ("4:12", "6:5", "7:5"):
        assert f"internal/mallila/contacts.yaml:{place}" in told
    assert "aino@uimahalli.example" in told
    assert not (tmp_path / "out").exists()


def test_contacts_of_nobody_and_contacts_in_git_are_told(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(project, "init", "-q")
    with_contacts(project, CONTACTS.replace("partner: uimahalli", "partner: uimahali\n    role: venue"))
    asked = ("letter", "mallila", "--kind", "welcome", "--out", str(tmp_path / "out"))
    told = said(capsys, project, *asked)
    assert "Warning: internal/mallila/contacts.yaml:3:14" in told
    assert "Did you mean uimahalli?" in told
    assert "git takes along" in told


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--kind", "praise"), "praise"),
        (("--kind", "confirm", "--partner", "uimahalli"), "--partner"),
        (("--kind", "press", "--event", "palaute"), "--event"),
        (("--kind", "ask", "--partner", "uimahali"), "uimahalli"),
        (("--kind", "invite", "--event", "kokous"), "avoimet-ovet, palaute"),
        (("--kind", "ask", "--edition", "2031"), "2031"),
        (("--kind", "ask", "--out", "content/site.yaml"), "content/site.yaml"),
    ],
)
def test_wrong_use_is_one_sentence(
    more: tuple[str, ...],
    words: str,
    project: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(project)
    told = said(capsys, project, "letter", "mallila", "--out", str(tmp_path / "out"), *more, code=2)
    assert words in told
    assert "Traceback" not in told
    assert not (tmp_path / "out").exists()


def test_an_invitation_needs_a_meeting(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / "regions/mallila/2026/edition.yaml"
    asked = ("letter", "mallila", "--kind", "invite", "--out", str(tmp_path / "out"))
    change(path, "    kind: open-day\n", "    kind: feedback-meeting\n")
    assert "avoimet-ovet, palaute" in said(capsys, project, *asked, code=2)
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("events:")] + text[text.index("done:") :], "utf-8")
    told = said(capsys, project, *asked, code=2)
    assert "regions/mallila/2026/edition.yaml" in told
    assert "kind: feedback-meeting" in told


def test_nobody_to_write_to_is_said(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for partner in ("mielenterveyspalvelut", "kansalaisopisto"):
        run(project, "answer", "mallila", partner, "continues")
    told = said(capsys, project, "letter", "mallila", "--kind", "ask", "--out", str(tmp_path / "out"))
    assert "Everybody has answered for 2026 already" in told
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("lang", "word"), [("fi", "Kaikukeskuksen"), ("sv", "Kaikukeskus"), ("en", "Kaikukeskus's")]
)
def test_help_speaks_the_readers_language(lang: str, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["letter", "--help", "--lang", lang])
    assert ended.value.code == 0
    assert word in capsys.readouterr().out


@pytest.mark.office
def test_letters_open_in_libreoffice(project: Path, tmp_path: Path) -> None:
    with_contacts(project)
    change(
        project / "internal/mallila/contacts.yaml",
        "  - partner: uimahalli",
        "  - partner: uimahalli\n    language: sv",
    )
    given = [path for path in letter(project, "welcome", tmp_path / "a").values() if path.suffix == ".docx"]
    invited = letter(project, "invite", tmp_path / "b")
    given += [
        path for name, path in invited.items() if name.endswith(("-sv.docx", "-en.docx", "simple.docx"))
    ]
    out = tmp_path / "out"
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--norestore"),
            *("--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(out), *map(str, given)),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    texts = {path.stem: path.read_text("utf-8-sig") for path in out.iterdir()}
    assert set(texts) == {path.stem for path in given}
    assert len(texts) >= 6
    assert f"Hej {PERSON}" in texts["mallila-2026-inbjudan-objekt-uimahalli-sv"]
    assert "Onko sinulla Kaikukortti?" in texts["mallila-2026-kutsu-kortin-haltijoille-fi-simple"]
    assert "Sitoudumme" in texts["mallila-2026-sitoumus-jakaja-lehtorinteen-asukastalo-fi"]


def test_the_command_knows_the_kinds_without_loading_what_writes_them() -> None:
    assert command.KINDS == making.KINDS
    assert tuple(texts.PARTNER_LETTERS) == command.TO_PARTNERS
