"""Blocks of a document tree as paragraphs and tables."""

from collections.abc import Iterable
from typing import assert_never

from sitegen.model.document import (
    Block,
    Break,
    Contact,
    Contacts,
    Fact,
    Facts,
    Figure,
    Heading,
    Item,
    List,
    Note,
    Paragraph,
    Section,
    Table,
    Text,
)
from sitegen.render.docx.figures import figure_paragraphs
from sitegen.render.docx.inlines import Marks, runs, text_runs
from sitegen.render.docx.paragraphs import (
    keep_together,
    marked,
    on_band,
    on_new_page,
    on_note_ground,
    paragraph,
    under_rule,
)
from sitegen.render.docx.parts import BULLETS
from sitegen.render.docx.setting import Setting
from sitegen.render.docx.tables import gap, table_elements
from sitegen.render.docx.xml import Element, W, put, spaced, w
from sitegen.structs import replace

DEEPEST_HEADING = 6
DEEPEST_LIST = 3
BETWEEN = " \N{MIDDLE DOT} "
PAGES = ("list", "back")  # sections that begin a page; the others follow on
STYLES = {
    "lead": "Lead",
    "what": "What",
    "limit": "Limit",
    "address": "Address",
    "how": "How",
    "hours": "Hours",
    "small": "Small",
    "foot": "Small",
}
LABEL = Marks(style="Label")
STRONG = Marks(style="Strong")


def write_blocks(blocks: Iterable[Block], setting: Setting) -> list[Element]:
    """Blocks in their order. A `Break` takes effect on the block after it."""
    found: list[Element] = []
    breaks = False
    for block in blocks:
        made = _block(block, setting)
        if found and made and found[-1].tag == W + "tbl":
            made = _after_table(made)
        if breaks and made:
            on_new_page(made)
        breaks = isinstance(block, Break) or (breaks and not made)
        found += made
    return found


def _block(block: Block, setting: Setting) -> list[Element]:
    match block:
        case Heading():
            return _heading(block, setting)
        case Paragraph():
            return [_paragraph(block, setting)]
        case List():
            return _list(block, setting)
        case Table():
            return table_elements(block, setting)
        case Figure():
            return figure_paragraphs(block, setting)
        case Contacts():
            return [_contacts(block, setting)]
        case Facts():
            return [_fact(row, setting) for row in block.rows]
        case Note():
            return _note(block, setting)
        case Break():
            return []
        case Section():
            return _section(block, setting)
        case _:
            assert_never(block)


def _after_table(made: list[Element]) -> list[Element]:
    """Room below a table, and between two of them the paragraph without which Word makes them one."""
    if made[0].tag == W + "tbl":
        return [gap(), *made]
    style = made[0].find(f"{W}pPr/{W}pStyle")
    if style is None or style.get(W + "val") == STYLES["small"]:
        spaced(made[0], before=12)
    return made


def _heading(heading: Heading, setting: Setting) -> list[Element]:
    """A heading; its detail is a paragraph after it, so that the outline holds the name alone."""
    inner = setting.within(heading.lang)
    title = setting.section == "cover" and heading.level == 1
    style = "Title" if title else f"Heading{min(heading.level, DEEPEST_HEADING)}"
    made = [paragraph(style, runs(heading.children, inner), inner)]
    marked(made, heading.id, setting)
    if setting.section == "list" and heading.level == 3 and not setting.depth:
        on_band(made[0], setting.tones["accent-tint"])
    if heading.detail:
        made.append(paragraph("Detail", runs(heading.detail, setting), setting))
    return made


def _paragraph(block: Paragraph, setting: Setting) -> Element:
    inner = setting.within(block.lang)
    return paragraph(_style(block.role, setting), runs(block.children, inner), inner)


def _style(role: str, setting: Setting) -> str:
    if setting.section == "cover":
        return "Subtitle" if role in ("sub", "lead") else "Cover"
    plain = "ListContinue" if setting.depth else "How" if setting.section == "list" else ""
    return STYLES.get(role, plain)


