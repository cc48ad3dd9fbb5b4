"""Rules on a region: who answers for it, in what phase it is, what a sample may say."""

from collections.abc import Iterator, Mapping

from sitegen.model.fields import place_of
from sitegen.model.national import OtherMunicipality
from sitegen.model.region import SIDES, Region
from sitegen.model.register import Register
from sitegen.problems import Problem, error, note, warning
from sitegen.validate.rules.case import Case


def c4_coordinators(case: Case) -> Iterator[Problem]:
    """C4: a coordinator on the culture side and one on the social and health side."""
    if case.region.phase == "ended":
        return
    given = {one.side for one in case.region.coordinators}
    for side in SIDES:
        if side not in given:
            yield error("no-coordinator", place_of(case.region, "coordinators"), rule="C4", side=side)


def c6_pilot_end(case: Case) -> Iterator[Problem]:
    """C6: a pilot has an end."""
    if case.region.phase == "pilot" and case.region.pilot is None and "pilot" not in case.region.at:
        yield error("pilot-no-end", place_of(case.region, "phase"), rule="C6")


def c16_feedback(case: Case) -> Iterator[Problem]:
    """C16: readers have an address for their feedback."""
    if case.region.feedback is None and "feedback" not in case.region.at:
        yield warning("no-feedback", place_of(case.region), rule="C16")


def phase(case: Case) -> Iterator[Problem]:
    """DESIGN section 3, Required: the phase, unless the region is a sample."""
    region = case.region
    if region.phase is None and "phase" not in region.at and not region.is_sample:
        yield error(
            "field-missing",
            place_of(region),
            rule="B63",
            field="phase",
            inside="",
            example="phase: permanent",
        )


def owner(case: Case) -> Iterator[Problem]:
    """DOMAIN section 5: an organisation answers for the pages and their accessibility statement."""
    if case.region.owner is None and "owner" not in case.region.at:
        yield warning("no-owner", place_of(case.region), rule="owner")


def sample_voice(case: Case) -> Iterator[Problem]:
    """DOMAIN section 5, Samples: nothing is said in the name of an organisation that did not give it."""
    if not case.region.is_sample:
        return
    for field in ("owner", "coordinators", "feedback"):
        if field in case.region.at:
            yield warning("sample-voice", place_of(case.region, field), field=field)


def languages(case: Case) -> Iterator[Problem]:
    """The languages a region writes, and its official ones, are among the site's."""
    region = case.region
    known = ", ".join(case.site.languages)
    for field, given in (("languages", region.languages), ("official_languages", region.official_languages)):
        for lang in given:
            if lang not in case.site.languages:
                place = place_of(region, field)
                yield error(
                    "language-not-used", place, rule="B61", field=field, value=lang, known=known, example="fi"
                )


def valid_year(case: Case) -> Iterator[Problem]:
    """The days of validity touch the edition's year."""
    valid = case.edition.facts.valid
    if not valid.from_.year <= case.edition.year <= valid.to.year:
        yield warning(
            "valid-other-year",
            place_of(valid, "from_"),
            first=valid.from_,
            last=valid.to,
            year=case.edition.year,
        )


def aliases(regions: Mapping[str, Region]) -> Iterator[Problem]:
    """An alias leads to one region and is no region's own address."""
    taken: dict[str, str] = {id: id for id in regions}
    for id, region in regions.items():
        for alias in region.aliases:
            other = taken.setdefault(alias, id)
            if other != id or alias in regions:
                yield error("alias-taken", place_of(region, "aliases"), alias=alias, region=other)


def municipality_twice(
    regions: Mapping[str, Region], others: tuple[OtherMunicipality, ...], register: Register
) -> Iterator[Problem]:
    """A municipality belongs to one region; of network.yaml are those that have none."""
    homes: dict[str, str] = {}
    for id, region in regions.items():
        for code in region.municipalities:
            other = homes.setdefault(code, id)
            if other != id:
                place = place_of(region, "municipalities")
                name = register.name(code, "fi")
                yield warning("municipality-twice", place, municipality=name, region=other)
    for one in others:
        if one.municipality in homes:
            place = place_of(one, "municipality")
            yield note("municipality-has-region", place, region=homes[one.municipality])
