"""Which language a block is in, and what is not taken for a foreign one."""

from __future__ import annotations

import pytest

from extractor.text import read
from extractor_schema import Article

ENGLISH = [
    "Kim Jong Un meets Xi Jinping.",
    "Iran's Ebrahim Raisi meets Xi Jinping in Beijing.",
    "Hamas fires rockets.",
    "Recep Tayyip Erdoğan, Volodymyr Zelenskyy, Aleksandar Vučić, Bidzina Ivanishvili, Szymon Hołownia",
    "Jabhat al-Nusra, Ahrar al-Sham, Jaysh al-Islam and Liwa al-Tawhid fighters storm Khan Sheikhoun.",
    "Sinn Féin leader Mary Lou McDonald visits Taoiseach Micheál Martin.",
    "Militants attack Camp Taji, Balad, Ain al-Asad.",
    "PRESIDENT VISITS CAPITAL",
    "Suicide bombers attack mosque; dozens killed, wounded",
    "Partido Popular candidate Alberto Núñez Feijóo loses vote.",
]

FOREIGN = [
    ("it", "Il ministro degli Esteri ha incontrato il suo omologo a Roma per discutere della guerra."),
    ("de", "Der Außenminister traf am Montag seinen Amtskollegen in Berlin und sprach über den Krieg."),
    ("fr", "Le ministre des Affaires étrangères a rencontré son homologue à Paris pour parler de la guerre."),
    ("es", "El ministro de Exteriores se reunió con su homólogo en Madrid para hablar de la guerra."),
    ("pt", "O ministro das Relações Exteriores reuniu-se com o seu homólogo em Lisboa para falar da guerra."),
    (
        "nl",
        "De minister van Buitenlandse Zaken sprak maandag met zijn ambtgenoot over de oorlog in het oosten.",
    ),
    ("pl", "Minister spraw zagranicznych spotkał się w poniedziałek ze swoim odpowiednikiem w Warszawie."),
    ("ru", "Министр иностранных дел встретился со своим коллегой в Москве."),
    ("uk", "Міністр закордонних справ зустрівся зі своїм колегою в Києві, щоб обговорити війну."),
    ("ar", "التقى وزير الخارجية نظيره في القاهرة لبحث الحرب."),
    ("tr", "Dışişleri bakanı pazartesi günü mevkidaşıyla görüşerek savaşı ele aldı ve açıklama yaptı."),
    ("zh", "外交部长星期一在北京会见了他的同行。"),
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_full_of_names_is_read(text: str) -> None:
    source = read(Article(text=text))
    assert (source.language, source.skipped) == ("en", ())


@pytest.mark.parametrize(("language", "text"), FOREIGN)
def test_another_language_is_skipped_and_named(language: str, text: str) -> None:
    source = read(Article(text=text))
    assert source.language == language
    assert [(skip.start, skip.end, skip.reason, skip.detail) for skip in source.skipped] == [
        (0, len(text), "language", language)
    ]


@pytest.mark.parametrize(("language", "text"), FOREIGN)
def test_it_is_read_where_it_is_asked_for(language: str, text: str) -> None:
    source = read(Article(text=text), languages=("en", language))
    assert [(block.language, block.read) for block in source.blocks] == [(language, True)]


def test_a_mixed_article() -> None:
    english = "The army of the north left the town on Monday, and the rebels took it."
    foreign = "\n\n".join(text for language, text in FOREIGN if language == "it")
    text = f"{english}\n\nIntervista con il ministro\n\n{foreign}\n\nGrazie a voi.\n\n{english}"
    source = read(Article(text=text))
    assert source.language == "en"
    skipped = [text[skip.start : skip.end] for skip in source.skipped]
    assert skipped == [f"Intervista con il ministro\n\n{foreign}\n\nGrazie a voi."]


def test_a_foreign_quotation_inside_a_sentence_is_read() -> None:
    text = "The crowd shouted “El pueblo unido jamás será vencido” as the president of the country left the square."
    assert read(Article(text=text)).skipped == ()


def test_the_language_of_the_request_counts_where_the_text_shows_none() -> None:
    assert read(Article(text="Putin, Trump", language="de")).language == "de"
    assert read(Article(text="Putin, Trump")).language == "en"


def test_no_model_is_loaded_for_plain_english() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from extractor.text import read; from extractor_schema import Article;"
        "read(Article(text='The army of the north left the town on Monday.\\n\\nKim Jong Un visits Vik.'));"
        "print([name for name in ('py3langid', 'numpy', 'lxml', 'trafilatura', 'markdown_it') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
