"""People come first: what packages keep about them is made while there are few tables, which is fast."""

import kring.foundation.addresses
import kring.foundation.locking
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "slug",
                    kring.foundation.addresses.SlugField(
                        default=kring.foundation.addresses.new_slug, editable=False, max_length=12, unique=True
                    ),
                ),
                ("first_name", models.CharField(max_length=100, verbose_name="voornaam")),
                ("last_name", models.CharField(blank=True, max_length=100, verbose_name="achternaam")),
                (
                    "login_email",
                    models.EmailField(
                        blank=True, max_length=254, null=True, unique=True, verbose_name="e-mailadres om in te loggen"
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres")),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="telefoonnummer")),
                ("postal_address", kring.foundation.locking.LockedTextField(blank=True, verbose_name="postadres")),
                (
                    "channel",
                    models.CharField(
                        choices=[("mail", "e-mail"), ("sms", "sms"), ("letter", "brief of kaart"), ("phone", "bellen")],
                        default="phone",
                        max_length=10,
                        verbose_name="hoe we u bereiken",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Nederlands"), ("en", "Engels")],
                        default="nl",
                        max_length=10,
                        verbose_name="taal",
                    ),
                ),
                ("shares_phone", models.BooleanField(default=False, verbose_name="deelt telefoon of mail met anderen")),
                ("works_at", models.CharField(blank=True, max_length=200, verbose_name="organisatie")),
                ("job", models.CharField(blank=True, max_length=200, verbose_name="functie")),
                ("birth_month", models.DateField(blank=True, null=True, verbose_name="geboortemaand")),
                (
                    "is_staff",
                    models.BooleanField(default=False, verbose_name="mag in het beheer van regio's en teksten"),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="actief")),
                ("is_invented", models.BooleanField(default=False, verbose_name="verzonnen")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="gemaakt op")),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "persoon",
                "verbose_name_plural": "personen",
            },
        ),
    ]
