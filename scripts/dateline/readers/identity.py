"""What makes an article the same article: its address; without one its title and day; without those its text."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from urllib.parse import unquote, urlsplit

_SLUG = 50  # characters; with the hash and a hyphen an id stays within 64
_HASH = 10  # base32 characters: 50 bits
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|yclid|ref|mc_[ce]id)(?:=|$)")
_EXTENSION = re.compile(r"\.(?:html?|php|aspx?|md|txt)$", re.I)

# Cyrillic in Latin letters, for ids that people can read (after ICAO Doc 9303, soft and hard sign left out), and the
# Latin letters that don't come apart into a base letter and a mark.
_LATIN = str.maketrans(
    dict(zip("абвгґдезиіїйклмнопрстуфыэ", "abvhgdeziiiiklmnoprstufye", strict=True))
    | {"ё": "e", "є": "ie", "ж": "zh", "г": "g", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"}
    | {"ю": "iu", "я": "ia", "ъ": "", "ь": ""}
    | {"ß": "ss", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


def article_id(url: str, title: str, published: str, text: str) -> str:
    """An id of at most 64 of `[a-z0-9-]`: words that a reader knows, and a hash of what makes the article itself."""
    identity = address_key(url) or (f"{title}\n{published}" if title and published else text)
    digest = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).digest()
    code = base64.b32encode(digest).decode("ascii")[:_HASH].lower()
    words = slug(_last_part(url)) or slug(title) or "article"
    return f"{words}-{code}"


def slug(words: str) -> str:
    """`words` in at most 50 of `[a-z0-9-]`, cut between words; "" where no letter has a Latin stand-in."""
    latin = words.lower().translate(_LATIN)
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode("ascii").lower()
    parts = re.findall(r"[a-z0-9]+", plain)
    result = ""
    for part in parts:
        longer = f"{result}-{part}" if result else part[:_SLUG]
        if len(longer) > _SLUG:
            break
        result = longer
    return result


def address_key(url: str) -> str:
    """What two addresses of one page share: no scheme, "www.", fragment, trailing slash or tracking; "" for none."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:  # such as a half-written IPv6 address
        return url
    query = "&".join(sorted(part for part in parts.query.split("&") if part and not _TRACKING.match(part)))
    return f"{host}{parts.path.rstrip('/')}{'?' + query if query else ''}" if host else ""


def _last_part(url: str) -> str:
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    return _EXTENSION.sub("", unquote(path.rstrip("/").rpartition("/")[2]))
