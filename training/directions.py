"""The directions that a model translates: both, or one that it was trained further for alone."""

from typing import Any

DIRECTIONS: dict[str, bool] = {"vi-en": True, "en-vi": False}
"""By name: whether it is into English."""


def directions_of(about: dict[str, Any]) -> dict[str, bool]:
    """Those that a checkpoint or config.json names, both where it names none."""
    return {name: DIRECTIONS[name] for name in about.get("directions", DIRECTIONS)}
