"""How people of each age are built: the younger, the larger their head and the lower, wider and larger their eyes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from dystori_schemas.scenes import Build, Stature


@dataclass(frozen=True, slots=True)
class Body:
    """The proportions of a body in units: feet at 0, so that heights are above the ground."""

    height: float
    #: Half the head, and which of the two heads it is.
    head: float
    shape: str
    shoulder: float
    hip: float
    hip_up: float
    arm: float
    arm_thick: float
    leg_thick: float
    #: The eyes from the middle of the head: across, down, and how large.
    eye_x: float
    eye_y: float
    eye: float
    brow_y: float
    mouth_y: float
    #: How far the shoulders hang below the chin.
    neck: float = 12

    @property
    def grown(self) -> bool:
        """Return whether this body is as tall as an adult's chair is made for."""
        return self.hip_up > 90

    @property
    def chin(self) -> float:
        """Return the height of the chin: up is less than nothing."""
        return -(self.height - 2 * self.head)


BODIES: Final = {
    Stature.ADULT: Body(300, 46, "grown", 36, 31, 120, 100, 20, 24, 17, 4, 5.0, -15, 0),
    Stature.OLDER: Body(279, 46, "grown", 35, 34, 108, 92, 20, 23, 17, 4, 4.6, -14, 0),
    Stature.TEENAGER: Body(272, 46, "grown", 30, 26, 112, 88, 18, 21, 18, 6, 5.4, -13, 1),
    Stature.CHILD: Body(214, 45, "young", 27, 26, 68, 60, 16, 20, 20, 9, 6.0, -9, 3),
    Stature.TODDLER: Body(174, 43, "young", 24, 26, 40, 44, 15, 20, 20, 11, 6.2, -6, 4, 8),
    Stature.BABY: Body(122, 39, "young", 21, 30, 16, 32, 14, 18, 20, 13, 6.0, -3, 4, 4),
}

#: What a larger or thinner build adds to the shoulders, the hips, an arm and a leg.
_BUILDS: Final = {Build.LARGE: (8, 13, 3, 5), Build.MEDIUM: (0, 0, 0, 0), Build.THIN: (-4, -6, -2, -3)}


def body_of(age: Stature, build: Build) -> Body:
    """Return the body of an age and a build."""
    body = BODIES[age]
    shoulder, hip, arm, leg = _BUILDS[build] if age is not Stature.BABY else (0, 0, 0, 0)
    return replace(
        body,
        shoulder=body.shoulder + shoulder,
        hip=body.hip + hip,
        arm_thick=body.arm_thick + arm,
        leg_thick=body.leg_thick + leg,
    )
