from sitegen.load.markdown import LONGEST_BODY, read_markdown
from sitegen.load.nodes import Scalar


def test_front_matter_and_body_know_their_lines() -> None:
    text, problems = read_markdown("what.md", "---\ntitle: Mikä\nadd: after\n---\n\nTeksti.\n".encode())
    assert problems == ()
    assert text is not None
    assert text.front is not None
    add = text.front.get("add")
    assert isinstance(add, Scalar)
    assert (add.value, add.place.line) == ("after", 3)
    assert (text.body, text.body_line) == ("\nTeksti.\n", 5)


def test_without_front_matter() -> None:
    text, problems = read_markdown("what.md", b"Teksti.\n\n---\n\nLoppu.\n")
    assert problems == ()
    assert text is not None
    assert (text.front, text.body_line) == (None, 1)
    assert text.body.endswith("Loppu.\n")


def test_empty_front_matter() -> None:
    text, problems = read_markdown("what.md", b"\xef\xbb\xbf---\r\n# review: awaiting\r\n---\r\nTeksti.\r\n")
    assert problems == ()
    assert text is not None
    assert text.front is not None
    assert text.front.entries == ()
    assert (text.body, text.body_line) == ("Teksti.\n", 4)


def test_faults_of_front_and_body_come_together() -> None:
    text, problems = read_markdown("what.md", ("---\ntitle: a: b\n---\n" + "[" * 201 + "\n").encode())
    assert text is None
    assert [(one.id, one.place.line) for one in problems] == [("yaml-colon", 2), ("text-brackets", 4)]


def test_a_tab_in_front_matter_is_found_and_in_the_body_is_fine() -> None:
    _, problems = read_markdown("what.md", b"---\n\ttitle: a\n---\n\tkoodi\n")
    assert [(one.id, one.place.line) for one in problems] == [("yaml-tab", 2)]


def test_limits_are_of_a_block_not_of_the_text() -> None:
    links = "[a](page:venues) " * 30 + "\n\n"
    assert read_markdown("what.md", (links * 100).encode())[1] == ()
    _, problems = read_markdown("what.md", ("[\n" * 150 + "\n" + "[\n" * 150).encode())
    assert problems == ()
    _, problems = read_markdown("what.md", b"[[]\n" * 201)
    assert [(one.id, one.place.line) for one in problems] == [("text-brackets", 201)]


def test_a_body_over_its_limit() -> None:
    _, problems = read_markdown("what.md", b"Sana.\n" * (LONGEST_BODY // 6 + 1))
    assert [one.id for one in problems] == ["text-too-long"]
