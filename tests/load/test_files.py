import gc
from pathlib import Path

from sitegen.load.files import load_project
from sitegen.project import Project


def write(root: Path, **files: str) -> None:
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def test_everything_finds_its_place(tmp_path: Path) -> None:
    one = "format: 1\n"
    files = {
        "content/site.yaml": one,
        "content/network.yaml": one,
        "content/moved.yaml": one,
        "content/municipalities.csv": "code,name_fi\nX01,Malli\n",
        "content/2026/rules.yaml": one,
        "content/2026/dates.yaml": one,
        "content/2026/populations.csv": "code,population,date,source\n",
        "content/2026/fi/what.md": "---\ntitle: Mikä\n---\nTeksti.\n",
        "content/2025/sv/what.md": "Text.\n",
        "regions/malli/region.yaml": one,
        "regions/malli/media/logo.png": "x",
        "regions/malli/media/media.yaml": one,
        "regions/malli/2026/edition.yaml": one,
        "regions/malli/2026/distributors.yaml": one,
        "regions/malli/2026/venues.yaml": one,
        "regions/malli/2026/statistics.yaml": one,
        "regions/malli/2026/fi/own-kyydit.md": "Teksti.\n",
        "regions/malli/2026/fi-simple/get.md": "Teksti.\n",
        "regions/malli/2025/edition.yaml": one,
        "regions/mallila/region.yaml": one,
    }
    write(tmp_path, **files)
    raw, problems = load_project(Project(tmp_path))
    assert problems == ()
    assert [file.path for file in (raw.site, raw.network, raw.moved) if file] == [
        "content/site.yaml",
        "content/network.yaml",
        "content/moved.yaml",
    ]
    assert raw.municipalities == "code,name_fi\nX01,Malli\n"
    assert [(year.year, [file.path for file in year.files]) for year in raw.years] == [
        (2025, []),
        (2026, ["content/2026/rules.yaml", "content/2026/dates.yaml"]),
    ]
    assert [(lang, name, text.body) for lang, name, text in raw.years[1].texts] == [
        ("fi", "what", "Teksti.\n")
    ]
    malli, mallila = raw.regions
    assert (malli.id, mallila.id) == ("malli", "mallila")
    assert malli.region is not None
    assert [(one.name, one.data) for one in malli.media] == [("logo.png", b"x")]
    assert malli.media_file is not None
    assert [edition.year for edition in malli.editions] == [2025, 2026]
    assert [file.path.rpartition("/")[2] for file in malli.editions[1].files] == [
        "edition.yaml",
        "distributors.yaml",
        "venues.yaml",
        "statistics.yaml",
    ]
    assert [(lang, name) for lang, name, _ in malli.editions[1].texts] == [
        ("fi", "own-kyydit"),
        ("fi-simple", "get"),
    ]
    assert mallila.editions == ()
    assert gc.isenabled()


def test_what_is_broken_is_not_missing(tmp_path: Path) -> None:
    files = {
        "content/site.yaml": "a: b: c\n",
        "regions/malli/region.yaml": "- a\n",
        "regions/malli/2026/venues.yaml": "a: '\n",
        "regions/malli/2026/distributors.yml": "format: 1\n",
        "regions/malli/2026/fi/what.md": "---\na\n",
        "regions/malli/media/media.yaml": "",
    }
    write(tmp_path, **files)
    (tmp_path / "regions/malli/2026/edition.yaml").symlink_to("venues.yaml")
    raw, problems = load_project(Project(tmp_path))
    assert raw.site is None
    assert raw.broken == {"site"}
    region = raw.regions[0]
    assert (region.region, region.media_file) == (None, None)
    assert region.broken == {"region", "media"}
    assert region.editions[0].broken == {"venues", "distributors", "edition", "fi/what"}
    assert len(problems) == 7


def test_a_project_without_regions(tmp_path: Path) -> None:
    raw, problems = load_project(Project(tmp_path))
    assert (raw.years, raw.regions, problems) == ((), (), ())
