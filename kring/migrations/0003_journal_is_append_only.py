"""The database itself keeps the journal: entries are added, never changed, and go only when their time is over.

On SQLite a later migration that rebuilds the table drops these triggers: let it call `guard` again (a test says so).
"""

from django.db import migrations

REFUSED = "the journal is only ever added to"

SQLITE = [
    f"""
    CREATE TRIGGER kring_journal_no_update BEFORE UPDATE ON kring_journalentry
    BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END
    """,
    f"""
    CREATE TRIGGER kring_journal_no_delete BEFORE DELETE ON kring_journalentry
    WHEN NOT EXISTS (SELECT 1 FROM kring_journalrelease WHERE conference_id = OLD.conference_id)
    BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END
    """,
]
SQLITE_BACK = ["DROP TRIGGER IF EXISTS kring_journal_no_update", "DROP TRIGGER IF EXISTS kring_journal_no_delete"]

POSTGRESQL = [
    f"""
    CREATE FUNCTION kring_keep_journal() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' AND EXISTS (
            SELECT 1 FROM kring_journalrelease WHERE conference_id = OLD.conference_id
        ) THEN
            RETURN OLD;
        END IF;
        RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'integrity_constraint_violation';
    END $$
    """,
    """
    CREATE TRIGGER kring_journal_no_change BEFORE UPDATE OR DELETE ON kring_journalentry
    FOR EACH ROW EXECUTE FUNCTION kring_keep_journal()
    """,
]
POSTGRESQL_BACK = [
    "DROP TRIGGER IF EXISTS kring_journal_no_change ON kring_journalentry",
    "DROP FUNCTION IF EXISTS kring_keep_journal()",
]


def guard(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def let_go(apps, schema_editor):
    for statement in {"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("kring", "0002_rooms")]
    operations = [migrations.RunPython(guard, let_go, elidable=False)]
