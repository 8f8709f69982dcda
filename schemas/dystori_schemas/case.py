"""The case file: people once, documents of any kind, and what is kept back from whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Annotated, Any, Literal, Union

from pydantic import BeforeValidator, Field, create_model, model_validator

from dystori_schemas.base import Model, Several
from dystori_schemas.choices import Nation, PersonKind
from dystori_schemas.common import Document, Waived, Withheld
from dystori_schemas.consent import Consent
from dystori_schemas.kinds import Kind
from dystori_schemas.people import Organisation, Person
from dystori_schemas.scalars import Id, Reference, fault


def _named(value: object) -> object:
    if isinstance(value, Mapping) and value:
        return value
    raise fault("people_expected")


class CaseFile(Model):
    """Everything a document is made from."""

    dystori: Literal["1"] = Field("1", description="The version of this format: 1.")
    reference: Reference = Field(description="The case's reference; it stands in file names, so no name in it.")
    nation: Nation = Field(description="wales or england: the organisation's nation decides law and fields.")
    profile: Id | None = Field(
        None,
        description="The profile of rules, terms, numbers and helplines: the name of one of ours, or of a file of your "
        "own beside this one, without .toml. Without this field: the nation's.",
    )
    organisation: Organisation = Field(description="The organisation that writes.")
    people: Annotated[dict[Id, Person], BeforeValidator(_named)] = Field(
        description="Everybody in the case, by a short id."
    )
    documents: Several[Document] = Field((), description="The documents.")
    withheld: Several[Withheld] = Field(
        (), description="What is kept back, from whom, why, who decided, when it is looked at again."
    )
    consents: Several[Consent] = Field(
        (), description="Who agreed that something may be shared, or why it is all the same."
    )
    waived: Several[Waived] = Field(
        (), description="Practice rules that this case sets aside: which, why, who decided."
    )

    @model_validator(mode="after")
    def _documents_have_their_own_ids(self) -> CaseFile:
        ids = [document.id for document in self.documents]
        if len(set(ids)) < len(ids):
            raise fault("document_ids")
        return self


@lru_cache(maxsize=8)
def _model(kinds: tuple[Kind, ...]) -> type[CaseFile]:
    models = tuple(kind.model for kind in kinds)
    # A union of one has no discriminator in pydantic; a union of all kinds has, and faults name the right kind.
    document: Any = Annotated[Union[models], Field(discriminator="kind")] if len(models) > 1 else models[0]  # noqa: UP007
    return create_model(
        "CaseFile", __base__=CaseFile, documents=(Several[document], Field((), description="The documents."))
    )


def case_model(kinds: Mapping[str, Kind]) -> type[CaseFile]:
    """Return the model of a case file whose documents may be of these kinds."""
    return _model(tuple(kinds.values()))


def context(raw: object) -> dict[str, Any]:
    """Return what single fields need to know of the whole file: the nation, who is in it and what they are.

    Read from the raw data, so that an unknown person is one fault among the others, found in the same pass.
    """
    people = raw.get("people") if isinstance(raw, Mapping) else None
    known: dict[str, Any] = {"ids": set(_ids(raw)), "nation": raw.get("nation") if isinstance(raw, Mapping) else None}
    if isinstance(people, Mapping) and people:  # nobody at all is one fault, not one more wherever somebody is named
        kinds = {str(key): _kind(person) for key, person in people.items()}
        known |= {"people": kinds, "audiences": {*kinds, *PersonKind}}
    return known


def _kind(person: object) -> str:
    return str(person.get("kind", PersonKind.OTHER)) if isinstance(person, Mapping) else ""


def _ids(raw: object) -> Iterator[str]:
    """Yield every id that something in the raw data gives itself."""
    if isinstance(raw, Mapping):
        if isinstance(raw.get("id"), str):
            yield raw["id"]
        raw = list(raw.values())
    if isinstance(raw, (list, tuple)):
        for item in raw:
            yield from _ids(item)
