"""The script of the sealed room in a real browser: words, seals and codes, each beside another implementation."""

from base64 import b64decode, b64encode

import pytest
import qrcode
from django.urls import reverse
from qrcode.util import MODE_8BIT_BYTE, QRData

from tests.meeting.sealed import NOTE, ROOM, checksum, key_of, seal, unseal, word_list

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# A test vector of the sealed format: whoever builds it anew must come out here.
WORDS = ["zeester", "appel", "fietsen", "wolkje", "museum", "tulp", "lelie"]
SALT = bytes(range(16))
KEY = "c026b0264e59db08133e3b976cac69b79cbe47a0b7aa64eeee22a57794aac23a"
PLACE = {"room": ROOM, "note": NOTE, "version": 7}
CONTENT = {"kind": "idea", "text": "Elke zondag eten bij oma Ş. €"}
SEALED = {
    "nonce": "ZGVmZ2hpamtsbW5v",
    "ciphertext": "gTLPDXQXhd/uCnLyPNzE1odjy8kLp3hJJywr4uvIhPB4/ekCRlvJfyhfYvjn6yt9sLe1Og/ochdBGfHehL3+hHRe/A1V"
    "xAyMnKYN8UbkEkZdRLn0fm5bNKvMkEkjjF8aqSv7OPBc6MksfgeMIBklKYPcL/tyugvO3X6bY42BcqgQ87NwaFyFEmxS"
    "BXpJzoF/+US/FnJY/otd9+2bpmtrDpQ+1wlC39Q4i2tH/2AbAbl0EEeYiuyawK3XnB+qM+8YxbadFIl0tB1SGSby/HzN"
    "vj9RqHrZYOZ41qj9Oe8jB8Fvic0DPiq0NoLHGjJ6EndBQc9MSkMdT08hKfio3jjWaT6h06H151yw7TCNe4tuVEE=",
}


@pytest.fixture
def script(page, live_server):
    """Run something of the room's own modules in the browser: script("sealing", "…")."""
    page.goto(live_server.url + reverse("people:come_in"))

    def run(module: str, what: str, given=None):
        return page.evaluate(
            "async ([module, given]) => { const it = await import(`/static/js/room/${module}.js`); " + what + " }",
            [module, given],
        )

    return run


def given(content=None, place=None, sealed=None) -> dict:
    salt = b64encode(SALT).decode()
    return {"words": WORDS, "salt": salt, "place": place or PLACE, "content": content, "sealed": sealed or SEALED}


MAKE_KEY = "const key = await it.makeKey(given.words.slice(0, 6).join(' '), given.salt);"
OPEN = (
    MAKE_KEY
    + """
    try { return await it.open(key, given.place, given.sealed); }
    catch (error) { return error instanceof it.Unsealable ? 'closed' : String(error); }
"""
)


# --- the seal
def test_the_vector_opens_in_python_and_in_the_browser(script):
    assert key_of(WORDS, SALT).hex() == KEY
    assert unseal(bytes.fromhex(KEY), (ROOM, NOTE, 7), SEALED) == CONTENT

    assert script("sealing", OPEN, given()) == CONTENT


def test_what_the_browser_seals_python_opens(script):
    content = {"kind": "agreement", "what": "Ophalen 👧🏽 om half vier", "who": "أم كلثوم", "when": "elke dag"}

    sealed = script("sealing", MAKE_KEY + "return it.seal(key, given.place, given.content);", given(content))

    assert unseal(bytes.fromhex(KEY), (ROOM, NOTE, 7), sealed) == content


def test_what_python_seals_the_browser_opens(script):
    content = {"kind": "safety", "text": "x" * 5000}

    assert script("sealing", OPEN, given(sealed=seal(bytes.fromhex(KEY), (ROOM, NOTE, 7), content))) == content


@pytest.mark.parametrize(
    "moved", [{"version": 6}, {"version": 8}, {"room": "zzzzzzzzzzzz"}, {"note": "draft"}], ids=str
)
def test_a_record_opens_in_its_own_place_only(script, moved):
    assert script("sealing", OPEN, given(place=PLACE | moved)) == "closed"


def bent(text: str) -> str:
    changed = bytearray(b64decode(text))
    changed[3] ^= 1
    return b64encode(bytes(changed)).decode()


@pytest.mark.parametrize(
    "broken",
    [
        {"ciphertext": bent(SEALED["ciphertext"])},
        {"nonce": bent(SEALED["nonce"])},
        {"ciphertext": b64encode(b64decode(SEALED["ciphertext"])[:-256]).decode()},
        {"ciphertext": ""},
        {"ciphertext": "geen base64!"},
        {"nonce": "", "ciphertext": ""},
    ],
    ids=str,
)
def test_a_record_that_was_touched_stays_closed(script, broken):
    assert script("sealing", OPEN, given(sealed=SEALED | broken)) == "closed"


