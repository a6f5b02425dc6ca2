"""Addresses that a page leads to, and those of the draft that it is about."""

from typing import Any

from django import template

from stories.models import Draft
from stories.queries.addresses import address_of, compare_word, purpose_address

register = template.Library()


@register.simple_tag(takes_context=True)
def draft_url(context: Any, name: str, *arguments: object) -> str:
    """The page's own: `draft` says whether that is a correction's, or `purpose` where no draft is open any more."""
    draft: Draft | None = context.get("draft")
    purpose = draft.purpose if draft else context.get("purpose", Draft.Purpose.UPDATE)
    return purpose_address(name, context["story"].pk, purpose, *arguments)


register.simple_tag(address_of, name="address")
register.filter("compare_word", compare_word)
