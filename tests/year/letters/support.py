"""Letters of small editions, made in this process."""

import email
import email.policy
from email.message import EmailMessage
from typing import Any

from sitegen.model.internal import PartnerContact
from sitegen.model.network import Edition
from sitegen.render.tree_text import blocks_text
from sitegen.year.letters.making import Asked, Letter, letters
from sitegen.year.letters.parts import Source, source
from tests import builders


def source_of(edition: Edition, **fields: Any) -> Source:
    return source(builders.network((edition,), **fields), edition)


def made(
    kind: str, edition: Edition, contacts: tuple[PartnerContact, ...] = (), **fields: Any
) -> dict[str, Letter]:
    """The letters of a kind by the end of their name, without region, year and word for the kind."""
    found, _ = letters(Asked(kind, **fields), source_of(edition), contacts)
    return {one.name: one for one in found}


def text(letter: Letter) -> str:
    """The letter's words with its subject."""
    return f"{letter.words.subject}\n\n{blocks_text(letter.words.blocks)}"


def read(data: bytes) -> EmailMessage:
    found = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    assert found.defects == []
    return found


def plain(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")
