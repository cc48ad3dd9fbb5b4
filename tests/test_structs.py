"""Values: frozen, equal by their fields, encoded the same everywhere; asides are no part of them."""

import json
import subprocess
import sys

import pytest

from sitegen.structs import Aside, Struct, encoded, field_names, json_text, replace
from tests.site.support.run import REPOSITORY, environment


class Word(Struct, frozen=True):
    value: str
    lang: str | None = None


class Name(Struct, frozen=True):
    value: str
    lang: str | None = None


class Line(Struct, frozen=True):
    words: tuple[Word | Name, ...]
    origin: Aside[int] = Aside(0)


def test_an_aside_is_no_part_of_a_value() -> None:
    one, other = Line((Word("a"),), Aside(1)), Line((Word("a"),), Aside(2))
    assert one == other
    assert hash(one) == hash(other)
    assert repr(one) == repr(other)
    assert encoded(one) == encoded(other)
    assert (one.origin.value, other.origin.value) == (1, 2)


def test_the_type_of_a_part_is_encoded() -> None:
    """Two kinds of nodes may have the same fields: an artefact's key must tell them apart."""
    assert encoded(Line((Word("a"),))) != encoded(Line((Name("a"),)))


@pytest.mark.parametrize("changed", [{"value": "b"}, {"lang": "sv"}])
def test_every_field_is_encoded(changed: dict[str, str]) -> None:
    assert encoded(replace(Word("a"), **changed)) != encoded(Word("a"))


def test_tables_have_one_encoding_whatever_their_order() -> None:
    assert encoded({"a": 1, "b": 2}) == encoded({"b": 2, "a": 1})
    assert encoded(frozenset("abcdef")) == encoded(frozenset("fedcba"))


def test_the_encoding_is_the_same_in_another_process() -> None:
    code = "from tests.test_structs import *; print(encoded(Line((Word('ä'), Name('b', 'sv')))).hex())"
    done = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=REPOSITORY,
            env=environment({"PYTHONHASHSEED": seed}),
            capture_output=True,
            encoding="ascii",
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert done == {encoded(Line((Word("ä"), Name("b", "sv")))).hex() + "\n"}


def test_what_has_no_encoding_is_refused() -> None:
    with pytest.raises(TypeError, match="object has no encoding"):
        encoded(object())


def test_json_is_written_as_the_standard_library_writes_it() -> None:
    value = {
        "z": ["".join(map(chr, range(256))), "\u2028\u2029\ufeff\U0001f600/</script>"],
        "a": {"n": 12, "none": None},
    }
    assert json_text(value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def test_a_value_cannot_be_changed_but_copied() -> None:
    one = Word("a")
    with pytest.raises(AttributeError):
        one.value = "b"  # type: ignore[misc]
    assert replace(one, value="b") == Word("b")
    with pytest.raises(TypeError):
        replace(one, other="b")


def test_names_of_fields() -> None:
    assert field_names(Word("a")) == ("value", "lang")
    assert field_names("a") == field_names(Word) == ()
