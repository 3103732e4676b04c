"""The particles and other small words that the event rules rely on, by function.

They are data of the language (``[particles]`` of ``events.toml``, ``[words]`` of ``frames.toml``);
here they get names.
"""

from __future__ import annotations

from app.languages.ar.events import load_event_words
from app.languages.ar.frames import load_frames

_WORDS = load_event_words().particles
_MORE = load_frames().words

MARKS = frozenset("\"'()[]-–—")
STOPS = frozenset("،؛,;:.!؟?…")
#: Look like cues; see ``events.toml``.
OTHER_WORDS = _WORDS["other_words"]
ONLY_WITHOUT_IN = _WORDS["only_without_in"]
IN_FRONT = _WORDS["in_front"]
ONLY_AS_VERBS = _WORDS["only_as_verbs"]
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
DURING = _WORDS["during"] | {"فور", "حال"}
PRONOUN_THAT = _WORDS["pronoun_that"]
JOINING = _WORDS["joining"]
#: Words that stand between others and say nothing of who takes part: «هناك», «لاحقا».
LOOSE = _WORDS["loose"] | _MORE["adverbs"]
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
HAVING = _WORDS["having"]
CONJUNCTIONS = _WORDS["conjunctions"]
RELATIVE = _WORDS["relative"]
NEVER_VERBS = _WORDS["never_verbs"] | _MORE["nominal"]
ADJECTIVES = _WORDS["adjectives"]
ENVOY_TO = frozenset({"لدي", "الي"})
#: Whom a state sends; where to is said with «لدى» or «إلى».
SENT = _MORE["sent"]
ALSO = _MORE["also"]
#: «السعودية بالإضافة إلى قطر»: pairs of words that join one to another.
BESIDES = frozenset(tuple(pair.split("_")) for pair in _MORE["besides"])
#: Holders of an office for another, who are not that other.
DEPUTIES = _MORE["deputies"]
#: Under whose hand, or in whose presence, others meet.
SPONSORS = _MORE["sponsors"]
#: Whoever is named after these takes part, in whatever is held.
TAKING_PART = _MORE["taking_part"]
#: A dash joins the two who meet: «محادثات فلان – فلان».
DASHES = frozenset("-–—")
#: An accusative of purpose or cause: what follows is no party of the event.
IN_AID_OF = _MORE["in_aid_of"]
#: Buildings: whoever they belong to takes no part by that.
BUILDINGS = _MORE["buildings"]
#: «اتصالا … أكد خلاله»: the verb before says what was done in the course of it.
IN_ITS_COURSE = _MORE["in_its_course"]
#: Words that say of a noun that all who are named have it together.
JOINT = _MORE["joint"]
#: «وعن زيارته»: the topic of what somebody says of himself.
ABOUT = _MORE["about"]
#: Says whom another holds answerable: the one named next did it.
ACCUSES = _MORE["accuses"]
#: Heads that name the army of a state where the article speaks of that army.
FORCES = _MORE["forces"]
#: Whose spokesman it is follows.
IN_NAME_OF = _MORE["in_name_of"]
#: «صاروخا أطلقه …»: whose it is who sent it.
LAUNCHES = _MORE["launches"]
#: One who holds the same office as another.
PEER = _MORE["peer"]
#: Several who hold the same office as another.
PEERS = _MORE["peers"]
#: With a pronoun, before the name of whoever is near or opposed to another: «مع جارتها تركيا», «سلفه فلان».
RELATED = _MORE["related"]
#: Whose these are takes no part by that: «قصف أراضي سورية», «على الحدود التركية».
GROUNDS = _MORE["grounds"]
#: «معها», «ضده»: the preposition and the pronoun.
PREPOSITION_WITH_PRONOUN = {
    f"{base}{pronoun}": (word, pronoun)
    for base, word in (("مع", "مع"), ("ضد", "ضد"), ("علي", "علي"), ("عن", "عن"), ("بين", "بين"))
    for pronoun in ("ه", "ها")
}
#: Verbal nouns whose genitive does what follows: «قيام الجيش بقصف».
DOING = _MORE["doing"]
#: Before the name of whoever governs: «إدارة ترامب», «حكومة نتنياهو».
GOVERNMENTS = _MORE["governments"]
#: «بنيران الجيش», «برصاص الشرطة»: what somebody falls by.
FIRE = _MORE["fire"]
#: «على يد الجيش».
HANDS = _MORE["hands"]
#: Who hosts takes no part by that: «تستضيف موسكو محادثات بين …».
HOSTS = _MORE["hosts"]
#: Who claims it did it: «تبنى التنظيم هجوما».
CLAIMS = _MORE["claims"]
#: «النظام وحليفته روسيا»: a word for the next that joins it.
ALLIES = _MORE["allies"]
QUOTES = frozenset("\"'«»“”")
#: What somebody has a mind to do, with a pronoun: «بنيتها بيع».
INTENT = _MORE["intent"]
#: Verbs of agreeing to a truce or an accord, whose subject is bound by it.
AGREES = _MORE["agrees"]
#: «33 جنديا تركيا»: of the army of their state.
SOLDIERS = _MORE["soldiers"]
#: What is visited, before the name of the state: «زيارته للعاصمة القطرية».
LANDS = _MORE["lands"]
#: «على خلفية …», «على هامش …»: what follows «على» here says when or why.
ADJUNCTS = _MORE["adjuncts"]
#: Whoever does this to a meeting is there: «اجتماع ترأسه فلان».
CHAIRS = _MORE["chairs"]
#: Whoever does this in an election takes part in it: «فاز في الانتخابات».
CONTESTS = _MORE["contests"]
#: «القوات التابعة للنظام»: whose they are.
BELONGING = _MORE["belonging"]
#: Of the words for two sides those that mean whoever met, persons or states.
DUAL_PARTIES = _MORE["dual_parties"]
#: Parts of a meeting: «في مستهل الاجتماع».
STAGES = _MORE["stages"]
#: Verbs of speaking to those present: «قال خلال اجتماع».
SPEAKS = _MORE["speaks"]
#: Going into talks or a fight: «دخول بلاده في حوار».
ENTERING = _MORE["entering"]
#: «بالتعاون مع …»: whoever is named next does it too.
TOGETHER = _MORE["together"]
#: What one has with another: «بسبب الخلاف مع قطر».
RELATIONS = _MORE["relations"]
#: «شنت غارات …، مستهدفة الجيش»: the object of an act of force told before.
AIMING = _MORE["aiming"]
#: Who tells others to do it: «أمر الرئيس القوات بسحب …».
ORDERS = _MORE["orders"]
#: Words that with a pronoun stand for the state of whoever speaks or acts: «بلاده».
STATE_OF = _MORE["state_of"]
#: Verbs whose subject does the verbal noun after them: «قررت تسليم إيران صواريخ».
DECIDES = _MORE["decides"]
#: Verbs whose subject is to do what «ب» names: «تعهد بالإفراج عن …».
PROMISES = _MORE["promises"]
#: Verbs of speaking whose object is spoken to: «أبلغه خلال اتصال».
ADDRESSES = _MORE["addresses"]
#: What two do together in a meeting: «توصلتا خلال مباحثات إلى …».
REACHES = _MORE["reaches"]
#: Verbs of telling, which reach what they tell by «عن» or «ب», never by «في».
ANNOUNCES = _MORE["announces"]
#: Verbs that make what a relative clause describes: «الاستقالة التي تقدم بها فلان».
MAKES = _MORE["makes"]
#: «هجوم نُسب إلى …»: who is held to have done it.
ASCRIBES = _MORE["ascribes"]
#: Nouns of deciding, after which comes who decides and what: «قرار فرنسا طرد …».
RESOLVES = _MORE["resolves"]
#: «يضطلع بدور الوساطة»: nouns that only say that somebody does what is named next.
ROLES = _MORE["roles"]
#: Words of allegiance: whoever is named after them with «ل» or «من» takes no part by that.
ALLEGIANCE = _MORE["allegiance"]
#: Plurals of people who act, in a form that is hardly ever an object.
MANY = _MORE["many"]
#: «تمكنت القوات من دخول …»: whoever manages it does it.
MANAGES = _MORE["manages"]
#: Verbs whose object does the verbal noun after it: «ساعد الجيش على دخول …».
ENABLES = _MORE["enables"]
#: «التحالف بقيادة السعودية»: who leads is named to say which coalition.
LED_BY = _MORE["led_by"]
_CLASSES = load_event_words().classes
#: Members, fighters and captives as they are counted.
INDIVIDUALS = _MORE["individuals"]
#: Nouns that stand for whose they are: «عنصرا من الحزب», «نظام فلان», «وفد الحركة», «لدول بينها قطر».
PEOPLE = (
    _CLASSES["killed"] | _CLASSES["groups"] | _CLASSES["armed"] | _CLASSES["titles"] | ENVOYS | HEADS | SIDE
    | DELEGATION | DUAL_PEOPLE | DUAL_SIDES | GROUP_PEOPLE | INDIVIDUALS
    | frozenset("حركتي حركتا جماعتي جماعتا تنظيمي تنظيما حزبي حزبا فصيلي".split())
    | frozenset("نظام سلطات قياده اداره رئاسه مسؤول زعماء طرف نظراء نظرائه نظرائها معارضه معارضين".split())
)  # fmt: skip
PEOPLE |= {word[:-1] for word in PEOPLE if word.endswith(("ين", "ون"))}
#: What strikes for whoever is named next: «غارات لطائرات التحالف».
ARMS = _CLASSES["airforce"] | frozenset("مدفعيه مروحيه بحريه زوارق بوارج دبابات راجمات سلاح".split())
#: «أقدم الجيش على إغلاق …»: whoever does this sets about what is named next.
SETS_ABOUT = _MORE["sets_about"]
#: «العديد من المواقع»: how many there are of what comes after «من».
SEVERAL_OF = _MORE["several_of"]
#: Whoever is named next is among those just spoken of: «لدول بينها قطر».
AMONG = _MORE["among"]
#: What a place or a time sees («شهدت المدينة اشتباكات») is not its doing.
SEES = _MORE["sees"]
#: Forms of address before a title or a name: «معالي الوزير», «صاحب السمو الأمير».
ADDRESS = _MORE["address"]
#: Words inside a form of address: «صاحب السمو الملكي».
OF_RANK = _MORE["of_rank"]
#: Numbers in words, and words for many.
NUMBERS = _MORE["numbers"]
#: «مسؤولين اثنين هما فلان وفلان»: who is meant follows.
EXPLAINS = _MORE["explains"]
#: How one comes out of an election: «فوز الحزب», «تقدم الحركة».
OUTCOMES = _MORE["outcomes"]
#: Before the name of whom another stands against.
RIVALS = _MORE["rivals"]
#: What is won in an election, and the election.
VOTES = _MORE["votes"]
#: «وعلى رأسهم فلان»: who is named next is among those just spoken of.
FOREMOST = _MORE["foremost"]
#: «برفقة فلان», «يرافقه فلان»: who comes along.
ALONG_WITH = _MORE["along_with"]
#: Verbs of leading a delegation, and words for one.
LEADS = _MORE["leads"]
DELEGATIONS = _MORE["delegations"]
#: Verbs and nouns of handing over, and what is handed over.
HANDS_OVER = _MORE["hands_over"]
LETTERS = _MORE["letters"]
#: Those who fell, as they are counted.
FALLEN = frozenset("قتيل قتيلا قتلي قتيلين جريح جريحا جرحي".split())
#: «إعادة فرض»: verbal nouns before another verbal noun.
RENEWS = _MORE["renews"]
