"""What only coordinators know: the people behind the partners. Lies in `internal/`, which git ignores."""

from collections.abc import Mapping

from sitegen.model.fields import Kind, Record, Sees, described, places
from sitegen.problems import Place

ROLES = ("distributor", "venue")


class PartnerContact(Record, frozen=True):
    """A person to write to at a partner. A partner may have several."""

    partner: str = described(
        Kind.ID,
        "Kumppanin tunniste luettelossa",
        "Samarbetspartnerns identifierare i listan",
        "Id of the partner in the lists",
        "uimahalli",
        required=True,
        sees=Sees.INTERNAL,
    )
    role: str | None = described(
        Kind.CHOICE,
        "Kumpaa roolia varten, jos tunniste on molemmissa luetteloissa",
        "För vilken roll, om identifieraren finns i båda listorna",
        "For which role, where the id is in both lists",
        "venue",
        choices=ROLES,
        sees=Sees.INTERNAL,
    )
    name: str | None = described(
        Kind.TEXT,
        "Yhteyshenkilön nimi",
        "Kontaktpersonens namn",
        "Name of the contact person",
        "Etunimi Sukunimi",
        max_length=120,
        sees=Sees.INTERNAL,
    )
    email: str | None = described(
        Kind.EMAIL,
        "Yhteyshenkilön sähköposti",
        "Kontaktpersonens e-post",
        "E-mail of the contact person",
        "henkilo@uimahalli.example",
        sees=Sees.INTERNAL,
    )
    phone: str | None = described(
        Kind.TEXT,
        "Yhteyshenkilön puhelin",
        "Kontaktpersonens telefon",
        "Telephone of the contact person",
        "016 000 398",
        max_length=40,
        sees=Sees.INTERNAL,
    )
    language: str | None = described(
        Kind.LANGUAGE,
        "Kirjeiden kieli, jos muu kuin luettelossa",
        "Brevens språk, om annat än i listan",
        "Language of letters, where other than in the list",
        "sv",
        sees=Sees.INTERNAL,
    )
    at: Mapping[str, Place] = places()


class ContactsFile(Record, frozen=True):
    """internal/<region>/contacts.yaml."""

    contacts: tuple[PartnerContact, ...] = described(
        Kind.RECORD,
        "Yhteyshenkilöt",
        "Kontaktpersoner",
        "Contact persons",
        "[{partner: uimahalli, email: henkilo@uimahalli.example}]",
        many=True,
        record=PartnerContact,
        sees=Sees.INTERNAL,
    )
    at: Mapping[str, Place] = places()
