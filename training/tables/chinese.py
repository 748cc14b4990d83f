"""Chinese syllables in Latin and Cyrillic letters, by the systems' own rules.

Pinyin (ISO 7098) and Wade-Giles to the system of Palladius, which Ukrainian and Russian share
but for letters that `folded` makes one. Sources: the systems as published.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from random import Random

INITIALS = {
    "b": ("б", "p"), "p": ("п", "p"), "m": ("м", "m"), "f": ("ф", "f"), "d": ("д", "t"),
    "t": ("т", "t"), "n": ("н", "n"), "l": ("л", "l"), "g": ("г", "k"), "k": ("к", "k"),
    "h": ("х", "h"), "zh": ("чж", "ch"), "ch": ("ч", "ch"), "sh": ("ш", "sh"), "r": ("ж", "j"),
    "z": ("цз", "ts"), "c": ("ц", "ts"), "s": ("с", "s"),
}  # fmt: skip
"""Initial in pinyin: in Palladius, in Wade-Giles without apostrophes."""
SOFT = {"j": ("цз", "ch"), "q": ("ц", "ch"), "x": ("с", "hs")}
FINALS = {
    "a": ("а", "a"), "e": ("э", "e"), "ai": ("ай", "ai"), "ei": ("эй", "ei"), "ao": ("ао", "ao"),
    "ou": ("оу", "ou"), "an": ("ань", "an"), "en": ("энь", "en"), "ang": ("ан", "ang"),
    "eng": ("эн", "eng"), "ong": ("ун", "ung"), "u": ("у", "u"), "ua": ("уа", "ua"),
    "uo": ("о", "o"), "uai": ("уай", "uai"), "ui": ("уй", "ui"), "uan": ("уань", "uan"),
    "un": ("унь", "un"), "uang": ("уан", "uang"),
}  # fmt: skip
NARROW = {
    "i": ("и", "i"), "ia": ("я", "ia"), "ie": ("е", "ieh"), "iao": ("яо", "iao"),
    "iu": ("ю", "iu"), "ian": ("янь", "ien"), "in": ("инь", "in"), "iang": ("ян", "iang"),
    "ing": ("ин", "ing"), "iong": ("юн", "iung"),
}  # fmt: skip
ROUND = {"u": ("юй", "u"), "ue": ("юэ", "ueh"), "uan": ("юань", "uan"), "un": ("юнь", "un")}
WHOLE = {
    "yi": ("и", "i"), "ya": ("я", "ya"), "ye": ("е", "yeh"), "yao": ("яо", "yao"),
    "you": ("ю", "yu"), "yan": ("янь", "yen"), "yin": ("инь", "yin"), "yang": ("ян", "yang"),
    "ying": ("ин", "ying"), "yong": ("юн", "yung"), "wu": ("у", "wu"), "wa": ("ва", "wa"),
    "wo": ("во", "wo"), "wai": ("вай", "wai"), "wei": ("вэй", "wei"), "wan": ("вань", "wan"),
    "wen": ("вэнь", "wen"), "wang": ("ван", "wang"), "weng": ("вэн", "weng"), "yu": ("юй", "yu"),
    "yue": ("юэ", "yueh"), "yuan": ("юань", "yuan"), "yun": ("юнь", "yun"), "er": ("эр", "erh"),
    "zhi": ("чжи", "chih"), "chi": ("чи", "chih"), "shi": ("ши", "shih"), "ri": ("жи", "jih"),
    "zi": ("цзы", "tzu"), "ci": ("цы", "tzu"), "si": ("сы", "szu"), "hui": ("хуэй", "hui"),
    "ai": ("ай", "ai"), "an": ("ань", "an"), "ao": ("ао", "ao"), "ou": ("оу", "ou"),
}  # fmt: skip


def syllables() -> list[tuple[str, str, str]]:
    """Return each syllable in pinyin, Palladius and Wade-Giles, sorted."""
    found = {(latin, *others) for latin, others in WHOLE.items()}
    narrow = {k: v for k, v in INITIALS.items() if k in ("b", "p", "m", "d", "t", "n", "l")}
    for initials, finals in (
        (INITIALS, FINALS), (narrow, NARROW), (SOFT, NARROW), (SOFT, ROUND),
    ):  # fmt: skip
        for (one, first), (other, second) in product(initials.items(), finals.items()):
            if one + other not in WHOLE:
                found.add((one + other, first[0] + second[0], first[1] + second[1]))
    return sorted(found)


def names(seed: int, count: int) -> Iterator[tuple[str, str, str]]:
    """Yield made-up names of one and two syllables: pinyin, Palladius, Wade-Giles."""
    chance, known = Random(seed), syllables()  # noqa: S311
    yield from known
    for _ in range(count):
        one, other = chance.sample(known, 2)
        # A vowel begins a syllable apart: Сианъ is written Xi'an, Си-Ань.
        yield one[0] + other[0], one[1] + other[1], one[2] + other[2]
