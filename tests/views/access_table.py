"""Every address of the program, and what everybody gets of it by both methods: `reporter` is the world's writer."""

from typing import Any

Codes = tuple[int, ...]
Row = tuple[list[Any], Codes, Codes]

PEOPLE = ("signed out", "outsider", "reporter", "other_reporter", "desk_editor", "admin")

# name: (arguments, codes of GET, codes of POST with nothing in it), the codes in the order of PEOPLE.
# 302 for who is signed out is the sign-in page; 403 an outsider's page, which says that a role is missing.
EVERYBODY_READS = (302, 403, 200, 200, 200, 200)
THE_DESK_AND_ITS_OWN_READ = (302, 403, 200, 404, 200, 200)
ITS_WRITER_READS = (302, 403, 200, 404, 404, 404)
NO_SUCH_METHOD = (302, 403, 405, 405, 405, 405)
NOTHING_THERE = (302, 403, 404, 404, 404, 404)
GOES_ON = (302, 403, 302, 302, 302, 302)
REFUSED = (302, 403, 422, 422, 422, 422)
NO_METHOD_FOR_A_SCRIPT = (403, 403, 405, 405, 405, 405)
METHOD_FIRST = (405, 405, 405, 405, 405, 405)
OPEN_TO_ALL = (200, 200, 200, 200, 200, 200)
SEND_HOME = (302, 302, 302, 302, 302, 302)
TABLE: dict[str, Row] = {
    "sign_in": ([], (200, 302, 302, 302, 302, 302), (200, 302, 302, 302, 302, 302)),
    "sign_out": ([], (302, 405, 405, 405, 405, 405), (302, 302, 302, 302, 302, 302)),
    # A code is asked only of who has just given the password.
    "sign_in_code": ([], SEND_HOME, SEND_HOME),
    "account": ([], EVERYBODY_READS, NO_SUCH_METHOD),
    "password_change": ([], EVERYBODY_READS, (302, 403, 200, 200, 200, 200)),
    # The second step is for desk editors and admins, who give their password for it first.
    "second_step": ([], NO_SUCH_METHOD, (302, 403, 302, 302, 422, 422)),
    "second_step_off": ([], NO_SUCH_METHOD, REFUSED),
    "password_reset": ([], OPEN_TO_ALL, OPEN_TO_ALL),
    "password_reset_sent": ([], OPEN_TO_ALL, (405, 405, 405, 405, 405, 405)),
    "password_reset_confirm": (["x", "x-x"], OPEN_TO_ALL, OPEN_TO_ALL),
    "theme": ([], METHOD_FIRST, (302, 302, 302, 302, 302, 302)),
    "board": ([], EVERYBODY_READS, NO_SUCH_METHOD),
    "board_bulk": ([], NO_SUCH_METHOD, GOES_ON),
    "board_pulse": ([], (403, 403, 200, 200, 200, 200), NO_METHOD_FOR_A_SCRIPT),
    "filter_keep": ([], NO_SUCH_METHOD, GOES_ON),
    "filter_change": (["filter"], NO_SUCH_METHOD, (302, 403, 302, 404, 404, 404)),
    "queue": ([], EVERYBODY_READS, NO_SUCH_METHOD),
    "queue_desk": (["desk"], EVERYBODY_READS, NO_SUCH_METHOD),
    "story_glance": (["story"], EVERYBODY_READS, NO_SUCH_METHOD),
    "search": ([], EVERYBODY_READS, NO_SUCH_METHOD),
    "story_new": ([], EVERYBODY_READS, REFUSED),
    "import": ([], EVERYBODY_READS, REFUSED),
    "story": (["story"], EVERYBODY_READS, NO_SUCH_METHOD),
    "version": (["story", 1], EVERYBODY_READS, NO_SUCH_METHOD),
    "version_text": (["story", 1], EVERYBODY_READS, NO_SUCH_METHOD),
    "photo": (["photo"], EVERYBODY_READS, NO_SUCH_METHOD),
    "photo_rendition": (["photo", "640.jpg"], EVERYBODY_READS, NO_SUCH_METHOD),
    "photo_download": (["photo", "original"], EVERYBODY_READS, NO_SUCH_METHOD),
    "version_photo_download": (["story", 1, 1, "original"], EVERYBODY_READS, NO_SUCH_METHOD),
    "photo_about": (["photo"], EVERYBODY_READS, REFUSED),
    # An empty form names no story.
    "photo_add": (["photo"], NO_SUCH_METHOD, NOTHING_THERE),
    "photo_captions": (["photo"], NO_SUCH_METHOD, GOES_ON),
    "photo_withdraw": (["photo"], NO_SUCH_METHOD, GOES_ON),
    "photo_fill": (["story", 1, 1], NO_SUCH_METHOD, GOES_ON),
    "photo_library": ([], EVERYBODY_READS, NO_SUCH_METHOD),
    "photo_upload": ([], NO_METHOD_FOR_A_SCRIPT, (403, 403, 422, 422, 422, 422)),
    "draft_photos": (["story"], (403, 403, 200, 200, 200, 200), (403, 403, 404, 404, 404, 404)),
    # An empty form names no draft, and one is open: it is refused as stale, and nothing is lost.
    "draft": (["story"], EVERYBODY_READS, (302, 403, 409, 409, 409, 409)),
    # A filed text comes back as a draft; what is on the wire is corrected; the desk withdraws it.
    "version_restore": (["story", 1], NO_SUCH_METHOD, GOES_ON),
    "correction_open": (["story"], NO_SUCH_METHOD, GOES_ON),
    "correct_first": (["story"], NO_SUCH_METHOD, GOES_ON),
    "draft_purpose": (["story"], NO_SUCH_METHOD, GOES_ON),
    "kill": (["story"], (302, 403, 404, 404, 200, 200), (302, 403, 404, 404, 422, 422)),
    # The desk, and who opened the story.
    "embargo": (["story"], (302, 403, 200, 404, 200, 200), (302, 403, 422, 404, 422, 422)),
    "slugline": (["story"], NO_SUCH_METHOD, GOES_ON),
    "slugline_check": (["story"], (403, 403, 200, 200, 200, 200), NO_METHOD_FOR_A_SCRIPT),
    "draft_open": (["story"], NO_SUCH_METHOD, GOES_ON),
    "draft_discard": (["story"], NO_SUCH_METHOD, GOES_ON),
    # Both drafts are open: there is nothing to take up, and the story says so.
    "draft_take_up": (["story", "lead"], NO_SUCH_METHOD, GOES_ON),
    "draft_saves": (["story"], EVERYBODY_READS, NO_SUCH_METHOD),
    "draft_save": (["story", 2], EVERYBODY_READS, GOES_ON),
    "draft_preview": (["story"], EVERYBODY_READS, NO_SUCH_METHOD),
    "draft_use_attn": (["story"], NO_SUCH_METHOD, GOES_ON),
    "draft_file": (["story"], EVERYBODY_READS, REFUSED),
    "draft_submit": (["story"], EVERYBODY_READS, REFUSED),
    "draft_take_back": (["story"], NO_SUCH_METHOD, GOES_ON),
    "draft_confirm": (["story"], NO_SUCH_METHOD, GOES_ON),
    # The editor's own asking and saving: answers for a script, which no sign-in page would help.
    "draft_analysis": (["story"], NO_METHOD_FOR_A_SCRIPT, (403, 403, 200, 200, 200, 200)),
    "draft_autosave": (["story"], NO_METHOD_FOR_A_SCRIPT, (403, 403, 404, 404, 404, 404)),
    "presence": (["story"], (403, 403, 200, 200, 200, 200), (403, 403, 204, 204, 204, 204)),
    # The draft already follows the wire, so there is nothing to merge.
    "draft_merge": (["story"], GOES_ON, GOES_ON),
    # A parked text is its writer's alone.
    "draft_parked": (["story", "parked"], ITS_WRITER_READS, (302, 403, 409, 404, 404, 404)),
    "draft_parked_drop": (["story", "parked"], NO_SUCH_METHOD, (302, 403, 302, 404, 404, 404)),
    "compare": (["story", "1", "2"], EVERYBODY_READS, METHOD_FIRST),
    "compare_pick": (["story"], NOTHING_THERE, METHOD_FIRST),
    "compare_check": (["story", "1", "2"], METHOD_FIRST, NOTHING_THERE),
    # Whose word it takes is the service's question: a reporter's approval is refused and changes nothing.
    "review": (["story"], GOES_ON, NO_SUCH_METHOD),
    "submission_approve": (["story", 1], NO_SUCH_METHOD, GOES_ON),
    "submission_return": (["story", 1], EVERYBODY_READS, REFUSED),
    "submission_undo": (["story", 1], NO_SUCH_METHOD, GOES_ON),
    "audit": (["story"], THE_DESK_AND_ITS_OWN_READ, NO_SUCH_METHOD),
    "audit_csv": (["story"], THE_DESK_AND_ITS_OWN_READ, NO_SUCH_METHOD),
    "audit_json": (["story"], THE_DESK_AND_ITS_OWN_READ, NO_SUCH_METHOD),
    "notes": (["story"], EVERYBODY_READS, REFUSED),
    "notes_on": (["story", "draft"], (403, 403, 200, 200, 200, 200), METHOD_FIRST),
    "notes_people": (["story"], (403, 403, 200, 200, 200, 200), METHOD_FIRST),
    "note_resolve": (["story", "note"], METHOD_FIRST, GOES_ON),
    "note_reopen": (["story", "note"], METHOD_FIRST, GOES_ON),
    "settings": ([], EVERYBODY_READS, GOES_ON),
    "notifications": ([], EVERYBODY_READS, METHOD_FIRST),
    "notifications_read": ([], METHOD_FIRST, GOES_ON),
    "notifications_pulse": ([], (403, 403, 200, 200, 200, 200), METHOD_FIRST),
    "admin:index": ([], (302, 302, 302, 302, 302, 200), (302, 302, 302, 302, 302, 200)),
}

