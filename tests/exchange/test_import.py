"""What a coordinator changes in the workbook comes into the YAML, and nothing else (issue 5, point 4)."""

from datetime import date
from pathlib import Path

import pytest

from sitegen.commands import export, import_
from sitegen.commands.common import UsageError
from tests.exchange.support import Book, exported, imported, project_in, run, yaml_files

DISTRIBUTORS = "regions/mallila/2026/distributors.yaml"
VENUES = "regions/mallila/2026/venues.yaml"
EDITION = "regions/mallila/2026/edition.yaml"
REGION = "regions/mallila/region.yaml"


def changed_lines(before: bytes, after: bytes) -> tuple[list[str], list[str]]:
    """The lines that went and that came."""
    old, new = before.decode().splitlines(), after.decode().splitlines()
    return [one for one in old if one not in new], [one for one in new if one not in old]


def test_one_cell_changes_one_line(book: Book, root: Path) -> None:
    before = yaml_files(root)
    row = book.row("distributors", "diakonia")
    book.put("distributors", row, {"phone": "016 000 999", "answer": "lopettaa", "checked": date(2026, 9, 1)})
    code, said = imported(root, "mallila", book.save(), "--yes")
    after = yaml_files(root)
    assert code == 0
    assert "Puhelin: 016 000 311 -> 016 000 999" in said
    assert "Vastaus: jatkaako ensi vuonna: jatkaa -> lopettaa" in said
    assert [path for path in after if after[path] != before[path]] == [DISTRIBUTORS]
    _, came = changed_lines(before[DISTRIBUTORS], after[DISTRIBUTORS])
    assert {"    phone: 016 000 999", "    checked: 2026-09-01"} <= set(came)
    assert set(came) <= {"    phone: 016 000 999", "    answer: stops", "    checked: 2026-09-01"}
    assert len(before[DISTRIBUTORS].splitlines()) == len(after[DISTRIBUTORS].splitlines())


def test_comments_order_and_line_ends_stay(book: Book, root: Path) -> None:
    path = root / DISTRIBUTORS
    text = path.read_text("utf-8").replace(
        "    answer: continues", "    # sanoi syksyllä\n    answer: continues  # A.K."
    )
    path.write_bytes(text.replace("\n", "\r\n").encode())
    book.put("distributors", book.row("distributors", "diakonia"), {"answer": "stops"})
    code, _ = imported(root, "mallila", book.save(), "--yes")
    assert code == 0
    after = path.read_bytes().decode()
    assert after.count("\r\n") == after.count("\n")
    assert after.count("# sanoi syksyllä") == after.count("# A.K.") == text.count("# A.K.")
    assert after.count("answer: stops") == text.count("answer: stops") + 1


def test_a_new_partner_gets_its_id_and_its_materials(book: Book, root: Path) -> None:
    before = (root / DISTRIBUTORS).read_text("utf-8")
    cells = {
        "name.fi": "Nuorten pöytä",
        "name.sv": "Ungdomsbordet",
        "municipality": "Mallila",
        "phone": "+358 16 000 123 | fi: vaihde | sv: växel",
        "sector": "Nuorisopalvelut, Seurakunta",
        "answer": "jatkaa",
        "kaikukanta_account": "kyllä",
    }
    book.put("distributors", book.empty_row("distributors"), cells)
    row = book.empty_row("materials")
    sheet = book.sheet("materials")
    sheet.cell(row, 1).value, sheet.cell(row, 2).value = "jakaja", "nuorten-poyta"
    book.put("materials", row, {"materials.cards": 12, "materials.brochures.fi": 30})
    code, said = imported(root, "mallila", book.save(), "--yes")
    assert code == 0, said
    assert "Uusi: Nuorten pöytä (nuorten-poyta)" in said
    after = (root / DISTRIBUTORS).read_text("utf-8")
    assert after.startswith(before.rstrip("\n"))
    assert " ".join(after[len(before.rstrip("\n")) :].split()) == (
        "- id: nuorten-poyta name: fi: Nuorten pöytä sv: Ungdomsbordet municipality: Mallila phone: "
        '- number: "+358 16 000 123" for: fi: vaihde sv: växel answer: continues kaikukanta_account: yes '
        "materials: cards: 12 brochures: fi: 30 sector: [youth, parish]"
    )


def test_two_of_a_name_get_two_ids(book: Book, root: Path) -> None:
    row = book.empty_row("venues")
    for number in (0, 1):
        cells = {"name.fi": "Sali", "name.sv": "Salen", "kind": "Kulttuuri", "municipality": "Mallila"}
        book.put("venues", row + number, cells)
    imported(root, "mallila", book.save(), "--yes")
    after = (root / VENUES).read_text("utf-8")
    assert after.count("- id: sali\n") == after.count("- id: sali-2\n") == 1
    code, said = imported(root, "mallila", book.path, "--yes")
    assert (code, "ei ole muutoksia" in said) == (0, True), said
    assert (root / VENUES).read_text("utf-8") == after


