"""Wagtail's admin under /admin/, as its guide sets it up."""

from django.urls import include, path
from wagtail.admin import urls as admin_urls

urlpatterns = [path("admin/", include(admin_urls))]
