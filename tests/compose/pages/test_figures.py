"""The network in figures: the national series as it is shipped, sums of regions that give nobody away."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.build.reading import read
from sitegen.compose.pages.existence import exists_nationally
from sitegen.model.contact import Source
from sitegen.model.edition import Statistic
from sitegen.model.national import FiguresFile
from sitegen.model.network import Network
from sitegen.project import Project
from sitegen.structs import replace
from tests.builders import LANGUAGES, edition, name, network, region
from tests.compose.pages.support import html, view
from tests.site.support.run import REPOSITORY


def uses(year: int, *counts: tuple[str | None, int]) -> tuple[Statistic, ...]:
    """Uses as they are written: one to four as under-5."""
    return tuple(
        Statistic(year=year, what="uses", group=group, value=None if 0 < count < 5 else count)
        for group, count in counts
    )


def with_series(*figures: Statistic) -> Network:
    source = Source(url="https://k.example/luvut", title=name(fi="Tilastot", en="Statistics"), date="2024")
    return replace(network(), figures=FiguresFile(source=source, figures=figures))


def regions(*figures: tuple[Statistic, ...], **fields: Any) -> Network:
    made = (
        edition(id=f"r{at}", of=region(name=name(f"Alue {at}"), **fields), figures=one)
        for at, one in enumerate(figures)
    )
    return network(tuple(made))


def test_there_is_a_page_where_there_are_figures() -> None:
    assert not exists_nationally("figures", network(), "fi")
    assert exists_nationally("figures", with_series(*uses(2023, (None, 9))), "fi")
    assert exists_nationally("figures", regions(uses(2025, (None, 9))), "ar")


def test_the_series_has_its_source_with_date() -> None:
    made = view(
        with_series(*uses(2023, (None, 100), ("sport", 60), ("culture", 40)), *uses(2022, (None, 50))),
        "figures",
        "en",
    )
    assert [(one.title, one.dated) for one in made.charts] == [
        ("Times used", False),
        ("Times used by kind", False),
    ]
    (line,) = made.charts[0].sources
    assert (line.source.value, line.href, line.date.iso) == ("Statistics", "https://k.example/luvut", "2024")
    assert made.remark is not None, "2022 has no kinds"
    assert made.regions == made.examples == ()


def test_regions_are_listed_with_their_sum() -> None:
    made = view(
        regions(uses(2024, (None, 7)), uses(2025, (None, 60)), uses(2025, ("sport", 30), ("culture", 9))),
        "figures",
    )
    (table,) = made.regions
    assert table.title == "Käyttökerrat vuonna 2025"
    assert [(one.link.text.value, one.link.href, one.value, one.width) for one in table.rows] == [
        ("Alue 1", "/r1/fi/statistics/", "60", 100),
        ("Alue 2", "/r2/fi/statistics/", "39", 65),
    ]
    assert table.sum == "99"


def test_what_a_region_holds_back_is_in_no_sum() -> None:
    small = uses(2025, ("sport", 30), ("culture", 3))
    made = view(regions(uses(2025, (None, 60)), small, uses(2025, (None, 2))), "figures", "en")
    (table,) = made.regions
    assert [one.value for one in table.rows] == ["60", "at least 30", "under 5"]
    assert table.sum == "at least 90"


COUNTS = st.lists(st.integers(0, 12), min_size=1, max_size=5)


@given(st.lists(COUNTS, min_size=2, max_size=4), st.booleans())
@settings(deadline=None, max_examples=60)
def test_an_attacker_learns_no_more_from_the_sum_than_from_the_regions(
    rows: list[list[int]], totals: bool
) -> None:
    """The sum less every region's own figure is nothing: what is held back is not in it."""
    groups = ("culture", "education", "science", "sport", "nature")
    figures = []
    for counts in rows:
        named = [*zip(groups, counts, strict=False), *([(None, sum(counts))] if totals else [])]
        figures.append(uses(2025, *named))
    (table,) = view(regions(*figures), "figures", "en").regions
    told = [
        int("".join(filter(str.isdigit, one.value)) or 0) if "under" not in one.value else 0
        for one in table.rows
    ]
    assert int("".join(filter(str.isdigit, table.sum))) == sum(told)
    small = any(0 < one < 5 for counts in rows for one in ([sum(counts)] if totals else counts))
    assert ("at least" in table.sum) >= small


def test_invented_regions_are_never_added_to_real_ones() -> None:
    real = edition(id="r0", of=region(name=name("Tosi")), figures=uses(2025, (None, 60)))
    example = edition(id="r1", of=region(name=name("Keksitty"), invented=True), figures=uses(2025, (None, 7)))
    made = view(network((real, example)), "figures")
    assert [[one.value for one in table.rows] for table in (*made.regions, *made.examples)] == [["60"], ["7"]]
    assert [table.sum for table in (*made.regions, *made.examples)] == ["", ""], "one region is no sum"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_speaks_every_language(lang: str) -> None:
    made = html(with_series(*uses(2023, (None, 100))), "figures", lang)
    assert f'lang="{lang}"' in made
    assert "https://k.example/luvut" in made


def test_the_shipped_series_adds_up() -> None:
    made = read(Project(REPOSITORY)).network
    assert made is not None
    assert made.figures is not None
    series = made.figures.figures
    total = {one.year: one.value or 0 for one in series if one.what == "uses" and one.group is None}
    assert all(after - before == 1 for before, after in pairwise(sorted(total)))
    groups: dict[int, dict[str, int]] = {}
    for one in series:
        if one.what == "uses" and one.group:
            groups.setdefault(one.year, {})[one.group] = one.value or 0
    assert {year: sum(found.values()) for year, found in groups.items()} == {
        year: total[year] for year in groups
    }
    # DOMAIN section 1: in 2023 sport was 53 % of uses, culture 36, science 7, education 4.
    shares = {group: round(100 * count / total[2023]) for group, count in groups[2023].items()}
    assert shares == {"sport": 53, "culture": 36, "science": 7, "education": 4}
    assert made.figures.source.date == "2024"
