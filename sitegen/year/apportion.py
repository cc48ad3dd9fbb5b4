"""Whole cents by weights: the largest remainder method, in whole numbers only."""

from collections.abc import Sequence


def apportion(total: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Share a total by weights; the shares' sum is the total.

    Everybody first gets the whole cents of the exact share. The cents left over go one each to those whose
    exact share lost most in that (largest remainder, also called Hamilton's method), of equals to the one
    of more weight, then to the earlier. Raises `ValueError` where there is nobody to share a total.
    """
    whole = sum(weights)
    if whole <= 0:
        if total:
            raise ValueError("nobody to share")
        return tuple(0 for _ in weights)
    floors = [total * weight // whole for weight in weights]
    order = sorted(
        range(len(weights)), key=lambda index: (-(total * weights[index] % whole), -weights[index], index)
    )
    for index in order[: total - sum(floors)]:
        floors[index] += 1
    return tuple(floors)