def _list(block: List, setting: Setting) -> list[Element]:
    """Items with their bullet or number, or where they open with headings as what those headings hold.

    A partner is found by its heading: a bullet before it would only be noise to a screen reader.
    """
    inner = setting.within(block.lang)
    level = min(setting.depth, DEEPEST_LIST)
    by_headings = bool(block.items) and all(_opens_with_heading(item) for item in block.items)
    if by_headings and not block.ordered:
        return [
            row for number, item in enumerate(block.items) for row in _entry(item, block.role, number, inner)
        ]
    number = setting.parts.numbers(block.role, level) if block.ordered else BULLETS
    style = "ListNumber" if block.ordered else "ListBullet"
    indent = setting.parts.indent(number, level)
    content = replace(inner, depth=setting.depth + 1, indent=indent)
    return [row for item in block.items for row in _item(item, style, number, level, content)]


def _opens_with_heading(item: Item) -> bool:
    return bool(item.children) and isinstance(item.children[0], Heading)


def _entry(item: Item, role: str, number: int, setting: Setting) -> list[Element]:
    """An item that its heading opens; the partners of a list are divided by a rule."""
    made = write_blocks(item.children, setting)
    if role == "partners":
        keep_together(made)
        if number:
            under_rule(made[0], number)
    marked(made, item.id, setting)
    return made


def _item(item: Item, style: str, number: int, level: int, setting: Setting) -> list[Element]:
    """An item: its first paragraph carries the number, the rest stands below at the same indent."""
    made = write_blocks(item.children, setting)
    if not made or made[0].tag != W + "p":
        made.insert(0, paragraph(style, (), setting))
    first = made[0]
    if first.find(f"{W}pPr/{W}pStyle") is None or not _opens_with_heading(item):
        put(first, w("pStyle", val=style))
    hanging = setting.indent - (setting.parts.indent(number, level - 1) if level else 0)
    put(
        first,
        w("numPr", w("ilvl", val=level), w("numId", val=number)),
        w("ind", left=setting.indent, hanging=hanging),
    )
    marked(made, item.id, setting)
    return made


def _contacts(contacts: Contacts, setting: Setting) -> Element:
    """The ways to reach somebody in one line, as in the PDF."""
    found: list[Element] = []
    for number, row in enumerate(contacts.rows):
        found += runs((Text(BETWEEN),), setting) if number else []
        found += _contact(row, setting)
    return paragraph("Contact", found, setting)


def _contact(row: Contact, setting: Setting) -> list[Element]:
    label = [*text_runs(row.label, setting, LABEL), *_blank(setting)] if row.label.value else []
    note = [*runs((Text(" ("),), setting), *runs(row.note, setting), *runs((Text(")"),), setting)]
    return [*label, *runs(row.value, setting), *(note if row.note else [])]


def _fact(fact: Fact, setting: Setting) -> Element:
    found = [*text_runs(fact.term, setting, STRONG), *_blank(setting)]
    for number, detail in enumerate(fact.details):
        found += [w("r", w("br"))] if number else []
        found += runs(detail, setting)
    return paragraph("Fact", found, setting)


def _blank(setting: Setting) -> list[Element]:
    return text_runs(Text(" "), setting)


def _note(note: Note, setting: Setting) -> list[Element]:
    inner = setting.within(note.lang)
    made = _heading(Heading(note.level, note.title), inner) if note.title else []
    made += write_blocks(note.children, inner)
    for row in made:
        if row.tag == W + "p" and row.find(f"{W}pPr/{W}pStyle") is None:
            put(row, w("pStyle", val="Notice"))
    on_note_ground(made)
    return made


def _section(section: Section, setting: Setting) -> list[Element]:
    inner = setting.within(section.lang)
    role = section.role or setting.section
    made = write_blocks(section.children, replace(inner, section=role, deep=role == "cover"))
    marked(made, section.id, setting)
    if section.role in PAGES and made:
        on_new_page(made)
    return made
