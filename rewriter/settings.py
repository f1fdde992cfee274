"""Where settings come from, and the model engines' own.

Settings come, the first that says something first, from flags, variables with the prefix of their class, and a TOML
file: the class's own here, or the one that the variable SETTINGS with this prefix names. The model engines' are
`REWRITER_*` (`OPENAI_API_KEY` and `OPENAI_BASE_URL` too) and `rewriter.toml`.
"""

import os
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import AliasChoices, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from rewriter.errors import SettingsError

OPENAI = "https://api.openai.com/v1"
Seconds = Annotated[float, Field(gt=0, le=3600)]
T = TypeVar("T", bound="Sourced")


class Sourced(BaseSettings):
    """Settings with a file of their own: its name, and what messages call it."""

    model_config = SettingsConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    file: ClassVar[Path]
    called: ClassVar[str]

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Flags before the environment before the file."""
        variable = f"{cls.model_config['env_prefix']}SETTINGS"
        named = os.environ.get(variable)
        if named and not Path(named).is_file():
            raise SettingsError(f"{variable} names a file that is not there")
        path = Path(named) if named else cls.file
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, path)


class Settings(Sourced):
    """What a model engine needs to know. Times are seconds, budgets tokens."""

    model_config = SettingsConfigDict(env_prefix="REWRITER_", populate_by_name=True)

    file = Path("rewriter.toml")
    called = "the settings file"

    base_url: str = Field(OPENAI, validation_alias=AliasChoices("REWRITER_BASE_URL", "OPENAI_BASE_URL", "base_url"))
    api_key: SecretStr = Field(
        SecretStr(""), validation_alias=AliasChoices("REWRITER_API_KEY", "OPENAI_API_KEY", "api_key")
    )
    output: Literal["schema", "json", "text"] = Field(
        "schema", description="how JSON is asked for: by strict schema, by JSON mode, or only in words"
    )
    mask: bool = Field(True, description="names and identifiers are hidden from the model")
    temperature: float | None = Field(None, ge=0, le=2, description="instead of the prompt's own")
    call_timeout: Seconds = Field(60.0, description="the longest wait for one reply")
    timeout: Seconds = Field(180.0, description="the longest time for a note, all tries included")
    tries: int = Field(4, ge=1, le=20, description="transport tries of one request")
    most_tokens: int = Field(20_000, ge=500, description="budget of a note over all requests")
    reply_tokens: int = Field(1_200, ge=50, description="the most tokens of one reply")
    safety_key: SecretStr = Field(
        SecretStr(""), description="hashed into OpenAI's safety_identifier, with the client's name"
    )
    tier: Literal["default", "flex"] = Field(
        "default", description="OpenAI's service tier: flex costs half and is slower, so give `call_timeout` minutes"
    )
    client: str = Field("", description="who asks: a clinic or tenant, never a patient")

    @property
    def is_openai(self) -> bool:
        """Whether the server is OpenAI's own: only it is sent OpenAI's own fields."""
        host = self.base_url.split("://", 1)[-1].split("/", 1)[0].rsplit("@", 1)[-1].split(":")[0].lower()
        return host == "openai.com" or host.endswith(".openai.com")

    @property
    def parameters(self) -> str:
        """What of the settings changes what a model replies, as text: results under other ones are not the same."""
        return f"{self.output} {self.temperature}"


def load_settings(**flags: Any) -> Settings:
    """Return the model engines' settings. Raises as `load`."""
    return load(Settings, flags)


def load(kind: type[T], flags: dict[str, Any]) -> T:
    """Return settings of a kind; `flags` that are None say nothing.

    Raises SettingsError, which names the setting and what is wrong with it, never its value.
    """
    try:
        return kind(**{name: value for name, value in flags.items() if value is not None})
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        said = re.sub(r"^(Value error|Assertion failed), ", "", first["msg"])
        raise SettingsError(f"the setting {where}: {said[:1].lower()}{said[1:]}" if where else said) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise SettingsError(f"{kind.called} is not valid TOML") from None
    except OSError as error:
        raise SettingsError(f"{kind.called} cannot be read: {error.strerror}") from None
