"""The three ways in, and what each needs to be set."""

from analysis.settings import Settings

NEEDED = {
    "key": (),
    "oidc": ("public_address", "oidc_issuer", "oidc_client", "oidc_secret", "editors"),
    "proxy": ("proxy_address", "editors"),
}
"""Settings without which a way in leads nowhere."""


def checked(settings: Settings) -> Settings:
    """The settings, where the way in that they name can work; ValueError says what is missing."""
    if settings.access not in NEEDED:
        raise ValueError(f"KLUSTERIPULSSI_ACCESS: {settings.access!r} is none of {', '.join(NEEDED)}")
    if missing := [f"KLUSTERIPULSSI_{name.upper()}" for name in NEEDED[settings.access] if not getattr(settings, name)]:
        raise ValueError(f"KLUSTERIPULSSI_ACCESS={settings.access} needs {', '.join(missing)}")
    return settings
