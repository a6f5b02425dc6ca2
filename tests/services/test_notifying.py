from datetime import timedelta

import pytest
from django.core import mail

from stories.models import Notification, Preferences
from stories.queries.notifications import unread_count
from stories.services import notifying
from stories.services.drafting import open_draft, save_draft
from stories.services.filing import file_version
from stories.services.notifying import mark_read, tell
from stories.wire.label import Kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(story, desk_editor, now):
    """`send([reporter], key="a")`: the desk tells them."""

    def to(people, **fields):
        given = {"event": "returned", "actor": desk_editor, "key": "a", "words": "Which year?", "address": "/x/"}
        return tell(story=story, people=people, now=now, **(given | fields))

    return to


def test_people_are_told_with_reason_and_address(send, reporter, desk_editor):
    send([reporter])
    told = Notification.objects.get()
    assert (told.person, told.actor, told.words, told.address) == (reporter, desk_editor, "Which year?", "/x/")
    assert told.read_at is None


def test_one_event_is_told_once_to_each(send, reporter, other_reporter):
    send([reporter])
    assert send([reporter, other_reporter, reporter]) == (other_reporter,)
    assert Notification.objects.count() == 2


def test_nobody_is_told_what_they_did_themselves(send, desk_editor):
    assert send([desk_editor]) == ()


def test_who_has_no_role_or_is_inactive_is_told_nothing(send, outsider, reporter):
    reporter.is_active = False
    reporter.save()
    assert send([outsider, reporter]) == ()


def test_before_an_embargo_ends_only_its_readers_are_told(send, story, reporter, other_reporter, admin, now):
    story.embargo_until = now + timedelta(hours=1)
    story.save()
    assert set(send([reporter, other_reporter, admin])) == {reporter, admin}


def test_who_wants_no_such_news_gets_none(send, reporter):
    Preferences.objects.create(person=reporter, quiet=["returned"])
    assert send([reporter]) == ()
    assert send([reporter], event="approved", key="b")


def test_an_e_mail_goes_to_who_asked_for_it_after_the_act_is_kept(
    send, reporter, django_capture_on_commit_callbacks, settings
):
    reporter.email = "rim@hanbit.example"
    reporter.save()
    Preferences.objects.create(person=reporter, emails=["returned"])
    settings.PUBLIC_URL = "https://desk.hanbit.example"
    with django_capture_on_commit_callbacks(execute=True):
        send([reporter])
        assert not mail.outbox
    [sent] = mail.outbox
    assert (sent.to, sent.subject) == (["rim@hanbit.example"], "[Writethru] Returned to me: Harim-tunnel")
    assert "Which year?" in sent.body
    assert "https://desk.hanbit.example/x/" in sent.body
    assert Notification.objects.get().emailed_at


def test_by_e_mail_alone_leaves_the_bell_still(send, reporter, now, django_capture_on_commit_callbacks):
    reporter.email = "rim@hanbit.example"
    reporter.save()
    Preferences.objects.create(person=reporter, emails=["returned"], quiet=["returned"])
    with django_capture_on_commit_callbacks(execute=True):
        send([reporter])
    assert len(mail.outbox) == 1
    assert unread_count(reporter, now) == 0


def test_an_e_mail_that_fails_breaks_nothing(send, reporter, monkeypatch, django_capture_on_commit_callbacks):
    reporter.email = "rim@hanbit.example"
    reporter.save()
    Preferences.objects.create(person=reporter, emails=["returned"])

    def fail(*_):
        raise OSError("the mail server is away")

    said = []
    monkeypatch.setattr(notifying.EmailMessage, "send", fail)
    monkeypatch.setattr(notifying.log, "exception", lambda words, *_: said.append(words))
    with django_capture_on_commit_callbacks(execute=True):
        send([reporter])
    assert Notification.objects.get().emailed_at is None
    assert "was not sent" in said[0]


