"""What is internal stays inside: signs in every internal field are in no byte of the site (BAR S36, S37)."""

import re
from pathlib import Path

import pytest

from tests.site.support.faults import none
from tests.site.support.projects import change, copy_project
from tests.site.support.run import sitegen, succeeded
from tests.site.support.texts import docx_parts, pdf_bytes, pdf_text

pytestmark = pytest.mark.slow

CANARY = "KANARIALINTU"
NUMBERS = ("987131", "987137", "987139", "987149", "987151")
DAY = "2019-03-17"
DAYS = (DAY, "17.3.2019", "17/03/2019", "17 March 2019", "17 mars 2019", "17. maaliskuuta 2019", "٢٠١٩")
UNLISTED = ("Lopettanut Esimerkki", "Lähtevä Esimerkki", "Sitoutumaton Esimerkki", "Vahvistamaton Esimerkki")
DRAFT = "Luonnosvuoden Esimerkki"

INTERNAL = f"""
    language: sv
    answer: continues
    commitment: {{date: {DAY}, by: paper}}
    checked: {DAY}
    kaikukanta_account: no
    public_because: {{fi: {CANARY} julkisuus}}
    source: {{url: "https://kanarialintu.example/", date: {DAY}, note: {CANARY} lähde}}
    materials:
      cards: {NUMBERS[0]}
      community_cards: {NUMBERS[1]}
      brochures: {{fi: {NUMBERS[2]}}}
      posters: {NUMBERS[3]}
"""

VENUES = f"""
  - id: kanarian-kohde
    name: {{fi: Näkyvä Esimerkki}}  # {CANARY} kommentti
    municipality: Mallila
    kind: culture
    phone: 016 000 399
    limits:
      - kind: other
        text: {{fi: Kysy., sv: Fråga först., en: Ask first., fi-simple: Kysy., ar: اسأل أولا., ru: Спросите.}}
        agreed_with_kaikukeskus: {DAY}
    since: 2019{INTERNAL}
  - id: lopettanut-kohde
    name: {{fi: {UNLISTED[0]}}}
    municipality: Mallila
    kind: culture
    phone: 016 000 398
    since: 2021
    answer: continues
    ended: {DAY}

  - id: lahteva-kohde
    name: {{fi: {UNLISTED[1]}}}
    municipality: Mallila
    kind: culture
    phone: 016 000 397
    since: 2021
    answer: stops

  - id: sitoutumaton-kohde
    name: {{fi: {UNLISTED[2]}}}
    municipality: Mallila
    kind: culture
    phone: 016 000 396
    since: 2026
    answer: continues
"""

DISTRIBUTORS = f"""
  - id: vahvistamaton-jakaja
    name: {{fi: {UNLISTED[3]}}}
    municipality: Mallila
    phone: 016 000 395
    since: 2026
    answer: continues
    commitment: 2025-11-01
"""

DRAFT_VENUES = f"""format: 1
venues:
  - id: luonnos
    name: {{fi: {DRAFT}}}
    municipality: Mallila
    kind: culture
    phone: 016 000 394
"""


def planted(project: Path) -> Path:
    """The small region with signs in the internal fields, partners not listed, and a draft year."""
    edition = project / "regions/mallila/2026"
    for name, text in (("venues", VENUES), ("distributors", DISTRIBUTORS)):
        path = edition / f"{name}.yaml"
        path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + text, "utf-8")
    change(edition / "edition.yaml", "name: Kaikukeskuksen yhteyshenkilö", f"name: {CANARY} yhteys")
    change(edition / "edition.yaml", "yhteys@kaikukeskus.example", "kanarialintu@kaikukeskus.example")
    change(edition / "edition.yaml", "orders:\n  cards: 20", f"orders:\n  cards: {NUMBERS[4]}")
    change(
        edition / "edition.yaml", "answers_by: 2025-10-31", f"answers_by: 2025-10-31\n# {CANARY} kommentti"
    )
    change(edition / "edition.yaml", "note: Mallilan kunnantalolla, 14 osallistujaa", f"note: {CANARY} tehty")
    change(edition / "edition.yaml", "date: 2026-01-20", f"date: {DAY}")
    draft = project / "regions/mallila/2027"
    draft.mkdir()
    (draft / "edition.yaml").write_text(
        f"format: 1\nvalid: {{from: 2027-01-01, to: 2027-12-31}}\n# {CANARY}\n", "utf-8"
    )
    (draft / "venues.yaml").write_text(DRAFT_VENUES, "utf-8")
    inside = project / "internal/mallila"
    inside.mkdir(parents=True)
    (inside / "contacts.yaml").write_text(f"# {CANARY}\nkanarialintu: yes\n", "utf-8")
    return project


def test_no_internal_word_is_in_any_byte_of_the_site(tmp_path: Path) -> None:
    project, out = planted(copy_project(tmp_path / "project", ("mallila",))), tmp_path / "out"
    succeeded(sitegen("build", "--out", out, cwd=project))
    needles = [CANARY, *NUMBERS, DAY, *DAYS[1:], *UNLISTED, DRAFT]
    needles += ["lopettanut-kohde", "lahteva-kohde", "sitoutumaton-kohde", "vahvistamaton-jakaja", "luonnos"]
    found, shown = [], 0
    for path in sorted(out.rglob("*")):
        if path.is_dir() or path.name == ".sitegen.json":
            continue
        text = everything(path)
        shown += "Näkyvä Esimerkki" in text
        found += [
            f"{path.relative_to(out)}: {needle}"
            for needle in needles
            if re.search(rf"(?<![\w.]){re.escape(needle.lower())}", text.lower())
        ]
    none(found)
    # The manifest repeats the report, which may name fields and ids but holds no internal words either.
    text = (out / ".sitegen.json").read_text("utf-8")
    none(needle for needle in (CANARY, *NUMBERS, "kanarialintu") if needle in text)
    assert shown > 30, "the listed partner beside them is everywhere: the search does read the files"


def everything(path: Path) -> str:
    """All that can be read out of a file."""
    if path.suffix == ".pdf":
        return pdf_text(path).replace("\r\n", " ") + pdf_bytes(path).decode("utf-8", "replace")
    if path.suffix == ".docx":
        return "\n".join(part.decode("utf-8", "replace") for part in docx_parts(path).values())
    return path.read_bytes().decode("utf-8", "replace")