# A correction's draft has the next lead's pages under addresses of its own, and they answer the same.
OWN_TO_A_CORRECTION = {"draft_save": ["story", 1], "draft_parked": ["story", "parked correction"]}
OWN_TO_A_CORRECTION["draft_take_up"] = ["story", "correction of it"]
OWN_TO_A_CORRECTION["draft_parked_drop"] = OWN_TO_A_CORRECTION["draft_parked"]
OF_BOTH_DRAFTS = (
    "draft",
    "draft_analysis",
    "draft_autosave",
    "draft_confirm",
    "draft_discard",
    "draft_file",
    "draft_merge",
    "draft_parked",
    "draft_parked_drop",
    "draft_photos",
    "draft_preview",
    "draft_purpose",
    "draft_save",
    "draft_saves",
    "draft_submit",
    "draft_take_back",
    "draft_take_up",
    "draft_use_attn",
)
TABLE |= {
    f"{name} of a correction": (OWN_TO_A_CORRECTION.get(name, TABLE[name][0]), *TABLE[name][1:])
    for name in OF_BOTH_DRAFTS
}
OF_A_STORY = [name for name, (arguments, *_) in TABLE.items() if arguments[:1] == ["story"]]
OF_ITS_PHOTO = [name for name, (arguments, *_) in TABLE.items() if arguments[:1] == ["photo"]]
