"""The Markdown texts: parsed once, then composed for a reader, national and regional joined, words filled in.

How they join (DESIGN section 3, Sections): a region's text with `add: before|after` stands beside the
national one; without it it replaces the national one in all languages. A language that lacks a text shows the
next one of its chain, marked with its language.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from sitegen.compose.link_targets import Links, check_links, resolve
from sitegen.compose.markdown import Parser, parse, parser
from sitegen.compose.placeholders import fill, fill_blocks, known, unknown
from sitegen.compose.section_words import values
from sitegen.compose.statement_words import parts_missing, with_parts
from sitegen.compose.tree import in_language, map_blocks
from sitegen.languages.choose import chain, choose
from sitegen.load.suggest import suggest
from sitegen.model.document import Block, Figure, Inline, Link, Paragraph, Text
from sitegen.model.edition import MediaDescription
from sitegen.model.network import Edition, NationalYear, Network, SectionText
from sitegen.model.sections import CARDHOLDER_SECTIONS, OWN_PREFIX, QUESTIONS
from sitegen.problems import Place, Problem, error, warning
from sitegen.structs import Struct, replace

AWAITING = "awaiting"
ELSEWHERE = "elsewhere"
STATEMENT = "statement"
POSTER, POSTER_TITLE, POSTER_LENGTH = "poster", 40, 300
Worded = Callable[[str], Mapping[str, Text]]
PLAIN_LINKS = Links(lambda _kind, _name: None)
"""Links inside the site become plain text."""


class ParsedText(Struct, frozen=True):
    """A text with its blocks; placeholders and links inside the site are still as written."""

    source: SectionText
    blocks: tuple[Block, ...]


TextSet = Mapping[tuple[str, str], ParsedText]
"""The texts of a folder by section and language."""


NationalTexts = tuple[Mapping[int, TextSet], tuple[Problem, ...]]
"""National texts by year, and what is wrong with them."""


class Texts(Struct, frozen=True):
    """All texts: the national ones by year, the regions' own by region and year."""

    national: Mapping[int, TextSet]
    regional: Mapping[tuple[str, int], TextSet]


