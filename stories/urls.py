"""The newsroom's addresses."""

from django.urls import path

from stories.views import (
    analysis,
    autosave,
    board,
    compare,
    draft,
    filing,
    importing,
    merging,
    photo,
    presence,
    saves,
    session,
    story,
    submitting,
    version,
)

urlpatterns = [
    # who is there, and how the page looks
    path("sign-in/", session.sign_in, name="sign_in"),
    path("sign-out/", session.sign_out, name="sign_out"),
    path("theme/", session.theme, name="theme"),
    # the board, and a story on it
    path("", board.page, name="board"),
    path("stories/new/", story.new, name="story_new"),
    path("stories/import/", importing.page, name="import"),
    path("stories/<slug:pk>/", story.page, name="story"),
    path("stories/<slug:pk>/versions/<int:sequence>/", version.page, name="version"),
    path("stories/<slug:pk>/versions/<int:sequence>.txt", version.text, name="version_text"),
    path("photos/<slug:sha256>/", photo.photo, name="photo"),
    # writing the next filing, and sending it
    path("stories/<slug:pk>/draft/", draft.page, name="draft"),
    path("stories/<slug:pk>/draft/open/", draft.open_, name="draft_open"),
    path("stories/<slug:pk>/draft/discard/", draft.discard, name="draft_discard"),
    path("stories/<slug:pk>/draft/saves/", saves.page, name="draft_saves"),
    path("stories/<slug:pk>/draft/saves/<int:revision>/", saves.one, name="draft_save"),
    path("stories/<slug:pk>/draft/preview/", filing.preview, name="draft_preview"),
    path("stories/<slug:pk>/draft/attn/", filing.use_attn, name="draft_use_attn"),
    path("stories/<slug:pk>/draft/file/", filing.page, name="draft_file"),
    path("stories/<slug:pk>/draft/submit/", submitting.page, name="draft_submit"),
    path("stories/<slug:pk>/draft/take-back/", submitting.back, name="draft_take_back"),
    path("stories/<slug:pk>/draft/confirm/", submitting.confirm, name="draft_confirm"),
    # what the editor asks and sends by itself, and two people's texts in one
    path("stories/<slug:pk>/draft/analysis/", analysis.analysis, name="draft_analysis"),
    path("stories/<slug:pk>/draft/autosave/", autosave.save, name="draft_autosave"),
    path("stories/<slug:pk>/draft/merge/", merging.wire, name="draft_merge"),
    path("stories/<slug:pk>/draft/parked/<int:parked_pk>/", merging.parked, name="draft_parked"),
    path("stories/<slug:pk>/draft/parked/<int:parked_pk>/drop/", merging.drop, name="draft_parked_drop"),
    path("stories/<slug:pk>/presence/", presence.presence, name="presence"),
    # what a filing changed
    path("stories/<slug:pk>/compare/", compare.compare_pick, name="compare_pick"),
    path("stories/<slug:pk>/compare/<slug:a>/<slug:b>/", compare.compare_page, name="compare"),
    path("stories/<slug:pk>/compare/<slug:a>/<slug:b>/checks/", compare.compare_check, name="compare_check"),
]
