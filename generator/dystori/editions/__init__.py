"""Who gets what, in which language: an edition holds only what its reader may see."""

from dystori.editions.choose import ALL, Edition, Wanted, choose
from dystori.editions.defaults import noted
from dystori.editions.eye import Fields, Leaf
from dystori.editions.nations import Nation, nations
from dystori.editions.readers import Addressee, Reader
from dystori.editions.release import check_told, too_early
from dystori.editions.show import Shown, show
from dystori.editions.withhold import check_references, check_withheld

__all__ = [
    "ALL",
    "Addressee",
    "Edition",
    "Fields",
    "Leaf",
    "Nation",
    "Reader",
    "Shown",
    "Wanted",
    "check_references",
    "check_told",
    "check_withheld",
    "choose",
    "nations",
    "noted",
    "show",
    "too_early",
]
