"""What holds where a writer of the document stands."""

from sitegen.render.docx.direction import is_rtl, tag
from sitegen.render.docx.parts import Parts
from sitegen.structs import Struct, replace


class Setting(Struct, frozen=True):
    """`lang` is the language around, `document` that of the whole; `section` the role of the section around.

    `depth` counts the lists around; `indent` is how far in, in twips, the parts of an item stand. On `deep`
    ground words are white.
    """

    lang: str
    document: str
    parts: Parts
    tones: dict[str, str]
    section: str = ""
    depth: int = 0
    indent: int = 0
    deep: bool = False

    @property
    def rtl(self) -> bool:
        """Whether lines run from right to left here."""
        return is_rtl(self.lang)

    def within(self, lang: str | None) -> "Setting":
        """The setting inside a part of this language."""
        return self if lang in (None, self.lang) else replace(self, lang=lang or self.lang)

    def foreign(self, lang: str) -> str | None:
        """The tag a run of this language has to carry; None where it is the document's own."""
        return None if tag(lang) == tag(self.document) else tag(lang)
