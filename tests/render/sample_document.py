"""A rich brochure for tests: every kind of the document tree, in Finnish, Swedish, Arabic and Russian.

All names, numbers and addresses are invented.
"""

import io
from typing import Literal

import segno

from sitegen.model.document import (
    Block,
    Cell,
    Code,
    Contact,
    Contacts,
    Document,
    Emphasis,
    Fact,
    Facts,
    Figure,
    Heading,
    Inline,
    Item,
    LineBreak,
    Link,
    List,
    Media,
    Note,
    Paragraph,
    Row,
    Section,
    Strong,
    Table,
    Text,
)

LANGUAGES = ("fi", "sv", "ar", "ru")
PLACES = ("Mallila", "Esimerkkilä", "Lehtorinne", "Lövbacken")
ADDRESS = "https://kaikukortti.example/mallila/"

WORDS: dict[str, dict[str, str]] = {
    "fi": {
        "title": "Kaikukortti",
        "sub": "Maksutta kulttuuriin, liikuntaan ja kursseille",
        "running": "Kaikukortti Mallilassa 2026",
        "questions": "Viisi kysymystä kortista",
        "what": "Mikä Kaikukortti on?",
        "what_text": "Henkilökohtainen, maksuton kortti. Sillä saat lippuja kulttuuriin ja liikuntaan.",
        "who": "Kuka sen voi saada?",
        "who_text": "Sinä, jos rahatilanteesi on tiukka ja olet kortteja jakavan palvelun asiakas.",
        "how": "Näin saat lipun",
        "choose": "Valitse",
        "choose_text": "Katso kohteen ohjelma. Loppuunmyytyihin tilaisuuksiin ei ole lippuja.",
        "ask": "Pyydä",
        "ask_text": "Pyydä lippu kohteen lipunmyynnistä ja kerro korttisi tunnus.",
        "children": "Lapset",
        "children_text": "Omat lapset, alle 18 vuotta, pääsevät samaan tilaisuuteen.",
        "note": "Kortti on vain sinun",
        "note_text": "Älä anna tai lainaa sitä toiselle.",
        "more": "Hyvä tietää",
        "table": "Lippuja vuodessa",
        "year": "Vuosi",
        "tickets": "Lippuja",
        "getting": "Mistä kortin saa",
        "using": "Missä kortti käy",
        "kind_d": "Sosiaalipalvelut",
        "kind_v": "Uimahalli",
        "serves": "Aikuissosiaalityön asiakkaille.",
        "offer": "Uinti ja kuntosali aukioloaikoina.",
        "limit": "Kuntosali 3 kuukautta kerrallaan",
        "desk": "Näytä kortti kassalla.",
        "phone": "Puh.",
        "email": "Sähköposti",
        "web": "Verkossa",
        "back": "Kysyttävää?",
        "back_text": "Alueen vastuuhenkilöt auttavat mielellään. Korttisi tunnusta emme tarvitse.",
        "culture": "Kulttuuri ja liikunta",
        "latest": "Uusimmat tiedot verkossa",
        "qr": "QR-koodi, joka avaa sivun kaikukortti.example/mallila",
        "others": "Esite on myös ruotsiksi, arabiaksi ja venäjäksi.",
        "foot": "Tiedot tarkistettu 12.11.2025.",
        "quote": "Kortet gäller också i Lövbacken.",
        "quote_lang": "sv",
    },
    "sv": {
        "title": "Kaikukortet",
        "sub": "Gratis till kultur, idrott och kurser",
        "running": "Kaikukortet i Mallila 2026",
        "questions": "Fem frågor om kortet",
        "what": "Vad är Kaikukortet?",
        "what_text": "Ett personligt kort som är gratis. Med det får du biljetter till kultur och idrott.",
        "who": "Vem kan få det?",
        "who_text": "Du, om du har ont om pengar och är klient hos en tjänst som delar ut kort.",
        "how": "Så får du en biljett",
        "choose": "Välj",
        "choose_text": "Se på programmet. Till utsålda evenemang finns inga biljetter.",
        "ask": "Be om den",
        "ask_text": "Be om biljetten i kassan och säg koden på ditt kort.",
        "children": "Barn",
        "children_text": "Egna barn under 18 år kommer in på samma evenemang.",
        "note": "Kortet är bara ditt",
        "note_text": "Ge eller låna det inte till någon annan.",
        "more": "Bra att veta",
        "table": "Biljetter om året",
        "year": "År",
        "tickets": "Biljetter",
        "getting": "Var får du kortet",
        "using": "Var gäller kortet",
        "kind_d": "Socialservice",
        "kind_v": "Simhall",
        "serves": "För klienter inom vuxensocialarbetet.",
        "offer": "Simning och gym under öppettiderna.",
        "limit": "Gymmet tre månader i taget",
        "desk": "Visa kortet i kassan.",
        "phone": "Tfn",
        "email": "E-post",
        "web": "På webben",
        "back": "Frågor?",
        "back_text": "Regionens kontaktpersoner hjälper gärna. Vi behöver inte koden på ditt kort.",
        "culture": "Kultur och idrott",
        "latest": "Det senaste på webben",
        "qr": "QR-kod som öppnar sidan kaikukortti.example/mallila",
        "others": "Broschyren finns också på finska, arabiska och ryska.",
        "foot": "Uppgifterna granskade 12.11.2025.",
        "quote": "Kortti käy myös Lövbackenissa.",
        "quote_lang": "fi",
    },
    "ar": {
        "title": "بطاقة كايكو",
        "sub": "ثقافة ورياضة ودورات مجانًا",
        "running": "بطاقة كايكو في ماليلا 2026",
        "questions": "خمسة أسئلة عن البطاقة",
        "what": "ما هي بطاقة كايكو؟",
        "what_text": "بطاقة شخصية مجانية تحصل بها على تذاكر للثقافة والرياضة.",
        "who": "من يمكنه الحصول عليها؟",
        "who_text": "أنت، إذا كان وضعك المالي صعبًا وكنت عميلًا لدى جهة توزع البطاقات.",
        "how": "كيف أحصل على تذكرة",
        "choose": "اختر",
        "choose_text": "اطّلع على برنامج المكان. لا تتوفر تذاكر للفعاليات التي نفدت تذاكرها.",
        "ask": "اطلب",
        "ask_text": "اطلب التذكرة من شباك تذاكر المكان واذكر رمز بطاقتك.",
        "children": "الأطفال",
        "children_text": "يدخل معك أطفالك ممن هم دون 18 عامًا إلى الفعالية نفسها.",
        "note": "البطاقة لك وحدك",
        "note_text": "لا تعطها ولا تعرها لأحد.",
        "more": "من المفيد أن تعرف",
        "table": "التذاكر في السنة",
        "year": "السنة",
        "tickets": "التذاكر",
        "getting": "من أين أحصل على البطاقة",
        "using": "أين تُقبل البطاقة",
        "kind_d": "خدمات اجتماعية",
        "kind_v": "مسبح",
        "serves": "لعملاء الخدمات الاجتماعية للبالغين.",
        "offer": "السباحة وصالة اللياقة في أوقات الدوام.",
        "limit": "صالة اللياقة لثلاثة أشهر في كل مرة",
        "desk": "أبرز البطاقة عند الصندوق.",
        "phone": "هاتف",
        "email": "بريد",
        "web": "موقع",
        "back": "هل لديك أسئلة؟",
        "back_text": "يسر المسؤولين في المنطقة مساعدتك. لا نحتاج إلى رمز بطاقتك.",
        "culture": "الثقافة والرياضة",
        "latest": "أحدث المعلومات على الموقع",
        "qr": "رمز يفتح الصفحة kaikukortti.example/mallila",
        "others": "الكتيّب متوفر أيضًا بالفنلندية والسويدية والروسية.",
        "foot": "روجعت المعلومات في 12.11.2025.",
        "quote": "Kortti käy myös Lövbackenissa.",
        "quote_lang": "fi",
    },
    "ru": {
        "title": "Карта Kaikukortti",
        "sub": "Бесплатно в театр, музей, спорт и на курсы",
        "running": "Карта Kaikukortti, Маллила 2026",
        "questions": "Пять вопросов о карте",
        "what": "Что такое Kaikukortti?",
        "what_text": "Личная бесплатная карта. С ней вы получаете билеты в театры, музеи и на спорт.",
        "who": "Кто может её получить?",
        "who_text": "Вы, если денег мало и вы клиент службы, которая выдаёт карты.",
        "how": "Как получить билет",
        "choose": "Выберите",
        "choose_text": "Посмотрите программу. На распроданные события билетов нет.",
        "ask": "Попросите",
        "ask_text": "Попросите билет в кассе и назовите код карты.",
        "children": "Дети",
        "children_text": "Ваши дети младше 18 лет идут с вами на то же событие.",
        "note": "Карта только ваша",
        "note_text": "Не отдавайте и не одалживайте её.",
        "more": "Полезно знать",
        "table": "Билеты за год",
        "year": "Год",
        "tickets": "Билеты",
        "getting": "Где получить карту",
        "using": "Где карта действует",
        "kind_d": "Социальная служба",
        "kind_v": "Бассейн",
        "serves": "Для клиентов социальной службы для взрослых.",
        "offer": "Бассейн и тренажёрный зал в часы работы.",
        "limit": "Тренажёрный зал на три месяца",
        "desk": "Покажите карту в кассе.",
        "phone": "Тел.",
        "email": "Почта",
        "web": "Сайт",
        "back": "Есть вопросы?",
        "back_text": "Ответственные в регионе охотно помогут. Код вашей карты нам не нужен.",
        "culture": "Культура и спорт",
        "latest": "Свежие сведения на сайте",
        "qr": "QR-код, который открывает страницу kaikukortti.example/mallila",
        "others": "Брошюра есть также на финском, шведском и арабском.",
        "foot": "Сведения проверены 12.11.2025.",
        "quote": "Kortti käy myös Lövbackenissa.",
        "quote_lang": "fi",
    },
}


