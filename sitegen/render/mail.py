"""Drafts of mail: files that mail programs open ready to be read over and sent.

A draft has no sender and no date, since whoever sends it has both, and `X-Unsent: 1`, by which mail programs
know that it is to be sent. The same draft gives the same bytes.
"""

import hashlib
from collections.abc import Iterable
from email.header import Header
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP
from email.utils import quote

from sitegen.model.document import Block
from sitegen.render.html_inline import attributes, direction, element
from sitegen.render.tree_html import blocks_html
from sitegen.render.tree_text import blocks_text
from sitegen.structs import Struct


class Mailbox(Struct, frozen=True):
    """Whom a mail goes to. The name may be empty."""

    address: str
    name: str = ""


class Attachment(Struct, frozen=True):
    """A file that goes along; `type` as in `text/calendar`."""

    name: str
    type: str
    data: bytes


def text_draft(to: Iterable[Mailbox], subject: str, text: str) -> bytes:
    """A draft of plain words."""
    made = EmailMessage(policy=SMTP)
    made.set_content(text, cte="quoted-printable")
    return _head(tuple(to), subject) + _bytes(made)


def tree_draft(
    to: Iterable[Mailbox],
    subject: str,
    blocks: tuple[Block, ...],
    lang: str,
    attachments: Iterable[Attachment] = (),
) -> bytes:
    """A draft of a document's blocks, as plain words and as HTML, with files that go along."""
    made = EmailMessage(policy=SMTP)
    made.set_content(blocks_text(blocks), cte="quoted-printable")
    made.add_alternative(_page(subject, blocks, lang), subtype="html", cte="quoted-printable")
    for one in attachments:
        maintype, _, subtype = one.type.partition("/")
        made.add_attachment(one.data, maintype, subtype, filename=one.name)
    return _head(tuple(to), subject) + _bytes(made)


def _head(to: tuple[Mailbox, ...], subject: str) -> bytes:
    """The headers of a draft. Whatever names hold, nobody can write a header of their own into one.

    Folded by `email.header`, since the message's own policy doubles blanks beside words in other letters
    (seen in Python 3.11: "klo 9.00–11.00").
    """
    lines = ["X-Unsent: 1", f"Subject: {_words(subject, len('Subject: '))}"]
    if to:
        lines.append(f"To: {f',{_FOLD}'.join(_mailbox(one) for one in to)}")
    return "".join(f"{line}\r\n" for line in lines).encode()


_FOLD = "\r\n "


def _words(text: str, used: int = 0) -> str:
    """A text as a header holds it (RFC 2047), its lines after the first begin with a blank."""
    plain = one_line(text)
    charset = "us-ascii" if plain.isascii() else "utf-8"
    return Header(plain, charset, maxlinelen=76 - used).encode(linesep="\r\n")


def _mailbox(one: Mailbox) -> str:
    local, _, domain = one.address.rpartition("@")
    address = f"{local}@{domain.encode('idna').decode()}"
    name = one_line(one.name)
    if not name:
        return address
    return f'"{quote(name)}" <{address}>' if name.isascii() else f"{_words(name)} <{address}>"


def one_line(text: str) -> str:
    """A text without line ends and control characters, runs of blanks as one."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _page(subject: str, blocks: tuple[Block, ...], lang: str) -> str:
    head = '<meta charset="utf-8">' + element("title", one_line(subject).translate(_ESCAPES)) + _SHEET
    body = element("body", "\n" + blocks_html(blocks, lang=lang) + "\n", ("style", _STYLE))
    pairs = attributes((("lang", lang), ("dir", direction(lang))))
    return f"<!DOCTYPE html>\n<html{pairs}>\n<head>{head}</head>\n{body}\n</html>\n"


_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_SHEET = "<style>dt { font-weight: bold; margin-top: 0.5em }</style>"
_STYLE = "font-family: sans-serif; font-size: 1rem; line-height: 1.5; max-width: 40em"


def _bytes(made: EmailMessage) -> bytes:
    """The message; its boundaries come from its words. No quoted-printable or base64 line holds `=_`."""
    seed = hashlib.sha256()
    parts = list(made.walk())
    for part in parts:
        if not part.is_multipart():
            seed.update(_payload(part))
    for number, part in enumerate(parts):
        if part.is_multipart():
            part.set_boundary(f"=_{seed.hexdigest()[:24]}_{number}")
    return bytes(made)


def _payload(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload
