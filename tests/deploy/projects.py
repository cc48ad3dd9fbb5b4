"""A project that is built with all its documents in a few seconds: two regions, three languages."""

from pathlib import Path

from tests.site.support.projects import change, copy_project, speak_only

REGION = """format: 1
name: {{fi: {fi}, sv: {sv}, en: {fi}}}
forms: {{fi: {{in: {fi}ssa, of: {fi}n}}, sv: {{in: i {sv}, of: {sv}s}}}}
kind: municipality
municipalities: [{fi}]
wellbeing_counties: [{{fi: Lapin hyvinvointialue, sv: Lapplands välfärdsområde}}]
languages: [fi]
official_languages: [fi]
phase: permanent
invented: yes
accent: "#0f5a86"
owner: {{name: {{fi: Koeyhdistys}}, email: koe@koe.example}}
feedback: palaute@koe.example
coordinators:
  - {{side: culture, organisation: {{fi: Koekulttuuri}}, email: kulttuuri@koe.example}}
  - {{side: social, organisation: {{fi: Koepalvelut}}, email: palvelut@koe.example}}
"""
EDITION = """format: 1
valid: {from: 2026-01-01, to: 2026-12-31}
updated: 2026-01-05
"""
DISTRIBUTORS = """format: 1
distributors:
  - id: tupa
    name: {{fi: {name}n tupa}}
    municipality: {name}
    phone: 016 000 301
    since: 2020
    answer: continues
    kaikukanta_account: yes
    checked: 2025-10-30
"""
VENUES = """format: 1
venues:
  - id: sali
    name: {{fi: {name}n sali}}
    kind: culture
    type: theatre
    municipality: {name}
    offer: {{fi: Esitykset}}
    phone: 016 000 302
    website: https://sali.example/
    since: 2020
    answer: continues
    kaikukanta_account: yes
    checked: 2025-10-30
  - id: talli
    name: {{fi: {name}n talli}}
    kind: sport
    municipality: {name}
    offer: {{fi: Liikuntavuorot}}
    phone: 016 000 303
    website: https://talli.example/ohjelma
    since: 2021
    answer: continues
    kaikukanta_account: yes
    checked: 2025-10-30
"""
NAMES = {"kemi": ("Kemi", "Kemi"), "tornio": ("Tornio", "Torneå")}


def small_project(target: Path, base_url: str = "https://kaikukortti.example/") -> Path:
    """Kemi and Tornio with a distributor and two venues each, invented, on the national content of 2026."""
    copy_project(target, ())
    site = target / "content/site.yaml"
    speak_only(target, "fi", "sv", "en")
    change(site, "base_url: https://kaikukortti.example/", f"base_url: {base_url}")
    for id, (fi, sv) in NAMES.items():
        folder = target / "regions" / id
        write(folder / "region.yaml", REGION.format(fi=fi, sv=sv))
        write(folder / "2026/edition.yaml", EDITION)
        write(folder / "2026/distributors.yaml", DISTRIBUTORS.format(name=fi))
        write(folder / "2026/venues.yaml", VENUES.format(name=fi))
    return target


def write(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
