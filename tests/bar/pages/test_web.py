"""The bar for pages, id by id: A01 to A46 (BAR 1.2).

What can be read from the HTML is judged on every page of the site; what only a browser shows on one page of
every kind in every language, each visited once: at 320, 768 and 1280 px, light and dark, with a reader's own
spacing, with letters twice as large, with forced colours, on paper, without style sheets and without scripts
(`collect.py`). `judges/` holds what each id means, `exceptions.toml` what is no fault and why, `planted/` a
page for each id on which its judge must speak (`test_planted.py`).

Elsewhere: A17's second and third eye are axe and IBM's engine, and A36 is the HTML checker
(`test_engines.py`). A18 is a matter of the region's file (`test_made.py`).
A45's trees are in `test_trees.py`.
"""

import pytest

from tests.bar.pages.exceptions import EXCEPTIONS, excused, unused, without_reason
from tests.bar.pages.judges.seen import SEEN
from tests.bar.pages.judges.table import PAGES, SITES, all_faults, faults
from tests.bar.pages.site import World
from tests.site.support.faults import none

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a01_the_page_says_its_language(world: World) -> None:
    none(faults("A01", world))


def test_a02_parts_say_their_language(world: World) -> None:
    none(faults("A02", world))


def test_a03_numbers_and_addresses_run_from_the_left(world: World) -> None:
    none(faults("A03", world))


def test_a04_titles_are_unique_and_begin_with_the_heading(world: World) -> None:
    none(faults("A04", world))


def test_a05_headings_leave_no_level_out(world: World) -> None:
    none(faults("A05", world))


def test_a06_landmarks_are_few_and_named(world: World) -> None:
    none(faults("A06", world))


def test_a07_the_first_stop_leads_to_the_content(world: World) -> None:
    none(faults("A07", world))


def test_a08_lists_are_lists(world: World) -> None:
    none(faults("A08", world))


def test_a09_contacts_have_labels_and_one_order(world: World) -> None:
    none(faults("A09", world))


def test_a10_telephone_links_are_what_they_show(world: World) -> None:
    none(faults("A10", world))


def test_a11_mail_links_are_what_they_show(world: World) -> None:
    none(faults("A11", world))


def test_a12_link_texts_speak_for_themselves(world: World) -> None:
    none(faults("A12", world))


def test_a13_file_links_say_kind_language_and_true_size(world: World) -> None:
    none(faults("A13", world))


def test_a14_no_link_opens_a_window(world: World) -> None:
    none(faults("A14", world))


def test_a15_pictures_have_words(world: World) -> None:
    none(faults("A15", world))


def test_a16_no_words_are_pictures(world: World) -> None:
    none(faults("A16", world))


def test_a17_contrast_in_light_and_dark(world: World) -> None:
    none(faults("A17", world))


def test_a19_links_are_told_by_more_than_colour(world: World) -> None:
    none(faults("A19", world))


def test_a20_nothing_stands_beside_a_narrow_window(world: World) -> None:
    none(faults("A20", world))


def test_a21_letters_twice_as_large_lose_nothing(world: World) -> None:
    none(faults("A21", world))


def test_a22_a_readers_spacing_loses_nothing(world: World) -> None:
    none(faults("A22", world))


def test_a23_the_keyboard_reaches_everything_in_order(world: World) -> None:
    none(faults("A23", world))


def test_a24_the_focus_is_seen(world: World) -> None:
    none(faults("A24", world))


def test_a25_the_focus_is_not_covered(world: World) -> None:
    none(faults("A25", world))


def test_a26_targets_are_large_enough(world: World) -> None:
    none(faults("A26", world))


def test_a27_forced_colours_lose_nothing(world: World) -> None:
    none(faults("A27", world))


def test_a28_both_schemes_and_no_motion_and_nobody_else_asked(world: World) -> None:
    none(faults("A28", world))


def test_a29_paper_shows_everything(world: World) -> None:
    none(faults("A29", world))


def test_a30_complete_without_script_and_style(world: World) -> None:
    none(faults("A30", world))


def test_a31_forms_are_labelled_and_tell_their_count(world: World) -> None:
    none(faults("A31", world))


def test_a32_menus_and_help_keep_their_place(world: World) -> None:
    none(faults("A32", world))


def test_a33_every_page_is_near_and_found_in_two_ways(world: World) -> None:
    none(faults("A33", world))


def test_a34_tables_have_captions_and_heads(world: World) -> None:
    none(faults("A34", world))


def test_a35_days_times_and_numbers_as_the_language_writes_them(world: World) -> None:
    none(faults("A35", world))


def test_a37_the_window_may_be_enlarged(world: World) -> None:
    none(faults("A37", world))


def test_a38_every_page_leads_to_the_statement(world: World) -> None:
    none(faults("A38", world))


def test_a39_the_statement_takes_feedback(world: World) -> None:
    none(faults("A39", world))


def test_a40_the_statement_lists_gaps_and_has_a_date(world: World) -> None:
    none(faults("A40", world))


def test_a41_the_statement_names_the_supervisor(world: World) -> None:
    none(faults("A41", world))


def test_a42_the_page_for_lost_addresses_speaks_all_languages(world: World) -> None:
    none(faults("A42", world))


def test_a43_the_day_of_the_last_check_is_told(world: World) -> None:
    none(faults("A43", world))


def test_a44_nothing_hides_in_titles(world: World) -> None:
    none(faults("A44", world))


def test_a45_aria_only_where_html_has_no_word(world: World) -> None:
    none(faults("A45", world))


def test_a46_light_and_never_waiting_for_a_font(world: World) -> None:
    none(faults("A46", world))


def test_pl1_plain_pages_are_short_and_unbroken(world: World) -> None:
    none(faults("PL1", world))


def test_the_site_has_what_is_judged(world: World) -> None:
    """No judge is content because there is nothing to look at."""
    for kind in ("table", "form", "img", "time", "nav", "footer", "*[@class='notice']", "*[@dir='rtl']"):
        assert any(page.root.xpath(f"//{kind}") for page in world.site.pages.values()), kind
    for link, least in (("tel:", 100), ("mailto:", 100), ("https:", 100), ("-2026-fi.pdf", 20)):
        count = sum(
            len(page.root.xpath(f"//a[contains(@href, '{link}')]")) for page in world.site.pages.values()
        )
        assert count >= least, link


def test_every_exception_says_why() -> None:
    assert list(without_reason()) == []


def test_every_exception_of_a_judge_is_still_needed(world: World) -> None:
    for id in {one["id"] for one in EXCEPTIONS} & {*PAGES, *SITES, *SEEN}:
        none(unused(id, all_faults(id, world)))


def test_an_exception_holds_for_the_pages_that_it_names() -> None:
    told = "no way to give feedback"
    assert excused("A39", f"fi/statement/index.html: {told}")
    assert not excused("A39", f"mallila/fi/statement/index.html: {told}")
    assert not excused("A39", "fi/statement/index.html: no promise of an answer in 14 days")
    assert list(unused("A39", [f"mallila/fi/statement/index.html: {told}"])) == [f"A39: {told}"]
