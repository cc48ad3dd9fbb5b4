"""The neutral tree of a document: a closed list of kinds, written as HTML, PDF and DOCX.

A brochure, a poster or a letter is built once as this tree. A new kind needs its three writers
(`render/tree_html.py`, `render/pdf.py` by way of it, `render/docx/`) and a case in the tests.

`lang` on a block or an inline says that this part is in another language than what encloses it; None means
the same language. A name (`translate=no`) has `lang=None` and `name=True`. Everything is frozen and consists
of tuples, strings and numbers, so that a tree has one canonical encoding (its key, DESIGN section 5).
`origin` is where the author wrote a part: an aside, which writers never look at.
"""

from typing import Literal

from sitegen.problems import Place
from sitegen.structs import Aside, Struct

NOWHERE = Aside(Place())
"""An origin where nobody asks for one."""


# ------------------------------------------------------------------ inlines


class Text(Struct, frozen=True):
    """Characters. `name`: a proper name, never translated and isolated on right-to-left pages.

    `ltr`: always left to right (telephone numbers, addresses on the web, codes: BAR F12). `whole`: never
    broken over lines.
    """

    value: str
    lang: str | None = None
    name: bool = False
    ltr: bool = False
    whole: bool = False


class Strong(Struct, frozen=True):
    """Important words."""

    children: "tuple[Inline, ...]"


class Emphasis(Struct, frozen=True):
    """Stressed words."""

    children: "tuple[Inline, ...]"


class Code(Struct, frozen=True):
    """Characters to be typed or compared as they stand. Never a card code (C19)."""

    value: str


class Link(Struct, frozen=True):
    """A link: one text, no markup inside (BAR F4). `href` is complete; `label` says the target where the text alone does not."""

    text: Text
    href: str
    label: str = ""
    hreflang: str | None = None
    type: str | None = None
    origin: Aside[Place] = NOWHERE


class LineBreak(Struct, frozen=True):
    """A line ends here: plain-language line breaks in print (BAR PL2), lines of an address."""


Inline = Text | Strong | Emphasis | Code | Link | LineBreak


# ------------------------------------------------------------------ blocks


class Heading(Struct, frozen=True):
    """A heading of level 1-6. `id` is its anchor, unique in the document; `detail` a short second text beside it (a partner's kind)."""

    level: int
    children: tuple[Inline, ...]
    id: str = ""
    lang: str | None = None
    detail: tuple[Inline, ...] = ()
    origin: Aside[Place] = NOWHERE


class Paragraph(Struct, frozen=True):
    """Words. `role` tells the writers' style: "" | lead | what | limit | address | how | small | hours."""

    children: tuple[Inline, ...]
    role: str = ""
    lang: str | None = None
    origin: Aside[Place] = NOWHERE


class Item(Struct, frozen=True):
    """One item of a list: any blocks."""

    children: "tuple[Block, ...]"
    id: str = ""


class List(Struct, frozen=True):
    """A list, one structure element however many pages it covers (BAR F3). `role`: "" | steps | partners | along."""

    items: tuple[Item, ...]
    ordered: bool = False
    role: str = ""
    lang: str | None = None


class Cell(Struct, frozen=True):
    """A cell; `header` says for what it is a heading. `count`: of a column of numbers, written to the line's end."""

    children: tuple[Inline, ...]
    header: Literal["", "row", "column"] = ""
    lang: str | None = None
    count: bool = False


class Row(Struct, frozen=True):
    """A row of a table."""

    cells: tuple[Cell, ...]


class Table(Struct, frozen=True):
    """Data in rows and columns; `head` are the heading rows. The caption is its name (BAR A34)."""

    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    caption: tuple[Inline, ...] = ()
    lang: str | None = None


class Figure(Struct, frozen=True):
    """A picture by its name in the job's media. An empty `alt` means decoration, which is an artifact (BAR A15, P09)."""

    media: str
    alt: str
    alt_lang: str | None = None
    caption: tuple[Inline, ...] = ()
    role: str = ""
    origin: Aside[Place] = NOWHERE


class Contact(Struct, frozen=True):
    """One way to reach somebody: the label in words, then the link or text (BAR A09). `note` stands after it: a price, for whom."""

    channel: Literal["phone", "email", "web", "hours", "programme"]
    label: Text
    value: tuple[Inline, ...]
    note: tuple[Inline, ...] = ()


class Contacts(Struct, frozen=True):
    """The ways to reach somebody, always in the order phone, e-mail, web (BAR 3.2.4)."""

    rows: tuple[Contact, ...]


class Fact(Struct, frozen=True):
    """A name and what holds: "What", "Where", "How"."""

    term: Text
    details: "tuple[tuple[Inline, ...], ...]"
    role: str = ""


class Facts(Struct, frozen=True):
    """Facts in their order."""

    rows: tuple[Fact, ...]


class Note(Struct, frozen=True):
    """A condition to know: pale ground, heading, blocks. `kind`: "" | sample | review | year | language."""

    children: "tuple[Block, ...]"
    title: tuple[Inline, ...] = ()
    level: int = 3
    lang: str | None = None
    kind: str = ""


class Break(Struct, frozen=True):
    """A new page in print."""


class Section(Struct, frozen=True):
    """Blocks that belong together. `role` is the writers' hook: cover questions how list back own text …; `tile` names its picture."""

    children: "tuple[Block, ...]"
    role: str = ""
    tile: str = ""
    id: str = ""
    lang: str | None = None


Block = Heading | Paragraph | List | Table | Figure | Contacts | Facts | Note | Break | Section


class Media(Struct, frozen=True):
    """A picture's bytes as the tree names it, with its type and size in pixels (0: vector)."""

    name: str
    type: str
    data: bytes
    width: int = 0
    height: int = 0


class Document(Struct, frozen=True):
    """A whole document: what a renderer needs besides theme and fonts.

    `kind`: brochure | poster | letter. `running` is the foot's text. `book` gives the title page's parts.
    `accent` holds the region's tones as (token, hex) pairs.
    """

    kind: str
    lang: str
    direction: Literal["ltr", "rtl"]
    title: str
    subject: str
    author: str
    children: tuple[Block, ...]
    running: str = ""
    keywords: str = ""
    accent: tuple[tuple[str, str], ...] = ()
    media: tuple[Media, ...] = ()
    large_print: bool = False
