"""The files of a region that hold lists: distributors, venues, figures, pictures."""

from collections.abc import Mapping

from sitegen.model.edition import MediaDescription, Statistic
from sitegen.model.fields import Kind, Record, described, places
from sitegen.model.partner import Distributor, Venue
from sitegen.problems import Place


class StatisticsFile(Record, frozen=True):
    """statistics.yaml."""

    figures: tuple[Statistic, ...] = described(
        Kind.RECORD,
        "Luvut",
        "Tal",
        "Figures",
        "[{year: 2024, what: uses, value: 120}]",
        many=True,
        record=Statistic,
    )
    at: Mapping[str, Place] = places()


class DistributorsFile(Record, frozen=True):
    """distributors.yaml."""

    distributors: tuple[Distributor, ...] = described(
        Kind.RECORD,
        "Jakajat",
        "Utdelare",
        "Distributors",
        "- id: etsiva-nuorisotyo",
        many=True,
        record=Distributor,
    )
    at: Mapping[str, Place] = places()


class VenuesFile(Record, frozen=True):
    """venues.yaml."""

    venues: tuple[Venue, ...] = described(
        Kind.RECORD, "Kohteet", "Objekt", "Venues", "- id: uimahalli", many=True, record=Venue
    )
    at: Mapping[str, Place] = places()


class MediaFileDescriptions(Record, frozen=True):
    """media.yaml."""

    files: tuple[tuple[str, MediaDescription], ...] = described(
        Kind.RECORDS_BY_NAME,
        "Kuvat",
        "Bilder",
        "Pictures",
        "{logo.png: {alt: {fi: Tornion tunnus}}}",
        record=MediaDescription,
    )
    at: Mapping[str, Place] = places()
