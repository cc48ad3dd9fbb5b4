"""Every kind of bad cell is told as sheet!cell in the reader's language, and stands as a note in the copy."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.exchange.support import LANGUAGES, Book, imported, yaml_files

BAD: tuple[tuple[str, str, object, dict[str, str]], ...] = (
    ("venues", "phone", "016 AB", {}),
    ("venues", "phone", "016 000 310 ja 016 000 311", {}),
    ("venues", "email", "ei ole", {}),
    ("venues", "website.fi", "www", {}),
    ("venues", "address.postal_code", 9876, {}),
    ("venues", "municipality", "Mallla", {}),
    ("venues", "covers", "Mallila, Olematon", {}),
    ("venues", "kind", "urhelu", {"fi": "Liikunta", "sv": "Motion", "en": "Sport"}),
    ("venues", "type", "uimahali", {"fi": "Uimahalli", "sv": "Simhall", "en": "Swimming"}),
    ("venues", "answer", "ehkä", {"fi": "jatkaa", "sv": "fortsätter", "en": "goes on"}),
    (
        "venues",
        "how.channels",
        "kassa, savumerkit",
        {"fi": "puhelimella", "sv": "per telefon", "en": "by phone"},
    ),
    ("venues", "accessibility.step_free", "joskus", {"fi": "kyllä", "sv": "ja, nej", "en": "yes, no"}),
    ("venues", "checked", "31.2.2026", {}),
    ("venues", "checked", "viime vuonna", {}),
    ("venues", "since", "26", {}),
    ("venues", "since", 2026.5, {}),
    ("venues", "language", "se", {}),
    ("venues", "limits", "kursseja vuodessa", {}),
    ("venues", "season", "kesä | talvi", {}),
    ("venues", "name.fi", "Halli <b>", {}),
    ("venues", "note.fi", "a\u202eb", {}),
    ("venues", "offer.fi", "x" * 700, {}),
    ("venues", "popup.from", "2026-07-01", {"fi": "pakollinen", "sv": "obligatorisk", "en": "required"}),
    ("venues", "ended", "=TODAY()", {"fi": "kaava", "sv": "formel", "en": "formula"}),
    ("venues", "commitment.date", "2026-01-05 12:30", {}),
    ("materials", "materials.cards", "-4", {}),
    ("materials", "materials.brochures.sv", "monta", {}),
    ("coordinators", "email", "x@", {}),
    ("coordinators", "phone", "1", {}),
    ("done", "date", "5.1.", {}),
)
"""Sheet, key, what somebody writes, and what its sentence says."""

FACTS = (
    ("region.accent", "sininen"),
    ("region.kind", "kylä"),
    ("region.languages", "fi, klingon"),
    ("region.municipalities", "Mallila, Atlantis"),
    ("region.logo", "../logo.png"),
    ("region.name.fi", None),
    ("edition.valid.to", "2020"),
    ("edition.brochure.print", "ehkä"),
    ("edition.orders.cards", "paljon"),
)


def filled(book: Book) -> dict[str, dict[str, str]]:
    """The workbook with every bad value in a row of its own; their places with what is said there."""
    places: dict[str, dict[str, str]] = {}
    next_row: dict[str, int] = {}
    for name, key, value, said in BAD:
        if name == "venues":
            row = next_row.setdefault(name, 3)
            column = [cell.value for cell in book.sheet(name)["A"][2:] if cell.value]
            if row - 3 >= len(column):
                row = next_row[name] = book.empty_row(name)
                book.put(name, row, {"name.fi": f"Kohde {row}", "name.sv": f"Objekt {row}", "kind": "sport"})
                book.put(name, row, {"municipality": "Mallila"})
            next_row[name] += 1
        else:
            row = next_row.get(name, 3)
            next_row[name] = row + 1
        place = book.put(name, row, {key: value})
        if key == "popup.from":
            place = book.put(name, row, {"popup.to": None})
        places[place] = said
    places |= {book.fact(key, value): {} for key, value in FACTS}
    return places


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_bad_cell_is_told(book: Book, root: Path, lang: str) -> None:
    places = filled(book)
    before = yaml_files(root)
    code, said = imported(root, "mallila", book.save(), "--yes", lang=lang)
    assert code == 1
    blocks = {block.split("\n", 1)[0].partition(": ")[2]: block for block in said.split("\n\n")}
    told = {head.removeprefix("mallila.xlsx: "): block for head, block in blocks.items()}
    assert set(places) - set(told) == set()
    for place, expected in places.items():
        assert expected.get(lang, "") in told[place]
    assert {place for place in told if "!" in place} - set(places) == set()
    assert "{" not in said.replace("{fi}", "")
    assert yaml_files(root) == before

    word = {"fi": "puutteet", "sv": "brister", "en": "remarks"}[lang]
    copy = load_workbook(book.path.with_name(f"mallila-{word}.xlsx"))
    for place in places:
        title, _, cell = place.partition("!")
        comment = copy[title][cell].comment
        assert comment is not None, place
        assert comment.text.split("\n")[0] in said


def test_a_copy_that_somebody_mends_is_never_replaced(book: Book, root: Path) -> None:
    first = book.put("venues", 3, {"phone": "soita"})
    second = book.put("venues", 4, {"phone": "soita taas"})
    assert imported(root, "mallila", book.save())[0] == 1
    copy = book.path.with_name("mallila-puutteet.xlsx")
    mended = Book(copy)
    mended.put("venues", 3, {"phone": "016 000 330"})
    before = mended.save().read_bytes()
    assert imported(root, "mallila", copy)[0] == imported(root, "mallila", book.path)[0] == 1
    assert copy.read_bytes() == before
    # What was mended is marked no more in the next copy, what was not still is.
    again = load_workbook(book.path.with_name("mallila-puutteet-2.xlsx"))
    title, _, cell = first.partition("!")
    assert again[title][cell].comment is None
    assert again[title][cell].fill.fill_type is None
    assert again[title][second.partition("!")[2]].comment is not None
    assert book.path.with_name("mallila-puutteet-3.xlsx").is_file()
    other = Book(book.path.with_name("mallila-puutteet-2.xlsx"))
    other.put("venues", 4, {"phone": "016 000 331"})
    code, said = imported(root, "mallila", other.save(), "--yes")
    assert code == 0, said


def test_what_was_wrong_before_does_not_stop_the_rest(book: Book, root: Path) -> None:
    path = root / "regions/mallila/2026/venues.yaml"
    text = path.read_text("utf-8").replace("phone: 016 000 330", "phone: soita vain", 1)
    path.write_text(text, "utf-8")
    book.put("venues", 3, {"phone": "soita vain", "checked": "1.9.2026"})
    code, said = imported(root, "mallila", book.save(), "--yes")
    assert code == 0
    assert "Varoitus: mallila.xlsx: Kaikukortti-kohteet!" in said
    assert path.read_text("utf-8") == text.replace("checked: 2025-09-30", "checked: 2026-09-01", 1)


def test_a_csv_list_with_a_bad_cell_has_its_copy_too(root: Path, tmp_path: Path) -> None:
    from tests.exchange.support import exported

    exported(root, "mallila", tmp_path / "lists.csv")
    file = tmp_path / "lists-venues.csv"
    file.write_text(file.read_text("utf-8").replace("016 000 330", "soita", 1), "utf-8")
    code, said = imported(root, "mallila", file)
    assert code == 1
    place = next(line for line in said.splitlines() if "lists-venues.csv: " in line).rpartition(" ")[2]
    copy = load_workbook(tmp_path / "lists-venues-puutteet.xlsx")
    sheet = copy.worksheets[0]
    assert sheet[place].value == "soita"
    assert sheet[place].comment is not None
