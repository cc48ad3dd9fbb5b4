"""Drafts of mail, read back with Python's own parser: what is in them, and what nobody can put in."""

import email
import email.policy
from email.message import EmailMessage

import pytest

from sitegen.model.document import Heading, Link, Paragraph, Text
from sitegen.render.mail import Attachment, Mailbox, one_line, text_draft, tree_draft

BLOCKS = (
    Heading(2, (Text("Missä & milloin"),)),
    Paragraph((Text("Katso "), Link(Text("sivu"), "https://kaikukortti.example/?a=1&b=2"))),
)
ICS = Attachment("kokous.ics", "text/calendar", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")


def read(data: bytes) -> EmailMessage:
    found = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    assert found.defects == []
    return found


def body(found: EmailMessage, kind: str) -> str:
    part = found.get_body((kind,))
    assert part is not None
    assert part.defects == []
    return str(part.get_content()).replace("\r\n", "\n")


def test_a_draft_holds_the_same_words_plain_and_as_html_and_its_files() -> None:
    data = tree_draft([Mailbox("uimahalli@mallila.example")], "Kutsu", BLOCKS, "fi", (ICS,))
    found = read(data)
    assert found["X-Unsent"] == "1"
    assert found["From"] is None
    assert found["Date"] is None
    assert found["To"] == "uimahalli@mallila.example"
    assert body(found, "plain") == "Missä & milloin\nKatso sivu: https://kaikukortti.example/?a=1&b=2\n"
    html = body(found, "html")
    assert '<html lang="fi" dir="ltr">' in html
    assert '<a href="https://kaikukortti.example/?a=1&amp;b=2">sivu</a>' in html
    assert "<h2>Missä &amp; milloin</h2>" in html
    (file,) = found.iter_attachments()
    assert (file.get_filename(), file.get_content_type()) == ("kokous.ics", "text/calendar")
    assert file.get_payload(decode=True) == ICS.data


def test_lines_end_in_crlf_and_are_short_and_the_same_draft_is_the_same_file() -> None:
    made = [
        tree_draft([Mailbox("a@b.example", "Ään Önen")], "ä" * 200, BLOCKS * 20, "fi", (ICS,)) for _ in "12"
    ]
    assert made[0] == made[1]
    assert b"\n" not in made[0].replace(b"\r\n", b"")
    assert b"\r" not in made[0].replace(b"\r\n", b"")
    assert max(map(len, made[0].split(b"\r\n"))) <= 78


@pytest.mark.parametrize(
    "subject",
    [
        "Kutsu Kaikukortin palautekokoukseen 19. toukokuuta 2027 klo 9.00–11.00 (Mallila)",
        "Delar ni ut Kaikukort också 2027? (Modellby)",
        "plain words " * 12,
        "ä" * 300,
        "",
    ],
)
def test_a_subject_comes_back_as_it_was(subject: str) -> None:
    assert read(text_draft((), subject, "x\n"))["Subject"] == one_line(subject)


@pytest.mark.parametrize(
    "evil", ["\r\nBcc: all@evil.example", "\nX: y\n\nbody", "\x0bBcc: a", "\u2028Bcc: a"]
)
def test_no_name_or_subject_writes_a_header_of_its_own(evil: str) -> None:
    to = (Mailbox("a@b.example", f"Nimi{evil}"), Mailbox("c@d.example", f'"Ä" <x@y.example>{evil}'))
    found = read(text_draft(to, f"Aihe{evil}", "sanat\n"))
    body_headers = {"Content-Type", "Content-Transfer-Encoding", "MIME-Version"}
    assert set(found.keys()) == {"X-Unsent", "Subject", "To", *body_headers}
    assert len(found.keys()) == 6
    assert [one.addr_spec for one in found["To"].addresses] == ["a@b.example", "c@d.example"]
    assert body(found, "plain") == "sanat\n"
    assert "\n" not in found["Subject"]


def test_names_with_signs_and_domains_with_letters_of_ours() -> None:
    to = (Mailbox("info@bücher.example", "Meikäläinen, Maija"), Mailbox("b@c.example", 'Oy "Ab", x'))
    first, second = read(text_draft(to, "x", "x\n"))["To"].addresses
    assert (first.display_name, first.addr_spec) == ("Meikäläinen, Maija", "info@xn--bcher-kva.example")
    assert (second.display_name, second.addr_spec) == ('Oy "Ab", x', "b@c.example")
