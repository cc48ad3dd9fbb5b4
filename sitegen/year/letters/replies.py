"""Links that open a ready answer: the partner goes on, or stops. The subject names region and id."""

from urllib.parse import quote

from sitegen.model.document import Block, Item, Link, List, Paragraph, Text
from sitegen.year.letters.parts import Source, plain
from sitegen.year.letters.recipients import Recipient

ANSWERS = ("continues", "stops")
LINE_END = "\r\n"


def mailto(address: str, subject: str, body: str) -> str:
    """A link that opens a mail (RFC 6068): lines of the body end in CRLF, nothing in it can end a header."""
    return f"mailto:{quote(address, safe='@')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"


def reply_subject(answer: str, recipient: Recipient, source: Source) -> str:
    """`Kaikukortti 2027: JATKAA (mallila/uimahalli)`."""
    return source.say(recipient.lang).get(
        f"reply.subject.{answer}",
        year=source.edition.year,
        region=source.edition.region_id,
        id=recipient.partner.id,
    )


def reply_links(address: str, recipient: Recipient, source: Source) -> tuple[Block, ...]:
    """Both answers as links, and what to do where a link opens nothing."""
    say = source.say(recipient.lang)
    rows = []
    for answer in ANSWERS:
        body = say.get(
            f"reply.body.{answer}-{recipient.role}",
            name=recipient.name.value,
            **source.forms(recipient.lang),
        )
        href = mailto(
            address, reply_subject(answer, recipient, source), body.replace("\n", LINE_END) + LINE_END
        )
        text = say.get(f"reply.link.{answer}", year=source.edition.year)
        rows.append(Item((Paragraph((Link(Text(text), href),)),)))
    subjects = [reply_subject(answer, recipient, source) for answer in ANSWERS]
    other = say.get("reply.otherwise", address=address, continues=subjects[0], stops=subjects[1])
    return List(tuple(rows)), plain(other)
