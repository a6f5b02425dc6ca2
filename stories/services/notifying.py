"""Telling people what happened to their stories: on their page, and by e-mail where they asked for it."""

import logging
import smtplib
from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from stories.models import Draft, Notification, Preferences, Story
from stories.queries.people import name_of
from stories.queries.readers import readers_among, staff
from stories.wire.text import spelled_out, tidy

log = logging.getLogger(__name__)
UNREACHABLE = (ConnectionError, TimeoutError, smtplib.SMTPServerDisconnected, smtplib.SMTPConnectError)


@transaction.atomic
def tell(
    *,
    event: str,
    story: Story,
    people: Iterable[User],
    actor: User | None,
    now: datetime,
    key: str,
    words: str = "",
    address: str,
) -> tuple[User, ...]:
    """Tell `people` of a `Notification.Event`, each once for a `key`; who heard of it now.

    Never told are the actor, who has no role any more, and who may not read the story now.
    `words` are the reason, the note or the label; `address` a path of this newsroom. An e-mail
    goes out after the transaction is kept: one that fails is logged and breaks nothing. Three
    queries, two where nobody is left to be told.
    """
    wanted = {person.pk for person in people} - {actor.pk if actor else None}
    if not wanted:
        return ()
    known = staff().filter(pk__in=wanted).exclude(notifications__key=key).select_related("byline", "preferences")
    told = [
        Notification(
            person=person, event=event, story=story, actor=actor, key=key, words=words, address=address, told_at=now
        )
        for person in readers_among(list(known), story, now)
    ]
    told = [one for one in told if _wants(one, now)]
    Notification.objects.bulk_create(told, ignore_conflicts=True)
    by_mail = [one.person_id for one in told if one.event in _preferences(one.person).emails]
    if by_mail:
        transaction.on_commit(partial(send_mails, key, by_mail, now), robust=True)
    return tuple(one.person for one in told)


def tell_of_edit(draft: Draft, *, before: int, actor: User, now: datetime) -> None:
    """Tell who began a story and its draft that somebody else writes on it: once for each person and draft.

    `before` is who saved last: nothing is asked while one person goes on saving.
    """
    owners = {draft.opened_by_id, draft.story.opened_by_id} - {actor.pk}
    if before == actor.pk or actor.pk == draft.opened_by_id or not owners:
        return
    tell(
        event=Notification.Event.EDITED,
        story=draft.story,
        people=User.objects.filter(pk__in=owners),
        actor=actor,
        now=now,
        key=f"edited-{draft.pk}-{actor.pk}",
        address=reverse("draft_saves", args=[draft.story_id]),
    )


def send_mails(key: str, people: Iterable[int], now: datetime) -> None:
    """Send each of `people` the notification `key` by e-mail, unless it was sent before. A failure is logged.

    All over one connection; where the server cannot be reached the rest is not tried: each would wait as long again.
    """
    waiting = Notification.objects.filter(key=key, person__in=people, emailed_at=None)
    waiting = list(waiting.exclude(person__email="").select_related("person__byline", "actor__byline", "story"))
    if not waiting:
        return
    try:
        with get_connection() as connection:
            for told in waiting:
                _send(told, connection, now)
    except OSError:
        log.exception("The mail server cannot be reached: e-mails of %s were not sent.", key)


def _send(told: Notification, connection: BaseEmailBackend, now: datetime) -> None:
    mail = mail_of(told, now)
    mail.connection = connection
    try:
        mail.send()
    except UNREACHABLE:
        raise
    except Exception:  # whatever else a mail server or its library does, the desk's own act stands
        log.exception("An e-mail to %s about %s was not sent.", told.person.get_username(), told.story_id)
        return
    Notification.objects.filter(pk=told.pk).update(emailed_at=now)


def mail_of(told: Notification, now: datetime) -> EmailMessage:
    """The notification as an e-mail. Nothing of an embargoed story but its slugline leaves the newsroom."""
    embargoed = told.story.embargo_until is not None and told.story.embargo_until > now
    context = {
        "told": told,
        "who": name_of(told.actor) if told.actor else "",
        "words": "" if embargoed else told.words,
        "link": settings.PUBLIC_URL + told.address,
        "settings_link": settings.PUBLIC_URL + reverse("settings"),
    }
    subject = tidy(f"{settings.EMAIL_SUBJECT_PREFIX}{told.get_event_display()}: {told.story.slugline}")
    text = render_to_string("mail/notification.txt", context)
    return EmailMessage(spelled_out(subject), spelled_out(text), to=[told.person.email])


def _preferences(person: User) -> Preferences:
    """A person's own, or the defaults. No query where they were selected with the person."""
    own: Preferences | None = getattr(person, "preferences", None)
    return own or Preferences(person=person)


def _wants(told: Notification, now: datetime) -> bool:
    """Whether the person is told at all; what they want by e-mail alone counts as read, and the bell stays still."""
    preferences = _preferences(told.person)
    if told.event in preferences.quiet:
        told.read_at = now
        return told.event in preferences.emails
    return True


def mark_read(*, person: User, now: datetime, pks: Iterable[int] | None = None) -> int:
    """Mark these of the person's own as read, or all of them; how many were unread until then."""
    unread = Notification.objects.filter(person=person, read_at=None)
    if pks is not None:
        unread = unread.filter(pk__in=list(pks))
    return unread.update(read_at=now)
