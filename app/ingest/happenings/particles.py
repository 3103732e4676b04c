"""The particles and other small words that the event rules lean on, by what they do.

They are data of the language (``[particles]`` of ``events.toml``); here they get names.
"""

from __future__ import annotations

from app.languages.ar.events import load_event_words

_WORDS = load_event_words().particles

MARKS = frozenset("\"'()[]-–—")
STOPS = frozenset("،؛,;:.!؟?…")
WITH = _WORDS["with"]
BETWEEN = _WORDS["between"]
TOWARDS = _WORDS["towards"]
PLACE = _WORDS["place"]
BY = _WORDS["by"]
BEFORE_NOUNS = _WORDS["before_nouns"]
ALL_OF = _WORDS["all_of"]
RESUMING = _WORDS["resuming"]
ENVOYS = _WORDS["envoys"] | {"ممثلي", "مندوبي", "مبعوثي", "مسؤولي", "موفدي", "مسؤولو", "مندوبو", "وفدي"}
TIMES = _WORDS["times"]
HEADS = _WORDS["heads"]
DURING = _WORDS["during"]
PRONOUN_THAT = _WORDS["pronoun_that"]
JOINING = _WORDS["joining"]
LOOSE = _WORDS["loose"]
DELEGATION = _WORDS["delegation"]
SIDE = _WORDS["side"]
COUNTERPART = _WORDS["counterpart"]
GROUP_PEOPLE = _WORDS["group_people"]
DUAL_PEOPLE = _WORDS["dual_people"]
DUAL_SIDES = _WORDS["dual_sides"]
BOTH = _WORDS["both"]
PREPOSITIONS = _WORDS["prepositions"]
THAT = _WORDS["that"]
THAT_BARE = _WORDS["that_bare"]
CONJUNCTIONS = _WORDS["conjunctions"]
RELATIVE = _WORDS["relative"]
NEVER_VERBS = _WORDS["never_verbs"]
ADJECTIVES = _WORDS["adjectives"]
ENVOY_TO = frozenset({"لدي", "الي"})
#: Whom a state sends; where to is said with «لدى» or «إلى».
SENT = frozenset("سفير سفيره مبعوث مبعوثه مندوب مندوبه ممثل ممثله موفد قنصل".split())
ALSO = frozenset("وكذلك كذلك وايضا فضلا اضافه بالاضافه".split())
#: Holders of an office for another, who are not that other.
DEPUTIES = frozenset("نائبي نائبا مساعدي مساعدا ممثلي ممثلا مبعوثي مبعوثا وكيلي وكيلا نواب مساعدو".split())
#: Under whose hand, or in whose presence, others meet.
SPONSORS = frozenset("برعايه بوساطه بحضور بمشاركه باشراف باستضافه بضيافه".split())
#: Whoever is named after these takes part, in whatever is held.
TAKING_PART = frozenset("بمشاركه بحضور".split())
#: A dash joins the two who meet: «محادثات فلان – فلان».
DASHES = frozenset("-–—")
#: An accusative of purpose or cause: what follows is no party of the event.
IN_AID_OF = frozenset(
    """دعما اسنادا تاييدا مسانده ردا احتجاجا تضامنا تمهيدا استعدادا
    تحسبا سعيا تنفيذا تطبيقا  انتقاما""".split()
)
#: Buildings: whoever they belong to takes no part by that.
BUILDINGS = frozenset("مقر مقري مبني مكتب قصر".split())
#: «اتصالا … أكد خلاله»: the verb before says what was done in the course of it.
IN_ITS_COURSE = frozenset("خلاله خلالها اثناءه اثناءها".split())
#: Words that say of a noun that all who are named have it together.
JOINT = frozenset("مشترك مشتركه مشتركا".split())
#: «وعن زيارته»: the topic of what somebody says of himself.
ABOUT = frozenset("حول عن بشان بخصوص".split())
#: Says whom another holds answerable: the one named next did it.
ACCUSES = frozenset("اتهم اتهام".split())
#: Heads that name the army of a state where the article speaks of that army.
FORCES = frozenset("قوات جيش جنود".split())
#: Whose spokesman it is follows.
IN_NAME_OF = frozenset({"باسم"})
#: «صاروخا أطلقه …»: whose it is who sent it.
LAUNCHES = frozenset("اطلق وجه سير ارسل".split())
#: One who holds the same office as another.
PEER = frozenset("نظير نظيره نظيرها نظيرته".split())
#: Several who hold the same office as another.
PEERS = frozenset("نظراء نظيري نظيرتي نظيرات".split())
#: Whose these are takes no part by that: «قصف أراضي سورية», «على الحدود التركية».
GROUNDS = frozenset(
    """اراضي ارض مدينه مدن بلده بلدات قريه قري محافظه محافظات منطقه مناطق ريف حدود سواحل ساحل شمال جنوب شرق
    غرب عاصمه ولايه اقليم مياه جزيره مخيم حي احياء ضواحي محيط طريق جبل جبال وادي صحراء""".split()
)
#: «معها», «ضده»: the preposition and the pronoun.
PREPOSITION_WITH_PRONOUN = {
    f"{base}{pronoun}": (word, pronoun)
    for base, word in (("مع", "مع"), ("ضد", "ضد"), ("علي", "علي"))
    for pronoun in ("ه", "ها")
}
#: Verbal nouns whose genitive does what follows: «قيام الجيش بقصف».
DOING = frozenset("تمكن وتمكن قيام وقيام نجاح ونجاح بقيام اقدام موافقه وموافقه التزام رفض قبول".split())
#: Before the name of whoever governs: «إدارة ترامب», «حكومة نتنياهو».
GOVERNMENTS = frozenset({"اداره", "حكومه"})
#: «بنيران الجيش», «برصاص الشرطة»: what somebody falls by.
FIRE = frozenset("نيران رصاص قذائف قذيفه صواريخ صاروخ غاره قصف سلاح عبوه".split())
#: «على يد الجيش».
HANDS = frozenset({"يد", "يدي", "ايدي"})
#: Who hosts takes no part by that: «تستضيف موسكو محادثات بين …».
HOSTS = frozenset("استضاف احتضن".split())
#: Who claims it did it: «تبنى التنظيم هجوما».
CLAIMS = frozenset({"تبني"})
#: «النظام وحليفته روسيا»: a word for the next that joins it.
ALLIES = frozenset("وحليفته وحليفتها وحليفه وحليفها وحلفائه وحلفائها وجارته وجارتها وشريكته".split())
QUOTES = frozenset("\"'«»“”")
#: What somebody has a mind to do, with a pronoun: «بنيتها بيع».
INTENT = frozenset("نيه عزم استعداد رغبه خطه حق اعتزام قرار قدره".split())
#: Verbs of agreeing to a truce or an accord, whose subject is bound by it.
AGREES = frozenset("وافق اتفق التزم قبل مدد جدد خرق انتهك نقض تبادل".split())
#: «33 جنديا تركيا»: of the army of their state.
SOLDIERS = frozenset("جندي جنديا جنديين جنديان جنود جنودا ضابط ضابطا ضباط ضباطا".split())
#: What one has with another: «بسبب الخلاف مع قطر».
RELATIONS = frozenset(
    """خلاف خلافات خلافها خلافه نزاع نزاعات ازمه توتر توترات علاقات علاقاتها علاقاته علاقه تعاون حدود حدودها
    صراع مواجهه تجاره شراكه تحالف تحالفها خصومه عداء صدام""".split()
)
#: «شنت غارات …، مستهدفة الجيش»: the object of an act of force told before.
AIMING = frozenset("مستهدفا مستهدفه مستهدفين".split())
#: Who tells others to do it: «أمر الرئيس القوات بسحب …».
ORDERS = frozenset("امر كلف اوعز وجه".split())
#: Words that with a pronoun stand for the state of whoever speaks or acts: «بلاده».
STATE_OF = frozenset("بلاد بلد حكومه دوله ادارته".split())
#: «تمكنت القوات من دخول …»: whoever manages it does it.
MANAGES = frozenset("تمكن نجح".split())
#: «التحالف بقيادة السعودية»: who leads is named to say which coalition.
LED_BY = frozenset("بقياده بزعامه".split())
_CLASSES = load_event_words().classes
#: Nouns that stand for whose they are: «عنصرا من الحزب», «نظام فلان», «وفد الحركة», «لدول بينها قطر».
PEOPLE = (
    _CLASSES["killed"] | _CLASSES["groups"] | _CLASSES["armed"] | _CLASSES["titles"] | ENVOYS | HEADS | SIDE
    | DELEGATION | DUAL_PEOPLE | DUAL_SIDES | GROUP_PEOPLE
    | frozenset("نظام سلطات قياده اداره رئاسه مسؤول زعماء طرف نظراء نظرائه نظرائها معارضه معارضين".split())
)  # fmt: skip
PEOPLE |= {word[:-1] for word in PEOPLE if word.endswith(("ين", "ون"))}
#: What strikes for whoever is named next: «غارات لطائرات التحالف».
ARMS = _CLASSES["airforce"] | frozenset("مدفعيه زوارق بوارج دبابات راجمات سلاح".split())
#: Whoever is named next is among those just spoken of: «لدول بينها قطر».
AMONG = frozenset("بينها بينهم منها منهم ابرزها ابرزهم".split())
