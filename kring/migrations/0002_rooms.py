"""Everything else that is kept, room by room."""

import datetime
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import kring.conference.access
import kring.followup.evaluating
import kring.foundation.addresses
import kring.foundation.locking
import kring.oversight.paying
import kring.people.links
import kring.preparation.readiness
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class AllAtOnce(migrations.SeparateDatabaseAndState):
    """Make every table as it is at the end of this migration; step by step, Django draws up all models for each."""

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)  # drawn up once, when it is asked for
        super().state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for model in self.tables(app_label, to_state):
            schema_editor.create_model(model)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for model in reversed(self.tables(app_label, from_state)):
            schema_editor.delete_model(model)

    def tables(self, app_label, state):
        made = [step.name for step in self.state_operations if isinstance(step, migrations.CreateModel)]
        return [state.apps.get_model(app_label, name) for name in made]


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("account", "0009_emailaddress_unique_primary_email"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("django_tasks_database", "0021_conditional_partial_index_ordering"),
        ("kring", "0001_person"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("sessions", "0001_initial"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
    ]

    operations = [
        AllAtOnce(
            state_operations=[
                migrations.CreateModel(
                    name="AnbiPaper",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("purpose", "Doel"),
                                    ("policy", "Beleidsplan in hoofdlijnen"),
                                    ("board", "Bestuur: namen en functies"),
                                    ("pay", "Beloning van bestuur en medewerkers"),
                                    ("activities", "Verslag van wat we deden"),
                                    ("accounts", "Financiële verantwoording"),
                                ],
                                max_length=20,
                                unique=True,
                                verbose_name="onderwerp",
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="tekst")),
                        ("link", models.CharField(blank=True, max_length=300, verbose_name="adres van het hele stuk")),
                        (
                            "changed_on",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="bijgewerkt op"),
                        ),
                    ],
                    options={
                        "verbose_name": "ANBI-stuk",
                        "ordering": ["kind"],
                    },
                ),
                migrations.CreateModel(
                    name="Birth",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_demo", models.BooleanField(verbose_name="demo")),
                        ("at", models.DateTimeField(auto_now_add=True, verbose_name="op")),
                    ],
                    options={
                        "verbose_name": "geboorte",
                    },
                ),
                migrations.CreateModel(
                    name="Complaint",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("text", kring.foundation.locking.LockedTextField(verbose_name="de klacht")),
                        ("name", kring.foundation.locking.LockedTextField(blank=True, verbose_name="naam")),
                        (
                            "reach",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="hoe we antwoorden"),
                        ),
                        (
                            "handling",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="wie ernaar kijkt en wat is afgesproken"
                            ),
                        ),
                        ("reply", kring.foundation.locking.LockedTextField(blank=True, verbose_name="ons antwoord")),
                        (
                            "received_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="ontvangen op"),
                        ),
                        (
                            "acknowledged_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="ontvangst bevestigd op"),
                        ),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="beantwoord op")),
                    ],
                    options={
                        "verbose_name": "klacht",
                        "ordering": ["received_at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Conference",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("conference", "Eigen Kracht-conferentie")],
                                default="conference",
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "phase",
                            models.CharField(
                                choices=[
                                    ("referral", "aanmelding"),
                                    ("matching", "een coördinator zoeken"),
                                    ("preparation", "voorbereiding"),
                                    ("information", "informatieronde"),
                                    ("private_time", "besloten tijd"),
                                    ("presentation", "presentatie"),
                                    ("follow_up", "opvolging"),
                                    ("closed", "afgerond"),
                                ],
                                default=kring.conference.access.Phase["REFERRAL"],
                                max_length=20,
                                verbose_name="fase",
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("plan_with_meeting", "plan met bijeenkomst"),
                                    ("plan_without_meeting", "plan zonder bijeenkomst"),
                                    ("no_plan_yet", "bij elkaar geweest, nog geen plan"),
                                    ("declined", "nee gezegd"),
                                    ("stopped", "gestopt"),
                                ],
                                max_length=30,
                                verbose_name="uitkomst",
                            ),
                        ),
                        ("is_urgent", models.BooleanField(default=False, verbose_name="spoed")),
                        ("resting_since", models.DateTimeField(blank=True, null=True, verbose_name="rustig aan sinds")),
                        (
                            "created_at",
                            models.DateTimeField(
                                db_index=True, default=django.utils.timezone.now, verbose_name="aangevraagd op"
                            ),
                        ),
                        (
                            "moved_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="in deze fase sinds"),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="afgerond op")),
                    ],
                    options={
                        "verbose_name": "conferentie",
                        "verbose_name_plural": "conferenties",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "phase__in",
                                        [
                                            "referral",
                                            "matching",
                                            "preparation",
                                            "information",
                                            "private_time",
                                            "presentation",
                                            "follow_up",
                                            "closed",
                                        ],
                                    )
                                ),
                                name="phase_is_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("phase", "closed"), _negated=True),
                                    models.Q(("outcome", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="closed_has_an_outcome",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Draft",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "seal",
                            models.CharField(
                                editable=False, max_length=64, unique=True, verbose_name="zegel van de code"
                            ),
                        ),
                        ("route", models.CharField(max_length=20, verbose_name="wie vraagt")),
                        ("typed", kring.foundation.locking.LockedTextField(verbose_name="wat er al getypt is")),
                        (
                            "saved_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="bewaard op"),
                        ),
                    ],
                    options={
                        "verbose_name": "begonnen aanvraag",
                    },
                ),
                migrations.CreateModel(
                    name="Erasure",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                        ("kind", models.CharField(max_length=40, verbose_name="soort gegevens")),
                        ("reason", models.CharField(max_length=40, verbose_name="waarom")),
                        ("rows", models.PositiveIntegerField(verbose_name="aantal")),
                        ("conference", models.CharField(blank=True, max_length=12, verbose_name="conferentie")),
                        (
                            "journal_head",
                            models.CharField(blank=True, max_length=64, verbose_name="laatste hash van het logboek"),
                        ),
                    ],
                    options={
                        "verbose_name": "verwijdering",
                        "ordering": ["-at"],
                    },
                ),
                migrations.CreateModel(
                    name="FundingContract",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="vanaf")),
                        ("ends_on", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                        (
                            "number",
                            models.PositiveIntegerField(blank=True, null=True, verbose_name="aantal conferenties"),
                        ),
                        (
                            "price",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=8,
                                null=True,
                                verbose_name="prijs per conferentie",
                            ),
                        ),
                        (
                            "price_without_day",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=8,
                                null=True,
                                verbose_name="prijs als er geen bijeenkomst komt",
                            ),
                        ),
                        ("order_number", models.CharField(blank=True, max_length=60, verbose_name="ordernummer")),
                        ("note", models.CharField(blank=True, max_length=500, verbose_name="notitie")),
                    ],
                    options={
                        "verbose_name": "financieringsafspraak",
                        "verbose_name_plural": "financieringsafspraken",
                        "ordering": ["-starts_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="FundingRegion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("name", models.CharField(max_length=100, unique=True, verbose_name="naam")),
                    ],
                    options={
                        "verbose_name": "financieringsregio",
                        "verbose_name_plural": "financieringsregio's",
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="Heartbeat",
                    fields=[
                        (
                            "worker",
                            models.CharField(max_length=64, primary_key=True, serialize=False, verbose_name="werker"),
                        ),
                        ("at", models.DateTimeField(verbose_name="op")),
                    ],
                    options={
                        "verbose_name": "levensteken",
                    },
                ),
                migrations.CreateModel(
                    name="KeepingPeriod",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(max_length=40, unique=True, verbose_name="soort gegevens")),
                        ("days", models.PositiveIntegerField(verbose_name="dagen")),
                    ],
                    options={
                        "verbose_name": "bewaartermijn",
                    },
                ),
                migrations.CreateModel(
                    name="LeftAlone",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("salt", models.CharField(editable=False, max_length=32)),
                        ("mark", models.CharField(editable=False, max_length=64, verbose_name="merkteken")),
                        ("at", models.DateField(default=django.utils.timezone.localdate, verbose_name="sinds")),
                    ],
                    options={
                        "verbose_name": "niet meer benaderen",
                    },
                ),
                migrations.CreateModel(
                    name="LiveEvent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("channel", models.CharField(max_length=60, verbose_name="kanaal")),
                        (
                            "at",
                            models.DateTimeField(db_index=True, default=django.utils.timezone.now, verbose_name="op"),
                        ),
                    ],
                    options={
                        "verbose_name": "seintje",
                    },
                ),
                migrations.CreateModel(
                    name="Testimonial",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "nonce",
                            models.CharField(
                                default=kring.people.links.new_nonce,
                                editable=False,
                                max_length=16,
                                verbose_name="eenmalig getal",
                            ),
                        ),
                        ("words", models.TextField(verbose_name="de woorden")),
                        ("said_by", models.CharField(max_length=200, verbose_name="zoals iemand genoemd wil worden")),
                        (
                            "place",
                            models.CharField(
                                choices=[
                                    ("people", "voor mensen en families"),
                                    ("professionals", "voor professionals"),
                                    ("municipalities", "voor gemeenten"),
                                    ("asking", "bij het aanvragen als professional"),
                                    ("telling", "bij het informatieblad van een professional"),
                                    ("receiving", "bij het plan, voor een professional"),
                                ],
                                max_length=20,
                                verbose_name="waar het staat",
                            ),
                        ),
                        ("consent_on", models.DateField(verbose_name="toestemming gegeven op")),
                        (
                            "consent_how",
                            models.CharField(max_length=200, verbose_name="hoe de toestemming is vastgelegd"),
                        ),
                        ("shown_until", models.DateField(blank=True, null=True, verbose_name="te lezen tot en met")),
                        (
                            "is_invented",
                            models.BooleanField(default=False, editable=False, verbose_name="verzonnen, voor de demo"),
                        ),
                    ],
                    options={
                        "verbose_name": "ervaring",
                        "ordering": ["consent_on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Upload",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("name", models.CharField(max_length=40, unique=True, verbose_name="naam in de opslag")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("picture", "tekening of foto"), ("sound", "gesproken boodschap")],
                                max_length=10,
                                verbose_name="soort",
                            ),
                        ),
                        ("content_type", models.CharField(max_length=20, verbose_name="vorm")),
                        (
                            "added_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gestuurd op"),
                        ),
                    ],
                    options={
                        "verbose_name": "bestand",
                    },
                ),
                migrations.CreateModel(
                    name="ConditionsForm",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "ground",
                            models.CharField(
                                choices=[
                                    ("youth_protection", "jeugdbescherming"),
                                    ("probation", "reclassering"),
                                    ("debt", "schuldsanering"),
                                    ("threatened_measure", "dreigende maatregel"),
                                ],
                                max_length=30,
                                verbose_name="grond",
                            ),
                        ),
                        (
                            "issued_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="uitgereikt op"),
                        ),
                        (
                            "why_late",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="waarom pas na de aanvraag"
                            ),
                        ),
                        ("concerns", kring.foundation.locking.LockedTextField(blank=True, verbose_name="zorgen")),
                        (
                            "without_plan",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="wat er gebeurt als er geen plan komt"
                            ),
                        ),
                        ("discussed_on", models.DateField(blank=True, null=True, verbose_name="besproken op")),
                        ("discussed_how", models.CharField(blank=True, max_length=200, verbose_name="hoe besproken")),
                        (
                            "discussed_with",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="wie erbij waren"),
                        ),
                        ("handed_in_at", models.DateTimeField(blank=True, null=True, verbose_name="ingeleverd op")),
                        ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="nagekeken op")),
                        ("sent_back_at", models.DateTimeField(blank=True, null=True, verbose_name="teruggegeven op")),
                        (
                            "seen_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="gelezen door de hoofdpersoon"),
                        ),
                        (
                            "reaction",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="reactie van de hoofdpersoon"
                            ),
                        ),
                        ("released_at", models.DateTimeField(blank=True, null=True, verbose_name="gedeeld op")),
                        ("version", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
                        (
                            "setter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="steller",
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="conditions_forms",
                                to="kring.conference",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "voorwaardenformulier",
                        "ordering": ["issued_at"],
                        "constraints": [
                            models.UniqueConstraint(fields=("conference", "setter"), name="one_form_a_setter"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ground__in", ["youth_protection", "probation", "debt", "threatened_measure"])
                                ),
                                name="conditions_have_a_ground",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("released_at", None),
                                    models.Q(("discussed_on__isnull", False), ("handed_in_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="shared_after_the_talk",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Condition",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="nummer")),
                        ("text", kring.foundation.locking.LockedTextField(verbose_name="voorwaarde")),
                        (
                            "lacks",
                            models.CharField(blank=True, max_length=60, verbose_name="wat er nog niet aan klopt"),
                        ),
                        (
                            "word_back",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="woord terug van de regiomanager"
                            ),
                        ),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                        (
                            "form",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="conditions",
                                to="kring.conditionsform",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "voorwaarde",
                        "ordering": ["form", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("form", "number"), name="one_number_a_condition")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConditionsVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="versie")),
                        ("why", kring.foundation.locking.LockedTextField(verbose_name="waarom het anders moest")),
                        ("content", kring.foundation.locking.LockedTextField(verbose_name="wat er stond")),
                        ("kept_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="bewaard op")),
                        (
                            "form",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="earlier",
                                to="kring.conditionsform",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "eerdere versie van de voorwaarden",
                        "ordering": ["form", "-number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("form", "number"), name="one_version_a_number")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CoachingTalk",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="op")),
                        (
                            "asked_by_coordinator",
                            models.BooleanField(default=False, verbose_name="de coördinator vroeg erom"),
                        ),
                        ("held_at", models.DateTimeField(blank=True, null=True, verbose_name="gesproken op")),
                        (
                            "conference",
                            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="kring.conference"),
                        ),
                    ],
                    options={
                        "verbose_name": "coachgesprek",
                        "ordering": ["-on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="CoachingNote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", kring.foundation.locking.LockedTextField(verbose_name="tekst")),
                        (
                            "written_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="geschreven op"),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="van",
                            ),
                        ),
                        (
                            "to",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="aan",
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="kring.conference"),
                        ),
                    ],
                    options={
                        "verbose_name": "regel bij het sparren",
                        "ordering": ["written_at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="CircleMember",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="naam")),
                        (
                            "hat",
                            models.CharField(
                                choices=[
                                    ("circle", "hoort bij de kring"),
                                    ("professional", "komt als professional vertellen"),
                                ],
                                default="circle",
                                max_length=20,
                                verbose_name="hoe deze persoon komt",
                            ),
                        ),
                        (
                            "relation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("family", "familie"),
                                    ("foster", "pleegfamilie"),
                                    ("friend", "vriend of vriendin"),
                                    ("childhood_friend", "vriend of vriendin van vroeger"),
                                    ("neighbour", "buur"),
                                    ("colleague", "collega"),
                                    ("teacher", "leraar"),
                                    ("club", "club of sport"),
                                    ("faith", "kerk, moskee of geloof"),
                                    ("helper", "hulpverlener"),
                                    ("lawyer", "advocaat"),
                                    ("other", "iemand anders"),
                                ],
                                default="family",
                                max_length=20,
                                verbose_name="relatie",
                            ),
                        ),
                        ("works_at", models.CharField(blank=True, max_length=200, verbose_name="organisatie")),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("mail", "e-mail"),
                                    ("sms", "sms"),
                                    ("letter", "brief of kaart"),
                                    ("phone", "bellen"),
                                ],
                                default="phone",
                                max_length=10,
                                verbose_name="hoe we deze persoon bereiken",
                            ),
                        ),
                        (
                            "reach",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="telefoonnummer, e-mail of adres"
                            ),
                        ),
                        ("language", models.CharField(default="nl", max_length=10, verbose_name="taal")),
                        (
                            "named_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="genoemd op"),
                        ),
                        (
                            "agreed_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="akkoord van de hoofdpersoon"),
                        ),
                        ("left_out_at", models.DateTimeField(blank=True, null=True, verbose_name="toch niet gevraagd")),
                        ("invited_at", models.DateTimeField(blank=True, null=True, verbose_name="uitgenodigd op")),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="antwoord op")),
                        (
                            "mode",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_person", "ik kom"),
                                    ("by_phone", "ik doe mee per telefoon"),
                                    ("by_video", "ik doe mee met beeldbellen"),
                                    ("letter", "ik schrijf een brief"),
                                    ("voice", "ik spreek een boodschap in"),
                                    ("spokesperson", "iemand spreekt voor mij"),
                                    ("not", "ik doe niet mee"),
                                ],
                                max_length=20,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "aids",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="hulp om te kunnen komen"
                            ),
                        ),
                        (
                            "needs",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="wat er nodig is om te komen"
                            ),
                        ),
                        (
                            "may_be_seen",
                            models.BooleanField(default=False, verbose_name="anderen mogen zien dat ik kom"),
                        ),
                        ("reminded_at", models.DateTimeField(blank=True, null=True, verbose_name="herinnerd op")),
                        (
                            "ring",
                            models.CharField(
                                choices=[("near", "dichtbij"), ("middle", "in het midden"), ("far", "verder weg")],
                                default="middle",
                                max_length=10,
                                verbose_name="hoe dichtbij",
                            ),
                        ),
                        (
                            "side",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("first", "moeders kant"),
                                    ("second", "vaders kant"),
                                    ("both", "hoort bij allebei"),
                                ],
                                max_length=10,
                                verbose_name="welke kant",
                            ),
                        ),
                        ("has_died", models.BooleanField(default=False, verbose_name="is er niet meer")),
                        ("lost_touch", models.BooleanField(default=False, verbose_name="contact verloren")),
                        (
                            "way",
                            models.CharField(
                                blank=True,
                                choices=[("card", "kaartje om te geven"), ("app", "WhatsApp, zelf versturen")],
                                max_length=10,
                                verbose_name="hoe de uitnodiging gaat",
                            ),
                        ),
                        (
                            "particulars",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="wat er precies nodig is"
                            ),
                        ),
                        (
                            "hides_namer",
                            models.BooleanField(default=False, verbose_name="niet zeggen wie deze persoon noemde"),
                        ),
                        (
                            "for_a_child",
                            models.BooleanField(default=False, verbose_name="krijgt de brief voor een kind"),
                        ),
                        (
                            "hat_asked",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("circle", "hoort bij de kring"),
                                    ("professional", "komt als professional vertellen"),
                                ],
                                max_length=20,
                                verbose_name="hoe deze persoon liever komt",
                            ),
                        ),
                        (
                            "took_back_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="kwam terug op een ja"),
                        ),
                        (
                            "agreed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "named_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="genoemd door",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="memberships",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="members",
                                to="kring.conference",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "genodigde",
                        "ordering": ["pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("invited_at", None), models.Q(("agreed_at", None), _negated=True), _connector="OR"
                                ),
                                name="invited_after_agreement",
                            ),
                            models.UniqueConstraint(fields=("conference", "person"), name="one_invitation_a_person"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("invited_at", None), _negated=True),
                                    models.Q(("aids", ""), ("mode", ""), ("needs", ""), ("particulars", "")),
                                    _connector="OR",
                                ),
                                name="nothing_more_before_asking",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("has_died", False), ("invited_at", None), _connector="OR"),
                                name="who_died_is_not_asked",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChildsSay",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("child", kring.foundation.locking.LockedTextField(verbose_name="voornaam van het kind")),
                        ("said", kring.foundation.locking.LockedTextField(verbose_name="wat het kind zei")),
                        ("asked_by", kring.foundation.locking.LockedTextField(verbose_name="wie het vroeg")),
                        (
                            "may_be_read",
                            models.BooleanField(
                                default=False, verbose_name="het kind vindt goed dat de anderen dit lezen"
                            ),
                        ),
                        (
                            "via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "zelf"),
                                    ("phone", "gebeld"),
                                    ("paper", "op papier"),
                                    ("beside", "samen aan tafel"),
                                ],
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                        (
                            "noted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="genoteerd door",
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="childrens_says",
                                to="kring.conference",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "wat een kind van de vraag vindt",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Beside",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("support", "steunfiguur"),
                                    ("jim", "JIM, een zelf gekozen mentor"),
                                    ("confidant", "vertrouwenspersoon"),
                                    ("curator", "curator"),
                                    ("mentor", "mentor van de rechter"),
                                    ("administrator", "bewindvoerder"),
                                ],
                                max_length=15,
                                verbose_name="wat",
                            ),
                        ),
                        ("name", kring.foundation.locking.LockedTextField(verbose_name="naam")),
                        ("scope", kring.foundation.locking.LockedTextField(blank=True, verbose_name="waarover")),
                        (
                            "via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "zelf"),
                                    ("phone", "gebeld"),
                                    ("paper", "op papier"),
                                    ("beside", "samen aan tafel"),
                                ],
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "noted_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="genoteerd op"),
                        ),
                        (
                            "whom",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="van wie",
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="beside",
                                to="kring.conference",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "wie naast iemand staat",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Authority",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "parent_name",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="ouder die niet meedoet"),
                        ),
                        (
                            "reach",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="hoe we deze ouder bereiken"
                            ),
                        ),
                        ("informed_on", models.DateField(blank=True, null=True, verbose_name="ingelicht op")),
                        (
                            "holds",
                            models.CharField(
                                choices=[("yes", "ja"), ("no", "nee"), ("unknown", "weet ik nog niet")],
                                default="unknown",
                                max_length=7,
                                verbose_name="heeft gezag",
                            ),
                        ),
                        ("how_checked", models.CharField(blank=True, max_length=200, verbose_name="hoe we dat weten")),
                        (
                            "says",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "ja"), ("no", "nee")],
                                max_length=3,
                                verbose_name="antwoord",
                            ),
                        ),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="antwoord op")),
                        (
                            "via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "zelf"),
                                    ("phone", "gebeld"),
                                    ("paper", "op papier"),
                                    ("beside", "samen aan tafel"),
                                ],
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="kind",
                            ),
                        ),
                        (
                            "noted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="genoteerd door",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="ouder die meedoet",
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="authorities",
                                to="kring.conference",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gezag",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("parent", None), _negated=True),
                                fields=("child", "parent"),
                                name="one_authority_a_child_and_parent",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ArrivingApart",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("at", models.TimeField(blank=True, null=True, verbose_name="hoe laat")),
                        ("how", kring.foundation.locking.LockedTextField(blank=True, verbose_name="hoe")),
                        (
                            "arranged_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="afgesproken op"),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="wie",
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="arrivals",
                                to="kring.conference",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "apart aankomen",
                        "constraints": [
                            models.UniqueConstraint(fields=("conference", "person"), name="one_arrival_a_person")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Appointment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "how",
                            models.CharField(
                                blank=True,
                                choices=[("visit", "bezoek"), ("phone", "telefoon"), ("video", "beeldbellen")],
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        ("starts_at", models.DateTimeField(blank=True, null=True, verbose_name="op")),
                        (
                            "reachable",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="wanneer te bereiken"),
                        ),
                        (
                            "part_three",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "nog niet bekend"),
                                    ("there", "is er zelf bij"),
                                    ("by_phone", "is dan te bellen"),
                                ],
                                max_length=10,
                                verbose_name="als de kring het plan vertelt",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="appointments",
                                to="kring.conference",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "afspraak om voor te bereiden",
                        "constraints": [
                            models.UniqueConstraint(fields=("conference", "person"), name="one_appointment_a_person"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("starts_at", None), models.Q(("how", ""), _negated=True), _connector="OR"
                                ),
                                name="appointment_has_a_way",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Answer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "says",
                            models.CharField(
                                choices=[("yes", "ja"), ("no", "nee")], max_length=3, verbose_name="antwoord"
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                        (
                            "via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "zelf"),
                                    ("phone", "gebeld"),
                                    ("paper", "op papier"),
                                    ("beside", "samen aan tafel"),
                                ],
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "noted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="genoteerd door",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="hoofdpersoon",
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="kring.conference",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "antwoord op de aanvraag",
                        "constraints": [
                            models.UniqueConstraint(fields=("conference", "person"), name="one_answer_a_main_person")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Consent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("act", models.CharField(max_length=40, verbose_name="wat")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("H", "hoofdpersoon"),
                                    ("K", "kring"),
                                    ("A", "aanvrager"),
                                    ("P", "professional"),
                                    ("V", "steller van voorwaarden"),
                                    ("C", "coördinator"),
                                    ("R", "regiomanager"),
                                    ("B", "coach"),
                                ],
                                max_length=1,
                                verbose_name="voor wie",
                            ),
                        ),
                        (
                            "given_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gegeven op"),
                        ),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                        (
                            "conference",
                            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="kring.conference"),
                        ),
                        (
                            "given_by",
                            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "verbose_name": "toestemming",
                    },
                ),
                migrations.CreateModel(
                    name="Contact",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="op")),
                        (
                            "moment",
                            models.CharField(
                                choices=[
                                    ("first", "na 4 tot 6 weken"),
                                    ("half_year", "na een half jaar"),
                                    ("later", "op een afgesproken dag"),
                                ],
                                default="first",
                                max_length=10,
                                verbose_name="wanneer in de opvolging",
                            ),
                        ),
                        (
                            "how",
                            models.CharField(
                                choices=[("phone", "gebeld"), ("letter", "per brief"), ("link", "zelf ingevuld")],
                                default="phone",
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "runs",
                            models.CharField(
                                choices=[
                                    ("all", "alles loopt"),
                                    ("part", "een deel loopt"),
                                    ("none", "nog niets loopt"),
                                    ("unknown", "niet gezegd"),
                                ],
                                max_length=10,
                                verbose_name="hoe het loopt",
                            ),
                        ),
                        ("wants_change", models.BooleanField(default=False, verbose_name="het plan moet anders")),
                        (
                            "wants_help",
                            models.BooleanField(default=False, verbose_name="hulp bij het bij elkaar komen"),
                        ),
                        (
                            "again_on",
                            models.DateField(blank=True, null=True, verbose_name="afgesproken om weer te bellen op"),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="contacts",
                                to="kring.conference",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "opvolggesprek",
                        "ordering": ["-on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ContactWish",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "says",
                            models.CharField(
                                choices=[("not_now", "nu niet"), ("never", "liever niet meer")],
                                max_length=10,
                                verbose_name="wens",
                            ),
                        ),
                        ("until", models.DateField(blank=True, null=True, verbose_name="tot")),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="contact_wishes",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "wens over bellen",
                        "constraints": [
                            models.UniqueConstraint(fields=("conference", "person"), name="one_wish_about_calling")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Contradiction",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("what", kring.foundation.locking.LockedTextField(verbose_name="wat er botst")),
                        (
                            "noted_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="genoteerd op"),
                        ),
                        ("solved_at", models.DateTimeField(blank=True, null=True, verbose_name="opgelost op")),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="contradictions",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "first",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="kring.condition",
                                verbose_name="de ene voorwaarde",
                            ),
                        ),
                        (
                            "second",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="kring.condition",
                                verbose_name="de andere voorwaarde",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tegenspraak",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Coordinator",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "languages",
                            models.CharField(default="Nederlands", max_length=500, verbose_name="talen en dialecten"),
                        ),
                        (
                            "gender",
                            models.CharField(blank=True, max_length=40, verbose_name="geslacht, in eigen woorden"),
                        ),
                        (
                            "background",
                            models.CharField(blank=True, max_length=300, verbose_name="achtergrond, in eigen woorden"),
                        ),
                        (
                            "about",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="een paar woorden voor de familie"
                            ),
                        ),
                        (
                            "works_as",
                            models.CharField(blank=True, max_length=200, verbose_name="dagelijks werk en werkgever"),
                        ),
                        (
                            "travels_km",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="reist tot, in kilometers"
                            ),
                        ),
                        ("travels_by", models.CharField(blank=True, max_length=100, verbose_name="waarmee")),
                        (
                            "conferences_a_year",
                            models.PositiveSmallIntegerField(default=4, verbose_name="conferenties per jaar"),
                        ),
                        (
                            "training",
                            models.CharField(
                                choices=[("in_training", "in opleiding"), ("trained", "opgeleid")],
                                default="trained",
                                max_length=12,
                                verbose_name="opleiding",
                            ),
                        ),
                        ("training_since", models.DateField(blank=True, null=True, verbose_name="sinds")),
                        ("certificate_on", models.DateField(blank=True, null=True, verbose_name="datum VOG")),
                        (
                            "agreement_on",
                            models.DateField(blank=True, null=True, verbose_name="overeenkomst getekend op"),
                        ),
                        (
                            "agreement_until",
                            models.DateField(blank=True, null=True, verbose_name="overeenkomst loopt tot en met"),
                        ),
                        ("is_available", models.BooleanField(default=True, verbose_name="beschikbaar")),
                        ("stopped_on", models.DateField(blank=True, null=True, verbose_name="gestopt op")),
                        ("search", models.TextField(blank=True, editable=False)),
                        (
                            "person",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="coordinator_profile",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "coördinator",
                    },
                ),
                migrations.CreateModel(
                    name="DateOption",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("starts_at", models.DateTimeField(verbose_name="begint op")),
                        (
                            "proposed_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="voorgelegd op"),
                        ),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="teruggenomen op")),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="date_options",
                                to="kring.conference",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "datumvoorstel",
                        "ordering": ["starts_at"],
                        "constraints": [
                            models.UniqueConstraint(fields=("conference", "starts_at"), name="one_option_a_moment")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DateAnswer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "says",
                            models.CharField(
                                choices=[("yes", "kan"), ("rather_not", "liever niet"), ("no", "kan niet")],
                                max_length=12,
                                verbose_name="antwoord",
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                        (
                            "person",
                            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL),
                        ),
                        (
                            "option",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="kring.dateoption",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "antwoord op een datum",
                        "constraints": [models.UniqueConstraint(fields=("option", "person"), name="one_answer_a_day")],
                    },
                ),
                migrations.CreateModel(
                    name="EarlierConference",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "linked_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gevonden op"),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="earlier_ones",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "earlier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="later_ones",
                                to="kring.conference",
                                verbose_name="eerdere conferentie",
                            ),
                        ),
                        (
                            "linked_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="gevonden door",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "eerdere conferentie",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("conference", "earlier"), name="an_earlier_one_is_linked_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EarlyQuestion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("text", kring.foundation.locking.LockedTextField(verbose_name="vraag")),
                        ("shows_asker", models.BooleanField(default=False, verbose_name="mijn naam mag erbij")),
                        (
                            "asked_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gevraagd op"),
                        ),
                        ("passed_on_at", models.DateTimeField(blank=True, null=True, verbose_name="doorgegeven op")),
                        ("answer", kring.foundation.locking.LockedTextField(blank=True, verbose_name="antwoord")),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="beantwoord op")),
                        (
                            "asker",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="early_questions",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="kring.circlemember",
                            ),
                        ),
                        (
                            "of_whom",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "vraag vooraf",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Edition",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="jaar")),
                        ("area", models.CharField(max_length=20, verbose_name="gebied")),
                        ("content", models.JSONField(verbose_name="cijfers")),
                        (
                            "settled_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="vastgesteld op"),
                        ),
                    ],
                    options={
                        "verbose_name": "jaarcijfers",
                        "ordering": ["-year"],
                        "constraints": [models.UniqueConstraint(fields=("year", "area"), name="one_edition_an_area")],
                    },
                ),
                migrations.CreateModel(
                    name="EvaluationAsked",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("asked_on", models.DateField(blank=True, null=True, verbose_name="gevraagd op")),
                        (
                            "did",
                            models.CharField(
                                blank=True,
                                choices=[("answered", "antwoord gegeven"), ("refused", "liever niet")],
                                max_length=10,
                                verbose_name="wat daarop kwam",
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="evaluations_asked",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gevraagde evaluatie",
                        "constraints": [
                            models.UniqueConstraint(fields=("conference", "person"), name="asked_once_how_it_was")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Exclusion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("reason", kring.foundation.locking.LockedTextField(verbose_name="waarom")),
                        (
                            "offered",
                            kring.foundation.locking.LockedTextField(
                                verbose_name="welke andere manieren zijn aangeboden"
                            ),
                        ),
                        ("consulted_on", models.DateField(verbose_name="besproken met de hoofdpersoon op")),
                        (
                            "proposed_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="voorgesteld op"),
                        ),
                        ("agreed_at", models.DateTimeField(blank=True, null=True, verbose_name="besloten op")),
                        (
                            "agreed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="exclusions",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "member",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="exclusion",
                                to="kring.circlemember",
                                verbose_name="wie",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "uitsluiting",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Fee",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=8, verbose_name="bedrag")),
                        ("travel", models.CharField(blank=True, max_length=200, verbose_name="afgesproken reiskosten")),
                        ("share", models.PositiveSmallIntegerField(default=100, verbose_name="deel in procenten")),
                        (
                            "agreed_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="afgesproken op"),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="fees", to="kring.conference"
                            ),
                        ),
                        (
                            "coordinator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="fees", to="kring.coordinator"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "vergoeding",
                        "constraints": [
                            models.UniqueConstraint(fields=("conference", "coordinator"), name="one_fee_each")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FirstContact",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="op")),
                        (
                            "recorded_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="vastgelegd op"),
                        ),
                        (
                            "conference",
                            models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, to="kring.conference"),
                        ),
                    ],
                    options={
                        "verbose_name": "eerste contact",
                    },
                ),
                migrations.CreateModel(
                    name="FollowUp",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("closed_well_at", models.DateTimeField(blank=True, null=True, verbose_name="afgerond op")),
                        (
                            "conference",
                            models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, to="kring.conference"),
                        ),
                    ],
                    options={
                        "verbose_name": "opvolging",
                    },
                ),
                migrations.CreateModel(
                    name="FreePeriod",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("is_free", models.BooleanField(verbose_name="kan dan wel")),
                        ("starts_on", models.DateField(verbose_name="van")),
                        ("ends_on", models.DateField(verbose_name="tot en met")),
                        (
                            "coordinator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="periods",
                                to="kring.coordinator",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "periode",
                        "ordering": ["starts_on", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                                name="a_period_ends_after_it_begins",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FridayStory",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "photo_alt",
                            models.CharField(blank=True, max_length=300, verbose_name="wat er op de foto staat"),
                        ),
                        ("photo_credit", models.CharField(blank=True, max_length=200, verbose_name="fotografie")),
                        (
                            "photo_consent",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="hoe het ja voor de foto is gegeven"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("title", models.CharField(max_length=200, verbose_name="titel")),
                        ("text", models.TextField(verbose_name="verhaal")),
                        ("is_invented", models.BooleanField(default=False, verbose_name="verzonnen verhaal")),
                        (
                            "changed_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="veranderd op"),
                        ),
                        ("version", models.PositiveSmallIntegerField(default=1, verbose_name="versie")),
                        (
                            "names_version",
                            models.PositiveSmallIntegerField(default=0, verbose_name="namen veranderd in versie"),
                        ),
                        (
                            "consent_version",
                            models.PositiveSmallIntegerField(default=0, verbose_name="ja gezegd tegen versie"),
                        ),
                        (
                            "seen_version",
                            models.PositiveSmallIntegerField(default=0, verbose_name="nagelezen in versie"),
                        ),
                        (
                            "published_on",
                            models.DateField(blank=True, null=True, unique=True, verbose_name="verschijnt op"),
                        ),
                        (
                            "changed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "seen_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "photo",
                            models.OneToOneField(
                                blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, to="kring.upload"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "vrijdagverhaal",
                        "ordering": ["-published_on"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("published_on", None),
                                    ("is_invented", True),
                                    models.Q(
                                        ("consent_version", models.F("version")), ("names_version", models.F("version"))
                                    ),
                                    _connector="OR",
                                ),
                                name="no_story_without_consent",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("published_on", None), ("seen_version", models.F("version")), _connector="OR"
                                ),
                                name="no_story_without_second_eyes",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("photo", None),
                                    models.Q(
                                        models.Q(("photo_alt", ""), _negated=True),
                                        models.Q(("photo_credit", ""), _negated=True),
                                        models.Q(("photo_consent", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="no_photo_without_words",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FridayRound",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("friday", models.DateField(unique=True, verbose_name="vrijdag")),
                        ("began_at", models.DateTimeField(verbose_name="begonnen op")),
                        ("beat_at", models.DateTimeField(verbose_name="laatste levensteken")),
                        ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="klaar op")),
                        ("sent", models.PositiveIntegerField(default=0, verbose_name="verstuurd")),
                        (
                            "story",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="rounds",
                                to="kring.fridaystory",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "vrijdagronde",
                    },
                ),
                migrations.AddField(
                    model_name="conference",
                    name="funding",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conferences",
                        to="kring.fundingcontract",
                        verbose_name="wie betaalt",
                    ),
                ),
                migrations.AddField(
                    model_name="fundingcontract",
                    name="funding_region",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contracts",
                        to="kring.fundingregion",
                        verbose_name="financieringsregio",
                    ),
                ),
                migrations.CreateModel(
                    name="Gathering",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "called_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="geroepen op"),
                        ),
                        ("starts_at", models.DateTimeField(blank=True, null=True, verbose_name="begint op")),
                        ("place", kring.foundation.locking.LockedTextField(blank=True, verbose_name="plaats")),
                        ("called_off_at", models.DateTimeField(blank=True, null=True, verbose_name="afgezegd op")),
                        (
                            "called_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="geroepen door",
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="gatherings",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "people",
                            models.ManyToManyField(related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="wie"),
                        ),
                    ],
                    options={
                        "verbose_name": "oproep om bij elkaar te komen",
                        "ordering": ["-called_at"],
                    },
                ),
                migrations.CreateModel(
                    name="GatheringDay",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("starts_at", models.DateTimeField(verbose_name="begint op")),
                        (
                            "gathering",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="days", to="kring.gathering"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dag om bij elkaar te komen",
                        "ordering": ["starts_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("gathering", "starts_at"), name="one_gathering_day_a_moment"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GatheringAnswer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "says",
                            models.CharField(
                                choices=[("yes", "kan"), ("rather_not", "liever niet"), ("no", "kan niet")],
                                max_length=12,
                                verbose_name="antwoord",
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "day",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="kring.gatheringday",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "antwoord op een dag om bij elkaar te komen",
                        "constraints": [
                            models.UniqueConstraint(fields=("day", "person"), name="one_answer_a_gathering_day")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HandOver",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "why",
                            models.CharField(
                                choices=[
                                    ("family", "de familie wil liever iemand anders"),
                                    ("waits", "de familie wacht liever op iemand die beter past"),
                                    ("knows", "de coördinator kent iemand van hen"),
                                    ("desk", "de regiomanager zoekt iemand anders"),
                                ],
                                max_length=10,
                                verbose_name="aanleiding",
                            ),
                        ),
                        (
                            "asked_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gevraagd op"),
                        ),
                        ("left_at", models.DateTimeField(blank=True, null=True, verbose_name="de eerste ging weg op")),
                        ("settled_at", models.DateTimeField(blank=True, null=True, verbose_name="klaar op")),
                        ("met_on", models.DateField(blank=True, null=True, verbose_name="kennisgemaakt op")),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="hand_overs",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "first",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="van wie",
                            ),
                        ),
                        (
                            "next",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="aan wie",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "overdracht",
                        "ordering": ["-asked_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("settled_at", None)),
                                fields=("conference",),
                                name="one_hand_over_at_a_time",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InformationSheet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("concerns", kring.foundation.locking.LockedTextField(verbose_name="zorgen")),
                        ("going_well", kring.foundation.locking.LockedTextField(verbose_name="wat goed gaat")),
                        ("help_given", kring.foundation.locking.LockedTextField(verbose_name="hulp al geboden")),
                        (
                            "help_possible",
                            kring.foundation.locking.LockedTextField(verbose_name="hulp verder mogelijk"),
                        ),
                        (
                            "waiting",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="of er plek is, en de wachttijd"
                            ),
                        ),
                        (
                            "written_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="geschreven op"),
                        ),
                        ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="als eerste gelezen op")),
                        (
                            "word_back",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="woord terug van de hoofdpersoon"
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sheets",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "professional",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "read_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "informatieblad",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("conference", "professional"), name="one_sheet_a_professional"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Invoice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("number", models.CharField(blank=True, max_length=20, verbose_name="factuurnummer")),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gemaakt op")),
                        ("fetched_at", models.DateTimeField(blank=True, null=True, verbose_name="opgehaald op")),
                        ("sent_on", models.DateField(blank=True, null=True, verbose_name="verstuurd op")),
                        (
                            "contract",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invoices",
                                to="kring.fundingcontract",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "factuur",
                        "ordering": ["-made_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("number", ""), _negated=True),
                                fields=("number",),
                                name="one_invoice_a_number",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("sent_on", None)),
                                fields=("contract",),
                                name="one_draft_invoice_each",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InvoiceLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=9, verbose_name="kenmerk van de conferentie")),
                        ("month", models.DateField(verbose_name="maand")),
                        ("had_a_day", models.BooleanField(verbose_name="met bijeenkomst")),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=8, verbose_name="bedrag")),
                        (
                            "conference",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="invoice_line",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "invoice",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="kring.invoice"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "factuurregel",
                        "ordering": ["month", "key"],
                    },
                ),
                migrations.CreateModel(
                    name="JoiningIn",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("ways", kring.foundation.locking.LockedTextField(verbose_name="hoe iemand mee wil doen")),
                        (
                            "words",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="in eigen woorden"),
                        ),
                        (
                            "via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "zelf"),
                                    ("phone", "gebeld"),
                                    ("paper", "op papier"),
                                    ("beside", "samen aan tafel"),
                                ],
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                        (
                            "asked_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="gevraagd door",
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="joining_in",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="wie",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "hoe iemand meedoet",
                        "constraints": [
                            models.UniqueConstraint(fields=("conference", "person"), name="one_way_of_joining_a_person")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="JournalEntry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="nummer")),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                        ("step", models.CharField(max_length=40, verbose_name="stap")),
                        (
                            "via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "zelf"),
                                    ("phone", "gebeld"),
                                    ("paper", "op papier"),
                                    ("beside", "samen aan tafel"),
                                ],
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        ("phase_before", models.CharField(max_length=20, verbose_name="fase ervoor")),
                        ("phase_after", models.CharField(max_length=20, verbose_name="fase erna")),
                        ("previous", models.CharField(blank=True, max_length=64)),
                        ("hash", models.CharField(max_length=64)),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="journal",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "in_name_of",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="namens",
                            ),
                        ),
                        (
                            "taken_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="door",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "regel in het logboek",
                        "ordering": ["conference", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("conference", "number"), name="one_chain_a_conference")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="JournalRelease",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "conference",
                            models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, to="kring.conference"),
                        ),
                    ],
                    options={
                        "verbose_name": "vrijgave van een logboek",
                    },
                ),
                migrations.CreateModel(
                    name="KeyPerson",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="key_people",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="wie",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "wie erbij moet zijn",
                        "constraints": [
                            models.UniqueConstraint(fields=("conference", "person"), name="once_a_key_person")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LetterText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("letter", models.CharField(max_length=100, verbose_name="brief")),
                        ("text", models.TextField(blank=True, verbose_name="tekst")),
                        (
                            "changed_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gewijzigd op"),
                        ),
                        (
                            "changed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tekst van een brief",
                        "ordering": ["-pk"],
                        "indexes": [models.Index(fields=["letter", "-id"], name="newest_text_of_a_letter")],
                    },
                ),
                migrations.CreateModel(
                    name="ListWord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("list", models.CharField(max_length=20, verbose_name="lijst")),
                        ("code", models.CharField(max_length=20, verbose_name="code")),
                        ("label", models.CharField(blank=True, max_length=60, verbose_name="woord")),
                        (
                            "retired_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="niet meer aangeboden sinds"),
                        ),
                        (
                            "changed_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gewijzigd op"),
                        ),
                        (
                            "changed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "woord van een lijst",
                        "ordering": ["pk"],
                        "constraints": [models.UniqueConstraint(fields=("list", "code"), name="one_code_a_list")],
                    },
                ),
                migrations.CreateModel(
                    name="Meeting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(default=1, verbose_name="nummer")),
                        (
                            "opened_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="begonnen op"),
                        ),
                        ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="geëindigd op")),
                        ("round", models.PositiveSmallIntegerField(default=0, verbose_name="ronde achter de deur")),
                        (
                            "point",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="waarover opnieuw"),
                        ),
                        ("on_paper", models.BooleanField(default=False, verbose_name="op papier")),
                        (
                            "welcome_told",
                            models.JSONField(blank=True, default=list, verbose_name="verteld bij het welkom"),
                        ),
                        (
                            "waiting_place",
                            models.CharField(blank=True, max_length=120, verbose_name="waar professionals wachten"),
                        ),
                        ("door_asked_at", models.DateTimeField(blank=True, null=True, verbose_name="klaar gezegd op")),
                        (
                            "called_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="coördinator geroepen op"),
                        ),
                        ("came_at", models.DateTimeField(blank=True, null=True, verbose_name="coördinator gekomen op")),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="meetings",
                                to="kring.conference",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bijeenkomst",
                        "ordering": ["conference", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("conference", "number"), name="one_number_a_meeting")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConditionTest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("round", models.PositiveSmallIntegerField(verbose_name="ronde")),
                        ("meets", models.BooleanField(verbose_name="voldoet")),
                        (
                            "point",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="welk punt nog niet"),
                        ),
                        (
                            "how",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="hoe het plan er toen aan voldeed"
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="getoetst op")),
                        (
                            "condition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="tests", to="kring.condition"
                            ),
                        ),
                        ("meeting", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="kring.meeting")),
                    ],
                    options={
                        "verbose_name": "toets aan een voorwaarde",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Attendance",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "part",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "1"), (2, "2"), (3, "3")], verbose_name="deel"
                            ),
                        ),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("here", "is er"),
                                    ("phone", "aan de telefoon"),
                                    ("video", "met beeld"),
                                    ("late", "komt later"),
                                ],
                                default="here",
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        ("came_late", models.BooleanField(default=False, verbose_name="kwam later")),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="vastgelegd op")),
                        ("left_at", models.DateTimeField(blank=True, null=True, verbose_name="weggegaan op")),
                        (
                            "person",
                            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="attendances",
                                to="kring.meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "aanwezigheid",
                        "constraints": [
                            models.UniqueConstraint(fields=("meeting", "person", "part"), name="once_there_a_part")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Message",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("key", models.CharField(editable=False, max_length=200, unique=True, verbose_name="oorzaak")),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("mail", "e-mail"),
                                    ("sms", "sms"),
                                    ("letter", "brief of kaart"),
                                    ("phone", "bellen"),
                                ],
                                max_length=10,
                                verbose_name="kanaal",
                            ),
                        ),
                        ("language", models.CharField(max_length=10, verbose_name="taal")),
                        ("subject", models.CharField(max_length=200, verbose_name="onderwerp")),
                        ("text", kring.foundation.locking.LockedTextField(blank=True, verbose_name="tekst")),
                        ("short", kring.foundation.locking.LockedTextField(blank=True, verbose_name="korte tekst")),
                        (
                            "link_path",
                            models.CharField(blank=True, max_length=300, verbose_name="waar de link heen gaat"),
                        ),
                        ("calendar", kring.foundation.locking.LockedTextField(blank=True, verbose_name="agenda")),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("ready", "staat klaar"),
                                    ("sending", "staat klaar"),
                                    ("sent", "verzonden"),
                                    ("failed", "mislukt"),
                                    ("by_hand", "te doen"),
                                    ("done", "gedaan"),
                                ],
                                default="ready",
                                max_length=10,
                                verbose_name="stand",
                            ),
                        ),
                        ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="pogingen")),
                        (
                            "last_problem",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("server", "de postserver of sms-dienst werkt nu niet mee"),
                                    ("later", "de ontvangende kant vroeg om het later te proberen"),
                                    ("refused", "het adres of nummer werd geweigerd"),
                                    ("gone", "deze persoon doet niet meer mee"),
                                    ("cut_off", "het versturen brak steeds af"),
                                    ("unforeseen", "er ging iets mis dat we niet verwachtten"),
                                ],
                                max_length=12,
                                verbose_name="wat er misging",
                            ),
                        ),
                        (
                            "not_before",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="niet voor"),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="geschreven op"),
                        ),
                        ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="verzonden op")),
                        ("message_id", models.CharField(editable=False, max_length=200, unique=True)),
                        (
                            "about",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="messages",
                                to="kring.conference",
                                verbose_name="over",
                            ),
                        ),
                        (
                            "recipient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="messages",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="aan",
                            ),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="van",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "bericht",
                        "verbose_name_plural": "berichten",
                        "indexes": [
                            models.Index(fields=["status", "not_before"], name="messages_due"),
                            models.Index(fields=["sent_by", "-created_at"], name="messages_of_a_sender"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("status__in", ["ready", "sending", "sent", "failed", "by_hand", "done"])
                                ),
                                name="message_status_is_known",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Milestone",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("on", models.DateField(verbose_name="op")),
                        ("what", kring.foundation.locking.LockedTextField(verbose_name="wat")),
                        ("said_by", kring.foundation.locking.LockedTextField(blank=True, verbose_name="wie dat zei")),
                        ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="overgenomen op")),
                        (
                            "noted_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="genoteerd op"),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="milestones",
                                to="kring.conference",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dag die telt",
                        "ordering": ["on", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("on__isnull", False)), name="milestone_has_a_day"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Municipality",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=100, unique=True, verbose_name="naam")),
                        (
                            "also",
                            models.CharField(
                                blank=True, help_text="met komma's ertussen", max_length=200, verbose_name="ook wel"
                            ),
                        ),
                        ("code", models.CharField(blank=True, db_index=True, max_length=6, verbose_name="CBS-code")),
                        ("province", models.CharField(blank=True, max_length=40, verbose_name="provincie")),
                        (
                            "places",
                            models.TextField(blank=True, help_text="met komma's ertussen", verbose_name="plaatsen"),
                        ),
                        (
                            "postcodes",
                            models.TextField(
                                blank=True, help_text="vier cijfers, met spaties ertussen", verbose_name="postcodes"
                            ),
                        ),
                        ("search", models.TextField(blank=True, editable=False)),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="opgeheven op")),
                        (
                            "funding_region",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                to="kring.fundingregion",
                                verbose_name="financieringsregio",
                            ),
                        ),
                        (
                            "merged_into",
                            models.ManyToManyField(
                                blank=True,
                                related_name="replaces",
                                to="kring.municipality",
                                verbose_name="hoort nu bij",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gemeente",
                        "verbose_name_plural": "gemeenten",
                        "ordering": ["search"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("code", ""), _negated=True),
                                fields=("code",),
                                name="one_municipality_a_code",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FunderSeat",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("since", models.DateTimeField(default=django.utils.timezone.now, verbose_name="sinds")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="funder_seats",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "municipality",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="kring.municipality",
                                verbose_name="gemeente",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "meekijker van een gemeente",
                        "ordering": ["municipality__search", "person__last_name"],
                        "constraints": [
                            models.UniqueConstraint(fields=("person", "municipality"), name="one_seat_a_municipality")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Enquiry",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("first_name", models.CharField(max_length=100, verbose_name="voornaam")),
                        ("phone", models.CharField(max_length=40, verbose_name="telefoonnummer")),
                        (
                            "digits",
                            models.CharField(
                                db_index=True,
                                default="",
                                editable=False,
                                max_length=20,
                                verbose_name="het nummer zonder tekens",
                            ),
                        ),
                        (
                            "good_times",
                            models.CharField(blank=True, max_length=200, verbose_name="wanneer we kunnen bellen"),
                        ),
                        ("language", models.CharField(blank=True, max_length=60, verbose_name="taal")),
                        (
                            "asked_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gevraagd op"),
                        ),
                        ("called_at", models.DateTimeField(blank=True, null=True, verbose_name="gebeld op")),
                        (
                            "called_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "municipality",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                to="kring.municipality",
                                verbose_name="gemeente",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "belverzoek",
                        "ordering": ["asked_at"],
                    },
                ),
                migrations.AddField(
                    model_name="coordinator",
                    name="travels_from",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="kring.municipality",
                        verbose_name="reist vanuit",
                    ),
                ),
                migrations.AddField(
                    model_name="conference",
                    name="municipality",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="kring.municipality",
                        verbose_name="gemeente",
                    ),
                ),
                migrations.CreateModel(
                    name="Offer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "offered_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="aangeboden op"),
                        ),
                        ("expires_at", models.DateTimeField(blank=True, null=True, verbose_name="wacht tot")),
                        ("note", kring.foundation.locking.LockedTextField(blank=True, verbose_name="bericht")),
                        (
                            "reason",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="waarom deze keuze"),
                        ),
                        ("travel", models.CharField(blank=True, max_length=200, verbose_name="afgesproken reiskosten")),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="antwoord op")),
                        ("accepted", models.BooleanField(blank=True, null=True, verbose_name="aangenomen")),
                        (
                            "words",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="woorden bij het antwoord"
                            ),
                        ),
                        ("has_tie", models.BooleanField(default=False, verbose_name="meldde een band")),
                        ("unmet", models.BooleanField(default=False, verbose_name="niet elke wens past")),
                        (
                            "family_said",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("fine", "goed zo"),
                                    ("waits", "de familie wacht liever op iemand die beter past"),
                                    ("family", "de familie wil liever iemand anders"),
                                ],
                                max_length=10,
                                verbose_name="wat de hoofdpersoon ervan zegt",
                            ),
                        ),
                        ("family_said_at", models.DateTimeField(blank=True, null=True, verbose_name="gezegd op")),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                        ("expired_at", models.DateTimeField(blank=True, null=True, verbose_name="verlopen op")),
                        (
                            "coach",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="coach",
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="offers",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "coordinator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="offers",
                                to="kring.coordinator",
                            ),
                        ),
                        (
                            "offered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "voorstel",
                        "ordering": ["-offered_at"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("answered_at", None)),
                                fields=["expires_at"],
                                name="offers_that_wait",
                            ),
                            models.Index(
                                condition=models.Q(("accepted", True)),
                                fields=["coordinator", "answered_at"],
                                name="conferences_of_a_year",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Declaration",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "declared_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="verklaard op"),
                        ),
                        (
                            "asked",
                            models.CharField(blank=True, max_length=60, verbose_name="waar nog naar gevraagd is"),
                        ),
                        ("remarks", kring.foundation.locking.LockedTextField(blank=True, verbose_name="opmerking")),
                        ("offer", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, to="kring.offer")),
                    ],
                    options={
                        "verbose_name": "verklaring van onafhankelijkheid",
                    },
                ),
                migrations.CreateModel(
                    name="OneDayPass",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "nonce",
                            models.CharField(
                                default=kring.people.links.new_nonce,
                                editable=False,
                                max_length=16,
                                verbose_name="eenmalig getal",
                            ),
                        ),
                        (
                            "given_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gegeven op"),
                        ),
                        ("used_at", models.DateTimeField(blank=True, null=True, verbose_name="gebruikt op")),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                        (
                            "given_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="passes_given",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="passes",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dagpas",
                        "verbose_name_plural": "dagpassen",
                        "ordering": ["-given_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="OtherDay",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("starts_at", models.DateTimeField(verbose_name="begint op")),
                        ("words", kring.foundation.locking.LockedTextField(blank=True, verbose_name="waarom die dag")),
                        ("said_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gezegd op")),
                        ("settled_at", models.DateTimeField(blank=True, null=True, verbose_name="bekeken op")),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="other_days",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="wie",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "voorstel voor een andere dag",
                        "ordering": ["starts_at", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("conference", "person", "starts_at"), name="one_wish_a_person_a_day"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OwnClock",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("zone", models.CharField(max_length=60, verbose_name="klok van")),
                        (
                            "person",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="own_clock",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "eigen klok",
                    },
                ),
                migrations.CreateModel(
                    name="OwnWords",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", kring.foundation.locking.LockedTextField(verbose_name="in eigen woorden")),
                        ("said_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gezegd op")),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="own_words",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="van",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "eigen woorden bij de uitnodiging",
                        "ordering": ["person"],
                        "constraints": [
                            models.UniqueConstraint(fields=("conference", "person"), name="own_words_once_a_person")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Participant",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("H", "hoofdpersoon"),
                                    ("K", "kring"),
                                    ("A", "aanvrager"),
                                    ("P", "professional"),
                                    ("V", "steller van voorwaarden"),
                                    ("C", "coördinator"),
                                    ("R", "regiomanager"),
                                    ("B", "coach"),
                                ],
                                max_length=1,
                                verbose_name="rol",
                            ),
                        ),
                        ("since", models.DateTimeField(default=django.utils.timezone.now, verbose_name="sinds")),
                        ("until", models.DateTimeField(blank=True, null=True, verbose_name="tot")),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="participants",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="participations",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "deelnemer",
                        "indexes": [models.Index(fields=["person", "role"], name="doors_of_a_person")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("until", None)),
                                fields=("conference", "person", "role"),
                                name="one_seat_a_role",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("role", "C"), ("until", None)),
                                fields=("conference",),
                                name="one_coordinator_at_a_time",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("role", "B"), ("until", None)),
                                fields=("conference",),
                                name="one_coach_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Parting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "why",
                            models.CharField(
                                choices=[
                                    ("died", "is overleden"),
                                    ("moved", "is verhuisd, of heeft een ander nummer"),
                                    ("wants_out", "wil niet meer meedoen"),
                                ],
                                max_length=10,
                                verbose_name="waarom",
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="partings",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "afscheid",
                    },
                ),
                migrations.CreateModel(
                    name="PayAccount",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("iban", kring.foundation.locking.LockedTextField(verbose_name="rekeningnummer")),
                        ("holder", kring.foundation.locking.LockedTextField(verbose_name="op naam van")),
                        (
                            "told_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="opgegeven op"),
                        ),
                        (
                            "coordinator",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="account",
                                to="kring.coordinator",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "rekening",
                    },
                ),
                migrations.CreateModel(
                    name="PayBatch",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "reference",
                            models.CharField(
                                default=kring.oversight.paying.new_reference,
                                max_length=35,
                                unique=True,
                                verbose_name="kenmerk",
                            ),
                        ),
                        ("pay_on", models.DateField(verbose_name="betalen op")),
                        (
                            "made_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="klaargezet op"),
                        ),
                        ("fetched_at", models.DateTimeField(blank=True, null=True, verbose_name="opgehaald op")),
                        ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="verstuurd op")),
                        ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="ongedaan gemaakt op")),
                        (
                            "file",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="bestand voor de bank"),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "betaling",
                        "verbose_name_plural": "betalingen",
                        "ordering": ["-made_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Claim",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("key", models.CharField(max_length=9, verbose_name="kenmerk van de conferentie")),
                        (
                            "fee_amount",
                            models.DecimalField(decimal_places=2, default=0, max_digits=8, verbose_name="vergoeding"),
                        ),
                        (
                            "begun_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="begonnen op"),
                        ),
                        ("handed_in_at", models.DateTimeField(blank=True, null=True, verbose_name="ingeleverd op")),
                        ("asked_back_at", models.DateTimeField(blank=True, null=True, verbose_name="teruggevraagd op")),
                        (
                            "reason",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="wat er nog nodig is"),
                        ),
                        ("approved_at", models.DateTimeField(blank=True, null=True, verbose_name="goedgekeurd op")),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="claims",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "coordinator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="claims",
                                to="kring.coordinator",
                            ),
                        ),
                        (
                            "fee",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="kring.fee",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="claims",
                                to="kring.paybatch",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "declaratie",
                        "ordering": ["-begun_at", "-pk"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("approved_at", None)),
                                fields=["handed_in_at"],
                                name="claims_that_wait",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("handed_in_at", None)),
                                fields=("conference", "coordinator"),
                                name="one_draft_claim_each",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PersonalLink",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "nonce",
                            models.CharField(
                                default=kring.people.links.new_nonce,
                                editable=False,
                                max_length=16,
                                verbose_name="eenmalig getal",
                            ),
                        ),
                        (
                            "created_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gemaakt op"),
                        ),
                        ("expires_at", models.DateTimeField(verbose_name="geldig tot")),
                        ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                        (
                            "last_used_at",
                            models.DateTimeField(blank=True, null=True, verbose_name="laatst gebruikt op"),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="links",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "revoked_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "persoonlijke link",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("revoked_at", None)), fields=("person",), name="one_link_a_person"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PersonalPreparation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "how",
                            models.CharField(
                                choices=[("visit", "bezoek"), ("phone", "telefoon"), ("video", "beeldbellen")],
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="op")),
                        ("topics", models.CharField(blank=True, max_length=100, verbose_name="waar het over ging")),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="preparations",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "verbose_name": "persoonlijke voorbereiding",
                        "constraints": [
                            models.UniqueConstraint(fields=("conference", "person"), name="one_preparation_a_person")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Plan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(blank=True, max_length=200, verbose_name="titel")),
                        (
                            "also_called",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("family_group", "familiegroepsplan (artikel 1.1 Jeugdwet)"),
                                    ("personal", "persoonlijk plan (Wmo)"),
                                    ("own_approach", "eigen plan van aanpak (Wvggz)"),
                                ],
                                max_length=20,
                                verbose_name="hoe de wet het noemt",
                            ),
                        ),
                        (
                            "otherwise",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="als het anders loopt"),
                        ),
                        (
                            "progress_on",
                            models.DateField(blank=True, null=True, verbose_name="eerste voortgangsgesprek"),
                        ),
                        (
                            "progress_where",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="waar en met wie"),
                        ),
                        (
                            "progress_planner",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="wie het voortgangsgesprek plant"
                            ),
                        ),
                        (
                            "initiator",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="wie neemt het initiatief"
                            ),
                        ),
                        (
                            "who_on_change",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="wie komen bij elkaar als het plan moet veranderen"
                            ),
                        ),
                        (
                            "contact",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="wie spreekt met professionals"
                            ),
                        ),
                        (
                            "easy",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="het plan in makkelijke taal"
                            ),
                        ),
                        (
                            "child",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="het plan voor de kinderen"
                            ),
                        ),
                        ("typed_by_coordinator_at", models.DateTimeField(blank=True, null=True)),
                        ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="klopt gezegd op")),
                        ("adopted_at", models.DateTimeField(blank=True, null=True, verbose_name="vastgesteld op")),
                        (
                            "conference",
                            models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, to="kring.conference"),
                        ),
                    ],
                    options={
                        "verbose_name": "plan",
                    },
                ),
                migrations.CreateModel(
                    name="HelpAsked",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("what", kring.foundation.locking.LockedTextField(verbose_name="wat wij vragen")),
                        ("of_whom", kring.foundation.locking.LockedTextField(blank=True, verbose_name="van wie")),
                        ("by_when", kring.foundation.locking.LockedTextField(blank=True, verbose_name="wanneer")),
                        (
                            "keep_in_touch",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="hoe houden we contact"),
                        ),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("yes", "ja"),
                                    ("no", "nee"),
                                    ("wait", "ja, maar er is wachttijd"),
                                    ("otherwise", "anders"),
                                ],
                                max_length=10,
                                verbose_name="antwoord",
                            ),
                        ),
                        (
                            "answer_text",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="toelichting"),
                        ),
                        (
                            "answer_by",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="vanaf of voor wanneer"),
                        ),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="geantwoord op")),
                        (
                            "professional",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="help_asked", to="kring.plan"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gevraagde hulp",
                        "ordering": ["position", "pk"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Expectation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "expected",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="wat wij verwachten"),
                        ),
                        (
                            "in_touch",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="hoe wij contact houden"),
                        ),
                        (
                            "professional",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="expectations",
                                to="kring.plan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "wat wij van een professional verwachten",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("plan", "professional"), name="one_expectation_a_professional"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConditionAnswer",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("how", kring.foundation.locking.LockedTextField(verbose_name="hoe het plan hieraan voldoet")),
                        (
                            "condition",
                            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="kring.condition"),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="condition_answers",
                                to="kring.plan",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "antwoord op een voorwaarde",
                        "constraints": [
                            models.UniqueConstraint(fields=("plan", "condition"), name="one_answer_a_condition")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Agreement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        ("removed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("own_circle", "uit de eigen kring"),
                                    ("professional", "van een professional"),
                                ],
                                default="own_circle",
                                max_length=20,
                                verbose_name="soort hulp",
                            ),
                        ),
                        ("is_safety", models.BooleanField(default=False, verbose_name="veiligheidsafspraak")),
                        ("what", kring.foundation.locking.LockedTextField(verbose_name="wat")),
                        ("who", kring.foundation.locking.LockedTextField(blank=True, verbose_name="wie")),
                        (
                            "when",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="wanneer of hoe vaak"),
                        ),
                        ("starts_on", models.DateField(blank=True, null=True, verbose_name="vanaf")),
                        ("until_on", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                        ("stand_in", kring.foundation.locking.LockedTextField(blank=True, verbose_name="wie vervangt")),
                        ("watcher", kring.foundation.locking.LockedTextField(blank=True, verbose_name="wie let op")),
                        ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="aangenomen op")),
                        ("handed_back_at", models.DateTimeField(blank=True, null=True, verbose_name="teruggegeven op")),
                        (
                            "went",
                            models.CharField(
                                blank=True,
                                choices=[("well", "gelukt"), ("not", "niet gelukt"), ("later", "later")],
                                max_length=10,
                                verbose_name="hoe het ging",
                            ),
                        ),
                        ("went_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "doer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="agreements",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "for_whom",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="voor wie",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="agreements", to="kring.plan"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "afspraak",
                        "ordering": ["position", "pk"],
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PlanCopy",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("own", "zoals we deze persoon altijd bereiken"),
                                    ("paper", "op papier"),
                                    ("large", "op papier, met grote letters"),
                                    ("none", "hoeft niet"),
                                ],
                                default="own",
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        ("with_safety", models.BooleanField(default=True, verbose_name="met het blad over veiligheid")),
                        ("number", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="versie")),
                        ("due_on", models.DateField(blank=True, null=True, verbose_name="uiterlijk op")),
                        ("given_at", models.DateTimeField(blank=True, null=True, verbose_name="gegeven op")),
                        (
                            "given_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="copies", to="kring.plan"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "exemplaar van het plan",
                        "ordering": ["pk"],
                        "constraints": [models.UniqueConstraint(fields=("plan", "person"), name="one_copy_a_person")],
                    },
                ),
                migrations.CreateModel(
                    name="PlanReceipt",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                        (
                            "person",
                            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="receipts", to="kring.plan"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ontvangst van het plan",
                        "constraints": [
                            models.UniqueConstraint(fields=("plan", "person"), name="one_receipt_a_person")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="versie")),
                        ("kept_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="van")),
                        ("content", kring.foundation.locking.LockedTextField(verbose_name="inhoud")),
                        (
                            "why",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="waarom het anders werd"),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="kring.plan"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "versie van het plan",
                        "ordering": ["-number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("plan", "number"), name="one_number_a_version")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Portrait",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("picture", models.BinaryField(verbose_name="foto")),
                        (
                            "made_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="geplaatst op"),
                        ),
                        (
                            "coordinator",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="portrait",
                                to="kring.coordinator",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "foto van een coördinator",
                    },
                ),
                migrations.CreateModel(
                    name="PracticalItem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("food", "eten en drinken"),
                                    ("childcare", "oppas"),
                                    ("travel", "heen en weer naar huis"),
                                    ("interpreter", "tolk"),
                                    ("aid", "hulpmiddel"),
                                    ("tablet", "tablet te leen"),
                                    ("budget", "geld"),
                                ],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        ("text", kring.foundation.locking.LockedTextField(blank=True, verbose_name="wat")),
                        ("who", kring.foundation.locking.LockedTextField(blank=True, verbose_name="wie regelt het")),
                        ("is_shared", models.BooleanField(default=False, verbose_name="de familie mag dit oppakken")),
                        ("is_sworn", models.BooleanField(default=False, verbose_name="beëdigd")),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=7, null=True, verbose_name="bedrag"
                            ),
                        ),
                        (
                            "agreed_on",
                            models.DateField(blank=True, null=True, verbose_name="afgesproken met de regiomanager op"),
                        ),
                        ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="geregeld op")),
                        (
                            "added_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="toegevoegd op"),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="practical_items",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="kring.circlemember",
                                verbose_name="voor wie",
                            ),
                        ),
                        (
                            "taken_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "praktisch punt",
                        "ordering": ["kind", "pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("conference", "kind", "member"), name="one_practical_item_a_need"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind", "budget"), models.Q(("agreed_on", None), ("amount", None)), _connector="OR"
                                ),
                                name="money_is_in_a_budget_line",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Preparation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("starts_at", models.DateTimeField(blank=True, null=True, verbose_name="begint op")),
                        ("place", kring.foundation.locking.LockedTextField(blank=True, verbose_name="plaats")),
                        (
                            "practical",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="eten, kinderen, vervoer"
                            ),
                        ),
                        (
                            "why_not_asked",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="waarom niet iedereen gevraagd is"
                            ),
                        ),
                        (
                            "change",
                            models.PositiveSmallIntegerField(
                                default=0, verbose_name="hoe vaak de datum is vastgesteld"
                            ),
                        ),
                        ("answer_by", models.DateField(blank=True, null=True, verbose_name="graag antwoord voor")),
                        ("ready_at", models.DateTimeField(blank=True, null=True, verbose_name="klaar op")),
                        (
                            "conference",
                            models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, to="kring.conference"),
                        ),
                    ],
                    options={
                        "verbose_name": "voorbereiding",
                    },
                    bases=(kring.preparation.readiness.Readiness, models.Model),
                ),
                migrations.CreateModel(
                    name="ProgressTalk",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("held_on", models.DateField(verbose_name="gehouden op")),
                        ("next_on", models.DateField(blank=True, null=True, verbose_name="volgende keer")),
                        (
                            "changes",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("nothing", "Nee, het plan blijft zo"),
                                    ("small", "Ja, iets kleins. Dat schrijven we zelf in het plan"),
                                    ("together", "Ja, en daarvoor komen we weer bij elkaar"),
                                ],
                                max_length=10,
                                verbose_name="verandert er iets",
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="progress_talks",
                                to="kring.conference",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "voortgangsgesprek",
                        "ordering": ["-held_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Question",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("text", kring.foundation.locking.LockedTextField(verbose_name="vraag")),
                        (
                            "worded_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="verwoord op"),
                        ),
                        ("agreed_at", models.DateTimeField(blank=True, null=True, verbose_name="akkoord op")),
                        (
                            "agreed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="questions",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "worded_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="verwoord door",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "vraag",
                        "ordering": ["-worded_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("agreed_at", None), _negated=True),
                                fields=("conference",),
                                name="one_agreed_question_a_conference",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QuestionSet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(unique=True, verbose_name="nummer")),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gemaakt op")),
                        (
                            "words",
                            models.JSONField(
                                blank=True, default=dict, verbose_name="eigen woorden van deze organisatie"
                            ),
                        ),
                        (
                            "tried_on",
                            models.DateField(blank=True, null=True, verbose_name="geprobeerd met gezinnen op"),
                        ),
                        (
                            "tried_by",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="geprobeerd door"),
                        ),
                        ("used_from", models.DateTimeField(blank=True, null=True, verbose_name="in gebruik sinds")),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "vragen van de evaluatie",
                        "verbose_name_plural": "vragen van de evaluatie",
                        "ordering": ["-number"],
                    },
                ),
                migrations.CreateModel(
                    name="Reading",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "how",
                            models.CharField(
                                choices=[("read", "zelf gelezen"), ("read_aloud", "voorgelezen"), ("told", "verteld")],
                                max_length=20,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "zelf"),
                                    ("phone", "gebeld"),
                                    ("paper", "op papier"),
                                    ("beside", "samen aan tafel"),
                                ],
                                max_length=10,
                                verbose_name="langs welke weg",
                            ),
                        ),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                        (
                            "form",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="readings",
                                to="kring.conditionsform",
                            ),
                        ),
                        (
                            "noted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="genoteerd door",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "verbose_name": "gelezen",
                        "constraints": [
                            models.UniqueConstraint(fields=("form", "person"), name="one_reading_a_person")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReconveneRequest",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "asked_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gevraagd op"),
                        ),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="antwoord op")),
                        (
                            "is_coming",
                            models.BooleanField(blank=True, null=True, verbose_name="de kring komt bij elkaar"),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reconvene_requests",
                                to="kring.conference",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "vraag om bij elkaar te komen",
                        "ordering": ["-asked_at"],
                    },
                ),
                migrations.CreateModel(
                    name="Referral",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "wish_language",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="wens: taal"),
                        ),
                        (
                            "wish_culture",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="wens: cultuur"),
                        ),
                        (
                            "wish_background",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="wens: achtergrond"),
                        ),
                        (
                            "wish_gender",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="wens: man of vrouw"),
                        ),
                        (
                            "wish_other",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="wens: verder"),
                        ),
                        ("no_preference", models.BooleanField(default=False, verbose_name="geen voorkeur")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("self", "voor mijzelf of mijn gezin"),
                                    ("near", "voor iemand die ik goed ken"),
                                    ("professional", "als professional"),
                                ],
                                max_length=20,
                                verbose_name="wie vraagt",
                            ),
                        ),
                        ("occasion", kring.foundation.locking.LockedTextField(blank=True, verbose_name="waarom nu")),
                        (
                            "correction",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="wat de hoofdpersoon erover zegt"
                            ),
                        ),
                        (
                            "knows",
                            models.BooleanField(default=False, verbose_name="de hoofdpersoon weet van de aanvraag"),
                        ),
                        (
                            "has_minors",
                            models.BooleanField(default=False, verbose_name="er zijn kinderen bij betrokken"),
                        ),
                        (
                            "urgency",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="wat haast heeft"),
                        ),
                        ("presses_on", models.DateField(blank=True, null=True, verbose_name="de dag die dringt")),
                        (
                            "presumed_ground",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("youth_protection", "jeugdbescherming"),
                                    ("probation", "reclassering"),
                                    ("debt", "schuldsanering"),
                                    ("threatened_measure", "dreigende maatregel"),
                                ],
                                max_length=30,
                                verbose_name="mogelijke grond voor voorwaarden",
                            ),
                        ),
                        (
                            "place",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="plaats of gemeente, zoals getypt"
                            ),
                        ),
                        (
                            "reach_requester",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="hoe we de aanvrager anders bereiken"
                            ),
                        ),
                        (
                            "reach_main_person",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="hoe we de hoofdpersoon veilig bereiken"
                            ),
                        ),
                        (
                            "form_token",
                            models.CharField(
                                editable=False, max_length=12, null=True, unique=True, verbose_name="één keer verstuurd"
                            ),
                        ),
                        (
                            "may_look_back",
                            models.BooleanField(
                                default=False, verbose_name="de regiomanager mag een eerdere conferentie terugvinden"
                            ),
                        ),
                        (
                            "earlier",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="naam en jaar van toen"),
                        ),
                        ("talked_on", models.DateField(blank=True, null=True, verbose_name="gesproken op")),
                        ("talked_with", models.CharField(blank=True, max_length=200, verbose_name="gesproken met")),
                        ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="antwoord op")),
                        (
                            "conference",
                            models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, to="kring.conference"),
                        ),
                        (
                            "requester",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="aanvrager",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "aanmelding",
                    },
                ),
                migrations.CreateModel(
                    name="Region",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="naam")),
                        ("stand_in_from", models.DateField(blank=True, null=True, verbose_name="vervanging vanaf")),
                        (
                            "stand_in_until",
                            models.DateField(blank=True, null=True, verbose_name="vervanging tot en met"),
                        ),
                        (
                            "manager",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="regions",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="regiomanager",
                            ),
                        ),
                        (
                            "stand_in",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="stands_in_for",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="vervanger",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "regio",
                        "verbose_name_plural": "regio's",
                        "ordering": ["name"],
                    },
                ),
                migrations.AddField(
                    model_name="municipality",
                    name="region",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="kring.region",
                        verbose_name="regio",
                    ),
                ),
                migrations.CreateModel(
                    name="Evaluation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                default=kring.followup.evaluating.any_number, primary_key=True, serialize=False
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="jaar")),
                        ("month", models.PositiveSmallIntegerField(verbose_name="maand")),
                        (
                            "group",
                            models.CharField(
                                choices=[
                                    ("minor", "hoofdpersoon, nog geen 18"),
                                    ("adult", "hoofdpersoon"),
                                    ("family", "familie"),
                                    ("network", "anderen uit de kring"),
                                    ("professional", "professional"),
                                    ("coordinator", "coördinator"),
                                ],
                                max_length=12,
                                verbose_name="groep",
                            ),
                        ),
                        ("language", models.CharField(max_length=10, verbose_name="taal")),
                        (
                            "phase",
                            models.CharField(
                                choices=[
                                    ("referral", "aanmelding"),
                                    ("matching", "een coördinator zoeken"),
                                    ("preparation", "voorbereiding"),
                                    ("information", "informatieronde"),
                                    ("private_time", "besloten tijd"),
                                    ("presentation", "presentatie"),
                                    ("follow_up", "opvolging"),
                                    ("closed", "afgerond"),
                                ],
                                max_length=20,
                                verbose_name="fase",
                            ),
                        ),
                        (
                            "meeting",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(10),
                                ],
                                verbose_name="de bijeenkomst",
                            ),
                        ),
                        (
                            "plan",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(10),
                                ],
                                verbose_name="het plan",
                            ),
                        ),
                        (
                            "coordinator",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(10),
                                ],
                                verbose_name="de coördinator",
                            ),
                        ),
                        (
                            "could_say",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "ja"), ("partly", "een beetje"), ("no", "nee")],
                                max_length=6,
                                verbose_name="ik kon zeggen wat ik wilde",
                            ),
                        ),
                        (
                            "felt_safe",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "ja"), ("partly", "een beetje"), ("no", "nee")],
                                max_length=6,
                                verbose_name="ik voelde me veilig",
                            ),
                        ),
                        (
                            "is_ours",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "ja"), ("partly", "een beetje"), ("no", "nee")],
                                max_length=6,
                                verbose_name="het is óns plan",
                            ),
                        ),
                        (
                            "less_burdened",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "ja"), ("partly", "een beetje"), ("no", "nee")],
                                max_length=6,
                                verbose_name="mijn werk wordt lichter",
                            ),
                        ),
                        ("words", kring.foundation.locking.LockedTextField(blank=True, verbose_name="eigen woorden")),
                        (
                            "questions",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evaluations",
                                to="kring.questionset",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="kring.region",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "evaluatie",
                        "indexes": [models.Index(fields=["year", "group"], name="evaluations_of_a_year")],
                    },
                ),
                migrations.AddField(
                    model_name="coordinator",
                    name="regions",
                    field=models.ManyToManyField(blank=True, to="kring.region", verbose_name="regio's"),
                ),
                migrations.AddField(
                    model_name="conference",
                    name="region",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="kring.region",
                        verbose_name="regio",
                    ),
                ),
                migrations.CreateModel(
                    name="RememberedDevice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "remembered_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="onthouden op"),
                        ),
                        (
                            "last_used_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="laatst gebruikt op"),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="devices",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "onthouden apparaat",
                        "verbose_name_plural": "onthouden apparaten",
                    },
                ),
                migrations.CreateModel(
                    name="Reminder",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "rhythm",
                            models.CharField(
                                choices=[
                                    ("day", "elke dag"),
                                    ("week", "elke week"),
                                    ("fortnight", "om de week"),
                                    ("month", "één keer per maand"),
                                ],
                                max_length=10,
                                verbose_name="hoe vaak",
                            ),
                        ),
                        (
                            "weekday",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "maandag"),
                                    (1, "dinsdag"),
                                    (2, "woensdag"),
                                    (3, "donderdag"),
                                    (4, "vrijdag"),
                                    (5, "zaterdag"),
                                    (6, "zondag"),
                                ],
                                default=0,
                                verbose_name="op welke dag",
                            ),
                        ),
                        ("since", models.DateField(default=django.utils.timezone.localdate, verbose_name="sinds")),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reminders",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "herinnering",
                        "constraints": [
                            models.UniqueConstraint(fields=("conference", "person"), name="one_reminder_a_person")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Round",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="nummer")),
                        (
                            "point",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="waarover opnieuw"),
                        ),
                        (
                            "began_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="deur dicht op"),
                        ),
                        ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="deur open op")),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="rounds", to="kring.meeting"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ronde",
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("meeting", "number"), name="one_round_a_number")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SafetyNote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "flag",
                            models.CharField(
                                choices=[
                                    ("not_together", "niet samen in één ruimte"),
                                    ("no_contact", "contactverbod"),
                                    ("secret_address", "adres is geheim"),
                                    ("no_messages", "niet appen of mailen"),
                                    ("call_only", "bel alleen op afgesproken tijden"),
                                ],
                                max_length=20,
                                verbose_name="waarop letten",
                            ),
                        ),
                        (
                            "arrangement",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="wat we afspreken"),
                        ),
                        (
                            "noted_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="genoteerd op"),
                        ),
                        ("signed_at", models.DateTimeField(blank=True, null=True, verbose_name="goedgekeurd op")),
                        ("why", kring.foundation.locking.LockedTextField(blank=True, verbose_name="waarom het zo kan")),
                        (
                            "about",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="over",
                            ),
                        ),
                        (
                            "apart_from",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="kring.circlemember",
                                verbose_name="apart van",
                            ),
                        ),
                        (
                            "apart_from_person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="safety_notes",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "veiligheidsnotitie",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="SafetyTalk",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="op")),
                        (
                            "asked_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="safety_talks",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "veiligheidsvraag",
                        "constraints": [
                            models.UniqueConstraint(fields=("conference", "person"), name="one_safety_talk_a_person")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SealedRoom",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("salt", models.BinaryField(max_length=16)),
                        ("check_nonce", models.BinaryField(max_length=12)),
                        ("check_text", models.BinaryField()),
                        ("words_nonce", models.BinaryField(max_length=12)),
                        ("words_text", models.BinaryField()),
                        ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gemaakt op")),
                        (
                            "meeting",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE, related_name="room", to="kring.meeting"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "verzegelde kamer",
                    },
                ),
                migrations.CreateModel(
                    name="SealedNote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("uuid", models.UUIDField()),
                        ("version", models.PositiveIntegerField(default=1)),
                        ("nonce", models.BinaryField(max_length=12)),
                        ("ciphertext", models.BinaryField()),
                        (
                            "changed_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="veranderd op"),
                        ),
                        (
                            "room",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="notes", to="kring.sealedroom"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "verzegelde notitie",
                        "constraints": [models.UniqueConstraint(fields=("room", "uuid"), name="one_note_a_uuid")],
                    },
                ),
                migrations.CreateModel(
                    name="Seat",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "desk",
                            models.CharField(
                                choices=[
                                    ("coordinator", "Eigen Kracht-coördinator"),
                                    ("manager", "regiomanager"),
                                    ("office", "bureau"),
                                    ("editor", "redactie"),
                                    ("funder", "gemeente"),
                                ],
                                max_length=20,
                                verbose_name="werkplek",
                            ),
                        ),
                        ("since", models.DateTimeField(auto_now_add=True, verbose_name="sinds")),
                        (
                            "person",
                            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "verbose_name": "werkplek",
                        "constraints": [models.UniqueConstraint(fields=("person", "desk"), name="one_seat_a_desk")],
                    },
                ),
                migrations.CreateModel(
                    name="SentTick",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("mark", models.UUIDField(verbose_name="merkteken")),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sent_ticks",
                                to="kring.conference",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "verstuurd vinkje",
                        "constraints": [models.UniqueConstraint(fields=("conference", "mark"), name="one_tick_a_mark")],
                    },
                ),
                migrations.CreateModel(
                    name="SitsIn",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="naam")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("interpreter", "tolk"),
                                    ("care", "helpt met verzorging"),
                                    ("speech", "helpt bij praten, horen of lezen"),
                                ],
                                max_length=15,
                                verbose_name="waarvoor",
                            ),
                        ),
                        (
                            "via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "zelf"),
                                    ("phone", "gebeld"),
                                    ("paper", "op papier"),
                                    ("beside", "samen aan tafel"),
                                ],
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "asked_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gevraagd op"),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="gevraagd door",
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sitting_in",
                                to="kring.conference",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "wie bij de kring zit",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Slot",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=60, verbose_name="naam")),
                        ("number", models.BigIntegerField(verbose_name="nummer")),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                        ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="klaar op")),
                    ],
                    options={
                        "verbose_name": "beurt",
                        "constraints": [models.UniqueConstraint(fields=("name", "number"), name="one_turn_a_slot")],
                    },
                ),
                migrations.CreateModel(
                    name="StandIn",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "asked_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gevraagd op"),
                        ),
                        ("agreed_at", models.DateTimeField(blank=True, null=True, verbose_name="ja gezegd op")),
                        ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="voorbij sinds")),
                        (
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="stand_ins",
                                to="kring.agreement",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "vervanging",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at", None)),
                                fields=("agreement",),
                                name="one_stand_in_at_a_time",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StartCheck",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "to_decide",
                            models.CharField(
                                choices=[("yes", "ja"), ("no", "nee"), ("unknown", "weet ik nog niet")],
                                default="unknown",
                                max_length=7,
                                verbose_name="iets te besluiten",
                            ),
                        ),
                        (
                            "is_safe",
                            models.CharField(
                                choices=[("yes", "ja"), ("no", "nee"), ("unknown", "weet ik nog niet")],
                                default="unknown",
                                max_length=7,
                                verbose_name="kan het veilig",
                            ),
                        ),
                        (
                            "has_people",
                            models.CharField(
                                choices=[("yes", "ja"), ("no", "nee"), ("unknown", "weet ik nog niet")],
                                default="unknown",
                                max_length=7,
                                verbose_name="mensen, of samen kijken",
                            ),
                        ),
                        (
                            "is_open",
                            models.CharField(
                                choices=[("yes", "ja"), ("no", "nee"), ("unknown", "weet ik nog niet")],
                                default="unknown",
                                max_length=7,
                                verbose_name="de vraag is open",
                            ),
                        ),
                        (
                            "needed",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="wat nodig is om het veilig te houden"
                            ),
                        ),
                        ("talked_over_on", models.DateField(blank=True, null=True, verbose_name="erover gepraat op")),
                        (
                            "conference",
                            models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, to="kring.conference"),
                        ),
                    ],
                    options={
                        "verbose_name": "startvragen",
                    },
                ),
                migrations.CreateModel(
                    name="StopReason",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "why",
                            models.CharField(
                                choices=[
                                    ("has_a_plan", "er is al een oplossing"),
                                    ("changed", "het is anders geworden"),
                                    ("too_few", "er waren te weinig mensen die konden"),
                                    ("not_needed", "het is toch niet nodig"),
                                    ("other", "iets anders"),
                                ],
                                max_length=20,
                                verbose_name="waarom gestopt",
                            ),
                        ),
                        (
                            "conference",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="stop_reason",
                                to="kring.conference",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "reden om te stoppen",
                    },
                ),
                migrations.CreateModel(
                    name="StoryPerson",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "nonce",
                            models.CharField(
                                default=kring.people.links.new_nonce,
                                editable=False,
                                max_length=16,
                                verbose_name="eenmalig getal",
                            ),
                        ),
                        ("name", kring.foundation.locking.LockedTextField(verbose_name="naam")),
                        ("email", kring.foundation.locking.LockedTextField(blank=True, verbose_name="e-mailadres")),
                        (
                            "says_yes",
                            models.CharField(
                                choices=[("self", "voor zichzelf"), ("parent", "als ouder, voor een kind")],
                                default="self",
                                max_length=10,
                                verbose_name="zegt ja",
                            ),
                        ),
                        ("mailed_at", models.DateTimeField(blank=True, null=True, verbose_name="link gemaild op")),
                        ("said_no_at", models.DateTimeField(blank=True, null=True, verbose_name="nee gezegd op")),
                        (
                            "story",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="people",
                                to="kring.fridaystory",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "wie in een verhaal voorkomt",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="StoryConsent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveSmallIntegerField(verbose_name="versie")),
                        (
                            "given_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="ja gezegd op"),
                        ),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("link", "via de eigen link"),
                                    ("paper", "op papier"),
                                    ("phone", "aan de telefoon"),
                                ],
                                default="link",
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "note",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="hoe het is vastgelegd"),
                        ),
                        (
                            "noted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="consents",
                                to="kring.storyperson",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ja tegen een verhaal",
                        "constraints": [
                            models.UniqueConstraint(fields=("person", "version"), name="one_yes_a_version")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Subscriber",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "nonce",
                            models.CharField(
                                default=kring.people.links.new_nonce,
                                editable=False,
                                max_length=16,
                                verbose_name="eenmalig getal",
                            ),
                        ),
                        ("address", kring.foundation.locking.LockedTextField(verbose_name="e-mailadres")),
                        (
                            "fingerprint",
                            models.CharField(
                                editable=False, max_length=64, unique=True, verbose_name="merkteken van het adres"
                            ),
                        ),
                        (
                            "asked_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gevraagd op"),
                        ),
                        ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="bevestigd op")),
                        (
                            "last_friday",
                            models.DateField(default=datetime.date(2000, 1, 1), verbose_name="laatste vrijdag"),
                        ),
                        (
                            "wait_until",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="niet voor"),
                        ),
                        ("claimed_by", models.CharField(blank=True, max_length=12, verbose_name="wie verstuurt")),
                        ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="pogingen")),
                        ("bounces", models.PositiveSmallIntegerField(default=0, verbose_name="kwam terug")),
                        ("bounced_on", models.DateField(blank=True, null=True, verbose_name="laatst teruggekomen op")),
                    ],
                    options={
                        "verbose_name": "lezer van het vrijdagverhaal",
                        "indexes": [models.Index(fields=["last_friday", "wait_until"], name="readers_due")],
                    },
                ),
                migrations.CreateModel(
                    name="TalkTopic",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("text", kring.foundation.locking.LockedTextField(verbose_name="waarover")),
                        ("added_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="talk_topics",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "onderwerp voor het voortgangsgesprek",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Tally",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("asked_on", models.DateField(verbose_name="gevraagd op")),
                        ("ended_on", models.DateField(blank=True, null=True, verbose_name="uitkomst op")),
                        (
                            "end",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_offered", "voorbij voordat we het konden aanbieden"),
                                    ("declined", "nee gezegd"),
                                    ("stopped", "gestopt"),
                                    ("no_plan_yet", "bij elkaar geweest, nog geen plan"),
                                    ("without", "plan zonder bijeenkomst"),
                                    ("with", "plan met bijeenkomst"),
                                ],
                                max_length=12,
                                verbose_name="hoe het afliep",
                            ),
                        ),
                        (
                            "why",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("has_a_plan", "er is al een oplossing"),
                                    ("changed", "het is anders geworden"),
                                    ("too_few", "er waren te weinig mensen die konden"),
                                    ("not_needed", "het is toch niet nodig"),
                                    ("other", "iets anders"),
                                ],
                                max_length=20,
                                verbose_name="waarom gestopt",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("self", "voor mijzelf of mijn gezin"),
                                    ("near", "voor iemand die ik goed ken"),
                                    ("professional", "als professional"),
                                ],
                                max_length=20,
                                verbose_name="wie vroeg",
                            ),
                        ),
                        ("has_minors", models.BooleanField(default=False, verbose_name="met kinderen")),
                        ("is_urgent", models.BooleanField(default=False, verbose_name="spoed")),
                        (
                            "ground",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("youth_protection", "jeugdbescherming"),
                                    ("probation", "reclassering"),
                                    ("debt", "schuldsanering"),
                                    ("threatened_measure", "dreigende maatregel"),
                                ],
                                max_length=30,
                                verbose_name="grond voor voorwaarden",
                            ),
                        ),
                        ("language", models.CharField(blank=True, max_length=10, verbose_name="taal")),
                        (
                            "to_talk",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="dagen tot het gesprek"
                            ),
                        ),
                        (
                            "to_yes",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="dagen tot het ja"),
                        ),
                        (
                            "to_contact",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="dagen tot het eerste contact"
                            ),
                        ),
                        (
                            "to_meeting",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="dagen tot de bijeenkomst"
                            ),
                        ),
                        ("kept_contact", models.BooleanField(blank=True, null=True, verbose_name="op tijd contact")),
                        (
                            "invited",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="gevraagd voor de kring"
                            ),
                        ),
                        ("present", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="aanwezig")),
                        (
                            "own_agreements",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="afspraken van de kring"
                            ),
                        ),
                        (
                            "asked_agreements",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="afspraken van professionals"
                            ),
                        ),
                        ("rounds", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="rondes")),
                        (
                            "minutes",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="hoeveel minuten de bijeenkomst duurde"
                            ),
                        ),
                        (
                            "called_first",
                            models.BooleanField(default=False, verbose_name="gebeld na vier tot zes weken"),
                        ),
                        (
                            "runs_first",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("all", "alles loopt"),
                                    ("part", "een deel loopt"),
                                    ("none", "nog niets loopt"),
                                    ("unknown", "niet gezegd"),
                                ],
                                max_length=10,
                                verbose_name="hoe het dan loopt",
                            ),
                        ),
                        ("called_later", models.BooleanField(default=False, verbose_name="gebeld na een half jaar")),
                        (
                            "runs_later",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("all", "alles loopt"),
                                    ("part", "een deel loopt"),
                                    ("none", "nog niets loopt"),
                                    ("unknown", "niet gezegd"),
                                ],
                                max_length=10,
                                verbose_name="hoe het dan nog loopt",
                            ),
                        ),
                        (
                            "conference",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="tally",
                                to="kring.conference",
                                verbose_name="conferentie",
                            ),
                        ),
                        (
                            "municipality",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="kring.municipality",
                                verbose_name="gemeente",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="kring.region",
                                verbose_name="regio",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "telling",
                        "indexes": [
                            models.Index(fields=["asked_on"], name="tallies_asked"),
                            models.Index(fields=["ended_on"], name="tallies_ended"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("end", ""), ("ended_on", None)),
                                    models.Q(("end", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="an_end_has_a_day",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Tension",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "noted_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="genoteerd op"),
                        ),
                        (
                            "conference",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="tension",
                                to="kring.conference",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ruzie genoteerd",
                    },
                ),
                migrations.CreateModel(
                    name="Terms",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("valid_from", models.DateField(unique=True, verbose_name="geldt vanaf")),
                        (
                            "certificate_years",
                            models.PositiveSmallIntegerField(default=3, verbose_name="jaren dat een VOG geldt"),
                        ),
                        (
                            "answer_days",
                            models.PositiveSmallIntegerField(default=3, verbose_name="werkdagen om te antwoorden"),
                        ),
                        (
                            "urgent_hours",
                            models.PositiveSmallIntegerField(default=4, verbose_name="uren om te antwoorden bij spoed"),
                        ),
                        (
                            "fee",
                            models.DecimalField(
                                decimal_places=2,
                                default=0,
                                max_digits=8,
                                verbose_name="vergoeding per conferentie, in euro's",
                            ),
                        ),
                        (
                            "first_share",
                            models.PositiveSmallIntegerField(
                                default=50, verbose_name="deel voor de eerste na een overdracht, in procenten"
                            ),
                        ),
                        (
                            "km_rate",
                            models.DecimalField(
                                decimal_places=2,
                                default=Decimal("0.23"),
                                max_digits=4,
                                verbose_name="reiskosten per kilometer, in euro's",
                            ),
                        ),
                        (
                            "set_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "werkafspraken",
                        "ordering": ["-valid_from"],
                    },
                ),
                migrations.CreateModel(
                    name="Tie",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            kring.foundation.locking.LockedTextField(
                                choices=[
                                    ("together", "horen bij elkaar"),
                                    ("friends", "kennen elkaar goed"),
                                    ("lost", "hebben het contact verloren"),
                                ],
                                verbose_name="wat er tussen hen is",
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="ties", to="kring.conference"
                            ),
                        ),
                        (
                            "one",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kring.circlemember"
                            ),
                        ),
                        (
                            "other",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="kring.circlemember"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "band",
                        "constraints": [
                            models.UniqueConstraint(fields=("one", "other"), name="one_tie_a_pair"),
                            models.CheckConstraint(
                                condition=models.Q(("one__lt", models.F("other"))), name="tie_in_one_direction"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Turn",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("place", models.PositiveSmallIntegerField(default=32000, verbose_name="plaats")),
                        ("told_at", models.DateTimeField(blank=True, null=True, verbose_name="verteld op")),
                        (
                            "waits",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("here", "wacht hier"),
                                    ("reachable", "is naar huis, maar te bereiken"),
                                    ("gone", "is naar huis"),
                                ],
                                max_length=10,
                                verbose_name="waar die wacht",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="turns", to="kring.meeting"
                            ),
                        ),
                        (
                            "professional",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "spreekbeurt",
                        "ordering": ["place", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("meeting", "professional"), name="one_turn_a_professional")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TwoSides",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("since", models.DateTimeField(default=django.utils.timezone.now, verbose_name="sinds")),
                        (
                            "conference",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="two_sides",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "first",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="de ene kant",
                            ),
                        ),
                        (
                            "second",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="de andere kant",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "twee kanten",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("first", models.F("second")), _negated=True),
                                name="two_sides_are_two",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OwnMessage",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "text",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="wat je wilt zeggen"),
                        ),
                        (
                            "hears",
                            models.CharField(
                                choices=[
                                    ("coordinator", "alleen mijn coördinator"),
                                    ("circle", "alleen de kring"),
                                    ("read_aloud", "iemand leest het voor in het eerste deel"),
                                ],
                                max_length=12,
                                verbose_name="wie het hoort",
                            ),
                        ),
                        (
                            "via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "zelf"),
                                    ("phone", "gebeld"),
                                    ("paper", "op papier"),
                                    ("beside", "samen aan tafel"),
                                ],
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "written_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="geschreven op"),
                        ),
                        ("opened_at", models.DateTimeField(blank=True, null=True, verbose_name="geopend op")),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="van wie",
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="own_messages",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "opened_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="wie het voorlas",
                            ),
                        ),
                        (
                            "reader",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="wie het voorleest",
                            ),
                        ),
                        (
                            "picture",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="drawn_in",
                                to="kring.upload",
                            ),
                        ),
                        (
                            "sound",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="spoken_in",
                                to="kring.upload",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "boodschap",
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Organisation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(default="Kring", max_length=200, verbose_name="naam")),
                        (
                            "phone",
                            models.CharField(default="038 000 00 00", max_length=40, verbose_name="telefoonnummer"),
                        ),
                        (
                            "email",
                            models.EmailField(default="info@kring.example", max_length=254, verbose_name="e-mailadres"),
                        ),
                        ("site", models.CharField(blank=True, max_length=200, verbose_name="website")),
                        ("postal_address", models.TextField(blank=True, verbose_name="postadres")),
                        ("mission", models.TextField(blank=True, verbose_name="waar wij voor staan")),
                        ("rsin", models.CharField(blank=True, max_length=20, verbose_name="RSIN")),
                        ("iban", models.CharField(blank=True, max_length=42, verbose_name="rekeningnummer")),
                        (
                            "opening_hours",
                            models.CharField(blank=True, max_length=200, verbose_name="wanneer wij te bereiken zijn"),
                        ),
                        (
                            "own_words",
                            models.JSONField(blank=True, default=dict, editable=False, verbose_name="eigen woorden"),
                        ),
                        (
                            "contact_days",
                            models.PositiveSmallIntegerField(
                                default=3, verbose_name="werkdagen tot het eerste contact"
                            ),
                        ),
                        (
                            "confidant_name",
                            models.CharField(
                                default="Jeugdstem", max_length=100, verbose_name="vertrouwenspersoon voor jeugd"
                            ),
                        ),
                        (
                            "confidant_phone",
                            models.CharField(
                                default="088 555 1000", max_length=40, verbose_name="telefoon van de vertrouwenspersoon"
                            ),
                        ),
                        (
                            "confidant_site",
                            models.CharField(
                                blank=True,
                                default="https://jeugdstem.nl",
                                max_length=200,
                                validators=[django.core.validators.URLValidator(schemes=["https"])],
                                verbose_name="site van de vertrouwenspersoon",
                            ),
                        ),
                        (
                            "urgent_hours",
                            models.PositiveSmallIntegerField(
                                default=4, verbose_name="uren tot het eerste contact bij spoed, overdag"
                            ),
                        ),
                        (
                            "logo",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="logo_of",
                                to="kring.upload",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "organisatie",
                    },
                ),
                migrations.CreateModel(
                    name="InvitationPicture",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "drawing",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("table", "een ronde tafel met stoelen"),
                                    ("house", "een huis met de deur open"),
                                    ("tree", "een boom met vogels"),
                                    ("tea", "een theepot met kopjes"),
                                    ("boat", "een bootje op stil water"),
                                    ("path", "een pad over de heuvels"),
                                ],
                                max_length=10,
                                verbose_name="tekening van ons",
                            ),
                        ),
                        (
                            "chosen_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gekozen op"),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="invitation_pictures",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="van",
                            ),
                        ),
                        (
                            "upload",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="invites_with",
                                to="kring.upload",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "plaatje bij de uitnodiging",
                        "ordering": ["person"],
                        "constraints": [
                            models.UniqueConstraint(fields=("conference", "person"), name="one_picture_a_person")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InOtherWords",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "language",
                            models.CharField(
                                choices=[
                                    ("nl", "eenvoudig Nederlands"),
                                    ("ar", "Arabisch"),
                                    ("tr", "Turks"),
                                    ("pl", "Pools"),
                                    ("en", "Engels"),
                                    ("uk", "Oekraïens"),
                                    ("ti", "Tigrinya"),
                                    ("so", "Somalisch"),
                                    ("fa", "Farsi"),
                                    ("pap", "Papiaments"),
                                    ("es", "Spaans"),
                                    ("fr", "Frans"),
                                    ("bg", "Bulgaars"),
                                    ("ro", "Roemeens"),
                                    ("zh", "Chinees"),
                                    ("rif", "Tamazight"),
                                    ("srn", "Sranan"),
                                    ("ku", "Koerdisch"),
                                    ("fy", "Fries"),
                                ],
                                max_length=10,
                                verbose_name="taal",
                            ),
                        ),
                        ("text", kring.foundation.locking.LockedTextField(blank=True, verbose_name="tekst")),
                        (
                            "made_by",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="wie het vertaalde"),
                        ),
                        (
                            "written_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="geschreven op"),
                        ),
                        (
                            "form",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="in_other_words",
                                to="kring.conditionsform",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="gezet door",
                            ),
                        ),
                        (
                            "upload",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="explains",
                                to="kring.upload",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "voorwaarden in andere woorden",
                        "ordering": ["form", "pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("form", "language"), name="one_explanation_a_language")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClaimLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("travel", "reis"), ("cost", "kosten")], max_length=10, verbose_name="soort"
                            ),
                        ),
                        ("on", models.DateField(verbose_name="op")),
                        ("km", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="kilometers")),
                        (
                            "rate",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=4, null=True, verbose_name="per kilometer"
                            ),
                        ),
                        ("amount", models.DecimalField(decimal_places=2, max_digits=8, verbose_name="bedrag")),
                        ("what", kring.foundation.locking.LockedTextField(verbose_name="waarvoor")),
                        (
                            "claim",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="kring.claim"
                            ),
                        ),
                        (
                            "receipt",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="receipt_of",
                                to="kring.upload",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "regel van een declaratie",
                        "ordering": ["on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Venue",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("has_two_rooms", models.BooleanField(default=False, verbose_name="twee aparte kamers")),
                        ("has_kitchen", models.BooleanField(default=False, verbose_name="een keuken")),
                        (
                            "has_toilet",
                            models.BooleanField(default=False, verbose_name="een toilet waar iedereen bij kan"),
                        ),
                        ("is_step_free", models.BooleanField(default=False, verbose_name="geen trap of drempel")),
                        ("has_quiet_corner", models.BooleanField(default=False, verbose_name="een rustig hoekje")),
                        ("is_open_ended", models.BooleanField(default=False, verbose_name="te huur zonder eindtijd")),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="naam van de plek")),
                        ("address", models.CharField(max_length=200, verbose_name="adres")),
                        ("cost", models.CharField(blank=True, max_length=120, verbose_name="wat het kost")),
                        ("call_name", models.CharField(blank=True, max_length=100, verbose_name="wie te bellen")),
                        ("call_phone", models.CharField(blank=True, max_length=40, verbose_name="telefoonnummer")),
                        (
                            "key_holder",
                            models.CharField(blank=True, max_length=120, verbose_name="wie heeft de sleutel"),
                        ),
                        ("booked", models.PositiveIntegerField(default=0, verbose_name="hoe vaak geboekt")),
                        ("last_booked_on", models.DateField(blank=True, null=True, verbose_name="laatst geboekt op")),
                        ("stopped_on", models.DateField(blank=True, null=True, verbose_name="niet meer te huur sinds")),
                        ("search", models.TextField(blank=True, editable=False)),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="venues",
                                to="kring.region",
                                verbose_name="regio",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "plek in het register",
                        "ordering": ["name", "slug"],
                        "indexes": [models.Index(fields=["region", "name", "slug"], name="venues_of_a_region")],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingPlace",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("has_two_rooms", models.BooleanField(default=False, verbose_name="twee aparte kamers")),
                        ("has_kitchen", models.BooleanField(default=False, verbose_name="een keuken")),
                        (
                            "has_toilet",
                            models.BooleanField(default=False, verbose_name="een toilet waar iedereen bij kan"),
                        ),
                        ("is_step_free", models.BooleanField(default=False, verbose_name="geen trap of drempel")),
                        ("has_quiet_corner", models.BooleanField(default=False, verbose_name="een rustig hoekje")),
                        ("is_open_ended", models.BooleanField(default=False, verbose_name="te huur zonder eindtijd")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("neutral", "een plek die van niemand is"), ("home", "bij iemand thuis")],
                                default="neutral",
                                max_length=10,
                                verbose_name="soort plek",
                            ),
                        ),
                        ("home_asked_on", models.DateField(blank=True, null=True, verbose_name="gevraagd op")),
                        (
                            "why_one_room",
                            kring.foundation.locking.LockedTextField(
                                blank=True, verbose_name="hoe het gaat zonder tweede kamer"
                            ),
                        ),
                        (
                            "key_holder",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="wie heeft de sleutel"),
                        ),
                        ("cost", kring.foundation.locking.LockedTextField(blank=True, verbose_name="wat het kost")),
                        (
                            "whom_to_call",
                            kring.foundation.locking.LockedTextField(blank=True, verbose_name="wie te bellen"),
                        ),
                        (
                            "conference",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="meeting_place",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "whose_home",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "venue",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="used",
                                to="kring.venue",
                                verbose_name="plek",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "plek van de bijeenkomst",
                    },
                ),
                migrations.CreateModel(
                    name="Waiver",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "what",
                            models.CharField(
                                choices=[
                                    ("prepared", "niet persoonlijk voorbereid"),
                                    ("read", "voorwaarden niet gelezen of gehoord"),
                                ],
                                max_length=10,
                                verbose_name="wat",
                            ),
                        ),
                        ("why", kring.foundation.locking.LockedTextField(verbose_name="waarom")),
                        ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="op")),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="waivers",
                                to="kring.conference",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "toch door, met reden",
                        "constraints": [
                            models.UniqueConstraint(fields=("conference", "person", "what"), name="one_waiver_a_thing")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WithoutThem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("why", kring.foundation.locking.LockedTextField(verbose_name="waarom")),
                        (
                            "noted_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="genoteerd op"),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "preparation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="without",
                                to="kring.preparation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gekozen zonder iemand",
                        "constraints": [
                            models.UniqueConstraint(fields=("preparation", "person"), name="one_reason_a_person")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="YearReport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "slug",
                            kring.foundation.addresses.SlugField(
                                default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField(verbose_name="jaar")),
                        ("area", models.CharField(max_length=20, verbose_name="gebied")),
                        (
                            "asked_at",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="gevraagd op"),
                        ),
                        ("language", models.CharField(default="nl", max_length=10, verbose_name="taal")),
                        ("done", models.PositiveSmallIntegerField(default=0, verbose_name="hoe ver, in procenten")),
                        ("paper", models.BinaryField(null=True, verbose_name="het verslag")),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="gevraagd door",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "jaarverslag",
                    },
                ),
                migrations.CreateModel(
                    name="CircleWord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", kring.foundation.locking.LockedTextField(verbose_name="woord aan de kring")),
                        ("said_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="gezegd op")),
                        (
                            "agreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="circle_words",
                                to="kring.agreement",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "woord aan de kring",
                        "ordering": ["pk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("agreement", "person"), name="one_word_a_doer")
                        ],
                    },
                ),
                migrations.AddIndex(
                    model_name="conference",
                    index=models.Index(fields=["region", "phase", "-id"], name="desk_by_region"),
                ),
            ]
        )
    ]