def test_notes_of_other_lengths_look_alike(script):
    measure = (
        MAKE_KEY
        + """
        const { ciphertext } = await it.seal(key, given.place, given.content);
        return it.fromBase64(ciphertext).length;
    """
    )

    lengths = {script("sealing", measure, given({"text": "ja" * many})) for many in (0, 1, 10, 100)}

    assert lengths == {256 + 16}


def test_a_note_longer_than_the_room_takes_is_told(script):
    try_it = (
        MAKE_KEY
        + """
        try { await it.seal(key, given.place, given.content); return 'sealed'; }
        catch (error) { return error instanceof it.TooLong ? 'too long' : String(error); }
    """
    )

    assert script("sealing", try_it, given({"text": "a" * 16000})) == "sealed"
    assert script("sealing", try_it, given({"text": "a" * 65536})) == "too long"


def test_the_key_cannot_be_read_out(script):
    take_it = MAKE_KEY + "return crypto.subtle.exportKey('raw', key).then(() => 'taken', () => 'kept');"

    assert script("sealing", take_it, given()) == "kept"


# --- the words
def test_drawn_words_fit_together_and_the_seventh_is_their_checksum(script):
    drawn = script("words", "return Promise.all(Array.from({ length: 20 }, () => it.draw()));")

    known = set(word_list())
    assert all(set(words) <= known and checksum(words[:6]) == words[6] for words in drawn)
    assert len({tuple(words) for words in drawn}) == 20
    assert checksum(WORDS[:6]) == WORDS[6]


@pytest.mark.parametrize(
    ("words", "fit"),
    [
        (WORDS, True),
        ([WORDS[1], WORDS[0], *WORDS[2:]], False),
        ([*WORDS[:5], "trui", WORDS[6]], False),
        (WORDS[:6], False),
        ([*WORDS[:6], "lelies"], False),
    ],
)
def test_a_slip_in_the_words_is_told_by_the_seventh(script, words, fit):
    assert script("words", "return it.fitTogether(given);", words) is fit


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Zeester, APPEL  fietsen", ["zeester", "appel", "fietsen"]),
        ("zeester-appel-fietsen", ["zeester", "appel", "fietsen"]),
        (" Eetcafé.\n2. Tulp ", ["eetcafe", "tulp"]),
        ("ĳsbeer", ["ijsbeer"]),
        ("", []),
    ],
)
def test_words_are_read_as_people_type_them(script, typed, read):
    assert script("words", "return it.normalise(given);", typed) == read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("eisbeer", "ijsbeer"), ("bakerij", "bakkerij"), ("geluit", "geluid"), ("tullp", "tulp"), ("zeetser", "zeester")],
)
def test_a_word_that_is_unknown_is_met_with_what_may_be_meant(script, typed, meant):
    assert script("words", "return it.lookalikes(given);", typed)[0] == meant


def test_a_beginning_is_completed(script):
    assert script("words", "return it.completions('zeest');") == ["zeester"]
    assert script("words", "return it.completions('z');") == []


# --- the code to scan
def test_the_code_to_scan_is_square_for_square_that_of_another_encoder(script):
    text = "https://kring.example/c/h7k2mpxq9wza/besloten/#" + "zeester-appel-fietsen-" * 20
    most = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287]
    wanted = [(text[: most[version - 1] - mask], version, mask) for version in range(1, 13) for mask in range(8)]

    drawn = script(
        "qr", "return given.map(([text, version, mask]) => it.encode(text, { version, mask }).dark);", wanted
    )

    assert [squares == other_encoder(*one) for squares, one in zip(drawn, wanted, strict=True)] == [True] * 96


def other_encoder(text: str, version: int, mask: int) -> list[list[bool]]:
    level = qrcode.constants.ERROR_CORRECT_M
    code = qrcode.QRCode(version=version, error_correction=level, mask_pattern=mask, border=0)
    code.add_data(QRData(text.encode(), mode=MODE_8BIT_BYTE))
    code.make(fit=False)
    return [[bool(square) for square in row] for row in code.modules]


def test_a_code_takes_the_smallest_size_and_one_of_the_masks(script):
    found = script("qr", "const qr = it.encode(given); return [qr.version, qr.size, qr.mask];", "x" * 150)

    assert found[:2] == [8, 49]
    assert found[2] in range(8)


def test_a_text_that_fits_no_code_is_told(script):
    said = script("qr", "try { it.encode(given); return 'drawn'; } catch (error) { return error.name; }", "x" * 288)

    assert said == "RangeError"
