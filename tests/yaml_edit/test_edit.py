"""Changes to YAML leave every other byte as it is; what they mean is compared with plain data."""

import random
from pathlib import Path
from typing import Any

import pytest

from sitegen.load.yaml import read_yaml
from sitegen.yaml_edit import Append, Change, EditError, Put, Remove, edit, plain, value_at
from tests.site.support.run import REPOSITORY

PARTNERS = """\
# The list of Mallila
format: 1
distributors:
  # Social and health
  - id: aikuissosiaalityo   # since the pilot
    name: {fi: 'Aikuissosiaalityö', sv: "Socialarbete"}
    answer: continues  # by phone 3.10.
    checked: 2025-10-02

  # the parish moves in May
  - id: diakonia
    name:
      fi: Diakoniatyö
    checked: 2025-10-03  # by mail
    # the number is still to come

  # --- free-standing ---

  - id: nuoret
    hours: |-
      ma 9–15
      ti 9–15
"""


def test_nothing_changed_is_the_same_text() -> None:
    changes = [
        Put(("distributors", "diakonia", "name", "fi"), "Diakoniatyö"),
        Put(("distributors", "aikuissosiaalityo", "name"), {"fi": "Aikuissosiaalityö", "sv": "Socialarbete"}),
    ]
    assert edit(PARTNERS, changes) == PARTNERS
    assert edit(PARTNERS, []) == PARTNERS


def test_a_value_keeps_its_quotes_and_its_comment() -> None:
    made = edit(
        PARTNERS,
        [
            Put(("distributors", "aikuissosiaalityo", "answer"), "unanswered"),
            Put(("distributors", "aikuissosiaalityo", "name", "fi"), "Sosiaalityö"),
            Put(("distributors", "aikuissosiaalityo", "name", "sv"), "Socialt arbete"),
        ],
    )
    assert made == PARTNERS.replace("answer: continues", "answer: unanswered").replace(
        "'Aikuissosiaalityö'", "'Sosiaalityö'"
    ).replace('"Socialarbete"', '"Socialt arbete"')


def test_fields_go_with_their_line_and_their_deeper_comments_only() -> None:
    made = edit(
        PARTNERS,
        [
            Remove(("distributors", "aikuissosiaalityo", "checked")),
            Remove(("distributors", "diakonia", "checked")),
            Remove(("distributors", "nuoret", "id")),
        ],
    )
    wanted = PARTNERS.replace("    checked: 2025-10-02\n", "")
    wanted = wanted.replace("    checked: 2025-10-03  # by mail\n", "")
    assert made == wanted.replace("- id: nuoret\n    hours", "- hours")


def test_an_item_goes_with_the_comment_right_above_it() -> None:
    made = edit(PARTNERS, [Remove(("distributors", "diakonia"))])
    start, end = PARTNERS.index("  # the parish"), PARTNERS.index("  # --- free")
    assert made == PARTNERS[:start] + PARTNERS[end:]
    last = edit(PARTNERS, [Remove(("distributors", "nuoret"))])
    assert last == PARTNERS[: PARTNERS.index("\n  - id: nuoret")]


def test_a_list_that_loses_all_is_written_empty() -> None:
    ids = ("aikuissosiaalityo", "diakonia", "nuoret")
    made = edit(PARTNERS, [Remove(("distributors", id)) for id in ids])
    assert plain(made) == {"format": "1", "distributors": []}
    assert "distributors: []\n" in made
    noted = "done:  # ticked\n  - point: 1\nnews: {a: b}\n"
    assert edit(noted, [Remove(("done", 0)), Remove(("news", "a"))]) == "done: []  # ticked\nnews: {}\n"


def test_a_new_field_stands_in_its_order() -> None:
    path = ("distributors", "diakonia", "answer")
    order = ("id", "name", "phone", "answer", "checked")
    made = edit(PARTNERS, [Put(path, "stops", order)])
    assert made == PARTNERS.replace("      fi: Diakoniatyö\n", "      fi: Diakoniatyö\n    answer: stops\n")
    assert edit("b: 1\n", [Put(("a",), "0", ("a", "b"))]) == "a: 0\nb: 1\n"
    at_end = edit(PARTNERS, [Put(path, "stops")])
    assert "    # the number is still to come\n" in at_end
    assert plain(at_end)["distributors"][1]["answer"] == "stops"  # type: ignore[index,call-overload]


def test_fields_on_the_way_are_made() -> None:
    change = Put(("distributors", "nuoret", "materials", "brochures", "fi"), "60")
    another = Put(("distributors", "nuoret", "materials", "cards"), "10", ("cards", "brochures"))
    made = edit(PARTNERS, [change, another])
    assert made == PARTNERS + "    materials:\n      cards: 10\n      brochures:\n        fi: 60\n"


def test_brackets_stay_brackets() -> None:
    text = "done: [{point: 9, date: 2026-01-20}]\nlists: {a: 1, b: 2}\nempty: {}\n"
    changes: list[Change] = [
        Append(("done",), {"point": "1", "date": "2026-02-01"}),
        Put(("done", 0, "note"), "kello 9, sali"),
        Remove(("lists", "a")),
        Put(("lists", "c"), "3"),
        Put(("empty", "x"), "[1]"),
    ]
    assert edit(text, changes) == (
        'done: [{point: 9, date: 2026-01-20, note: "kello 9, sali"}, {point: 1, date: 2026-02-01}]\n'
        'lists: {b: 2, c: 3}\nempty: {x: "[1]"}\n'
    )