def test_a_name_of_another_town_is_another_partner(book: Book, root: Path) -> None:
    cells = {"name.fi": "Diakoniatyö", "name.sv": "Diakoni", "municipality": "Lehtorinne"}
    row = book.row("distributors", "diakonia")
    sheet = book.sheet("distributors")
    sheet.delete_rows(row)
    book.put("distributors", book.empty_row("distributors"), cells)
    code, said = imported(root, "mallila", book.save(), "--yes")
    assert (code, "Uusi: Diakoniatyö (diakoniatyo)" in said) == (0, True), said


def test_a_partner_whose_row_is_gone_stays(book: Book, root: Path) -> None:
    before = yaml_files(root)
    book.sheet("venues").delete_rows(4, 2)
    code, said = imported(root, "mallila", book.save(), "--yes")
    assert code == 0
    assert "Kaikukortti-kohteet: 2 kumppania ei ole tiedostossa" in said
    assert yaml_files(root) == before


def test_coordinators_and_points_done_can_go_and_come(book: Book, root: Path) -> None:
    book.sheet("coordinators").delete_rows(4)
    book.put("done", book.empty_row("done"), {"point": 11, "date": "3.2.2026", "note": "ei kaava"})
    book.fact("edition.answers_by", date(2025, 11, 7))
    book.fact("region.feedback", None)
    code, said = imported(root, "mallila", book.save(), "--yes")
    assert code == 0, said
    region, edition = (root / REGION).read_text("utf-8"), (root / EDITION).read_text("utf-8")
    assert "side: culture" in region
    assert "side: social" not in region
    assert "feedback:" not in region
    assert "answers_by: 2025-11-07" in edition
    assert "  - point: 11\n    date: 2026-02-03\n    note: ei kaava\n" in edition


def test_without_yes_and_terminal_it_is_only_shown(book: Book, root: Path) -> None:
    before = yaml_files(root)
    book.put("venues", 3, {"phone": "016 000 999"})
    code, said = imported(root, "mallila", book.save(), lang="sv")
    assert code == 0
    assert "016 000 330 -> 016 000 999" in said
    assert "--yes" in said
    assert yaml_files(root) == before


def test_a_municipality_has_its_partners_only(root: Path, tmp_path: Path) -> None:
    before = yaml_files(root)
    exported(root, "mallila", tmp_path / "part.xlsx", "--municipality", "Exempelby")
    book = Book(tmp_path / "part.xlsx")
    sheets = [str(sheet.cell(2, 1).value).partition(" ")[0] for sheet in book.book.worksheets[1:-1]]
    assert sheets == [f"mallila/2026/{name}" for name in ("distributors", "venues", "materials")]
    column = book.column("venues", "municipality")
    ids = [row[0].value for row in book.sheet("venues").iter_rows(min_row=3) if row[column - 1].value]
    assert "esimerkkilan-salama" in ids
    assert len(ids) < len(Book(tmp_path / "part.xlsx").book.worksheets) + before[VENUES].count(b"- id:")
    book.put("venues", book.row("venues", "esimerkkilan-salama"), {"phone": "016 000 777"})
    code, _ = imported(root, "mallila", book.save(), "--yes")
    assert code == 0
    assert changed_lines(before[VENUES], yaml_files(root)[VENUES])[1] == ["    phone: 016 000 777"]


def test_a_year_that_is_not_there_is_begun_first(root: Path, tmp_path: Path) -> None:
    exported(root, "mallila", tmp_path / "next.xlsx", "--edition", "2027")
    assert not (root / "regions/mallila/2027").exists()
    book = Book(tmp_path / "next.xlsx")
    book.put(
        "distributors", book.row("distributors", "diakonia"), {"answer": "jatkaa", "checked": "1.10.2026"}
    )
    before = yaml_files(root)
    code, said = imported(root, "mallila", book.save())
    assert code == 0, said
    assert "Vuotta 2027 ei vielä ole" in said
    assert yaml_files(root) == before
    code, said = imported(root, "mallila", book.path, "--yes")
    assert code == 0, said
    made = (root / "regions/mallila/2027/distributors.yaml").read_text("utf-8")
    assert made.count("answer: continues") == 1
    assert made.count("checked: ") == 1
    assert "checked: 2026-10-01" in made


def test_last_years_workbook_brings_only_what_was_changed_in_it(book: Book, root: Path) -> None:
    book.put("distributors", book.row("distributors", "diakonia"), {"phone": "016 000 999"})
    code, said = imported(root, "mallila", book.save(), "--yes", "--edition", "2027")
    assert code == 0, said
    made = (root / "regions/mallila/2027/distributors.yaml").read_text("utf-8")
    assert "phone: 016 000 999" in made
    assert "answer: continues" not in made
    assert "Muutokset: 1 muuttuu." in said
    assert "from: 2027-01-01" in (root / "regions/mallila/2027/edition.yaml").read_text("utf-8")


