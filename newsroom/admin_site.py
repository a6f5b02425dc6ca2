"""The admin, for the Admin role alone, entered through the newsroom's own sign-in page."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme

from stories.permissions import is_admin


class NewsroomAdminSite(AdminSite):
    site_header = "Writethru"
    site_title = "Writethru"
    index_title = "The newsroom's records"

    def has_permission(self, request: HttpRequest) -> bool:
        return is_admin(request.user)

    @method_decorator(login_not_required)
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """One sign-in page for all. Signed in and still here means: not an admin, and told so."""
        if request.user.is_authenticated and not self.has_permission(request):
            raise PermissionDenied("The admin is for the Admin role.")
        wanted = request.GET.get("next", "")
        if not url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
            wanted = resolve_url("admin:index")
        return redirect_to_login(wanted)
