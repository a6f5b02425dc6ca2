"""The demo's people and desks: accounts, roles, bylines."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User

from stories.demo.chains import Newsroom, PlannedPerson
from stories.models import Byline, Desk
from stories.roles import ADMIN

from .history import save_signed

# They have been here for a while.
SINCE = timedelta(days=400)


def hire(*, plan: Newsroom, password: str, now: datetime) -> tuple[dict[str, User], dict[str, Desk]]:
    """Everybody by user name, all with `password`, and the desks by code; each person has a byline."""
    people = _people(plan, password, now - SINCE)
    admin = admin_of(plan, people)
    desks = _desks(plan, admin, now - SINCE)
    _bylines(plan, people, desks, admin, now - SINCE)
    return people, desks


def admin_of(plan: Newsroom, people: Mapping[str, User]) -> User:
    """Who set the newsroom up."""
    return next(people[person.username] for person in plan.people if person.role == ADMIN)


def _people(plan: Newsroom, password: str, joined: datetime) -> dict[str, User]:
    # One hash for all: hashing is slow on purpose, and the password is no secret here.
    hashed = make_password(password)
    groups = {group.name: group for group in Group.objects.all()}
    people = {}
    for person in plan.people:
        user = User.objects.create(**_account(person), password=hashed, date_joined=joined)
        user.groups.add(groups[person.role])
        people[person.username] = user
    return people


def _account(person: PlannedPerson) -> dict[str, object]:
    # Django writes the first name first, and the family name comes first in a Korean name.
    family, _, given = person.name.partition(" ")
    return {
        "username": person.username,
        "first_name": family,
        "last_name": given,
        "email": _address(person),
        "is_staff": person.role == ADMIN,
    }


def _address(person: PlannedPerson) -> str:
    return f"{person.name.partition(' ')[0].lower()}@hanbit.example"


def _desks(plan: Newsroom, admin: User, now: datetime) -> dict[str, Desk]:
    desks = {planned.code: Desk(name=planned.name, code=planned.code) for planned in plan.desks}
    for desk in desks.values():
        save_signed(desk, actor=admin, now=now)
    return desks


def _bylines(plan: Newsroom, people: Mapping[str, User], desks: Mapping[str, Desk], admin: User, now: datetime) -> None:
    for person in plan.people:
        byline = Byline(
            name=person.name,
            native_name=person.native_name,
            email=_address(person),
            sign_off=_address(person),
            user=people[person.username],
            desk=desks.get(person.desk),
        )
        save_signed(byline, actor=admin, now=now)
