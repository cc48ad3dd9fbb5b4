"""`sitegen changes REGION FROM TO`: what is different in two editions of a region."""

from sitegen.compose.shown import best
from sitegen.model.network import Edition
from sitegen.model.partner import Partner, is_listed
from sitegen.model.region import Coordinator
from sitegen.model.register import Register
from sitegen.model.text import Localised
from sitegen.structs import Struct
from sitegen.year.field_words import Facts, facts_of

NOTHING = "–"


class FieldChange(Struct, frozen=True):
    """A field, what it said and what it says. `lang`: the text's language where it is not the reader's."""

    field: str
    lang: str
    old: str
    new: str


class Named(Struct, frozen=True):
    """A partner of a list. `waits`: it is new and not listed yet (C1, C2)."""

    list: str
    id: str
    name: str
    waits: bool = False


class Changed(Struct, frozen=True):
    """A partner, or the coordinator of a side, of whom something is told differently."""

    list: str
    id: str
    name: str
    fields: tuple[FieldChange, ...]


class Changes(Struct, frozen=True):
    """All differences, each group by list and then in the order of the files."""

    region_id: str
    region: str
    before: int
    after: int
    lang: str
    gone: tuple[Named, ...]
    new: tuple[Named, ...]
    changed: tuple[Changed, ...]
    coordinators: tuple[Changed, ...]

    @property
    def nothing(self) -> bool:
        """Whether the two years are alike."""
        return not (self.gone or self.new or self.changed or self.coordinators)


def changes(before: Edition, after: Edition, register: Register, lang: str) -> Changes:
    """The differences from one edition to another in the words of `lang`.

    Partners gone are those that were listed and are in the later lists no more, or stop or have ended there;
    new ones were not listed and go on now. Only public fields are compared.
    """
    languages = after.region.languages
    gone: list[Named] = []
    new: list[Named] = []
    changed: list[Changed] = []
    for stem in ("distributors", "venues"):
        earlier = {one.id: one for one in _partners(before, stem) if is_listed(one, before.year)}
        later = {one.id: one for one in _partners(after, stem) if one.answer != "stops" and one.ended is None}
        gone += [
            Named(stem, id, _name(one, lang, languages)) for id, one in earlier.items() if id not in later
        ]
        for id, one in later.items():
            name = _name(one, lang, languages)
            if id not in earlier:
                new.append(Named(stem, id, name, waits=not is_listed(one, after.year)))
                continue
            facts = (facts_of(record, lang, languages, register) for record in (earlier[id], one))
            fields = _differences(*facts, lang=lang)
            if fields:
                changed.append(Changed(stem, id, name, fields))
    return Changes(
        region_id=after.region_id,
        region=_text(after.region.name, lang, languages),
        before=before.year,
        after=after.year,
        lang=lang,
        gone=tuple(gone),
        new=tuple(new),
        changed=tuple(changed),
        coordinators=_coordinators(before, after, register, lang),
    )


def _partners(edition: Edition, stem: str) -> tuple[Partner, ...]:
    return edition.distributors if stem == "distributors" else edition.venues


def _name(partner: Partner, lang: str, languages: tuple[str, ...]) -> str:
    return _text(partner.name, lang, languages)


def _text(localised: Localised, lang: str, languages: tuple[str, ...]) -> str:
    found = best(localised, lang, languages)
    return found.value if found else ""


def _differences(old: Facts, new: Facts, *, lang: str) -> tuple[FieldChange, ...]:
    keys = dict.fromkeys((*old, *new))
    return tuple(
        FieldChange(
            field,
            "" if code == lang else code,
            old.get((field, code), NOTHING),
            new.get((field, code), NOTHING),
        )
        for field, code in keys
        if old.get((field, code)) != new.get((field, code))
    )


def _coordinators(before: Edition, after: Edition, register: Register, lang: str) -> tuple[Changed, ...]:
    """By side, and where a side has several by their order."""
    earlier, later = (_by_side(one.region.coordinators) for one in (before, after))
    found = []
    for key in dict.fromkeys((*earlier, *later)):
        old, new = (
            facts_of(one[key], lang, after.region.languages, register) if key in one else {}
            for one in (earlier, later)
        )
        fields = _differences(old, new, lang=lang)
        if fields:
            found.append(Changed("coordinators", key[0], key[0], fields))
    return tuple(found)


def _by_side(coordinators: tuple[Coordinator, ...]) -> dict[tuple[str, int], Coordinator]:
    found: dict[tuple[str, int], Coordinator] = {}
    for one in coordinators:
        number = sum(side == one.side for side, _ in found)
        found[one.side, number] = one
    return found
