from __future__ import annotations

import pytest

from app.languages.identify import language_of

SENTENCES = {
    "ar": [
        "قال الوزير إن المحادثات ستستمر حتى نهاية الأسبوع",
        "التقى بوتين أردوغان",
        "ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ ﺇﻥ ﺍﻻﺟﺘﻤﺎﻉ ﻣﻔﻴﺪ",
        "اکد وزیر الخارجیة ان المفاوضات فی جنیف مستمرة وان الوفد سیعود الی طهران",
        "قال النائب چلبي والشيخ گاطع إن الحكومة في بغداد باقية",
        "شد الرحال إلى القدس",
        "Reuters BBC CNN قال الناطق باسم الجيش إن القوات انسحبت من المدينة صباح اليوم",
    ],
    "fa": [
        "وزیر خارجه روسیه گفت که مسکو میزبان گفتگوها خواهد بود",
        "وزير خارجه گفت اين ديدار برگزار مي شود و آن را مهم خواند",
    ],
    "ur": ["وزیر خارجہ نے کہا ہے کہ مذاکرات جاری رہیں گے اور وفد ماسکو سے واپس آئے گا"],
    "ckb": ["وەزیری دەرەوە گوتی کە کۆبوونەوەکە لە بەغدا بەڕێوەدەچێت"],
    "ps": ["د بهرنیو چارو وزیر وویل چې خبرې به په کابل کې وشي"],
    "he": ["שר החוץ אמר כי השיחות יימשכו"],
    "ru": ["Министр сказал, что переговоры продолжатся"],
    "zh": ["外交部长表示会谈将继续"],
    "el": ["Ο υπουργός είπε ότι οι συνομιλίες συνεχίζονται"],
    "en": ["The minister said that the talks would go on until the end of the week"],
    "fr": ["Le ministre a dit que les discussions se poursuivent dans la capitale"],
    "tr": ["Bakan, görüşmelerin bir hafta daha süreceğini ve heyetin döneceğini söyledi"],
    "und": ["", "123 456 …", "😀😀", "xyzzy"],
}


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, texts in SENTENCES.items() for text in texts]
)
def test_language(code: str, text: str) -> None:
    assert language_of(text) == code


def test_foreign_names_in_latin_letters_do_not_make_arabic_foreign() -> None:
    menu = "Home News Sport Video About us Contact " * 10
    assert (
        language_of(menu + "\nقال المتحدث باسم الحكومة إن الاجتماع سيعقد في العاصمة الأسبوع المقبل. " * 4)
        == "ar"
    )


def test_a_text_of_another_language_stays_so_with_an_arabic_name_in_it() -> None:
    assert language_of("The word السلام is said in the street and in the house of the people") == "en"
