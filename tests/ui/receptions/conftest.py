"""Pages on a real desk."""

from tests.ui.pages import at_desk, said

__all__ = ["at_desk", "said"]
