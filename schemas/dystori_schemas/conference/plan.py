"""A row of a protection plan: why it is there, what must change, how that will be known, who does what by when."""

from __future__ import annotations

from pydantic import Field

from dystori_schemas.base import LocalText, Model, Several
from dystori_schemas.plans import Action


class PlanRow(Model):
    """One thing that must change for a child (Wales Safeguarding Procedures, Section 3 Part 2, *The plan*)."""

    why: LocalText = Field(description="The worry or need that this row is there for.")
    change: LocalText = Field(description="What must change for the child.")
    measure: LocalText = Field(description="How everybody will know that it has changed.")
    actions: Several[Action] = Field(description="Who does what by when; family members too.", min_length=1)
