"""Who agreed that something may be shared; or why it is shared though they did not."""

from __future__ import annotations

from pydantic import Field

from dystori_schemas.base import LocalText, Model
from dystori_schemas.choices import Choice
from dystori_schemas.scalars import Date, PersonId


class ConsentAnswer(Choice):
    """What somebody said when they were asked; or that nobody asked them."""

    AGREED = "agreed"
    REFUSED = "refused"
    NOT_ASKED = "not-asked"


class Consent(Model):
    """Whether somebody agreed to sharing (Sandwell, *Front Door*; Wales Safeguarding Procedures, Section 2).

    Where they did not, or nobody asked, the reason and the manager who decided stand beside it.
    """

    who: PersonId = Field(description="Whose consent it is: the child's, or of somebody with parental responsibility.")
    to_share: LocalText = Field(description="What may be shared, and with whom.")
    answer: ConsentAnswer = Field(description="agreed, refused or not-asked.")
    on: Date = Field(description="When they said so, or when it was decided not to ask.")
    because: LocalText | None = Field(
        None, description="refused or not-asked: why it is shared all the same, with the evidence."
    )
    decided_by: PersonId | None = Field(None, description="refused or not-asked: the manager who decided.")
