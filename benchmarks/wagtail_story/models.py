"""The smallest Wagtail page that holds a story."""

from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page


class StoryPage(Page):
    body = RichTextField()

    content_panels = [*Page.content_panels, FieldPanel("body")]

    class Meta:
        app_label = "wagtail_story"
