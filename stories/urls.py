"""The newsroom's addresses."""

from django.urls import path

from stories.views import session

urlpatterns = [
    # who is there, and how the page looks
    path("sign-in/", session.sign_in, name="sign_in"),
    path("sign-out/", session.sign_out, name="sign_out"),
    path("theme/", session.theme, name="theme"),
]
