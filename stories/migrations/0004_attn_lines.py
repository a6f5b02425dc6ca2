import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('stories', '0003_autosave_and_presence'),
    ]

    operations = [
        migrations.AddField(
            model_name='desk',
            name='attn_policy',
            field=models.CharField(choices=[('warn', 'Warn, and let it be filed'), ('reason', 'Ask for a reason')], default='warn', help_text='When a lead is filed whose ATTN says what is not so. The reason stays with the version.', max_length=10, verbose_name='false ATTN claims'),
        ),
        migrations.AddField(
            model_name='draft',
            name='attn_holds',
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name='historicaldesk',
            name='attn_policy',
            field=models.CharField(choices=[('warn', 'Warn, and let it be filed'), ('reason', 'Ask for a reason')], default='warn', help_text='When a lead is filed whose ATTN says what is not so. The reason stays with the version.', max_length=10, verbose_name='false ATTN claims'),
        ),
        migrations.AddField(
            model_name='historicaldraft',
            name='attn_holds',
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name='version',
            name='attn_reason',
            field=models.TextField(blank=True, help_text='Why it was filed although a claim of its ATTN did not hold.'),
        ),
        migrations.CreateModel(
            name='AttnAudit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('held', models.PositiveSmallIntegerField(default=0, help_text='Claims that the text confirms.')),
                ('wrong', models.PositiveSmallIntegerField(default=0, help_text='Claims that do not hold.')),
                ('unchecked', models.PositiveSmallIntegerField(default=0, help_text='Claims in words that only a person can judge.')),
                ('undeclared', models.PositiveSmallIntegerField(default=0, help_text='Changes that the line does not name.')),
                ('silent', models.PositiveIntegerField(default=0, help_text='Sent facts that read otherwise, and nothing says so.')),
                ('checked_with', models.PositiveSmallIntegerField(help_text='The check that came to this.')),
                ('version', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='attn_audit', to='stories.version')),
            ],
            options={
                'ordering': ['version'],
            },
        ),
    ]
