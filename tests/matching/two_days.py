"""Two stories of one event, a day apart, in three languages."""

from __future__ import annotations

FIRST = {
    "uk": """Повінь у Ясені затопила 12 будинків

Річка Шкадра у вівторок вийшла з берегів і затопила 12 будинків на околиці Ясеня.
Рятувальники вивезли човнами 40 людей, серед них дев'ятеро дітей.
Мер Остап Коваленко закликав мешканців вулиці Лісової перебратися до школи №3.
Рівень води піднявся до 310 сантиметрів. Дощі, за прогнозом, триватимуть до четверга.
""",
    "en": """Flood swamps 12 houses in Yasen

The Shkadra river burst its banks on Tuesday and flooded 12 houses on the outskirts of Yasen.
Rescuers took 40 people out by boat, nine children among them.
Mayor Ostap Kovalenko urged residents of Lisova Street to move to School No. 3.
The water rose to 310 centimetres. Rain is forecast to last until Thursday.
""",
    "ru": """Наводнение затопило 12 домов в Ясене

Река Шкадра во вторник вышла из берегов и затопила 12 домов на окраине Ясеня.
Спасатели вывезли на лодках 40 человек, среди них девятерых детей.
Мэр Остап Коваленко призвал жителей улицы Лесной перебраться в школу №3.
Уровень воды поднялся до 310 сантиметров. Дожди, по прогнозу, продлятся до четверга.
""",
}
SECOND = {
    "uk": """У Ясені після повені 57 будинків без світла

У Ясені, де розлилася річка Шкадра, у середу лишалися без світла 57 будинків.
Енергетики обіцяють полагодити підстанцію за 36 годин, сказав інженер Роман Гнатюк.
Мер Остап Коваленко попросив в уряду 8 мільйонів гривень на ремонт дамби.
Вода спала до 240 сантиметрів. У школі №3 ночували 130 людей.
""",
    "en": """57 houses without power in Yasen after the flood

In Yasen, where the Shkadra river overflowed, 57 houses were still without power on Wednesday.
Electricians promise to repair the substation in 36 hours, engineer Roman Hnatiuk said.
Mayor Ostap Kovalenko asked the government for 8 million hryvnias to repair the dam.
The water fell to 240 centimetres. 130 people spent the night in School No. 3.
""",
    "ru": """В Ясене после наводнения 57 домов без света

В Ясене, где разлилась река Шкадра, в среду оставались без света 57 домов.
Энергетики обещают починить подстанцию за 36 часов, сказал инженер Роман Гнатюк.
Мэр Остап Коваленко попросил у правительства 8 миллионов гривен на ремонт дамбы.
Вода спала до 240 сантиметров. В школе №3 ночевали 130 человек.
""",
}
