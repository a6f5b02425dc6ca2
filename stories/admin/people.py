"""People and roles. Nobody is deleted: who leaves is made inactive, and the record keeps the name."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from stories.roles import ADMIN, ROLES
from stories.services.second_step import end_second_step

from .base import ReadOnly

admin.site.unregister(Group)
admin.site.unregister(User)
# Their pages show the secrets of the second step; an admin only takes it off.
admin.site.unregister(TOTPDevice)
admin.site.unregister(StaticDevice)

KEEPS_NAMES = "People are not deleted: what they filed keeps their name. Make them inactive instead."


class PersonForm(UserChangeForm):
    """A person's account; `asker`, the admin at the keyboard, cannot lock themselves out with it."""

    asker: User

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance == self.asker and not self.asker.is_superuser:
            if not cleaned.get("is_active", True):
                raise forms.ValidationError("You cannot make yourself inactive: ask another admin.")
            if "groups" in cleaned and not cleaned["groups"].filter(name=ADMIN).exists():
                raise forms.ValidationError("You cannot give up your own Admin role: ask another admin.")
        return cleaned


@admin.register(User)
class PersonAdmin(UserAdmin):
    form = PersonForm
    list_display = ("username", "first_name", "last_name", "email", "roles", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    search_fields = ("username", "first_name", "last_name", "email", "byline__name", "byline__native_name")
    actions = ("make_inactive", "make_active", "take_off_second_step")
    # No staff flag, superuser flag or single permissions: what a person may do is their roles and nothing else.
    fieldsets = (
        (None, {"fields": ("username", "password", "is_active")}),
        ("Person", {"fields": ("first_name", "last_name", "email")}),
        ("Roles", {"fields": ("groups",)}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )
    readonly_fields = ("last_login", "date_joined")

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    def get_form(self, request: HttpRequest, obj: User | None = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        form.asker = request.user
        if "groups" in form.base_fields:
            form.base_fields["groups"].queryset = Group.objects.filter(name__in=ROLES)
        return form

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """An admin keeps everybody but those above the roles: a new password there would be a way up."""
        above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return not above and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        self.message_user(request, KEEPS_NAMES, messages.ERROR)
        return redirect("admin:auth_user_change", object_id)

    @admin.display(description="roles")
    def roles(self, person: User) -> str:
        return ", ".join(sorted(group.name for group in person.groups.all()))

    @admin.action(description="Make inactive", permissions=["change"])
    def make_inactive(self, request: HttpRequest, chosen: QuerySet[User]) -> None:
        self.set_active(request, chosen.exclude(pk=request.user.pk), False)

    @admin.action(description="Make active", permissions=["change"])
    def make_active(self, request: HttpRequest, chosen: QuerySet[User]) -> None:
        self.set_active(request, chosen, True)

    @admin.action(description="Take off the second step (a lost phone)", permissions=["change"])
    def take_off_second_step(self, request: HttpRequest, chosen: QuerySet[User]) -> None:
        people = [person for person in chosen if self.has_change_permission(request, person)]
        for person in people:
            end_second_step(person=person)
            self.log_change(request, person, "Took off the second step of signing in.")
        self.message_user(request, f"Took off the second step of {len(people)}.")

    def set_active(self, request: HttpRequest, chosen: QuerySet[User], active: bool) -> None:
        people = [person for person in chosen if self.has_change_permission(request, person)]
        for person in people:
            person.is_active = active
            person.save(update_fields=["is_active"])
            self.log_change(request, person, [{"changed": {"fields": ["active"]}}])
        self.message_user(request, f"Made {'active' if active else 'inactive'}: {len(people)}.")


@admin.register(Group)
class RoleAdmin(ReadOnly, admin.ModelAdmin):
    """The roles are the program's own; here one sees them and how many people hold each."""

    list_display = ("name", "people")
    search_fields = ("name",)
    fields = ("name",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Group]:
        return super().get_queryset(request).annotate(people=Count("user"))

    @admin.display(description="people", ordering="people")
    def people(self, group: Group) -> int:
        return group.people
