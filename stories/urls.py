"""The newsroom's addresses."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter

from stories.models import Draft
from stories.views import (
    account,
    analysis,
    audit,
    autosave,
    board,
    bulk,
    compare,
    correcting,
    deciding,
    draft,
    draft_photos,
    embargo,
    filing,
    importing,
    killing,
    library,
    merging,
    notes,
    notifications,
    photo,
    photo_download,
    photo_page,
    placing,
    presence,
    pulse,
    queue,
    saved_filters,
    saves,
    search,
    second_step,
    session,
    settings,
    sign_in,
    slugline,
    story,
    submitting,
    uploads,
    version,
)


class PurposeConverter(StringConverter):
    """The word in the address of a draft that is not the next lead."""

    regex = Draft.Purpose.CORRECTION.value


register_converter(PurposeConverter, "purpose")


def of_a_draft(way: str, view: Callable[..., HttpResponse], name: str) -> list[URLPattern]:
    """A page of the next lead's draft, and of a correction's: see `queries.addresses`."""
    return [
        path(f"stories/<slug:pk>/draft/{way}", view, name=name),
        path(f"stories/<slug:pk>/<purpose:purpose>/{way}", view, name=name),
    ]


urlpatterns = [
    # who is there, and how the page looks
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/code/", sign_in.code, name="sign_in_code"),
    path("sign-out/", session.sign_out, name="sign_out"),
    path("account/", account.page, name="account"),
    path("account/password/", account.change_password, name="password_change"),
    path("account/second-step/", second_step.second_step, name="second_step"),
    path("account/second-step/off/", second_step.second_step_off, name="second_step_off"),
    path("password/", account.ask_reset, name="password_reset"),
    path("password/sent/", account.reset_sent, name="password_reset_sent"),
    path("password/<str:uidb64>/<str:token>/", account.reset, name="password_reset_confirm"),
    path("theme/", session.theme, name="theme"),
    path("settings/", settings.page, name="settings"),
    path("notifications/", notifications.page, name="notifications"),
    path("notifications/read/", notifications.read, name="notifications_read"),
    path("notifications/pulse/", notifications.pulse, name="notifications_pulse"),
    # the board, and a story on it
    path("", board.page, name="board"),
    path("board/bulk/", bulk.page, name="board_bulk"),
    path("board/pulse/", pulse.page, name="board_pulse"),
    path("board/filters/", saved_filters.keep, name="filter_keep"),
    path("board/filters/<int:pk>/", saved_filters.change, name="filter_change"),
    path("desk/", queue.page, name="queue"),
    path("desk/<slug:code>/", queue.page, name="queue_desk"),
    path("search/", search.page, name="search"),
    path("stories/new/", story.new, name="story_new"),
    path("stories/import/", importing.page, name="import"),
    path("stories/<slug:pk>/", story.page, name="story"),
    path("stories/<slug:pk>/glance/", board.glance, name="story_glance"),
    path("stories/<slug:pk>/versions/<int:sequence>/", version.page, name="version"),
    path("stories/<slug:pk>/versions/<int:sequence>.txt", version.text, name="version_text"),
    path("stories/<slug:pk>/versions/<int:sequence>/photos/<int:position>/", placing.fill, name="photo_fill"),
    path("photos/", library.page, name="photo_library"),
    path("photos/upload/", uploads.upload, name="photo_upload"),
    path("photos/<slug:sha256>/", photo.photo, name="photo"),
    path("photos/<slug:sha256>/about/", photo_page.page, name="photo_about"),
    path("photos/<slug:sha256>/about/add/", photo_page.add, name="photo_add"),
    path("photos/<slug:sha256>/about/captions/", photo_page.captions, name="photo_captions"),
    path("photos/<slug:sha256>/about/withdraw/", photo_page.withdraw, name="photo_withdraw"),
    path("photos/<slug:sha256>/<str:spec>/", photo.rendition, name="photo_rendition"),
    path("photos/<slug:sha256>/<str:spec>/download/", photo_download.download, name="photo_download"),
    path(
        "stories/<slug:pk>/versions/<int:sequence>/photos/<int:position>/<str:spec>/",
        photo_download.used,
        name="version_photo_download",
    ),
    path("stories/<slug:pk>/versions/<int:sequence>/restore/", correcting.restore, name="version_restore"),
    path("stories/<slug:pk>/kill/", killing.page, name="kill"),
    path("stories/<slug:pk>/embargo/", embargo.page, name="embargo"),
    path("stories/<slug:pk>/slugline/", slugline.rename, name="slugline"),
    path("stories/<slug:pk>/slugline/check/", slugline.check, name="slugline_check"),
    # writing the next filing, and sending it
    *of_a_draft("", draft.page, "draft"),
    path("stories/<slug:pk>/draft/open/", draft.open_, name="draft_open"),
    *of_a_draft("discard/", draft.discard, "draft_discard"),
    *of_a_draft("<int:draft_pk>/take-up/", draft.take_up, "draft_take_up"),
    *of_a_draft("saves/", saves.page, "draft_saves"),
    *of_a_draft("saves/<int:revision>/", saves.one, "draft_save"),
    path("stories/<slug:pk>/correction/open/", correcting.open_, name="correction_open"),
    path("stories/<slug:pk>/draft/correct-first/", correcting.first, name="correct_first"),
    *of_a_draft("purpose/", correcting.purpose, "draft_purpose"),
    *of_a_draft("preview/", filing.preview, "draft_preview"),
    *of_a_draft("attn/", filing.use_attn, "draft_use_attn"),
    *of_a_draft("file/", filing.page, "draft_file"),
    *of_a_draft("submit/", submitting.page, "draft_submit"),
    *of_a_draft("take-back/", submitting.back, "draft_take_back"),
    *of_a_draft("confirm/", submitting.confirm, "draft_confirm"),
    # what the editor asks and sends by itself, and two people's texts in one
    *of_a_draft("analysis/", analysis.analysis, "draft_analysis"),
    *of_a_draft("autosave/", autosave.save, "draft_autosave"),
    *of_a_draft("photos/", draft_photos.strip, "draft_photos"),
    *of_a_draft("merge/", merging.wire, "draft_merge"),
    *of_a_draft("parked/<int:parked_pk>/", merging.parked, "draft_parked"),
    *of_a_draft("parked/<int:parked_pk>/drop/", merging.drop, "draft_parked_drop"),
    path("stories/<slug:pk>/presence/", presence.presence, name="presence"),
    # what people say of it beside the copy
    path("stories/<slug:pk>/notes/", notes.page, name="notes"),
    path("stories/<slug:pk>/notes/on/<slug:on>/", notes.on_text, name="notes_on"),
    path("stories/<slug:pk>/notes/people/", notes.people, name="notes_people"),
    path("stories/<slug:pk>/notes/<int:note_pk>/resolve/", notes.resolve, name="note_resolve"),
    path("stories/<slug:pk>/notes/<int:note_pk>/reopen/", notes.reopen, name="note_reopen"),
    # what a filing changed
    path("stories/<slug:pk>/compare/", compare.compare_pick, name="compare_pick"),
    path("stories/<slug:pk>/compare/<slug:a>/<slug:b>/", compare.compare_page, name="compare"),
    path("stories/<slug:pk>/compare/<slug:a>/<slug:b>/checks/", compare.compare_check, name="compare_check"),
    # the desk's word on what was handed to it
    path("stories/<slug:pk>/review/", deciding.review, name="review"),
    path("stories/<slug:pk>/submissions/<int:place>/approve/", deciding.approve_, name="submission_approve"),
    path("stories/<slug:pk>/submissions/<int:place>/return/", deciding.return_, name="submission_return"),
    path("stories/<slug:pk>/submissions/<int:place>/undo/", deciding.undo, name="submission_undo"),
    # what was done, by whom and when
    path("stories/<slug:pk>/audit/", audit.page, name="audit"),
    path("stories/<slug:pk>/audit/acts.csv", audit.table, name="audit_csv"),
    path("stories/<slug:pk>/audit/acts.json", audit.json, name="audit_json"),
]