@pytest.mark.parametrize("name", ["build/lists.xlsx", "lists.txt", "nowhere/lists.xlsx"])
def test_export_refuses_places_and_kinds(root: Path, name: str) -> None:
    (root / "build").mkdir(exist_ok=True)
    with pytest.raises(UsageError):
        run(export, ["mallila", "--root", str(root), "--out", str(root / name)], "en")


def test_export_replaces_nothing(root: Path, book: Book) -> None:
    with pytest.raises(UsageError, match="exists already"):
        run(export, ["mallila", "--root", str(root), "--out", str(book.path)], "en")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["atlantis", "--out", "a.xlsx"], "atlantis"),
        (["mallila", "--out", "a.xlsx", "--municipality", "Atlantis"], "Atlantis"),
        (["mallila", "--out", "a.xlsx", "--edition", "2031"], "2031"),
    ],
)
def test_export_of_what_is_not_there(
    root: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(root)
    with pytest.raises(UsageError, match=words):
        run(export, [*arguments, "--root", str(root)], "en")


def test_import_of_what_is_not_there(root: Path) -> None:
    for file in ("none.xlsx", "content/site.yaml"):
        with pytest.raises(UsageError):
            run(import_, ["mallila", str(root / file), "--root", str(root)], "en")


def test_broken_yaml_is_told_and_nothing_exported(root: Path, tmp_path: Path) -> None:
    path = root / VENUES
    path.write_text(path.read_text("utf-8").replace("  - id: kansalaisopisto\n", "  - name:\n", 1), "utf-8")
    out = tmp_path / "lists.xlsx"
    code, said = run(export, ["mallila", "--root", str(root), "--out", str(out)], "en")
    assert code == 1
    assert VENUES in said
    assert not out.exists()


def test_projects_of_other_regions_are_left_alone(tmp_path: Path) -> None:
    root = project_in(tmp_path / "project")
    exported(root, "mallila", tmp_path / "lists.xlsx")
    book = Book(tmp_path / "lists.xlsx")
    book.put("venues", 3, {"phone": "016 000 999"})
    before = yaml_files(root)
    imported(root, "mallila", book.save(), "--yes")
    after = yaml_files(root)
    assert [path for path in after if before[path] != after[path]] == [VENUES]


@pytest.mark.parametrize("id", ["", "diakoniatyo-uusi"])
def test_a_partner_whose_id_was_lost_is_not_taken_for_a_new_one(id: str, book: Book, root: Path) -> None:
    before = yaml_files(root)
    row = book.row("distributors", "diakonia")
    book.put("distributors", row, {"id": id})
    code, said = imported(root, "mallila", book.save(), "--yes")
    assert code == 1
    assert (
        "Kumppanin Diakoniatyö tunniste on muuttunut tai kadonnut. Alueen tiedoissa se on diakonia." in said
    )
    assert yaml_files(root) == before


def test_a_row_that_is_gone_takes_nothing_away_and_it_is_said_what_to_do(book: Book, root: Path) -> None:
    before = yaml_files(root)
    book.sheet("distributors").delete_rows(book.row("distributors", "diakonia"))
    code, said = imported(root, "mallila", book.save(), "--yes")
    assert code == 0
    assert "1 kumppani ei ole tiedostossa" in said
    assert "valitse vastaukseksi lopettaa" in said
    assert yaml_files(root) == before


def test_the_file_of_another_region_is_told_once(book: Book, tmp_path: Path) -> None:
    code, said = imported(project_in(tmp_path / "both"), "malliranta", book.save(), "--yes")
    assert code == 1
    assert said.count("Tiedosto on alueen mallila, ei alueen malliranta.") == 1


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("Tornio", "Tornio ei kuulu tähän alueeseen"), ("Atlantis", "Kuntaa Atlantis ei ole")],
)
def test_a_municipality_that_is_not_the_regions(name: str, sentence: str, root: Path, tmp_path: Path) -> None:
    out = tmp_path / "none.xlsx"
    with pytest.raises(UsageError, match=f"{sentence}.*: Mallila, Esimerkkilä, Lehtorinne"):
        exported(root, "mallila", out, "--municipality", name)
    assert not out.exists()


def test_a_csv_file_of_somebody_else_is_told_as_such(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "lista.csv"
    file.write_text("Nimi;Puhelin\nTupa;016 000 399\n", "utf-8")
    code, said = imported(root, "mallila", file, "--yes")
    assert code == 1
    assert "Tiedostoa lista.csv ei tunneta" in said
    assert "älilehte" not in said
