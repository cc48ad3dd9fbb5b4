"""Words of a closed set: choices, yes and no, languages, municipalities, ids, files, colours, codes."""

import re
import unicodedata

from sitegen.languages.table import codes, is_known
from sitegen.load.suggest import suggest
from sitegen.model.colour import LEAST_CONTRAST, contrast_on_wash, nearest_passing
from sitegen.problems import Problem
from sitegen.validate.context import Asked, Checked, found, wrong

YES = frozenset({"yes", "true"})
NO = frozenset({"no", "false"})
MEANT_YES = frozenset({"kyllä", "joo", "on", "ja", "jo", "y", "k", "1", "x"})
MEANT_NO = frozenset({"ei", "nej", "off", "n", "e", "0"})

LONGEST_ID = 60
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

MEANT_LANGUAGE = {
    "se": "sv",
    "swe": "sv",
    "ruotsi": "sv",
    "suomi": "fi",
    "fin": "fi",
    "selko": "fi-simple",
    "fi-selko": "fi-simple",
    "fi_simple": "fi-simple",
    "simple": "fi-simple",
    "gb": "en",
    "uk-en": "en",
    "eng": "en",
    "englanti": "en",
    "ara": "ar",
    "arab": "ar",
    "arabia": "ar",
    "rus": "ru",
    "venäjä": "ru",
    "ua": "uk",
    "dk": "da",
    "no": "nb",
    "ee": "et",
    "gr": "el",
    "cz": "cs",
}
"""What people write for a language (B61): country codes and names. Some of those meant have no pages here."""


def check_choice(value: str, asked: Asked) -> Checked[str]:
    """One of the field's choices, exactly as written in the table."""
    if value in asked.spec.choices:
        return Checked(value)
    near = suggest(value, asked.spec.choices)
    known = ", ".join(asked.spec.choices)
    return wrong(asked, "choice-unknown", value, rule="B69", suggestion=near, known=known)


def check_yes_no(value: str, asked: Asked) -> Checked[bool]:
    """`yes`, `no`, `true`, `false`; for words of other languages an error that says which is meant (B67)."""
    word = value.casefold()
    if word in YES | NO:
        return Checked(word in YES)
    if word in MEANT_YES | MEANT_NO:
        return wrong(asked, "yes-no-word", value, rule="B67", suggestion="yes" if word in MEANT_YES else "no")
    return wrong(asked, "yes-no", value, rule="B67")


def check_language(value: str, asked: Asked) -> Checked[str]:
    """A code of the table of languages."""
    unknown = language_problem(value, asked, among=codes())
    return Checked(value) if unknown is None else Checked(None, (unknown,))


def language_problem(code: str, asked: Asked, among: tuple[str, ...] = ()) -> Problem | None:
    """What is wrong with a language code (B61), None if nothing: it must be one of the site's languages."""
    among = among or asked.context.allowed or codes()
    if code in among:
        return None
    known = ", ".join(among)
    if is_known(code):
        return found(asked, "language-not-used", code, rule="B61", known=known)
    meant = MEANT_LANGUAGE.get(code.casefold(), "")
    if meant and meant not in among:
        return found(asked, "language-no-pages", code, rule="B61", meant=meant, known=known)
    near = meant or suggest(code, among)
    return found(asked, "language-unknown", code, rule="B61", suggestion=near, known=known)


def check_municipality(value: str, asked: Asked) -> Checked[str]:
    """A municipality's official name in Finnish or Swedish; its code is what the model holds."""
    register = asked.context.register
    code = register.code(value)
    if code is not None:
        return Checked(code)
    if value in register.municipalities:
        near = register.name(value, "fi")
    else:
        listed = register.municipalities.values()
        near = suggest(value, (name for one in listed for name in (one.name_fi, one.name_sv)))
    return wrong(asked, "municipality-unknown", value, rule="B69", suggestion=near)


def check_id(value: str, asked: Asked) -> Checked[str]:
    """Small letters a-z, digits and hyphens, at most 60."""
    if ID.fullmatch(value) and len(value) <= LONGEST_ID:
        return Checked(value)
    return wrong(asked, "id-form", value, rule="B43", suggestion=slug(value) or "kirjasto", limit=LONGEST_ID)


def slug(text: str) -> str:
    """The nearest id to a text."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:LONGEST_ID].strip("-")


def check_file(value: str, asked: Asked) -> Checked[str]:
    """The name of a file in the region's `media/`, in exactly its letters (B89)."""
    if "/" in value or "\\" in value or value.startswith("."):
        return wrong(asked, "file-path", value, rule="B89")
    names = asked.context.media
    if value in names:
        return Checked(value)
    same = next((name for name in names if name.casefold() == value.casefold()), "")
    if same:
        return wrong(asked, "file-case", value, rule="B89", suggestion=same)
    return wrong(asked, "file-missing", value, rule="B89", suggestion=suggest(value, names))


def check_colour(value: str, asked: Asked) -> Checked[str]:
    """`#rrggbb`, dark enough to be read on its own palest tone (B75)."""
    colour = value.casefold()
    if re.fullmatch(r"#[0-9a-f]{3}", colour):
        colour = "#" + "".join(2 * sign for sign in colour[1:])
        return wrong(asked, "colour-form", value, rule="B75", suggestion=colour)
    if not re.fullmatch(r"#[0-9a-f]{6}", colour):
        return wrong(asked, "colour-form", value, rule="B75", suggestion=asked.spec.example.strip('"'))
    ratio = contrast_on_wash(colour)
    if ratio >= LEAST_CONTRAST:
        return Checked(colour)
    return Checked(
        colour,
        (
            found(
                asked,
                "colour-contrast",
                value,
                rule="B75",
                ratio=f"{ratio:.1f}",
                suggestion=nearest_passing(colour),
            ),
        ),
    )


def check_postal_code(value: str, asked: Asked) -> Checked[str]:
    """Five digits (B44, N7). Whether it exists and fits the municipality is looked at with the partner."""
    if re.fullmatch(r"[0-9]{5}", value):
        return Checked(value)
    digits = re.search(r"(?<!\d)\d{5}(?!\d)", value)
    if digits:
        return wrong(asked, "postal-code-only", value, rule="B44", suggestion=digits.group())
    return wrong(asked, "postal-code", value, rule="B44")