class ComposedSection(Struct, frozen=True):
    """A section for a reader. Headings stand as under one of level 2: `##` is a heading of level 3.

    `lead` is its first paragraph, the short answer; `rest` what follows. `lang` is the page's language, or,
    with `is_fallback`, that of a part that the page's language lacks; `fallback_langs` are all of those.
    `awaits_review`: a part in the page's language waits for a native reader. `own`: partly the region's.
    `inside`: it has links inside the site.
    """

    name: str
    title: Text
    lead: tuple[Block, ...]
    rest: tuple[Block, ...]
    lang: str
    is_fallback: bool = False
    awaits_review: bool = False
    fallback_langs: tuple[str, ...] = ()
    own: bool = False
    inside: bool = False

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The whole section without its title."""
        return (*self.lead, *self.rest)


# ------------------------------------------------------------------ parsing


def parse_texts(network: Network, national: NationalTexts | None = None) -> tuple[Texts, tuple[Problem, ...]]:
    """Every text of every year and edition, each parsed once, and all that is wrong with them.

    `national`: what `parse_national` made of the network's years, where that was done before.
    """
    years, problems = national or parse_national(network.years)
    using = parser()
    found = list(problems)
    regional: dict[tuple[str, int], TextSet] = {}
    for edition in _editions(network):
        forms = tuple(lang for lang, _ in edition.region.forms)
        media = {file.name: file.description for file in edition.media}
        texts, wrong = _parsed(edition.sections, forms, media, using)
        regional[edition.region_id, edition.year] = texts
        found += (*wrong, *check_links(_blocks(texts), edition))
    return Texts(years, regional), tuple(found)


def parse_national(years: Iterable[NationalYear]) -> NationalTexts:
    """The national texts by year, and what is wrong with them."""
    using = parser()
    found: dict[int, TextSet] = {}
    problems: list[Problem] = []
    for year in years:
        found[year.year], wrong = _parsed(year.sections, (), None, using)
        problems += (*wrong, *check_links(_blocks(found[year.year]), None))
    return found, tuple(problems)


def _parsed(
    sections: Iterable[SectionText],
    forms: tuple[str, ...],
    media: Mapping[str, MediaDescription] | None,
    using: Parser,
) -> tuple[TextSet, list[Problem]]:
    found: dict[tuple[str, str], ParsedText] = {}
    problems: list[Problem] = []
    for section in sections:
        words = known(section.name, section.lang, forms)
        blocks, wrong = parse(
            section.body, section.place, section.lang, words=words, media=media, using=using
        )
        problems += (*wrong, *_title_problems(section, words), *_answer_problems(section, blocks))
        problems += (*_poster_problems(section), *_statement_problems(section, blocks))
        found[section.name, section.lang] = ParsedText(section, blocks)
    return found, problems


def _editions(network: Network) -> Iterator[Edition]:
    for entry in network.regions:
        yield from entry.editions


def _blocks(texts: TextSet) -> Iterator[tuple[Block, ...]]:
    for text in texts.values():
        yield text.blocks


def _title_problems(section: SectionText, words: frozenset[str]) -> Iterator[Problem]:
    place = Place(section.place.path, 1, 1)
    for _, name in unknown(section.title, words):
        listed = ", ".join(sorted(words))
        yield error("placeholder-unknown", place, word=name, suggestion=suggest(name, words), known=listed)


def _answer_problems(section: SectionText, blocks: tuple[Block, ...]) -> Iterator[Problem]:
    """The front page shows the first paragraph of the five questions alone, so there must be one."""
    if section.name in QUESTIONS and not section.add and blocks and not isinstance(blocks[0], Paragraph):
        yield warning("section-no-answer", section.place, section=section.name)


def _poster_problems(section: SectionText) -> Iterator[Problem]:
    """A poster has one page, and its big words are read from afar."""
    title, count = len(section.title), len(section.title) + len(section.body.strip())
    if section.name == POSTER and (count > POSTER_LENGTH or title > POSTER_TITLE):
        yield warning(
            "poster-long",
            section.place,
            count=count,
            title=title,
            limit=POSTER_LENGTH,
            most=POSTER_TITLE,
        )


def _statement_problems(section: SectionText, blocks: tuple[Block, ...]) -> Iterator[Problem]:
    """A statement that stands by itself has what is known to be lacking, and who supervises (BAR L5, L7)."""
    if section.name == STATEMENT and not section.add:
        for word in parts_missing(blocks):
            yield warning("statement-incomplete", section.place, word=word)


# ------------------------------------------------------------------ composing


def section(
    texts: Texts,
    network: Network,
    edition: Edition | None,
    lang: str,
    name: str,
    links: Links = PLAIN_LINKS,
    worded: Worded | None = None,
) -> ComposedSection | None:
    """A section for readers of `lang`, None where there is no text. No edition: the nation's alone.

    `worded` gives the values of the placeholders in a language; where many sections are composed, one that
    remembers them (`_words_of`).
    """
    worded = worded or _words_of(network, edition)
    region_languages = edition.region.languages if edition else network.site.languages
    order = chain(lang, region_languages)
    year = network.national(edition.year if edition else network.site.edition).year if network.years else 0
    national = _first(texts.national.get(year, {}), name, order)
    regional = None
    if edition is not None:
        regional = _first(texts.regional.get((edition.region_id, edition.year), {}), name, order)
        if name == ELSEWHERE and edition.region.valid_elsewhere is False:
            national = None  # a pilot that is local only: the card is good nowhere else
    parts = _joined(national, regional)
    if not parts:
        return None
    inside: list[Link] = []

    def lead_to(link: Link) -> Inline:
        found = resolve(link, links)
        if found is not link:
            inside.append(link)
        return found

    blocks = tuple(
        block
        for part in (_with_facts(part, network, region_languages) for part in parts)
        for block in _composed(part, worded, edition, lang, region_languages, lead_to)
    )
    lead = blocks[:1] if blocks and isinstance(blocks[0], Paragraph) else ()
    others = tuple(dict.fromkeys(part.source.lang for part in parts if part.source.lang != lang))
    return ComposedSection(
        name=name,
        title=_title(parts, national, worded, lang),
        lead=lead,
        rest=blocks[len(lead) :],
        lang=others[0] if others else lang,
        is_fallback=bool(others),
        awaits_review=any(part.source.review == AWAITING and part.source.lang == lang for part in parts),
        fallback_langs=others,
        own=regional is not None,
        inside=bool(inside),
    )


def resolved(one: ComposedSection, links: Links) -> ComposedSection:
    """A section that was composed with its links `AS_WRITTEN`, its links now leading where they do."""
    if not one.inside:
        return one

    def change(inline: Inline) -> tuple[Inline, ...]:
        return (resolve(inline, links) if isinstance(inline, Link) else inline,)

    return replace(one, lead=map_blocks(one.lead, change), rest=map_blocks(one.rest, change))


def sections(
    texts: Texts,
    network: Network,
    edition: Edition | None,
    lang: str,
    links: Links = PLAIN_LINKS,
    names: Iterable[str] | None = None,
) -> tuple[ComposedSection, ...]:
    """The sections of these names that there are; by default those for cardholders, in their order."""
    worded = _words_of(network, edition)
    wanted = cardholder_names(edition) if names is None else names
    found = (section(texts, network, edition, lang, name, links, worded) for name in wanted)
    return tuple(one for one in found if one is not None)


def cardholder_names(edition: Edition | None) -> tuple[str, ...]:
    """The names of the sections for cardholders, the region's further ones after `elsewhere`."""
    after = CARDHOLDER_SECTIONS.index(ELSEWHERE) + 1
    own = own_names(edition) if edition else ()
    return (*CARDHOLDER_SECTIONS[:after], *own, *CARDHOLDER_SECTIONS[after:])


