"""The bar for plain language, translations, numbers and addresses: PL1-PL5, G1-G12, N1-N7 (BAR 1.3, 4).

On the pages of the site, as in `test_web.py`, which has PL1. What is judged where it is typed, and not on a
page (PL2, PL5, G7, N2, N3, N4, N6), is in `test_made.py`.
"""

import pytest

from tests.bar.pages.judges.table import faults
from tests.bar.pages.site import World
from tests.site.support.faults import none

pytestmark = pytest.mark.slow


def test_pl3_the_mark_of_plain_language_is_not_used(world: World) -> None:
    none(faults("PL3", world))


def test_pl4_plain_finnish_is_called_selkosuomi(world: World) -> None:
    none(faults("PL4", world))


def test_look_soft_hyphens_stand_in_headings_alone(world: World) -> None:
    none(faults("LOOK", world))


def test_g1_addresses_are_plain_and_stay(world: World) -> None:
    none(faults("G1", world))


def test_g2_languages_name_each_other(world: World) -> None:
    none(faults("G2", world))


def test_g3_codes_mean_their_languages(world: World) -> None:
    none(faults("G3", world))


def test_g4_the_menu_of_languages_leads_to_the_same_page(world: World) -> None:
    none(faults("G4", world))


def test_g5_languages_are_called_as_they_call_themselves(world: World) -> None:
    none(faults("G5", world))


def test_g6_other_languages_are_marked_and_told_in_one_short_note(world: World) -> None:
    none(faults("G6", world))


def test_g8_names_are_not_translated(world: World) -> None:
    none(faults("G8", world))


def test_g9_addresses_are_the_same_in_all_languages(world: World) -> None:
    none(faults("G9", world))


def test_g10_sitemap_and_open_graph_agree_with_the_page(world: World) -> None:
    none(faults("G10", world))


def test_g11_styles_know_no_left_and_right(world: World) -> None:
    none(faults("G11", world))


def test_g12_the_fonts_have_every_letter(world: World) -> None:
    none(faults("G12", world))


def test_n1_numbers_are_international_in_links(world: World) -> None:
    none(faults("N1", world))


def test_n5_numbers_are_grouped_as_people_read_them(world: World) -> None:
    none(faults("N5", world))


def test_n7_postal_codes_stay_with_their_town(world: World) -> None:
    none(faults("N7", world))
