"""Every address: the admin under /admin/, the newsroom everywhere else."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("stories.urls")),
]

handler400 = "stories.views.unreadable.unreadable"