def sample_document(
    lang: str = "fi", *, distributors: int = 6, venues: int = 6, large_print: bool = False
) -> Document:
    """A brochure in the language with so many partners in each list."""
    words = WORDS[lang]
    direction: Literal["ltr", "rtl"] = "rtl" if lang == "ar" else "ltr"
    return Document(
        kind="brochure",
        lang=lang,
        direction=direction,
        title=f"{words['title']} 2026, Mallila",
        subject=words["sub"],
        author="Mallilan kaupunki",
        keywords="Kaikukortti",
        running=words["running"],
        media=(_qr(), _logo()),
        large_print=large_print,
        children=(
            _cover(words),
            _questions(words),
            _how(words),
            _more(words),
            _partners(words, distributors, "distributors"),
            _partners(words, venues, "venues"),
            _back(words, lang),
        ),
    )


def _cover(words: dict[str, str]) -> Section:
    places = Text(", ".join(PLACES), name=True)
    return Section(
        (
            Heading(1, _text(words["title"]), id="cover"),
            Paragraph(_text(words["sub"]), role="sub"),
            Paragraph((places, Text(" · 2026")), role="year"),
            Figure("logo.svg", "Mallila", role="logo"),
        ),
        role="cover",
    )


def _questions(words: dict[str, str]) -> Section:
    first = Section((Heading(3, _text(words["what"])), _paragraph(words["what_text"])), role="question")
    second = Section(
        (
            Heading(3, _text(words["who"])),
            _paragraph(words["who_text"]),
            Paragraph(
                (
                    Text(words["quote"], lang=words["quote_lang"]),
                    LineBreak(),
                    Link(Text(words["getting"]), "#distributors"),
                )
            ),
        ),
        role="question",
    )
    return Section(
        (Heading(2, _text(words["questions"]), id="questions"), first, second), role="questions", tile="card"
    )


