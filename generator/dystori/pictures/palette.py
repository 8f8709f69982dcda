"""The colours of every picture: few, warm, flat, and apart from each other in grey print as well."""

from __future__ import annotations

from typing import Final

#: Every outline, and its weight in units; lines inside a form are thinner.
INK: Final = "#211715"
LINE: Final = 4.0

WHITE: Final = "#FFFFFF"
SHOE: Final = "#4A4650"
DARK_SHOE: Final = "#2E2A33"
STEEL: Final = "#8B95A3"
FRAME: Final = "#5A5D68"
WATER: Final = "#BFE3F7"
HEART: Final = "#E2725B"
INSIDE_MOUTH: Final = "#7C2B2B"
TONGUE: Final = "#E98A80"
GOLD: Final = "#F4BE55"
GLOW: Final = "#FFF3C4"
WOOD: Final = "#B98D5E"
PALE_WOOD: Final = "#D9B78A"
LEAF: Final = "#8DBB78"
STONE: Final = "#C9CED6"

#: Six tones of skin, and the cheeks of each; ink on the darkest is 3.2 to 1, the least for a picture.
SKIN: Final = ("#FBE4D4", "#F4D0B0", "#E4B48C", "#CB9467", "#AD764E", "#8E5D3F")
CHEEK: Final = ("#F2B3A6", "#EBA78F", "#D6926F", "#B87650", "#965B3C", "#774630")

#: The colours of hair: the hair, and the strands drawn on it.
HAIR: Final = {
    "black": ("#2E2724", "#6A5C54"),
    "dark-brown": ("#553827", "#82604A"),
    "brown": ("#8A5A38", "#5E3A20"),
    "red": ("#C9662F", "#8F4219"),
    "fair": ("#EBC469", "#B98C34"),
    "grey": ("#B4B0AB", "#7F7A74"),
    "white": ("#F3F0EA", "#B9B3AA"),
}

#: The colours of clothes: the cloth, and the folds and patterns on it.
CLOTH: Final = {
    "red": ("#E2725B", "#B04A36"),
    "yellow": ("#F4BE55", "#C08A1E"),
    "green": ("#8DBB78", "#5C8A48"),
    "teal": ("#4E9FA3", "#2F7377"),
    "sky": ("#A5D2EE", "#5F9CC4"),
    "navy": ("#41527F", "#8C9CC8"),
    "purple": ("#9C6FA3", "#704A77"),
    "pink": ("#F3B3AE", "#CF7F79"),
    "cream": ("#F8EDD6", "#C9B588"),
    "grey": ("#8B95A3", "#5E6875"),
    "blue": ("#6688B5", "#45638C"),
    "black": ("#5A5D68", "#8A8D98"),
    "brown": ("#A07F60", "#745A41"),
    "white": ("#FFFFFF", "#C9C3BA"),
    "gown": ("#3A3444", "#7A7288"),
}

#: Grounds, all paler than anybody's clothes, so that people stand out; night is dim and not black.
WALL: Final = "#FDF1DC"
FLOOR: Final = "#EBD9B8"
SKY: Final = "#DDF0FA"
GRASS: Final = "#CBE0B4"
NIGHT_WALL: Final = "#C8D2EA"
NIGHT_SKY: Final = "#3C4A78"
DUSK: Final = "#B7C3E2"
NIGHT_GRASS: Final = "#A9BDA6"
NIGHT_FLOOR: Final = "#C3B39B"
PATH: Final = "#E9DDC8"
