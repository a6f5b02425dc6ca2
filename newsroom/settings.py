"""Django's settings. What differs between newsrooms comes from the environment: see newsroom/environment.py."""

import sys

from csp.constants import NONE, SELF

from newsroom.environment import Environment, data_folder, kept_secret
from newsroom.photo_store import photo_storage, picture_sources
from newsroom.readers import sqlite
from newsroom.variables import BASE_DIR

environment = Environment()
environment.refuse_unknown_names()
environment.refuse_unsafe_mixtures()

PRODUCTION = environment.production
DEBUG = environment["WRITETHRU_DEBUG"]
DATA_DIR = data_folder(environment["WRITETHRU_DATA_DIR"])
SECRET_KEY = environment["WRITETHRU_SECRET_KEY"] or kept_secret(DATA_DIR)
ALLOWED_HOSTS = environment["WRITETHRU_ALLOWED_HOSTS"] or ["127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = [
    "newsroom.apps.NewsroomAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "simple_history",
    "crispy_forms",
    "crispy_bootstrap5",
    "import_export",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "stories",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.compression.PackTexts",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "stories.views.session_end.session_ends",
    # Signed-out people see the sign-in page only; a view that means otherwise says so itself.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "newsroom.zones.OwnTimeZone",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES = {"default": environment["DATABASE_URL"] or sqlite(str(DATA_DIR / "writethru.sqlite3"))}
if "pool" in DATABASES["default"]["OPTIONS"]:
    # A connection for each thread: with fewer, a page would wait for another page to end.
    DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 1, "max_size": environment["WRITETHRU_THREADS"]}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = DATA_DIR / "photos"
PHOTO_DELIVERY = environment["WRITETHRU_PHOTO_DELIVERY"]
PHOTO_ACCEL_PREFIX = "/photo-files/"  # what nginx maps, internally, to MEDIA_ROOT

# In each process's own memory. A pair of filings that somebody looks at keeps about ten values, and never goes stale.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 2_000}},
    # What is read of filed text once, for every worker; stories/queries/readings.py.
    "readings": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA_DIR / "readings",
        "TIMEOUT": 30 * 24 * 60 * 60,
        "OPTIONS": {"MAX_ENTRIES": 1_000},
    },
}

LANGUAGE_CODE = "en-us"
TIME_ZONE = environment["WRITETHRU_TIME_ZONE"]
USE_TZ = True

# What the editor counts against: characters of a headline, words of a paragraph.
HEADLINE_LENGTH = environment["WRITETHRU_HEADLINE_LENGTH"]
LONG_PARAGRAPH = environment["WRITETHRU_LONG_PARAGRAPH"]

# Static files come from where they lie: no collecting step stands between a checkout and a running desk.
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "newsroom.staticfiles.JoinedFinder",
]
STORAGES = {
    "default": photo_storage(environment),
    "staticfiles": {"BACKEND": "newsroom.staticfiles.JoinedStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG or "runserver" in sys.argv  # runserver is for those who are changing a stylesheet

LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "board"
LOGOUT_REDIRECT_URL = "sign_in"
AUTHENTICATION_BACKENDS = ["newsroom.backends.NewsroomBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

OTP_TOTP_ISSUER = "Writethru"  # what the phone calls the code
PASSWORD_RESET_TIMEOUT = 60 * 60

# A session ends after a shift without a page, and after a week in any case.
SESSION_COOKIE_AGE = environment["WRITETHRU_SESSION_HOURS"] * 60 * 60
SESSION_LONGEST = 7 * 24 * 60 * 60
BEHIND_PROXY = environment["WRITETHRU_BEHIND_PROXY"]
# Names of their own: on one machine, cookies of every port share one jar.
SESSION_COOKIE_NAME = "writethru_session"
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "writethru_csrf"
CSRF_FAILURE_VIEW = "stories.views.session.csrf_failure"

X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:", *picture_sources(environment)],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: []
    for feature in ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "serial", "usb")
}

# A day's file of pasted copy fits; a form larger than that is not copy. Photos have limits of their own.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_HANDLERS = [
    "newsroom.bounded_uploads.BoundedUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
SIMPLE_HISTORY_REVERT_DISABLED = True
IMPORT_EXPORT_ESCAPE_FORMULAE_ON_EXPORT = True
IMPORT_EXPORT_USE_TRANSACTIONS = True

ADMINS = [("", address) for address in environment["WRITETHRU_ADMIN_EMAILS"]]
# Without a mail server: printed where a developer sees it, and nowhere else.
EMAIL_BACKEND = f"django.core.mail.backends.{'dummy' if PRODUCTION else 'console'}.EmailBackend"
EMAIL_TIMEOUT = 10  # seconds; mail goes out after an act is kept, and its answer waits no longer than this
EMAIL_SUBJECT_PREFIX = "[Writethru] "
vars().update(environment["WRITETHRU_EMAIL_URL"])
PUBLIC_URL = environment["WRITETHRU_PUBLIC_URL"] or (
    f"https://{ALLOWED_HOSTS[0].lstrip('.')}" if PRODUCTION else f"http://127.0.0.1:{environment['PORT']}"
)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line"},
        "mail_admins": {"class": "django.utils.log.AdminEmailHandler", "level": "ERROR"},
    },
    "root": {"handlers": ["stderr"], "level": environment["WRITETHRU_LOG_LEVEL"]},
    "loggers": {
        "django": {"handlers": ["mail_admins"], "level": "INFO", "propagate": True},
        # Django's own handlers of this logger would say everything twice.
        "django.server": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}

if PRODUCTION:
    from newsroom.production import *  # noqa: F403
