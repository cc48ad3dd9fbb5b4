"""From files to the network: years, drafts, overrides, what is missing."""

from pathlib import Path

from sitegen.model.network import Edition, Network
from sitegen.problems import Severity
from sitegen.validate.sections import digest
from tests.validate.support import check, register, write_base

REGION = "regions/malli"


def change(folder: Path, path: str, old: str, new: str) -> None:
    file = folder / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def network(folder: Path) -> Network:
    found = check(folder).network
    assert found is not None
    return found


def current(folder: Path) -> Edition:
    region = network(folder).region("malli")
    assert region is not None
    assert region.current is not None
    return region.current


def test_the_model_of_the_base(tmp_path: Path) -> None:
    edition = current(write_base(tmp_path))
    assert (edition.region_id, edition.year, edition.path) == ("malli", 2026, "regions/malli/2026")
    assert edition.region.municipalities == ("X01", "X02")
    assert [one.id for one in edition.listed_venues] == ["teatteri", "uimahalli"]
    assert edition.distributors[0].phone[0].number.international == "+358 16 000 310"
    what = network(tmp_path).national(2026).sections[0]
    assert (what.title, what.body, what.place.line) == (what.name, f"\nText {what.lang}.\n", 4)
    assert what.digest == digest(f"Text {what.lang}.")


def test_a_year_may_change_fields_of_its_region(tmp_path: Path) -> None:
    write_base(tmp_path)
    with (tmp_path / REGION / "2026/edition.yaml").open("a", encoding="utf-8") as file:
        file.write("name: {fi: Mallila ja saaret, sv: Modellby med öarna}\nphase: preparing\n")
    edition = current(tmp_path)
    assert edition.region.name.get("fi") == "Mallila ja saaret"
    assert (edition.region.phase, edition.region.kind) == ("preparing", "group")
    region = network(tmp_path).region("malli")
    assert region is not None
    assert region.region.phase == "permanent"


def test_the_years_languages_hold_for_the_years_lists(tmp_path: Path) -> None:
    write_base(tmp_path)
    with (tmp_path / REGION / "2026/edition.yaml").open("a", encoding="utf-8") as file:
        file.write("languages: [sv, fi]\n")
    change(
        tmp_path, f"{REGION}/2026/venues.yaml", "type: theatre", "type: theatre\n    offer: {fi: Teatteria}"
    )
    assert "error regions/malli/2026/venues.yaml:8:5 language-missing" in [
        line.replace(":8:12", ":8:5") for line in check(tmp_path).lines()
    ]


def test_which_year_is_published(tmp_path: Path) -> None:
    write_base(tmp_path)
    for site, expected in (("2026", 2026), ("2028", 2026), ("2025", None)):
        (tmp_path / "content/site.yaml").write_text(
            "format: 1\ntitle: {fi: K, sv: K}\nbase_url: https://k.example/\n"
            f"edition: {site}\nlanguages: [fi, sv]\n",
            "utf-8",
        )
        region = network(tmp_path).region("malli")
        assert region is not None
        assert region.published == expected


def test_no_error_of_a_draft_stops(tmp_path: Path) -> None:
    write_base(tmp_path)
    later = tmp_path / REGION / "2027"
    later.mkdir()
    (later / "edition.yaml").write_text("format: 1\nvalid: {from: 2027-02-30}\nx: y\n", "utf-8")
    (later / "venues.yaml").write_text("format: 7\n", "utf-8")
    result = check(tmp_path)
    assert result.ids(Severity.ERROR) == []
    assert {"date-impossible", "field-unknown", "field-missing", "format-newer"} <= set(
        result.ids(Severity.WARNING)
    )


def test_what_is_missing(tmp_path: Path) -> None:
    write_base(tmp_path)
    for path in ("content/2026/rules.yaml", "regions/malli/2026/edition.yaml"):
        (tmp_path / path).unlink()
    (tmp_path / REGION / "region.yaml").unlink()
    for path in ("2026/venues.yaml", "2026/distributors.yaml"):
        (tmp_path / REGION / path).unlink()
    (tmp_path / "content/2026/fi/get.md").unlink()
    (tmp_path / "content/2026/sv/get.md").unlink()
    assert check(tmp_path).lines() == [
        "error content/2026 file-absent",
        "error content/2026 national-section",
        "error regions/malli file-absent",
        "error regions/malli/2026 file-absent",
        "warning regions/malli/2026 list-absent",
        "warning regions/malli/2026 list-absent",
    ]


def test_a_file_that_could_not_be_read_is_not_missing(tmp_path: Path) -> None:
    write_base(tmp_path)
    (tmp_path / REGION / "2026/venues.yaml").write_text("venues: [\n", "utf-8")
    (tmp_path / "content/2026/fi/get.md").write_bytes(b"\xff\xfe")
    assert {"file-absent", "list-absent", "national-section"}.isdisjoint(check(tmp_path).ids())


def test_without_a_site_there_is_no_network(tmp_path: Path) -> None:
    write_base(tmp_path)
    (tmp_path / "content/site.yaml").write_text("format: 1\n", "utf-8")
    result = check(tmp_path)
    assert result.network is None
    assert result.ids() == ["field-missing"] * 4


def test_a_project_without_texts_of_any_year(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    write_base(tmp_path / "base")
    site = (tmp_path / "base/content/site.yaml").read_text("utf-8")
    (tmp_path / "content/site.yaml").write_text(site, "utf-8")
    result = check(tmp_path)
    assert (result.network, result.ids()) == (None, ["national-absent"])


def test_given_codes_are_found_without_a_pattern(tmp_path: Path) -> None:
    write_base(tmp_path)
    change(tmp_path, f"{REGION}/2026/venues.yaml", "format: 1", "format: 1  # KAIKU-7")
    assert check(tmp_path).ids() == []
    assert check(tmp_path, codes=frozenset({"KAIKU-7"})).ids() == ["card-code"]


def test_the_register_is_the_projects_own_too() -> None:
    assert register().code("mallila") == "X01"
