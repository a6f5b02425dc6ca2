"""The three roles, and what each may do in Django's admin.

What a role may do on the desk's own pages is decided by `stories.permissions`; these
rows only open doors of the admin, where the record itself can be seen and not changed.
"""

from django.apps.registry import Apps

REPORTER = "Reporter"
DESK_EDITOR = "Desk editor"
ADMIN = "Admin"
ROLES = (REPORTER, DESK_EDITOR, ADMIN)

RECORD = ("story", "version", "versionphoto", "photo", "draft", "draftphoto")
KEPT_BY_ADMINS = ("byline", "desk")
HISTORIES = ("historicalstory", "historicaldraft", "historicalphoto", "historicalbyline", "historicaldesk")

# Codenames, by role. Nobody deletes a user: a person who leaves is made inactive, so the record keeps the name.
SEES = tuple(f"view_{name}" for name in (*RECORD, *KEPT_BY_ADMINS, *HISTORIES))
KEEPS = tuple(f"{verb}_{name}" for name in KEPT_BY_ADMINS for verb in ("add", "change", "delete"))
MAY = {
    REPORTER: (),
    DESK_EDITOR: SEES,
    ADMIN: (*SEES, *KEEPS, "view_user", "add_user", "change_user", "view_group"),
}


def apply(*, apps: Apps, using: str) -> None:
    """Make the groups, each with exactly the permissions above; safe to repeat."""
    group_model = apps.get_model("auth", "Group")
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    for role in ROLES:
        group, _ = group_model.objects.using(using).get_or_create(name=role)
        group.permissions.set(
            permissions.filter(codename__in=MAY[role], content_type__app_label__in=("auth", "stories"))
        )
