"""Invented codes for tests."""

import random

from sitegen.cards.codes import Code


def invented(count: int = 20, length: int = 8, seed: int = 1) -> tuple[Code, ...]:
    """Codes of letters and digits, all different."""
    chance = random.Random(seed)
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"
    texts: dict[str, None] = {}
    while len(texts) < count:
        texts["Q" + "".join(chance.choices(letters, k=length - 1))] = None
    return tuple(Code(number, text) for number, text in enumerate(texts, 1))
