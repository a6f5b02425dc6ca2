"""What production adds to newsroom/settings.py, chosen by WRITETHRU_ENV=production.

Everything goes over HTTPS and only there; browsers are told to insist on it.
"""

from newsroom.environment import Environment

environment = Environment()

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = environment["WRITETHRU_HSTS_SECONDS"]
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE_HSTS_SECONDS > 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if environment["WRITETHRU_BEHIND_PROXY"] else None
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
WHITENOISE_MAX_AGE = 600
