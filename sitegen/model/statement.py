"""The facts of the accessibility statements: every region's and the national one are made of them (BAR L5, L7)."""

from collections.abc import Mapping
from datetime import date

from sitegen.model.contact import Organisation
from sitegen.model.fields import Kind, Record, described, places
from sitegen.model.text import Localised
from sitegen.problems import Place

CONFORMANCE = ("full", "partly", "not")
PLAIN = ("standard", "standard_version", "wcag", "wcag_tested")
GAPS, SUPERVISOR = "gaps", "supervisor"
STATEMENT_WORDS = (*PLAIN, "conformance", "assessed", "answer_days", GAPS, SUPERVISOR)
"""The `{words}` that stand in statements for these facts."""


class Gap(Record, frozen=True):
    """Something that is known to be lacking."""

    id: str = described(Kind.ID, "Tunniste", "Identifierare", "Id", "documents-untried", required=True)
    text: Localised = described(
        Kind.WORDS,
        "Puute sanoin",
        "Bristen i ord",
        "The shortcoming in words",
        "{fi: Kuvilta puuttuu kuvaus.}",
        required=True,
    )
    at: Mapping[str, Place] = places()


class StatementFile(Record, frozen=True):
    """content/statement.yaml."""

    standard: str = described(Kind.TEXT, "Standardi", "Standard", "Standard", "EN 301 549", required=True)
    standard_version: str = described(
        Kind.TEXT, "Standardin versio", "Standardens version", "Its version", "V3.2.1", required=True
    )
    wcag: str = described(
        Kind.TEXT,
        "WCAG, jota laki vaatii",
        "WCAG som lagen kräver",
        "WCAG that the law asks for",
        "2.1",
        required=True,
    )
    wcag_tested: str = described(
        Kind.TEXT,
        "WCAG, jolla sivut testataan",
        "WCAG som sidorna testas med",
        "WCAG that the pages are tested to",
        "2.2",
        required=True,
    )
    conformance: str = described(
        Kind.CHOICE,
        "Täyttyvätkö vaatimukset",
        "Uppfylls kraven",
        "Are the requirements met",
        "partly",
        choices=CONFORMANCE,
        required=True,
    )
    assessed: date = described(
        Kind.DATE, "Arvion päivä", "Bedömningens dag", "Day of the assessment", "2026-11-24", required=True
    )
    answer_days: int = described(
        Kind.INTEGER,
        "Palautteeseen vastataan, päivää",
        "Respons besvaras inom, dagar",
        "Feedback is answered within, days",
        "14",
        required=True,
    )
    supervisor: Organisation = described(
        Kind.RECORD,
        "Valvova viranomainen",
        "Tillsynsmyndighet",
        "Supervising authority",
        "{name: {fi: Liikenne- ja viestintävirasto Traficom}}",
        record=Organisation,
        required=True,
    )
    gaps: tuple[Gap, ...] = described(
        Kind.RECORD,
        "Tunnetut puutteet",
        "Kända brister",
        "Known shortcomings",
        "[{id: kuvat, text: {fi: Kuvilta puuttuu kuvaus.}}]",
        many=True,
        record=Gap,
    )
    at: Mapping[str, Place] = places()
