"""Who is asking: the signed-in person of each request, with their roles."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from django.db.models import F

from stories.permissions import know_roles


class NewsroomBackend(ModelBackend):
    """Django's own sign-in, but a person comes with their roles in one query: every request asks for both."""

    def get_user(self, user_id: int) -> User | None:
        """The person, None where they are gone or inactive: who was made inactive is out at the next request."""
        # A row for each group, and one where there is none.
        rows = list(User.objects.filter(pk=user_id).annotate(group_name=F("groups__name")))
        if not rows or not self.user_can_authenticate(rows[0]):
            return None
        know_roles(rows[0], (row.group_name for row in rows))
        return rows[0]
