import pytest

from sitegen.load.encoding import decode


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfname: H\xc3\xa4me\n",
        b"name: H\xc3\xa4me\r\n",
        b"name: H\xc3\xa4me\r",
        b"name: Ha\xcc\x88me\n",
    ],
)
def test_the_same_text_however_it_is_saved(data: bytes) -> None:
    assert decode("a.yaml", data) == ("name: Häme\n", None)


@pytest.mark.parametrize(
    ("data", "id", "place"),
    [
        ("a\nHämeenlinna".encode("cp1252"), "encoding-windows-1252", "a.yaml:2:2"),
        ("a\r\nå: Häme".encode("cp1252"), "encoding-windows-1252", "a.yaml:2:1"),
        (b"ok: \xc3\xa4 \xff\x81", "encoding-unknown", "a.yaml:1:7"),
        ("nimi: Häme".encode("utf-16"), "encoding-utf16", "a.yaml"),
        ("nimi: Häme".encode("utf-16-be"), "encoding-utf16", "a.yaml"),
        ("nimi: Häme".encode("utf-32"), "encoding-utf16", "a.yaml"),
        (b"a: \xed\xb0\x80", "character-control", "a.yaml:1:4"),
        (b"a: \xed\xb0", "character-control", "a.yaml:1:4"),
    ],
)
def test_the_likely_encoding_is_named(data: bytes, id: str, place: str) -> None:
    text, problem = decode("a.yaml", data)
    assert text == ""
    assert problem is not None
    assert (problem.id, str(problem.place)) == (id, place)


def test_a_column_counts_letters_not_bytes() -> None:
    _, problem = decode("a.yaml", "näytä: ".encode() + b"\xe4")
    assert problem is not None
    assert problem.place.column == 8
    assert dict(problem.values)["letter"] == "ä"
