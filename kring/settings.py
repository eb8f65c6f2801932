"""Every setting of the house, with honest defaults: SQLite, localhost, one process."""

import json
import os
import secrets
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

HOUSE = Path(__file__).resolve().parent
BASE = HOUSE.parent
TESTING = "pytest" in sys.modules


def env(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def env_list(name: str, default: str = "") -> list[str]:
    return [part.strip() for part in env(name, default).split(",") if part.strip()]


# --- Which house is this -------------------------------------------------------------------------------------------
# production: behind TLS, real people. demo: an invented family, one click to be anyone. Neither: a real one at home.
PRODUCTION = env("KRING_PRODUCTION") == "1"
DEMO = env("KRING_DEMO", "0" if PRODUCTION or TESTING else "1") == "1"
if PRODUCTION and DEMO:
    raise ImproperlyConfigured("KRING_PRODUCTION and KRING_DEMO exclude each other.")
DEBUG = False

DATA = Path(env("KRING_DATA") or (tempfile.mkdtemp(prefix="kring-") if TESTING else BASE / "data"))


def kept_secret(name: str, make) -> str:
    """A secret from the environment; outside production one that is made once and kept beside the data."""
    if value := env(name):
        return value
    if PRODUCTION:
        raise ImproperlyConfigured(f"{name} must be set in production.")
    path = DATA / name.lower()
    if not path.exists():
        DATA.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(make())
        draft.replace(path)
    return path.read_text().strip()


def new_field_key() -> str:
    from cryptography.fernet import Fernet

    return Fernet.generate_key().decode()


SECRET_KEY = kept_secret("KRING_SECRET_KEY", lambda: secrets.token_urlsafe(50))
SECRET_KEY_FALLBACKS = env_list("KRING_SECRET_KEY_FALLBACKS")
FIELD_KEYS = kept_secret("KRING_FIELD_KEYS", new_field_key).split(",")  # the first one locks, all of them unlock

PORT = int(env("KRING_PORT", "8000"))
BASE_URL = env("KRING_BASE_URL", f"http://localhost:{PORT}").rstrip("/")
NATIONAL_PHONE = env("KRING_PHONE", "038 000 00 00")  # on pages that cannot ask the database
ALLOWED_HOSTS = env_list("KRING_HOSTS", "localhost,127.0.0.1,[::1]" + (",testserver" if TESTING else ""))
CSRF_TRUSTED_ORIGINS = [BASE_URL] if BASE_URL.startswith("https://") else []

# --- What it is made of --------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "kring",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",  # the templates of form fields, for our own renderer
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "template_partials",
]
MIDDLEWARE = [
    "kring.foundation.health.NobodyInParticular",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "kring.foundation.headers.PrivatePages",
    "kring.people.signing_in.PatientSessions",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kring.people.signing_in.EndedSessions",
    "kring.people.signing_in.TheirLanguage",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kring.people.signing_in.SecondFactor",
]
ROOT_URLCONF = "kring.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HOUSE],  # so the name of a template is its path
        "OPTIONS": {
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "kring.foundation.templatetags.house",
                "kring.conference.templatetags.doors",
                "kring.stories.templatetags.said",
                "template_partials.templatetags.partials",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kring.people.context.house",
            ],
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            [
                                "django.template.loaders.filesystem.Loader",
                                "django.template.loaders.app_directories.Loader",
                            ],
                        )
                    ],
                )
            ],
            "libraries": {},
        },
    }
]
FORM_RENDERER = "kring.foundation.forms.HouseRenderer"
WSGI_APPLICATION = "kring.wsgi.application"

# --- Database ------------------------------------------------------------------------------------------------------
SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA / "kring.sqlite3",
    "CONN_MAX_AGE": None,
    "TEST": {"NAME": DATA / "test.sqlite3"},  # a file, so that threads of one test meet as processes do
    "OPTIONS": {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": f"PRAGMA synchronous={'OFF' if TESTING else 'FULL'};"
        "PRAGMA journal_mode=WAL;PRAGMA foreign_keys=ON;"
        "PRAGMA cache_size=-20000;PRAGMA mmap_size=134217728;PRAGMA journal_size_limit=27103364;",
    },
}


