"""Letters to others than partners: Kaikukeskus, cardholders, the press."""

from collections.abc import Iterator

from sitegen.compose.partner_words import words
from sitegen.compose.shown import best
from sitegen.languages.formats import date_short, date_text, list_text
from sitegen.model.document import Block, Fact, Facts, Text
from sitegen.model.edition import Event
from sitegen.model.network import Edition
from sitegen.model.partner import Distributor
from sitegen.year.deliveries import SPOKEN
from sitegen.year.events import event_facts
from sitegen.year.letters.parts import Source, heading, items, links, own_links, plain, regards
from sitegen.year.letters.recipients import spoken, unconfirmed
from sitegen.year.letters.texts import Words
from sitegen.year.orders import signature

PUBLIC = "fi-simple"
"""The language of the invitation to cardholders."""


def confirm(source: Source, lang: str) -> Words:
    """To Kaikukeskus: its yes to the new distributors (point 1)."""
    say, forms = source.say(lang), source.forms(lang)
    waiting = unconfirmed(source.edition)
    blocks: list[Block] = [
        plain(say.get("letter.hello")),
        plain(say.plural("confirm.lead", len(waiting), **forms)),
    ]
    for one in waiting:
        name = best(one.name, lang, source.edition.region.languages) or Text(one.id, name=True)
        blocks += [heading(name.value), Facts(tuple(_about(one, source, lang)))]
    blocks += [plain(say.get("confirm.ask")), plain(say.get("confirm.until")), *regards(source, lang)]
    return Words(say.get("confirm.subject", **forms), tuple(blocks))


def _about(one: Distributor, source: Source, lang: str) -> Iterator[Fact]:
    say, spoken_here = source.say(lang), source.edition.region.languages
    register = source.network.register
    for key, localised in (("part-of", one.part_of), ("serves", one.serves)):
        text = best(localised, lang, spoken_here)
        if text is not None:
            yield Fact(Text(say.get(f"confirm.{key}")), ((text,),))
    if one.municipality is not None:
        name = register.name(one.municipality, lang)
        yield Fact(Text(say.get("confirm.municipality")), ((Text(name, name=True),),))
    if one.sector:
        sectors = list_text([words(lang).get(f"sector.{sector}") for sector in one.sector], lang)
        yield Fact(Text(say.get("confirm.sector")), ((Text(sectors),),))
    day = one.commitment.date if one.commitment else None
    yield Fact(
        Text(say.get("confirm.commitment")),
        ((Text(date_text(day, lang) if day else say.get("confirm.commitment-none")),),),
    )


def invite_kaikukeskus(source: Source, event: Event, lang: str) -> Words:
    """Kaikukeskus to the feedback meeting, with its slides (point 10)."""
    say, forms = source.say(lang), source.forms(lang)
    blocks = (
        plain(say.get("letter.hello")),
        plain(say.get("invite.lead-kaikukeskus", **forms)),
        event_facts(event, source.edition, say),
        plain(say.get("invite.slides")),
        heading(say.get("invite.agenda")),
        items(say.get(f"invite.agenda.{number}") for number in range(1, 5)),
        *regards(source, lang),
    )
    return Words(say.get("invite.subject", day=date_short(event.date, lang), **forms), blocks)


def invite_cardholders(source: Source, event: Event) -> Words:
    """Cardholders, in plain Finnish: a paper for a wall or a page, not a mail."""
    say, forms = source.say(PUBLIC), source.forms(PUBLIC)
    region = source.edition.region
    blocks: list[Block] = [
        plain(say.get("public.have")),
        plain(say.get("public.tell", **forms)),
        event_facts(event, source.edition, say),
        heading(say.get("public.what")),
        items(say.get(f"public.what.{number}") for number in range(1, 4)),
        heading(say.get("public.more")),
    ]
    if region.feedback:
        blocks.append(plain(say.get("public.feedback", address=region.feedback)))
    blocks.append(items(signature(source.edition, PUBLIC)))
    blocks += links(own_links(source, PUBLIC, "front"))
    return Words(say.get("public.subject"), tuple(blocks))


def press_languages(edition: Edition) -> tuple[str, ...]:
    """The languages of a notice to the press: those in which the region writes and papers are read."""
    found = dict.fromkeys(code for lang in edition.region.languages if (code := spoken(lang)))
    return tuple(code for code in SPOKEN if code in found) or ("fi",)


def press(source: Source, lang: str) -> Words:
    """The activity goes on: for newspapers and the region's own channels (point 5)."""
    edition, say, forms = source.edition, source.say(lang), source.forms(lang)
    phase = "pilot" if edition.region.phase == "pilot" else "permanent"
    updated = edition.facts.updated
    counts = {
        "distributors": say.plural("press.distributors", len(edition.listed_distributors)),
        "venues": say.plural("press.venues", len(edition.listed_venues)),
    }
    fresh = [
        one for one in (*edition.listed_distributors, *edition.listed_venues) if one.since == edition.year
    ]
    names = [text.value for one in fresh if (text := best(one.name, lang, edition.region.languages))]
    blocks: list[Block] = [plain(say.get("press.head", day=date_text(updated, lang)))] if updated else []
    blocks += [
        plain(say.get(f"press.lead-{phase}", **forms)),
        *_conditions(source, lang),
        plain(say.get("press.partners", **counts, **forms)),
    ]
    if names:
        blocks += [plain(say.get("press.new")), items(names)]
    pages = links(own_links(source, lang, "front", "distributors", "venues", "materials"))
    blocks += [heading(say.get("press.read")), *pages] if pages else []
    blocks += [heading(say.get("press.more")), items(signature(edition, lang))]
    return Words(say.get(f"press.subject-{phase}", **forms), tuple(blocks))


def _conditions(source: Source, lang: str) -> tuple[Block, ...]:
    """Who gets the card, with the numbers of the year's rules (C9); nothing where the year has none."""
    file = source.network.national(source.edition.year).rules
    if file is None:
        return ()
    ages = {"card_min_age": file.rules.card_min_age, "child_under_age": file.rules.child_under_age}
    return (plain(source.say(lang).get("press.what", **ages)),)
