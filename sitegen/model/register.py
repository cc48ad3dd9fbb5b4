"""The register of municipalities and postal codes (Posti's file of 13.4.2024, see `data/README.md`)."""

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.model.text import Localised, TextKind, same_everywhere
from sitegen.problems import Place
from sitegen.structs import Struct


class Municipality(Struct, frozen=True):
    """A municipality: official code and its Finnish and Swedish name."""

    code: str
    name_fi: str
    name_sv: str

    def name(self, lang: str) -> str:
        """Its name for readers of a language: the Swedish one in Swedish, else the Finnish one."""
        return self.name_sv if lang == "sv" else self.name_fi


class PostalCode(Struct, frozen=True):
    """A postal code: post town (capital first letters) and the municipality's code."""

    code: str
    town_fi: str
    town_sv: str
    municipality: str


class Population(Struct, frozen=True):
    """How many people live in a municipality, from `content/<year>/populations.csv`.

    `date` is a day, month or year. `county`: its wellbeing services county, where the region does not tell.
    """

    code: str
    people: int
    date: str
    source: str
    county: str
    place: Place


@dataclass(frozen=True)
class Register:
    """All municipalities by code and by lower-case name, all postal codes."""

    municipalities: Mapping[str, Municipality]
    by_name: Mapping[str, str]
    postal_codes: Mapping[str, PostalCode]

    def name(self, code: str, lang: str) -> str:
        """A municipality's name by its code."""
        return self.municipalities[code].name(lang)

    def names(self, code: str) -> Localised:
        """A municipality's parallel names; one name where they are the same."""
        fi, sv = self.name(code, "fi"), self.name(code, "sv")
        return same_everywhere(fi) if fi == sv else Localised(TextKind.NAME, (("fi", fi), ("sv", sv)))

    def code(self, name: str) -> str | None:
        """The code of a municipality by its official name in Finnish or Swedish, whatever the case of its letters."""
        return self.by_name.get(name.casefold())