def test_a_mail_server_that_cannot_be_reached_is_asked_once(
    send, reporter, other_reporter, monkeypatch, django_capture_on_commit_callbacks
):
    """Each e-mail would keep the desk's answer waiting as long again."""
    for person in (reporter, other_reporter):
        person.email = f"{person.username}@hanbit.example"
        person.save()
        Preferences.objects.create(person=person, emails=["returned"])
    tried, said = [], []

    def fail(mail, *_):
        tried.append(mail.to)
        raise TimeoutError("timed out")

    monkeypatch.setattr(notifying.EmailMessage, "send", fail)
    monkeypatch.setattr(notifying.log, "exception", lambda words, *_: said.append(words))
    with django_capture_on_commit_callbacks(execute=True):
        send([reporter, other_reporter])
    assert (len(tried), len(said)) == (1, 1)
    assert not Notification.objects.exclude(emailed_at=None).exists()


def test_an_embargoed_story_s_words_do_not_go_by_mail(send, story, reporter, now, django_capture_on_commit_callbacks):
    reporter.email = "rim@hanbit.example"
    reporter.save()
    Preferences.objects.create(person=reporter, emails=["returned"])
    story.embargo_until = now + timedelta(hours=1)
    story.save()
    with django_capture_on_commit_callbacks(execute=True):
        send([reporter])
    assert "Which year?" not in mail.outbox[0].body


def test_a_slugline_with_a_line_break_makes_no_second_header(send, story, reporter, django_capture_on_commit_callbacks):
    reporter.email = "rim@hanbit.example"
    reporter.save()
    Preferences.objects.create(person=reporter, emails=["returned"])
    type(story).objects.filter(pk=story.pk).update(slugline="A\nBcc: x@example.org")
    story.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        send([reporter])
    assert mail.outbox[0].subject.endswith("A Bcc: x@example.org")


def test_what_hides_in_a_slugline_or_a_note_turns_no_words_of_a_mail_round(
    send, story, reporter, django_capture_on_commit_callbacks
):
    reporter.email = "rim@hanbit.example"
    reporter.save()
    Preferences.objects.create(person=reporter, emails=["returned"])
    type(story).objects.filter(pk=story.pk).update(slugline="gates-\u202e21")
    story.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        send([reporter], words="Check the \u2066toll.")
    sent = mail.outbox[0]
    assert sent.subject.endswith("gates-⟨U+202E⟩21")
    assert "gates-⟨U+202E⟩21" in sent.body
    assert "Check the ⟨U+2066⟩toll." in sent.body


def test_reading_marks_one_s_own_alone(send, reporter, other_reporter, now):
    send([reporter, other_reporter])
    everyone_s = Notification.objects.values_list("pk", flat=True)
    assert mark_read(person=reporter, now=now, pks=everyone_s) == 1
    assert mark_read(person=reporter, now=now) == 0
    assert mark_read(person=other_reporter, now=now) == 1


def test_who_began_a_draft_is_told_once_that_somebody_else_writes_on_it(story, reporter, other_reporter, now, text):
    draft = open_draft(story=story, actor=reporter, now=now)
    writers = [reporter, other_reporter, other_reporter, reporter, other_reporter]
    for number, writer in enumerate(writers, 1):
        draft = save_draft(draft=draft, revision=number, text=text(body=f"Save {number}."), actor=writer, now=now)
    told = Notification.objects.get()
    assert (told.person, told.event, told.actor) == (reporter, "edited", other_reporter)


def test_who_worked_on_a_story_is_told_of_its_kill(first, reporter, other_reporter, desk_editor, now, text):
    draft = open_draft(story=first.story, actor=other_reporter, now=now)
    save_draft(draft=draft, revision=1, text=text(body="Other."), actor=other_reporter, now=now)
    Notification.objects.all().delete()
    killed = text(headline="KILL", body="It is withdrawn.")
    file_version(story=first.story, based_on=first, text=killed, kind=Kind.KILL, actor=desk_editor, now=now)
    assert {told.person for told in Notification.objects.filter(event="killed")} == {reporter, other_reporter}


def test_a_lead_is_no_news_to_who_worked_on_the_story(first, other_reporter, now, text):
    file_version(story=first.story, based_on=first, text=text(body="More."), actor=other_reporter, now=now)
    assert not Notification.objects.exists()
