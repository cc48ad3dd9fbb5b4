"""Changes in words: as text, as a document, and as the notice to Kaikukeskus."""

from sitegen.languages.messages import Catalogue, catalogue, in_language
from sitegen.languages.table import language
from sitegen.model.document import (
    Block,
    Document,
    Heading,
    Inline,
    Item,
    LineBreak,
    List,
    Paragraph,
    Text,
)
from sitegen.model.network import Edition, Network
from sitegen.render.mail import Mailbox, tree_draft
from sitegen.render.tree_text import blocks_text
from sitegen.structs import Struct
from sitegen.year.changes import Changes, FieldChange
from sitegen.year.orders import address, signature

LISTS = ("distributors", "venues")
ARROW = " \N{RIGHTWARDS ARROW} "


class Entry(Struct, frozen=True):
    """A partner or a side with the fields of it that changed."""

    name: str
    fields: tuple[FieldChange, ...] = ()


class Group(Struct, frozen=True):
    """Entries under a heading."""

    heading: str
    entries: tuple[Entry, ...]


def groups(found: Changes) -> tuple[Group, ...]:
    """The account: who is gone, who is new, of whom what changed. Groups without entries are left out."""
    say = catalogue("cli", found.lang)
    made = [
        Group(
            say.get(f"changes.{kind}-{stem}"),
            tuple(
                Entry(say.get(f"changes.waits-{stem}", name=one.name) if one.waits else one.name)
                for one in partners
                if one.list == stem
            ),
        )
        for kind, partners in (("gone", found.gone), ("new", found.new))
        for stem in LISTS
    ]
    made += [
        Group(
            say.get(f"changes.changed-{stem}"),
            tuple(Entry(one.name, one.fields) for one in found.changed if one.list == stem),
        )
        for stem in LISTS
    ]
    people = tuple(Entry(say.get(f"changes.side.{one.id}"), one.fields) for one in found.coordinators)
    made.append(Group(say.get("changes.coordinators"), people))
    return tuple(one for one in made if one.entries)


def title(found: Changes) -> str:
    """The account's title."""
    say = catalogue("cli", found.lang)
    return say.get("changes.title", region=found.region, before=found.before, after=found.after)


def as_text(found: Changes) -> str:
    """The account as plain text."""
    say = catalogue("cli", found.lang)
    lines = [title(found), *_group_lines(found, say), *(["", line] if (line := _closing(found, say)) else [])]
    return "\n".join(lines) + "\n"


def _closing(found: Changes, say: Catalogue) -> str:
    """What is said where nothing is told of the coordinators: whoever reads must not have to guess."""
    same = "" if found.coordinators else say.get("changes.coordinators-same")
    return f"{say.get('changes.nothing')} {same}" if found.nothing else same


def _group_lines(found: Changes, say: Catalogue) -> list[str]:
    lines: list[str] = []
    for group in groups(found):
        lines += ["", group.heading]
        for entry in group.entries:
            lines += [f"- {entry.name}", *(f"    {_line(field, say)}" for field in entry.fields)]
    return lines


def _line(field: FieldChange, say: Catalogue) -> str:
    return f"{_label(field, say)}: {field.old}{ARROW}{field.new}"


def _label(field: FieldChange, say: Catalogue) -> str:
    if not field.lang:
        return field.field
    return say.get("changes.field-lang", field=field.field, lang=in_language(field.lang, say.lang))


def as_document(found: Changes) -> Document:
    """The account as a document; texts in another language than its own say which."""
    say = catalogue("cli", found.lang)
    blocks = _group_blocks(found, say)
    closing = _closing(found, say)
    if closing:
        blocks.append(_plain(closing))
    return _document(title(found), blocks, found)


def _document(heading: str, blocks: list[Block], found: Changes) -> Document:
    return Document(
        kind="letter",
        lang=found.lang,
        direction=language(found.lang).direction,
        title=heading,
        subject=heading,
        author=found.region,
        children=(Heading(1, (Text(heading),)), *blocks),
        running=heading,
    )


def _group_blocks(found: Changes, say: Catalogue) -> list[Block]:
    blocks: list[Block] = []
    for group in groups(found):
        blocks.append(Heading(2, (Text(group.heading),)))
        blocks.append(List(tuple(_item(entry, say) for entry in group.entries)))
    return blocks


def _plain(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def _item(entry: Entry, say: Catalogue) -> Item:
    name = Paragraph((Text(entry.name, name=True),))
    if not entry.fields:
        return Item((name,))
    return Item((name, List(tuple(Item((Paragraph(_inlines(one, say)),)) for one in entry.fields))))


def _inlines(field: FieldChange, say: Catalogue) -> tuple[Inline, ...]:
    lang = field.lang or None
    return (Text(f"{_label(field, say)}: "), Text(field.old, lang), Text(ARROW), Text(field.new, lang))


class Notice(Struct, frozen=True):
    """The message to Kaikukeskus. `to` is empty where no address of theirs is known."""

    to: str
    subject: str
    blocks: tuple[Block, ...]
    lang: str


def notice(found: Changes, edition: Edition, network: Network) -> Notice:
    """What Kaikukeskus is told (points 1 and 12): what is different, whom to confirm, who coordinates now.

    Its addressee is the region's contact there, else Kaikukeskus's own address where the site has one.
    """
    say = catalogue("cli", found.lang)
    lead = "changes.notice-nothing" if found.nothing else "changes.notice-lead"
    blocks: list[Block] = [
        _plain(say.get("changes.notice-hello")),
        _plain(say.get(lead, region=found.region, before=found.before, after=found.after)),
        *_group_blocks(found, say),
    ]
    if any(one.waits and one.list == "distributors" for one in found.new):
        blocks.append(_plain(say.get("changes.notice-confirm")))
    signed: list[Inline] = [Text(say.get("changes.notice-bye"))]
    for line in (say.get("changes.notice-from", region=found.region), *signature(edition, found.lang)):
        signed += [LineBreak(), Text(line)]
    return Notice(
        to=address(edition, network),
        subject=say.get("changes.notice-subject", region=found.region, year=found.after),
        blocks=(*blocks, Paragraph(tuple(signed))),
        lang=found.lang,
    )


def notice_text(made: Notice) -> str:
    """The notice as plain text, to be copied: addressee and subject on top."""
    say = catalogue("cli", made.lang)
    to = [say.get("changes.notice-to", address=made.to)] if made.to else []
    return "\n".join(
        (*to, say.get("changes.notice-about", subject=made.subject), "", blocks_text(made.blocks))
    )


def notice_document(made: Notice, found: Changes) -> Document:
    """The notice as a document."""
    return _document(made.subject, list(made.blocks), found)


def notice_draft(made: Notice) -> bytes:
    """The notice as a draft of mail."""
    return tree_draft([Mailbox(made.to)] if made.to else [], made.subject, made.blocks, made.lang)
