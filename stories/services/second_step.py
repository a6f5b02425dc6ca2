"""The second step of signing in: a code from the person's phone, or one of those on paper."""

from base64 import b32encode
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django_otp import user_has_device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from stories.permissions import is_desk_editor

from .refusals import NotAllowed, Refused

PHONE, PAPER = "phone", "paper"
PAPER_CODES = 10
PHONE_DIGITS = 6  # what is as long as this is from a phone, anything else from paper


class WrongCode(Refused):
    """The code is not the one shown now, was used already, or came too soon after a wrong one."""


@dataclass(frozen=True, slots=True)
class Begun:
    """`address` is what the phone's camera reads; `secret` the same for typing, in base 32."""

    address: str
    secret: str


def has_second_step(person: User) -> bool:
    """Whether a password alone does not sign this person in."""
    return bool(user_has_device(person))


def check_may_begin(*, actor: User) -> None:
    """NotAllowed for who has it already, and for who has no need of it."""
    if not is_desk_editor(actor):
        raise NotAllowed("The second step is for desk editors and admins.")
    if has_second_step(actor):
        raise NotAllowed("The second step is on already.")


@transaction.atomic
def begin_second_step(*, actor: User) -> Begun:
    """A secret for the person's phone: the one begun before and not confirmed, else a new one.

    The caller has checked who asks.
    """
    check_may_begin(actor=actor)
    device, _ = TOTPDevice.objects.get_or_create(user=actor, name=PHONE, confirmed=False)
    return Begun(device.config_url, b32encode(device.bin_key).decode())


def confirm_second_step(*, actor: User, code: str) -> tuple[str, ...]:
    """Turn it on where the phone shows the right code; gives the codes for paper, each good once."""
    with transaction.atomic():
        device = TOTPDevice.objects.select_for_update().filter(user=actor, name=PHONE, confirmed=False).first()
        right = device is not None and device.verify_token(_plain(code))
        if right:
            device.confirmed = True
            device.save(update_fields=["confirmed"])
            return _paper_codes(actor)
    raise WrongCode("That is not the code your phone shows now. Try the next one.")


@transaction.atomic
def end_second_step(*, person: User) -> None:
    """A password alone signs the person in again. The caller has checked who asks."""
    TOTPDevice.objects.filter(user=person).delete()
    StaticDevice.objects.filter(user=person).delete()


def check_code(*, person: User, code: str) -> None:
    """WrongCode unless `code` is on the person's phone now, or unused on their paper; either is good once.

    A wrong one makes the next wait, longer each time; so it is kept although nobody signs in.
    """
    code = _plain(code)
    kind = TOTPDevice if len(code) == PHONE_DIGITS else StaticDevice
    with transaction.atomic():
        device = kind.objects.select_for_update().filter(user=person, confirmed=True).first()
        right = device is not None and device.verify_token(code)
    if not right:
        raise WrongCode("That code is not right, was used already, or came too soon after a wrong one.")


def _paper_codes(person: User) -> tuple[str, ...]:
    StaticDevice.objects.filter(user=person).delete()
    device = StaticDevice.objects.create(user=person, name=PAPER)
    codes = tuple(StaticToken.random_token() for _ in range(PAPER_CODES))
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


def _plain(code: str) -> str:
    """As it is kept, however a person parted it with blanks."""
    return "".join(code.split()).lower()[:32]
