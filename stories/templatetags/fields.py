"""The form fields of the page that is opened most, drawn without a template for each part of each.

They come out as crispy forms draws them, in a tenth of the time; a test holds the two together.
"""

from typing import Any

from django import forms, template
from django.forms import BoundField
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

NAMES = {forms.TextInput: "textinput", forms.Textarea: "textarea"}


@register.filter
def written(field: BoundField) -> SafeString:
    """A field of a line or a text: its label, the field, what is wrong with it, its help."""
    return format_html(
        '<div id="div_{}" class="mb-3"><label for="{}" class="form-label">{}</label>{}{}{}</div>',
        field.auto_id,
        field.id_for_label,
        field.label,
        _typed_into(field),
        _errors(field) if field.errors else "",
        _help(field) if field.help_text else "",
    )


def _typed_into(field: BoundField) -> SafeString:
    widget = field.field.widget
    looks = [widget.attrs.get("class", ""), NAMES[type(widget)], "form-control", "is-invalid" if field.errors else ""]
    given = widget.attrs | {"class": " ".join(filter(None, looks))}
    attrs: dict[str, Any] = given | field.build_widget_attrs({}, widget) | {"id": field.auto_id}
    value = widget.format_value(field.value())
    if isinstance(widget, forms.Textarea):
        return format_html('<textarea name="{}"{}>\n{}</textarea>', field.html_name, flatatt(attrs), value or "")
    shown = {"value": value} if value is not None else {}
    return format_html('<input type="text" name="{}"{}>', field.html_name, flatatt(shown | attrs))


def _errors(field: BoundField) -> SafeString:
    told = format_html_join(
        "",
        '<p id="error_{}_{}"><strong>{}</strong></p>',
        ((number, field.auto_id, error) for number, error in enumerate(field.errors, 1)),
    )
    return format_html('<div id="{}_error" class="invalid-feedback">{}</div>', field.auto_id, told)


def _help(field: BoundField) -> SafeString:
    return format_html('<div id="{}_helptext" class="form-text">{}</div>', field.auto_id, field.help_text)
