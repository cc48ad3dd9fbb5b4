"""`sitegen new region ID`: a folder with files ready to fill in, commented in the coordinator's language.

What only the coordinator knows is left empty: `check` then names each gap at its line, with an example.
"""

import json
import shutil
from pathlib import Path

from sitegen.languages.messages import Catalogue, catalogue
from sitegen.load.files import load_project
from sitegen.load.names import as_id, is_region_id, is_reserved
from sitegen.load.nodes import RawProject, Scalar
from sitegen.load.register import load_register
from sitegen.model.register import Municipality
from sitegen.project import Project

_REGION = """\
# yaml-language-server: $schema=../../schemas/region.json
# {about_region}
format: 1

# {about_name}
name: {name}
# {about_forms}
forms:
  fi: {{in: "", of: ""}}
  sv: {{in: "", of: ""}}
kind: municipality
municipalities: {municipalities}
# {about_languages}
languages: [fi]
official_languages: [fi]
phase: preparing

# {about_coordinators}
# owner: {{name: {{fi: …}}, email: …}}
# coordinators:
#   - side: culture
#     organisation: {{fi: …}}
#     email: …
#   - side: social
#     organisation: {{fi: …}}
#     email: …
# feedback: …
"""

_EDITION = """\
# yaml-language-server: $schema=../../../schemas/edition.json
# {about_edition}
format: 1
valid: {{from: {year}-01-01, to: {year}-12-31}}
"""

_DISTRIBUTORS = """\
# yaml-language-server: $schema=../../../schemas/distributors.json
# {about_distributors}
format: 1
distributors: []
# distributors:
#   - id: nuorisotyo
#     name: {{fi: …}}
#     sector: youth
#     how_to_ask: {{fi: …}}
#     phone: …
#     since: {year}
"""

_VENUES = """\
# yaml-language-server: $schema=../../../schemas/venues.json
# {about_venues}
format: 1
venues: []
# venues:
#   - id: uimahalli
#     name: {{fi: …}}
#     kind: sport
#     type: swimming-hall
#     offer: {{fi: …}}
#     since: {year}
"""


class ScaffoldError(Exception):
    """The folder cannot be made; `reason` is the key of the sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def new_region(project: Project, region_id: str, lang: str) -> Path:
    """Make `regions/<id>/` and give its path. Raises `ScaffoldError`; nothing that exists is changed."""
    if not is_region_id(region_id) or is_reserved(region_id):
        raise ScaffoldError("bad-id")
    folder = project.regions / region_id
    if folder.exists():
        raise ScaffoldError("exists")
    raw, _ = load_project(project)
    year = _year(raw)
    texts = _texts(catalogue("cli", lang), year, _municipality(raw, region_id))
    try:
        (folder / year).mkdir(parents=True)
        (folder / "region.yaml").write_text(_REGION.format(**texts), "utf-8")
        for name, text in (("edition", _EDITION), ("distributors", _DISTRIBUTORS), ("venues", _VENUES)):
            (folder / year / f"{name}.yaml").write_text(text.format(**texts), "utf-8")
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def _texts(say: Catalogue, year: str, municipality: Municipality | None) -> dict[str, str]:
    abouts = ("region", "name", "forms", "languages", "coordinators", "edition", "distributors", "venues")
    texts = {f"about_{name}": say.get(f"new.about.{name}") for name in abouts}
    if municipality is None:
        return texts | {"year": year, "name": '""', "municipalities": "[]"}
    fi, sv = (json.dumps(name, ensure_ascii=False) for name in (municipality.name_fi, municipality.name_sv))
    name = f"{{fi: {fi}}}" if fi == sv else f"{{fi: {fi}, sv: {sv}}}"
    return texts | {"year": year, "name": name, "municipalities": f"[{fi}]"}


def _year(raw: RawProject) -> str:
    found = raw.site.root.get("edition") if raw.site else None
    years = [str(year.year) for year in raw.years]
    return found.value if isinstance(found, Scalar) else max(years, default="2026")


def _municipality(raw: RawProject, region_id: str) -> Municipality | None:
    """The municipality whose name, Finnish or Swedish, gives the id."""
    register, _ = load_register(raw.municipalities)
    for one in register.municipalities.values():
        if region_id in (as_id(one.name_fi), as_id(one.name_sv)):
            return one
    return None
