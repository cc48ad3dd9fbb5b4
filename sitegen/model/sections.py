"""The sections of the texts (DESIGN section 3)."""

CARDHOLDER_SECTIONS = (
    "what",
    "who",
    "get",
    "use",
    "ticket",
    "along",
    "children",
    "community",
    "assistant",
    "elsewhere",
    "company",
)
"""On the page and in the brochure, in this order; the first five are the questions."""

QUESTIONS = CARDHOLDER_SECTIONS[:5]

PARTNER_SECTIONS = ("introduction-distributors", "introduction-venues")

SITE_SECTIONS = ("statement", "privacy")

SECTIONS = (*CARDHOLDER_SECTIONS, "poster", *PARTNER_SECTIONS, *SITE_SECTIONS)

OWN_PREFIX = "own-"
"""A region's further sections, after `elsewhere` by file name."""