def test_items_are_added_as_the_list_is_written() -> None:
    spaced = edit(
        PARTNERS,
        [Append(("distributors",), {"id": "uusi", "name": {"fi": "Uusi"}, "sector": ["youth", "health"]})],
    )
    assert spaced == PARTNERS + ("\n  - id: uusi\n    name:\n      fi: Uusi\n    sector: [youth, health]\n")
    empty = "venues: []  # none yet\nformat: 1\n"
    made = edit(empty, [Append(("venues",), {"id": "a"}), Append(("venues",), {"id": "b"})])
    assert made == "venues:  # none yet\n  - id: a\n  - id: b\nformat: 1\n"
    assert edit("format: 1", [Append(("done",), {"point": "1"})]) == "format: 1\ndone:\n  - point: 1"
    assert edit("done:  # here\n", [Append(("done",), {"point": "1"})]) == "done:  # here\n  - point: 1\n"


def test_line_ends_and_the_mark_at_the_top_stay() -> None:
    text = "\ufeffa: 1\r\nb:\r\n  - id: x\r\n    c: d  # e\r\n\r\n  - id: y\r\n"
    made = edit(text, [Put(("b", "x", "f"), "g"), Remove(("b", "y")), Append(("b",), {"id": "z"})])
    assert made == "\ufeffa: 1\r\nb:\r\n  - id: x\r\n    c: d  # e\r\n    f: g\r\n  - id: z\r\n"


@pytest.mark.parametrize(
    "value",
    ["a: b", "#x", "- a", "yes", "", " a ", "a #b", "'", '"', "98760", "09:00", "a\tb", "ž\u200fb", "[a]",
     "a,b", "@x", "x:", "kaksi\nriviä", "loppu\n", "\n", "+358 16 000", "–", "*a", "&a", "!a", "%a", "`a",
     "=1+1", "0123"],
)  # fmt: skip
@pytest.mark.parametrize(
    "old", ["a: old\n", "a: 'old'\n", 'a: "old"\n', "a: |-\n  old\n", "a:\n", "a: {b: c}\n"]
)
def test_every_text_is_read_back(value: str, old: str) -> None:
    for text in (edit(old + "z: 1\n", [Put(("a",), value)]), edit("z: {y: 1}\n", [Put(("z", "a"), value)])):
        data = plain(text)
        assert (data["a"] if "a" in data else data["z"]["a"]) == value  # type: ignore[index,call-overload]


@pytest.mark.parametrize(
    "change",
    [
        Remove(("nothing",)),
        Put(("distributors", "nobody", "answer"), "stops"),
        Append(("format", "x"), "y"),
        Put(("format", "x"), "y"),
    ],
)
def test_a_path_that_is_not_there_is_told(change: Any) -> None:
    with pytest.raises(EditError):
        edit(PARTNERS, [change])


@pytest.mark.parametrize("text", ["", "- a\n", "a: [\n", "text"])
def test_what_is_no_yaml_of_fields_is_told(text: str) -> None:
    with pytest.raises(EditError):
        edit(text, [Put(("a",), "b")])


def test_later_changes_see_the_earlier_ones() -> None:
    text = "a: 1\nlist:\n  - x\n  - y\n  - z\n"
    back: list[Change] = [
        Put(("a",), "2"),
        Put(("a",), "1"),
        Remove(("list", 0)),
        Put(("list", 0), "Y"),
        Remove(("list", 1)),
    ]
    assert edit(text, back) == "a: 1\nlist:\n  - Y\n"
    assert edit(text, [Remove(("a",)), Put(("a",), "3")]) == "list:\n  - x\n  - y\n  - z\na: 3\n"


def test_value_at() -> None:
    assert value_at(PARTNERS, ("distributors", "diakonia", "checked")) == "2025-10-03"
    assert value_at(PARTNERS, ("distributors", "nobody")) is None


FILES = sorted((REPOSITORY / "regions" / "mallila").rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_many_changes_mean_what_they_say(path: Path) -> None:
    """Changes at random (always the same) to a real file, against the same changes to plain data."""
    text = path.read_text("utf-8")
    dice = random.Random(7)
    for _ in range(20):
        data: Any = plain(text)
        changes: list[Any] = []
        for _ in range(dice.randint(1, 12)):
            step: list[Any] = []
            node: Any = data
            parent: Any = data
            while isinstance(node, dict | list) and node and (not step or dice.random() < 0.8):
                key = dice.choice(list(node) if isinstance(node, dict) else list(range(len(node))))
                step.append(key)
                parent, node = node, node[key]
            if len(step) < 2:
                continue
            match dice.randint(0, 3):
                case 0:
                    changes.append(Remove(tuple(step)))
                    del parent[step[-1]]
                case 1:
                    changes.append(Put(tuple(step), "uusi: arvo"))
                    parent[step[-1]] = "uusi: arvo"
                case 2 if isinstance(parent, dict):
                    changes.append(Put((*step[:-1], "uusi"), {"fi": "x", "l": ["1", "2"]}))
                    parent["uusi"] = {"fi": "x", "l": ["1", "2"]}
                case _ if isinstance(node, list):
                    changes.append(Append(tuple(step), {"id": "z", "name": {"fi": "Z"}}))
                    node.append({"id": "z", "name": {"fi": "Z"}})
        made = edit(text, changes)
        assert plain(made) == data, changes
        root, problems = read_yaml("x.yaml", made.encode())
        assert root is not None, [one.id for one in problems]
        assert edit(made, [Put((key,), value) for key, value in plain(made).items()]) == made
