"""The triggers in PostgreSQL's words: functions first, then what calls them.

Error class 23000 reaches Django as an IntegrityError, as on SQLite. TRUNCATE fires no
row trigger, so each table has a statement trigger of its own.
"""

FUNCTIONS = {
    "stories_refuse_change": """BEGIN
        RAISE EXCEPTION 'a filed version never changes' USING ERRCODE = 'integrity_constraint_violation';
    END""",
    "stories_version_follows": """DECLARE
        last record;
    BEGIN
        SELECT sequence, checksum INTO last FROM stories_version
            WHERE story_id = NEW.story_id ORDER BY sequence DESC LIMIT 1;
        IF NEW.sequence <> 1 + COALESCE(last.sequence, 0)
            OR NEW.previous_checksum <> COALESCE(last.checksum, '') THEN
            RAISE EXCEPTION 'a version follows the one filed before it'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
    END""",
    "stories_versionphoto_no_more": """BEGIN
        IF (SELECT COUNT(*) FROM stories_versionphoto WHERE version_id = NEW.version_id)
            >= COALESCE((SELECT photo_count FROM stories_version WHERE id = NEW.version_id), 0) THEN
            RAISE EXCEPTION 'a filed version never changes' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
    END""",
    "stories_photo_no_delete": """BEGIN
        IF EXISTS (SELECT 1 FROM stories_versionphoto WHERE photo_id = OLD.id) THEN
            RAISE EXCEPTION 'a filed version never changes' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN OLD;
    END""",
    "stories_refuse_decided": """BEGIN
        RAISE EXCEPTION 'what was submitted and decided never changes' USING ERRCODE = 'integrity_constraint_violation';
    END""",
    "stories_submissionphoto_no_more": """BEGIN
        IF EXISTS (SELECT 1 FROM stories_verdict WHERE submission_id = NEW.submission_id) THEN
            RAISE EXCEPTION 'what was submitted and decided never changes'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
    END""",
    "stories_photo_same_picture": """BEGIN
        RAISE EXCEPTION 'a photo keeps its picture' USING ERRCODE = 'integrity_constraint_violation';
    END""",
}

# Name, table, event, level (with its condition), the function it calls.
TRIGGERS = (
    ("stories_version_no_change", "stories_version", "UPDATE OR DELETE", "ROW", "stories_refuse_change"),
    ("stories_version_no_truncate", "stories_version", "TRUNCATE", "STATEMENT", "stories_refuse_change"),
    ("stories_version_follows", "stories_version", "INSERT", "ROW", "stories_version_follows"),
    ("stories_versionphoto_no_change", "stories_versionphoto", "UPDATE OR DELETE", "ROW", "stories_refuse_change"),
    ("stories_versionphoto_no_truncate", "stories_versionphoto", "TRUNCATE", "STATEMENT", "stories_refuse_change"),
    ("stories_versionphoto_no_more", "stories_versionphoto", "INSERT", "ROW", "stories_versionphoto_no_more"),
    (
        "stories_photo_same_picture",
        "stories_photo",
        "UPDATE",
        "ROW WHEN (NEW.sha256 <> OLD.sha256 OR NEW.id <> OLD.id)",
        "stories_photo_same_picture",
    ),
    ("stories_photo_no_delete", "stories_photo", "DELETE", "ROW", "stories_photo_no_delete"),
    ("stories_submission_no_change", "stories_submission", "UPDATE OR DELETE", "ROW", "stories_refuse_decided"),
    ("stories_submission_no_truncate", "stories_submission", "TRUNCATE", "STATEMENT", "stories_refuse_decided"),
    (
        "stories_submissionphoto_no_change",
        "stories_submissionphoto",
        "UPDATE OR DELETE",
        "ROW",
        "stories_refuse_decided",
    ),
    (
        "stories_submissionphoto_no_truncate",
        "stories_submissionphoto",
        "TRUNCATE",
        "STATEMENT",
        "stories_refuse_decided",
    ),
    ("stories_submissionphoto_no_more", "stories_submissionphoto", "INSERT", "ROW", "stories_submissionphoto_no_more"),
    (
        # A verdict may be undone, once.
        "stories_verdict_undone_once",
        "stories_verdict",
        "UPDATE",
        """ROW WHEN (OLD.undone_at IS NOT NULL OR NEW.undone_at IS NULL
            OR (NEW.id, NEW.submission_id, NEW.decision, NEW.reason, NEW.decided_by_id, NEW.decided_at)
                IS DISTINCT FROM
                (OLD.id, OLD.submission_id, OLD.decision, OLD.reason, OLD.decided_by_id, OLD.decided_at))""",
        "stories_refuse_decided",
    ),
    ("stories_verdict_no_delete", "stories_verdict", "DELETE", "ROW", "stories_refuse_decided"),
    ("stories_verdict_no_truncate", "stories_verdict", "TRUNCATE", "STATEMENT", "stories_refuse_decided"),
)

NAMES = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
CREATE = tuple(
    f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$"
    for name, body in FUNCTIONS.items()
) + tuple(
    f"CREATE OR REPLACE TRIGGER {name} BEFORE {event} ON {table} FOR EACH {level} EXECUTE FUNCTION {function}()"
    for name, table, event, level, function in TRIGGERS
)
DROP = tuple(f"DROP TRIGGER IF EXISTS {name} ON {table}" for name, table, _, _, _ in TRIGGERS)
