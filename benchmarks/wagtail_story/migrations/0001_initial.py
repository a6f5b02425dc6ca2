from django.db import migrations, models
from wagtail.fields import RichTextField


class Migration(migrations.Migration):
    initial = True
    dependencies = [("wagtailcore", "__first__")]
    operations = [
        migrations.CreateModel(
            "StoryPage",
            [
                (
                    "page_ptr",
                    models.OneToOneField(
                        "wagtailcore.Page",
                        models.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        auto_created=True,
                        serialize=False,
                    ),
                ),
                ("body", RichTextField()),
            ],
            bases=("wagtailcore.page",),
        )
    ]
