"""What a case file may say: pydantic models, and nothing about documents."""

from dystori_schemas.case import CaseFile, case_model, context
from dystori_schemas.kinds import Kind, Part, discover

__all__ = ["CaseFile", "Kind", "Part", "case_model", "context", "discover"]
