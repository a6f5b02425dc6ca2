"""Who is asking: the signed-in person of each request, with their roles."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from django.db.models import F, OuterRef, QuerySet

from stories.permissions import know_roles
from stories.queries.prepared import NUMBER, Prepared
from stories.queries.queue import number_waiting


def person_and_groups(pk: int) -> QuerySet[User]:
    """The person with what every page asks of them: a row for each group, and one where there is none."""
    people = User.objects.filter(pk=pk).select_related("preferences")
    return people.annotate(group_name=F("groups__name"), waiting=number_waiting(OuterRef(OuterRef("pk"))))


PERSON = Prepared(person_and_groups, NUMBER)


class NewsroomBackend(ModelBackend):
    """Django's own sign-in, but a person comes in one query with what every page asks of them.

    That is their roles, their preferences, and `waiting`: how much waits for their desks.
    """

    def get_user(self, user_id: int) -> User | None:
        """The person, None where they are gone or inactive: who was made inactive is out at the next request."""
        rows = PERSON(user_id)
        if not rows or not self.user_can_authenticate(rows[0]):
            return None
        know_roles(rows[0], (row.group_name for row in rows))
        return rows[0]
