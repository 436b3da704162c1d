"""HTTP service that reads news articles into events.

from extractor_api import Settings, create_app
app = create_app(Settings(workers=2))
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor_api.settings import Settings, SettingsError
from extractor_api.version import VERSION as __version__

if TYPE_CHECKING:
    from extractor_api.app import create_app

__all__ = ["Settings", "SettingsError", "__version__", "create_app"]


def __getattr__(name: str) -> Any:
    """Load the application on demand: the workers import this package too, and need no web framework."""
    if name == "create_app":
        from extractor_api.app import create_app

        return create_app
    raise AttributeError(name)
