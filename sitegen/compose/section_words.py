"""What the `{words}` of texts stand for, by edition and language."""

from collections.abc import Mapping
from datetime import date

from sitegen.compose.placeholders import RULES
from sitegen.compose.statement_words import statement_values
from sitegen.languages.choose import choose
from sitegen.languages.formats import date_text, month_text
from sitegen.languages.messages import catalogue
from sitegen.languages.table import language
from sitegen.model.document import Text
from sitegen.model.network import Edition, Network

WORDS = "words"


def values(network: Network, edition: Edition | None, lang: str) -> Mapping[str, Text]:
    """The values of all placeholders in a text of `lang`. Numbers of the rules come from their file (C9)."""
    year = edition.year if edition else network.site.edition
    found = {"year": Text(str(year)), **_rules(network, year), **_region(edition, lang)}
    owner = owner_name(network, edition, lang)
    day = updated_text(edition, lang) if edition else ""
    facts = statement_values(network.statement, lang) if network.statement else {}
    return {**found, **facts, "owner": Text(owner), "updated": Text(day or str(year))}


def _rules(network: Network, year: int) -> dict[str, Text]:
    file = network.national(year).rules if network.years else None
    if file is None:
        return {}
    return {name: Text(str(getattr(file.rules, name))) for name in RULES}


def _region(edition: Edition | None, lang: str) -> dict[str, Text]:
    if edition is None:
        words = catalogue(WORDS, lang)
        return {name: Text(words.get(f"country.{name}")) for name in ("region", "region_in", "region_of")}
    chosen = choose(edition.region.name, lang, edition.region.languages)
    bare = chosen.value if chosen else edition.region_id
    other_script = language(lang).script != "latin" and (chosen is None or chosen.lang != lang)
    forms = dict(edition.region.forms)
    form = forms.get(lang) or forms.get(language(lang).base or "")
    return {
        "region": Text(bare, name=other_script),
        "region_in": Text(form.in_ if form else bare),
        "region_of": Text(form.of if form else bare),
    }


def region_forms(edition: Edition, lang: str) -> dict[str, str]:
    """`region`, `region_in`, `region_of` as plain strings, for messages."""
    return {name: text.value for name, text in _region(edition, lang).items()}


def owner_name(network: Network, edition: Edition | None, lang: str) -> str:
    """Who answers for the pages: the region's owner; for samples and the nation the site's publisher."""
    region_languages = edition.region.languages if edition else network.site.languages
    owners = [edition.region.owner] if edition and not edition.region.is_sample else []
    for organisation in (*owners, network.site.publisher, network.site.kaikukeskus):
        name = choose(organisation.name, lang, region_languages) if organisation else None
        if name:
            return name.value
    title = choose(network.site.title, lang, network.site.languages)
    return title.value if title else ""


def updated_text(edition: Edition, lang: str) -> str:
    """When the details were checked; for samples the newest date of their sources (DOMAIN section 5)."""
    if not edition.region.is_sample:
        return date_text(edition.facts.updated, lang) if edition.facts.updated else ""
    listed = (*edition.listed_distributors, *edition.listed_venues)
    sources = [*edition.region.source, *(one.source for one in listed if one.source)]
    dates = sorted(source.date for source in sources if source.date)
    return partial_date_text(dates[-1], lang) if dates else ""


def partial_date_text(written: str, lang: str) -> str:
    """A day, month or year as read: `2024-05-12`, `2024-05`, `2024`."""
    numbers = [int(part) for part in written.split("-")]
    if len(numbers) == 3:
        return date_text(date(numbers[0], numbers[1], numbers[2]), lang)
    return month_text(numbers[0], numbers[1], lang) if len(numbers) == 2 else written
