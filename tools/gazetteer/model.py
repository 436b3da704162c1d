"""A place on its way from the sources to the file."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Draft", "Region"]


@dataclass
class Draft:
    """One place; `keys` maps each folded name to whether it is only an alias."""

    name: str
    kind: str
    country: str | None
    latitude: float
    longitude: float
    score: float
    population: int = 0
    geonames_id: int = 0
    region: tuple[str, str] | None = None
    keys: dict[str, bool] = field(default_factory=dict)

    def add(self, key: str, alias: bool) -> None:
        """Lets the place be found by `key`; a main name stays one."""
        if key:
            self.keys[key] = self.keys.get(key, True) and alias


@dataclass
class Region:
    """A first-level region as the cities in it show it."""

    country: str
    name: str
    latitude: float = 0.0
    longitude: float = 0.0
    weight: float = 0.0
    population: int = 0
    names: set[str] = field(default_factory=set)
    """Further names."""

    def include(self, latitude: float, longitude: float, population: int) -> None:
        """Moves the centre towards a city, by the city's weight."""
        weight = population + 500.0
        self.weight += weight
        self.population += population
        self.latitude += (latitude - self.latitude) * weight / self.weight
        self.longitude += (longitude - self.longitude) * weight / self.weight
