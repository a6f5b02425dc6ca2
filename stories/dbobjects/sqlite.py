"""The triggers in SQLite's words.

REPLACE and upserts take the INSERT path and delete without a DELETE trigger (unless
`recursive_triggers` is on, which another program's connection would not have), so the
INSERT guards refuse whatever would meet a row that is already there.
"""

REFUSE = "SELECT RAISE(ABORT, 'a filed version never changes');"
KEEP = "SELECT RAISE(ABORT, 'what was submitted and decided never changes');"

# Name, what it waits for, what it does. A guard's message names the rule it keeps.
TRIGGERS = (
    ("stories_version_no_update", "BEFORE UPDATE ON stories_version", REFUSE),
    ("stories_version_no_delete", "BEFORE DELETE ON stories_version", REFUSE),
    (
        "stories_version_no_replace",
        """BEFORE INSERT ON stories_version WHEN EXISTS (
            SELECT 1 FROM stories_version WHERE id = NEW.id
            UNION ALL SELECT 1 FROM stories_version WHERE story_id = NEW.story_id AND sequence = NEW.sequence
            UNION ALL SELECT 1 FROM stories_version WHERE story_id = NEW.story_id AND kind = NEW.kind
                AND lead_number = NEW.lead_number AND correction_number = NEW.correction_number
            UNION ALL SELECT 1 FROM stories_version
                WHERE story_id = NEW.story_id AND filing_key IS NOT NULL AND filing_key = NEW.filing_key)""",
        "SELECT RAISE(ABORT, 'this version is already filed');",
    ),
    (
        "stories_version_follows",
        """BEFORE INSERT ON stories_version WHEN NEW.sequence <> 1 + COALESCE(
                (SELECT MAX(sequence) FROM stories_version WHERE story_id = NEW.story_id), 0)
            OR NEW.previous_checksum <> COALESCE((SELECT checksum FROM stories_version
                WHERE story_id = NEW.story_id ORDER BY sequence DESC LIMIT 1), '')""",
        "SELECT RAISE(ABORT, 'a version follows the one filed before it');",
    ),
    ("stories_versionphoto_no_update", "BEFORE UPDATE ON stories_versionphoto", REFUSE),
    ("stories_versionphoto_no_delete", "BEFORE DELETE ON stories_versionphoto", REFUSE),
    (
        "stories_versionphoto_no_more",
        """BEFORE INSERT ON stories_versionphoto WHEN EXISTS (
                SELECT 1 FROM stories_versionphoto WHERE id = NEW.id
                    OR (version_id = NEW.version_id AND position = NEW.position))
            OR (SELECT COUNT(*) FROM stories_versionphoto WHERE version_id = NEW.version_id)
                >= COALESCE((SELECT photo_count FROM stories_version WHERE id = NEW.version_id), 0)""",
        REFUSE,
    ),
    (
        "stories_photo_same_picture",
        "BEFORE UPDATE ON stories_photo WHEN NEW.sha256 <> OLD.sha256 OR NEW.id <> OLD.id",
        "SELECT RAISE(ABORT, 'a photo keeps its picture');",
    ),
    (
        "stories_photo_no_replace",
        """BEFORE INSERT ON stories_photo
            WHEN EXISTS (SELECT 1 FROM stories_photo WHERE id = NEW.id OR sha256 = NEW.sha256)""",
        "SELECT RAISE(ABORT, 'this photo is already kept');",
    ),
    (
        "stories_photo_no_delete",
        "BEFORE DELETE ON stories_photo WHEN EXISTS (SELECT 1 FROM stories_versionphoto WHERE photo_id = OLD.id)",
        REFUSE,
    ),
    ("stories_submission_no_update", "BEFORE UPDATE ON stories_submission", KEEP),
    ("stories_submission_no_delete", "BEFORE DELETE ON stories_submission", KEEP),
    (
        "stories_submission_no_replace",
        """BEFORE INSERT ON stories_submission WHEN EXISTS (
            SELECT 1 FROM stories_submission WHERE id = NEW.id
            UNION ALL SELECT 1 FROM stories_submission WHERE draft_id = NEW.draft_id AND number = NEW.number)""",
        KEEP,
    ),
    ("stories_submissionphoto_no_update", "BEFORE UPDATE ON stories_submissionphoto", KEEP),
    ("stories_submissionphoto_no_delete", "BEFORE DELETE ON stories_submissionphoto", KEEP),
    (
        "stories_submissionphoto_no_replace",
        """BEFORE INSERT ON stories_submissionphoto WHEN EXISTS (
            SELECT 1 FROM stories_submissionphoto WHERE id = NEW.id
                OR (submission_id = NEW.submission_id AND position = NEW.position)
            UNION ALL SELECT 1 FROM stories_verdict WHERE submission_id = NEW.submission_id)""",
        KEEP,
    ),
    # A verdict may be undone, once.
    (
        "stories_verdict_undone_once",
        """BEFORE UPDATE ON stories_verdict WHEN OLD.undone_at IS NOT NULL OR NEW.undone_at IS NULL
            OR (NEW.id, NEW.submission_id, NEW.decision, NEW.reason, NEW.decided_by_id, NEW.decided_at)
                IS NOT (OLD.id, OLD.submission_id, OLD.decision, OLD.reason, OLD.decided_by_id, OLD.decided_at)""",
        KEEP,
    ),
    ("stories_verdict_no_delete", "BEFORE DELETE ON stories_verdict", KEEP),
    (
        "stories_verdict_no_replace",
        """BEFORE INSERT ON stories_verdict WHEN EXISTS (
            SELECT 1 FROM stories_verdict WHERE id = NEW.id
                OR (submission_id = NEW.submission_id AND undone_at IS NULL))""",
        "SELECT RAISE(ABORT, 'this submission is already decided');",
    ),
)

NAMES = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
DROP = tuple(f"DROP TRIGGER IF EXISTS {name}" for name, _, _ in TRIGGERS)
CREATE = DROP + tuple(f"CREATE TRIGGER {name} {event} BEGIN {action} END" for name, event, action in TRIGGERS)
