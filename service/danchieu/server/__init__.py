"""The service as one ASGI application: routes, guards and what errors become."""

from danchieu.server.app import create_app
from danchieu.server.from_settings import create_app_from_settings

__all__ = ["create_app", "create_app_from_settings"]
