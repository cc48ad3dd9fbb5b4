"""The fields at the head of a Markdown text."""

from collections.abc import Mapping

from sitegen.model.fields import Kind, Record, described, places
from sitegen.problems import Place

ADD_CHOICES = ("before", "after")
REVIEW_CHOICES = ("awaiting",)


class FrontMatter(Record, frozen=True):
    """The front matter of a section (DESIGN section 3)."""

    title: str | None = described(
        Kind.TEXT, "Otsikko", "Rubrik", "Title", "Kuka voi saada kortin?", max_length=160
    )
    add: str | None = described(
        Kind.CHOICE,
        "Liitetään valtakunnalliseen tekstiin: eteen vai perään",
        "Fogas till den nationella texten: före eller efter",
        "Joined to the national text: before or after",
        "after",
        choices=ADD_CHOICES,
    )
    review: str | None = described(
        Kind.CHOICE,
        "Odottaa tarkistusta",
        "Väntar på granskning",
        "Waits for its review",
        "awaiting",
        choices=REVIEW_CHOICES,
    )
    translated_from: str | None = described(
        Kind.TEXT,
        "Mistä tekstin versiosta käännetty (sormenjälki)",
        "Vilken version av texten som översatts (fingeravtryck)",
        "The version of the text it was translated from (digest)",
        "0f3a9c51d2e4",
        max_length=12,
    )
    at: Mapping[str, Place] = places()