def _how(words: dict[str, str]) -> Section:
    steps = List(
        (
            Item((Heading(3, _text(words["choose"])), _paragraph(words["choose_text"]))),
            Item((Heading(3, _text(words["ask"])), _paragraph(words["ask_text"]))),
        ),
        ordered=True,
        role="steps",
    )
    along = List(
        (Item((Heading(3, _text(words["children"])), _paragraph(words["children_text"]))),), role="along"
    )
    note = Note((_paragraph(words["note_text"]),), title=_text(words["note"]), level=3)
    return Section((Heading(2, _text(words["how"]), id="how"), steps, along, note), role="how", tile="book")


def _more(words: dict[str, str]) -> Section:
    """Every kind that no other section holds: table, bulleted list, facts, decoration, inline marks."""
    table = Table(
        head=(
            Row(
                (Cell(_text(words["year"]), header="column"), Cell(_text(words["tickets"]), header="column"))
            ),
        ),
        rows=tuple(
            Row((Cell(_text(str(year)), header="row"), Cell(_text(str(year * 3 - 5000)))))
            for year in range(2020, 2025)
        ),
        caption=_text(words["table"]),
    )
    bullets = List(
        (
            Item((_paragraph(words["choose_text"]),)),
            Item((_paragraph(words["ask_text"]), List((Item((_paragraph(words["desk"]),)),)))),
        )
    )
    facts = Facts((Fact(Text(words["phone"]), ((Text("016 000 110", ltr=True, whole=True),),)),))
    marks = Paragraph(
        (
            Strong(_text(words["note"])),
            Text(" "),
            Emphasis(_text(words["children"])),
            Text(" "),
            Code("A1-B2"),
            Text(" "),
            Link(Text(words["web"]), ADDRESS + "fi/", label=words["latest"]),
        ),
        role="lead",
    )
    return Section(
        (
            Heading(2, _text(words["more"]), id="more"),
            marks,
            bullets,
            facts,
            Figure("logo.svg", ""),
            table,
        ),
        role="text",
        tile="music",
    )