def _words_of(network: Network, edition: Edition | None) -> Worded:
    """The values of the placeholders by language, each language's found once."""
    return cache(lambda lang: values(network, edition, lang))


def own_names(edition: Edition) -> tuple[str, ...]:
    """The region's further sections by file name."""
    return tuple(sorted({one.name for one in edition.sections if one.name.startswith(OWN_PREFIX)}))


def _first(texts: TextSet, name: str, order: Iterable[str]) -> ParsedText | None:
    return next((texts[name, lang] for lang in order if (name, lang) in texts), None)


def _joined(national: ParsedText | None, regional: ParsedText | None) -> tuple[ParsedText, ...]:
    if regional is None or national is None or not regional.source.add:
        found = regional or national
        return (found,) if found else ()
    return (regional, national) if regional.source.add == "before" else (national, regional)


def _title(
    parts: tuple[ParsedText, ...],
    national: ParsedText | None,
    worded: Worded,
    lang: str,
) -> Text:
    """The region's title where its text replaces the national one and has one, else the national one."""
    replacing = parts[0] if len(parts) == 1 and parts[0].source.title else None
    chosen = replacing or national or parts[0]
    filled = fill(chosen.source.title, worded(chosen.source.lang))
    return Text(filled, None if chosen.source.lang == lang else chosen.source.lang)


def _with_facts(part: ParsedText, network: Network, region_languages: tuple[str, ...]) -> ParsedText:
    """The statement's text with the parts that come from data (`statement_words`)."""
    if part.source.name != STATEMENT or network.statement is None:
        return part
    found = with_parts(part.blocks, network.statement, part.source.lang, region_languages)
    return replace(part, blocks=tuple(found))


def _composed(
    part: ParsedText,
    worded: Worded,
    edition: Edition | None,
    lang: str,
    region_languages: tuple[str, ...],
    lead_to: Callable[[Link], Inline],
) -> tuple[Block, ...]:
    own = part.source.lang
    blocks = fill_blocks(part.blocks, worded(own), lead_to)
    described = {file.name: file.description for file in edition.media} if edition else {}
    blocks = tuple(_described(block, described, own, region_languages) for block in blocks)
    return blocks if own == lang else in_language(blocks, own)


def _described(
    block: Block, described: Mapping[str, MediaDescription], lang: str, region_languages: tuple[str, ...]
) -> Block:
    """A picture with the text of media.yaml where it has none of its own."""
    if not isinstance(block, Figure) or block.alt or block.media not in described:
        return block
    found = described[block.media]
    text = None if found.decorative else choose(found.alt, lang, region_languages)
    if text is None:
        return block
    return replace(block, alt=text.value, alt_lang=text.lang if text.is_fallback else None)
