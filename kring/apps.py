"""The one Django app; a page without a doorkeeper keeps it from starting."""

from django.apps import AppConfig


class KringConfig(AppConfig):
    name = "kring"
    verbose_name = "Kring"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from kring.conference import checks  # noqa: F401  (registers the start-up checks)
        from kring.followup import asking_contact, asking_evaluation, closing, lasting_links  # noqa: F401  (mornings)
        from kring.matching import reminding  # noqa: F401  (offers run out, papers are about to)
        from kring.oversight import complaining, contracting, erasing, keeping, lettering, registering  # noqa: F401  (their part of the morning, the keeping check)
        from kring.plan import reminding as copies  # noqa: F401  (who still waits for the plan on paper)
        from kring.preparation import announcing, noticing_quiet  # noqa: F401  (a day that is off, what is quiet)
        from kring.referral import alarming as national  # noqa: F401  (the mailbox hears of what is nobody's)
        from kring.stories import editing  # noqa: F401  (Wednesday: is there a story for this Friday)