def postgresql(url: str) -> dict:
    """Django's settings from postgresql://user:password@host:port/name?option=value."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured("DATABASE_URL must start with postgresql://")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


DATABASES = {"default": postgresql(env("DATABASE_URL")) if env("DATABASE_URL") else SQLITE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "kring_cache"}
    if env("KRING_CACHE") == "database"  # several processes: limits must be counted together
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- People and signing in -----------------------------------------------------------------------------------------
AUTH_USER_MODEL = "kring.Person"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "kring.people.signing_in.LinkBackend",
]
PASSWORD_HASHERS = ["kring.people.signing_in.LeanArgon2"]
LOGIN_URL = "people:come_in"
LOGIN_REDIRECT_URL = "people:home"
LOGOUT_REDIRECT_URL = "people:gone"
LINK_DAYS = int(env("KRING_LINK_DAYS", "400"))  # a personal link works this long, unless it is withdrawn
FAMILY_SESSION_DAYS = int(env("KRING_FAMILY_SESSION_DAYS", "60"))
STAFF_SESSION_HOURS = int(env("KRING_STAFF_SESSION_HOURS", "12"))
REMEMBER_DEVICE_DAYS = int(env("KRING_REMEMBER_DEVICE_DAYS", "30"))
SESSION_COOKIE_AGE = FAMILY_SESSION_DAYS * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "kring.foundation.views.forged"

ACCOUNT_ADAPTER = "kring.people.adapters.StaffOnly"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "login_email"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ALLAUTH_TRUSTED_PROXY_COUNT = int(env("KRING_PROXIES", "0"))
MFA_ADAPTER = "kring.people.adapters.LockedSecrets"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1
MFA_TOTP_ISSUER = "Kring"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
MFA_FORMS = {
    "authenticate": "kring.people.forms.FactorForm",
    "reauthenticate": "kring.people.forms.FactorAgainForm",
    "activate_totp": "kring.people.forms.AppForm",
    "add_webauthn": "kring.people.forms.PasskeyForm",
    "login_webauthn": "kring.people.forms.PasskeyInForm",
    "authenticate_webauthn": "kring.people.forms.PasskeyStepForm",
    "reauthenticate_webauthn": "kring.people.forms.PasskeyAgainForm",
}
ACCOUNT_FORMS = {
    "request_login_code": "kring.people.forms.MailForm",
    "confirm_login_code": "kring.people.forms.CodeForm",
}
OIDC_TRUSTED_ACR = env_list("KRING_OIDC_ACR")  # levels of the identity provider that count as a second factor
SOCIALACCOUNT_ADAPTER = "kring.people.adapters.KnownStaffOnly"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "werk",
                "name": env("KRING_OIDC_NAME", "Inloggen met werkaccount"),
                "client_id": env("KRING_OIDC_CLIENT"),
                "secret": env("KRING_OIDC_SECRET"),
                "settings": {"server_url": env("KRING_OIDC_URL"), "uid_field": "sub"},
            }
        ]
        if env("KRING_OIDC_URL")
        else [],
    }
}

# --- Words ---------------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("en", _("Engels"))]
LOCALE_PATHS = [HOUSE / "locale"]
LANGUAGE_COOKIE_NAME = "kring_language"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

# --- Post ----------------------------------------------------------------------------------------------------------
DEFAULT_FROM_EMAIL = env("KRING_FROM", "Kring <post@kring.example>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_URL = env("KRING_EMAIL_URL")  # smtp://user:password@host:port, smtps://… or smtp+tls://…
if EMAIL_URL:
    _smtp = urlsplit(EMAIL_URL)
    EMAIL_HOST, EMAIL_PORT = _smtp.hostname or "localhost", _smtp.port or 25
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_smtp.username or ""), unquote(_smtp.password or "")
    EMAIL_USE_SSL, EMAIL_USE_TLS = _smtp.scheme == "smtps", _smtp.scheme == "smtp+tls"
EMAIL_TIMEOUT = 20
BOUNCE_ADDRESS = env("KRING_BOUNCES")  # where stories come back to, with +code before the @; empty: none are counted
FRIDAY_HOUR = int(env("KRING_FRIDAY_HOUR", "9"))  # of the clock here, in summer and in winter
SMS_URL = env("KRING_SMS_URL")  # one HTTP gateway: POST {"to": …, "text": …, "reference": …}
SMS_TOKEN = env("KRING_SMS_TOKEN")
SMS_FROM = env("KRING_SMS_FROM", "Kring")

# --- Places --------------------------------------------------------------------------------------------------------
PLACES_URL = env("KRING_PLACES_URL")  # PDOK's location service, for places the own list does not know; empty is off

# --- Pace ----------------------------------------------------------------------------------------------------------
QUIET_DAYS = int(env("KRING_QUIET_DAYS", "21"))  # without a step for so long, the coach hears it; never the family
SIGNAL_WEEKDAYS = [int(day) for day in env_list("KRING_SIGNAL_WEEKDAYS", "0")]  # mornings on which; 0 is Monday

# --- Files ---------------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "staticfiles" if TESTING else BASE / "staticfiles"
if TESTING:
    STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns when there is none
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "uploads": json.loads(env("KRING_UPLOADS", "{}")) or {"BACKEND": "kring.foundation.files.BesideTheData"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "kring.foundation.files.HashedFiles"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 5
FILE_UPLOAD_HANDLERS = [
    "kring.foundation.receiving.EnoughIsEnough",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
FILE_UPLOAD_PERMISSIONS = 0o600

# --- Safe by default -----------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "media-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF, *([env("KRING_OIDC_URL")] if env("KRING_OIDC_URL") else [])],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if PRODUCTION:
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^gezond/$"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ALLAUTH_TRUSTED_PROXY_COUNT else None
    SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds())
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-kring", "__Host-csrf"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"no_links": {"()": "kring.foundation.silence.NoLinks"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["no_links"]}},
    "root": {"handlers": ["console"], "level": env("KRING_LOG", "WARNING")},
}
