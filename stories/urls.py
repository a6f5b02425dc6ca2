"""The newsroom's addresses."""

from django.urls import path

from stories.views import compare, session

urlpatterns = [
    # who is there, and how the page looks
    path("sign-in/", session.sign_in, name="sign_in"),
    path("sign-out/", session.sign_out, name="sign_out"),
    path("theme/", session.theme, name="theme"),
    # what a filing changed
    path("stories/<slug:pk>/compare/", compare.compare_pick, name="compare_pick"),
    path("stories/<slug:pk>/compare/<slug:a>/<slug:b>/", compare.compare_page, name="compare"),
    path("stories/<slug:pk>/compare/<slug:a>/<slug:b>/checks/", compare.compare_check, name="compare_check"),
]