def _partners(words: dict[str, str], count: int, kind: str) -> Section:
    blocks: list[Block] = [
        Heading(2, _text(words["getting" if kind == "distributors" else "using"]), id=kind)
    ]
    share = -(-count // len(PLACES))
    for number, place in enumerate(PLACES):
        here = range(number * share, min(count, (number + 1) * share))
        if here:
            blocks.append(Heading(3, (Text(place, name=True),), id=f"{kind}-place-{number}"))
            blocks.append(List(tuple(_partner(words, kind, index, place) for index in here), role="partners"))
    return Section(tuple(blocks), role="list", tile="stage" if kind == "distributors" else "swim")


def _partner(words: dict[str, str], kind: str, index: int, place: str) -> Item:
    venue = kind == "venues"
    name = f"{place}n {'uimahalli' if venue else 'palvelut'} {index + 1}"
    blocks: list[Block] = [
        Heading(
            4,
            (Text(name, name=True),),
            id=f"{kind}-{index}-name",
            detail=_text(words["kind_v" if venue else "kind_d"]),
        ),
        Paragraph(_text(words["offer" if venue else "serves"]), role="what"),
    ]
    if venue and index % 2 == 0:
        blocks.append(Paragraph(_text(words["limit"]), role="limit"))
    if index % 5 == 3:
        blocks.append(Paragraph(_text(words["quote"]), role="what", lang=words["quote_lang"]))
    blocks += [
        Paragraph(
            (Text(f"Torikatu {index + 1}, 98760\N{NO-BREAK SPACE}{place}", name=True),), role="address"
        ),
        Paragraph(_text(words["desk"]), role="how"),
        _contacts(words, f"016\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}{100 + index}", "liput@mallila.example"),
    ]
    return Item(tuple(blocks), id=f"{kind}-{index}")


def _contacts(words: dict[str, str], phone: str, email: str) -> Contacts:
    number = phone.replace("\N{NO-BREAK SPACE}", "")
    return Contacts(
        (
            Contact(
                "phone", Text(words["phone"]), (Link(Text(phone, ltr=True, whole=True), f"tel:{number}"),)
            ),
            Contact("email", Text(words["email"]), (Link(Text(email, ltr=True), f"mailto:{email}"),)),
        )
    )


def _back(words: dict[str, str], lang: str) -> Section:
    link = Link(Text("kaikukortti.example/mallila", ltr=True), f"{ADDRESS}{lang}/", label=words["latest"])
    return Section(
        (
            Heading(2, _text(words["back"])),
            Paragraph(_text(words["back_text"]), role="lead"),
            Heading(3, _text(words["culture"])),
            Paragraph((Text("Mallilan kaupunki, kulttuuripalvelut", name=True),)),
            _contacts(words, "016\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}110", "kulttuuri@mallila.example"),
            Figure("qr.svg", words["qr"], role="qr"),
            Heading(3, _text(words["latest"])),
            Paragraph((link,)),
            _paragraph(words["others"]),
            Paragraph(_text(words["foot"]), role="foot"),
        ),
        role="back",
    )


def _text(value: str) -> tuple[Inline, ...]:
    return (Text(value),)


def _paragraph(value: str) -> Paragraph:
    return Paragraph(_text(value))


def _qr() -> Media:
    drawn = io.BytesIO()
    segno.make(ADDRESS, error="m").save(drawn, kind="svg", xmldecl=False, dark="#2d245d", light="#ffffff")
    return Media("qr.svg", "image/svg+xml", drawn.getvalue())


def _logo() -> Media:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30" width="90" height="30">'
        '<circle cx="15" cy="15" r="13" fill="#1f5e4b"/>'
        '<path fill="#1f5e4b" d="M36 8h48v5H36zM36 18h34v5H36z"/>'
        "</svg>"
    )
    return Media("logo.svg", "image/svg+xml", drawing.encode())
