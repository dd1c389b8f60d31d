"""What the environment or a TOML file says about this installation, read once."""

import os
import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from danchieu.domain.limits import Limits
from danchieu.errors import SettingsError
from danchieu.jobs import ChainConfig

PREFIX = "DANCHIEU_"
LOOPBACK = ("127.0.0.1", "localhost", "::1")
_DEFAULTS = Limits()
_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parents[1]
_TESSDATA_PLACES = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)


def _in_checkout() -> bool:
    return (_CHECKOUT / "extraction_rules").is_dir()


def _default_data_dir() -> Path:
    if _in_checkout():
        return _CHECKOUT / ".data"
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "danchieu"


def _beside_code(folder: str) -> Path:
    """Return the folder of the checkout, or the one that the package ships."""
    if _in_checkout():
        return _CHECKOUT / folder
    return _PACKAGE / "_shipped" / folder


def find_tessdata() -> Path:
    """Return the first usual folder that holds Vietnamese data, else the first."""
    named = os.environ.get("TESSDATA_PREFIX")
    places = [Path(p) for p in ([named] if named else []) + list(_TESSDATA_PLACES)]
    return next((p for p in places if (p / "vie.traineddata").is_file()), places[0])


class Settings(BaseSettings):
    """One installation; every name is an environment variable ``DANCHIEU_<NAME>``.

    The same names in small letters stand in ``danchieu.toml`` (or in the file that
    ``DANCHIEU_CONFIG`` names); the environment wins. ``database_url`` None means
    SQLite inside ``data_dir``.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    data_dir: Path = Field(default_factory=_default_data_dir)
    database_url: str | None = Field(default=None, min_length=1)
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65_535)
    rules_dir: Path = Field(default_factory=lambda: _beside_code("extraction_rules"))
    models_dir: Path = Field(default_factory=lambda: _beside_code("models"))
    tessdata_dir: Path = Field(default_factory=find_tessdata)
    workers: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1, le=256)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    lang: Literal["vi", "en"] = "vi"
    max_bytes: int = Field(default=_DEFAULTS.max_bytes, ge=1)
    max_pages: int = Field(default=_DEFAULTS.max_pages, ge=1)
    max_pixels: int = Field(default=_DEFAULTS.max_pixels, ge=1)
    max_decoded_bytes: int = Field(default=_DEFAULTS.max_decoded_bytes, ge=1)
    max_seconds: float = Field(default=_DEFAULTS.seconds, gt=0)
    max_memory_bytes: int = Field(default=_DEFAULTS.memory_bytes, ge=256 * 1024 * 1024)
    prompt_bytes: int = Field(default=1024 * 1024, ge=0)
    queue_limit: int = Field(default=1000, ge=1)
    webhook_secret: str | None = Field(default=None, min_length=16)
    webhook_private: bool = False

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Put the environment before the TOML file; read nothing else."""
        toml = TomlConfigSettingsSource(settings_cls, toml_file=config_file())
        return init_settings, env_settings, toml

    @property
    def database(self) -> str:
        """The URL of the database that holds the archive."""
        return self.database_url or f"sqlite:///{self.data_dir / 'danchieu.sqlite'}"

    @property
    def jobs_database(self) -> str:
        """The URL of the database that carries jobs: the archive's on PostgreSQL."""
        if self.database.startswith("sqlite"):
            return f"sqlite:///{self.data_dir / 'jobs.sqlite'}"
        return self.database

    @property
    def limits(self) -> Limits:
        """How much one document may ask for."""
        return Limits(
            max_bytes=self.max_bytes,
            max_pages=self.max_pages,
            max_pixels=self.max_pixels,
            max_decoded_bytes=self.max_decoded_bytes,
            seconds=self.max_seconds,
            memory_bytes=self.max_memory_bytes,
        )

    @property
    def chain(self) -> ChainConfig:
        """What a process needs to read documents."""
        return ChainConfig(
            self.rules_dir, self.tessdata_dir, self.limits, self.models_dir
        )


def config_file() -> Path | None:
    """Return the TOML file to read: the named one, else ``danchieu.toml`` here.

    Raises:
        SettingsError: ``DANCHIEU_CONFIG`` names a file that is not there.
    """
    named = os.environ.get(f"{PREFIX}CONFIG")
    if named is None:
        return path if (path := Path("danchieu.toml")).is_file() else None
    if not Path(named).is_file():
        raise SettingsError(f"{PREFIX}CONFIG: no file {named!r}; create it or unset it")
    return Path(named)


def load_settings(**overrides: int | str | None) -> Settings:
    """Read the settings; ``overrides`` (from the command line) win over all.

    Raises:
        SettingsError: a value cannot be used; the message names the setting.
    """
    given: dict[str, Any] = {
        name: value for name, value in overrides.items() if value is not None
    }
    try:
        return Settings(**given)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{config_file()}: {error}; correct the file") from error
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(f"{name}: {first['msg']}; correct it") from error


def is_loopback(settings: Settings) -> bool:
    """Return whether only this machine reaches the service."""
    return settings.host in LOOPBACK


def require_guarded(settings: Settings, *, has_keys: bool) -> None:
    """Accept this machine's own address, and others once callers need a key.

    Raises:
        SettingsError: the host would open the archive to everybody.
    """
    if not is_loopback(settings) and not has_keys:
        raise SettingsError(
            f"{PREFIX}HOST: {settings.host!r} is reachable from other machines, and "
            "there are no keys; make one with danchieu keys add, or use 127.0.0.1"
        )
