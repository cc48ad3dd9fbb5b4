"""What holds between the fields of a record, and the shapes that are no single text."""

import pytest

from sitegen.model.contact import Address, Email, Phone
from sitegen.model.edition import EditionFacts, Event, MediaDescription
from sitegen.model.fields import place_of
from sitegen.model.partner import Distributor, Venue
from sitegen.model.partner_parts import Limit
from sitegen.problems import Place
from tests.validate.support import context, ids, made, record


def distributor(more: str) -> str:
    return f"id: nuoriso\nname: Nuorisotyö\n{more}\n"


def located(municipality: str, postal_code: str) -> str:
    return distributor(f"municipality: {municipality}\naddress: {{postal_code: '{postal_code}'}}")


def test_places_are_those_of_the_values() -> None:
    one = made(record(distributor("address:\n  street: Torikatu 2\nphone: 016 432 11"), Distributor))
    assert one.at[""] == Place("test.yaml", 1, 1)
    assert place_of(one, "name") == Place("test.yaml", 2, 7)
    assert place_of(one, "address") == Place("test.yaml", 3, 1)
    assert place_of(one.address, "street") == Place("test.yaml", 4, 11)
    assert place_of(one, "website") == Place("test.yaml", 1, 1)


def test_a_plain_value_stands_for_the_main_field_of_its_record() -> None:
    one = made(
        record(
            distributor(
                "phone: 040 123 4567\nemail: [a@b.example, {address: c@d.example}]\ncommitment: 5.1.2024"
            ),
            Distributor,
        )
    )
    assert isinstance(one.phone[0], Phone)
    assert [mail.address for mail in one.email] == ["a@b.example", "c@d.example"]
    assert isinstance(one.email[0], Email)
    assert (one.commitment.date.year, one.commitment.by) == (2024, None)
    assert place_of(one.phone[0], "number") == Place("test.yaml", 3, 8)


def test_a_fault_in_it_is_told_of_the_field_that_was_written() -> None:
    (problem,) = record(distributor("phone: 12"), Distributor).problems
    assert (problem.id, dict(problem.values)["field"]) == ("phone-short", "phone")


def test_defaults_of_the_table() -> None:
    one = made(record("id: a\nname: A\nkind: sport", Venue))
    assert (one.answer, one.phone, one.covers, one.address) == ("unanswered", (), (), None)


def test_one_fault_does_not_hide_the_others() -> None:
    outcome = record(
        distributor("phone: 1\nemail: x\nwebsite: www.a.example\nsector: yuoth\nsince: 19"), Distributor
    )
    assert [problem.place.line for problem in outcome.problems] == [3, 4, 5, 6, 7]
    assert outcome.value is not None


CASES = [
    (Phone, "number: 0600 12345", ["E phone-price"]),
    (Phone, "number: 0600 12345\nprice: {fi: 2 €/min}", []),
    (Event, "id: a\ndate: 2026-05-20\nfrom: '11:00'\nto: '09:00'", ["E period-backwards"]),
    (Event, "id: a\ndate: 2026-05-20\nto: '09:00'", ["E event-start"]),
    (EditionFacts, "valid: {from: 2026-12-31, to: 2026-01-01}", ["E period-backwards"]),
    (Limit, "kind: other", ["E limit-text"]),
    (Limit, "kind: courses-per-year", ["E limit-value"]),
    (Limit, "kind: courses-per-year\nvalue: 0", ["E limit-zero"]),
    (Limit, "kind: courses-per-year\nvalue: x", ["E number-form"]),
    (MediaDescription, "{}", ["E media-alt"]),
    (MediaDescription, "decorative: yes", []),
    (MediaDescription, "decorative: yes\nalt: {fi: Kuvio}", ["E media-both"]),
    (MediaDescription, "alt: {fi: logo.png}", ["E media-alt-name"]),
    (Distributor, located("Tornio", "95400"), []),
    (Distributor, located("Tornio", "00100"), ["W postal-code-elsewhere"]),
    (Distributor, located("Tornio", "99998"), ["W postal-code-unknown"]),
    (Distributor, located("Mallila", "98765"), []),
    (Distributor, located("Tornio", "98765"), ["W postal-code-unknown"]),
    (Distributor, distributor("materials: {brochures: {se: 1}}"), ["E language-unknown"]),
    (Distributor, distributor("materials: {brochures: {sv: x}}"), ["E number-integer"]),
    (Distributor, distributor("sector: [youth, social, youth]"), ["E value-twice"]),
    (Venue, "id: a\nname: A\nkind: sport\nseason: {from: 10-01, to: 03-31}", []),
    (Venue, "id: a\nname: A\nkind: sport\npopup: {from: 2026-07-01}", ["E field-missing"]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "yaml", "expected"), CASES)
def test_between_fields(kind: type, yaml: str, expected: list[str]) -> None:
    assert ids(record(yaml, kind)) == expected


def test_the_days_of_a_popup_are_asked_for_by_their_rule() -> None:
    (problem,) = record("id: a\nname: A\nkind: sport\npopup: {from: 2026-07-01}", Venue).problems
    assert problem.rule == "C17"


def test_a_month_is_its_first_and_last_day() -> None:
    one = made(record("id: a\nname: A\nkind: sport\npopup: {from: 2026-07, to: 2026-07}", Venue))
    assert (one.popup.from_.isoformat(), one.popup.to.isoformat()) == ("2026-07-01", "2026-07-31")


def test_invented_postal_codes_of_invented_regions() -> None:
    text = distributor("covers: all\naddress: {postal_code: '98765'}")
    assert ids(record(text, Distributor)) == ["W postal-code-unknown"]
    assert ids(record(text, Distributor, context(invented=True))) == []


def test_an_address_is_fields() -> None:
    assert ids(record("street: [a]", Address)) == ["E expected-text"]
    assert ids(record(distributor("address: Torikatu 2"), Distributor)) == ["E expected-fields"]
