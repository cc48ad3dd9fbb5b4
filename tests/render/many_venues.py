"""A thousand venues, each with its own words, invented: what a whole network may weigh."""

import random

from sitegen.model.contact import Accessibility
from sitegen.model.network import Edition
from sitegen.model.partner_parts import VENUE_KINDS, VENUE_TYPES, Season
from tests.builders import edition, name, region, venue, words

PLACES = [
    "Ala",
    "Haapa",
    "Jänis",
    "Karhu",
    "Kivi",
    "Koivu",
    "Kuusi",
    "Leppä",
    "Myllys",
    "Pajus",
    "Suvi",
    "Vene",
]
ENDS = [
    "järvi",
    "joki",
    "kangas",
    "koski",
    "kylä",
    "lahti",
    "mäki",
    "niemi",
    "nummi",
    "perä",
    "ranta",
    "salo",
]
HEADS = {
    "fi": (
        "kirjasto|museo|teatteri|uimahalli|kuntosali|opisto|kino|galleria|jäähalli|"
        "kulttuuritalo|orkesteri|tanssikoulu|luontotalo|keilahalli|sirkus|nuorisotalo"
    ),
    "sv": (
        "bibliotek|museum|teater|simhall|gym|institut|bio|galleri|ishall|kulturhus|orkester|"
        "dansskola|naturhus|bowlinghall|cirkus|ungdomsgård"
    ),
}
PARTS = {
    "fi": (
        "pääsylippu|kertakäynti|kurssit|näyttelyt|konsertit|kotiottelut|opastettu kierros|"
        "työpajat lapsille|saunavuoro|luistelu|elokuvailta|retki saareen|kuvataidekerho|"
        "lukupiiri|vesijumppa|klubi|kesänäytelmä|talvirieha|melontaopastus|soittotunti|"
        "tanssitunti"
    ),
    "sv": (
        "inträdesbiljett|engångsbesök|kurser|utställningar|konserter|hemmamatcher|guidad tur|"
        "verkstäder för barn|basturum|skridskoåkning|filmkväll|utflykt till ön|bildkonst|"
        "läsecirkel|vattengymnastik|klubb|sommarpjäs|vinterdag|paddling med guide|"
        "musiklektion|danslektion"
    ),
    "en": (
        "a ticket|one visit|courses|exhibitions|concerts|home matches|a guided tour|"
        "workshops for children|the sauna|skating|film night|a trip to the island|art club|"
        "book circle|water gymnastics|a club|the summer play|a winter day|guided canoeing|"
        "music lesson|dance"
    ),
    "ru": (
        "билет|одно посещение|курсы|выставки|концерты|матчи|экскурсия|мастерские для детей|"
        "сауна|каток|вечер кино|поездка на остров|рисование|книжный клуб|аквааэробика|клуб|"
        "летний спектакль|зимний праздник|поход на каноэ|урок музыки|танцы"
    ),
    "ar": (
        "تذكرة|زيارة واحدة|دورات|معارض|حفلات|مباريات|جولة مع مرشد|ورش للأطفال|الساونا|التزلج|"
        "أمسية أفلام|رحلة إلى الجزيرة|نادي الرسم|نادي القراءة|رياضة مائية|نادٍ|مسرحية الصيف|"
        "يوم شتوي|التجديف|درس موسيقى|درس رقص"
    ),
}
TIMES = {
    "fi": ("arkisin|keskiviikkoisin|klo 16 jälkeen|kahdesti vuodessa|syksystä kevääseen|joka päivä"),
    "sv": ("på vardagar|på onsdagar|efter kl. 16|två gånger om året|från höst till vår|varje dag"),
    "en": ("on weekdays|on Wednesdays|after 4 pm|twice a year|from autumn to spring|every day"),
    "ru": ("в будни|по средам|после 16|два раза в год|с осени до весны|каждый день"),
    "ar": ("في أيام الأسبوع|أيام الأربعاء|بعد الساعة 16|مرتين في السنة|من الخريف إلى الربيع|كل يوم"),
}


def said(table: dict[str, str], lang: str, number: int) -> str:
    """A word of a table, the same one in every language."""
    return table[lang].split("|")[number]


def a_thousand() -> tuple[Edition, ...]:
    """25 regions with 40 venues each.

    Hardly two offers are the same. All are in Finnish, half in Swedish too, a third in English, a sixth also
    in Russian and Arabic.
    """
    chance = random.Random(7)
    return tuple(_region(number, chance) for number in range(25))


def _region(number: int, chance: random.Random) -> Edition:
    venues = []
    for place in range(40):
        village = chance.choice(PLACES) + chance.choice(ENDS)
        head = chance.randrange(16)
        langs = ["fi", *(["sv"] if place % 2 else []), *(["en"] if place % 3 == 0 else [])]
        langs += ["ru", "ar"] if place % 6 == 0 else []
        one, two, more, when = *chance.sample(range(21), 3), chance.randrange(6)
        offer = {
            lang: f"{said(PARTS, lang, one)}, {said(PARTS, lang, two)} {said(TIMES, lang, when)}; "
            f"{said(PARTS, lang, more)}"
            for lang in langs
        }
        called = {lang: f"{village} {said(HEADS, lang, head)} {place + 1}" for lang in langs if lang in HEADS}
        slug = f"{village}-{said(HEADS, 'fi', head)}-{place + 1}".lower()
        venues.append(
            venue(
                slug.replace("ä", "a").replace("ö", "o"),
                name=name(**called),
                offer=words(**offer),
                kind=chance.choice(VENUE_KINDS),
                type=chance.choice(VENUE_TYPES),
                municipality=f"X0{place % 3 + 1}",
                accessibility=Accessibility(step_free=place % 3 == 0),
                season=(Season(from_=(6, 1), to=(8, 31)),) if place % 5 == 0 else (),
            )
        )
    three = region(municipalities=("X01", "X02", "X03"), kind="group")
    return edition(id=f"alue-{number}", of=three, venues=tuple(venues))
