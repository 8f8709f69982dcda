"""``collect``: every sentence finds its place, and nothing a translator wrote is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dystori.findings import CatalogueError
from dystori.library import Library
from dystori.words import po
from dystori.words.check import check
from dystori.words.collect import Collected, collect

WriteBook = Callable[..., Path]


@pytest.fixture
def locales(library: Library) -> Path:
    assert isinstance(library.locales, Path)
    return library.locales


def entries(locales: Path) -> list[po.Entry]:
    return po.read((locales / "cy" / "common.po").read_bytes(), "cy.po").entries


def contexts(locales: Path) -> list[str]:
    return [("~" if entry.obsolete else "") + entry.context for entry in entries(locales)]


def test_a_new_language_gets_a_file_with_every_sentence(locales: Path, write_book: WriteBook) -> None:
    write_book("en", ("b", "Your plan.", ""), ("a", "A plan.", ""), ("a/early", "A little plan.", ""))
    (done,) = collect(locales, ("common",))
    added = ("b/ti", "b/chi", "a", "a/early")
    assert done == Collected("locales/cy/common.po", added=added, written=True)
    assert contexts(locales) == list(added)
    assert all(entry.msgstr == "" for entry in entries(locales))


def test_the_file_it_writes_is_one_the_reader_accepts(library: Library, locales: Path, write_book: WriteBook) -> None:
    write_book("en", ("a", "A plan.", ""))
    collect(locales, ("common",))
    assert [one.code for one in check(library, ("common",))] == ["words-untranslated", "words-unused"]


def test_collecting_twice_changes_nothing(locales: Path, write_book: WriteBook) -> None:
    write_book("en", ("a", "Your plan.", ""), ("b", "New.", ""))
    path = write_book("cy", ("b", "Old.", "Hen."), ("gone", "Gone.", "Wedi mynd."))
    collect(locales, ("common",))
    first = path.read_bytes()
    (again,) = collect(locales, ("common",))
    assert again == Collected("locales/cy/common.po")
    assert path.read_bytes() == first


def test_a_changed_sentence_keeps_its_translation_beside_the_old_sentence(locales: Path, write_book: WriteBook) -> None:
    write_book("en", ("a", "New.", ""))
    path = write_book("cy", '# Ask Siân.\nmsgctxt "a"\nmsgid "Old."\nmsgstr "Hen."')
    collect(locales, ("common",))
    assert path.read_text("utf-8").endswith(
        '# Ask Siân.\n#, fuzzy\n#| msgid "Old."\nmsgctxt "a"\nmsgid "New."\nmsgstr "Hen."\n'
    )


def test_a_sentence_changed_twice_keeps_the_one_that_was_translated(locales: Path, write_book: WriteBook) -> None:
    write_book("cy", ("a", "First.", "Cyntaf."))
    for sentence in ("Second.", "Third."):
        write_book("en", ("a", sentence, ""))
        collect(locales, ("common",))
    (entry,) = entries(locales)
    assert (entry.old, entry.msgid, entry.msgstr) == ("First.", "Third.", "Cyntaf.")


def test_a_vanished_sentence_is_kept_as_obsolete_and_comes_back(locales: Path, write_book: WriteBook) -> None:
    write_book("cy", ("a", "A plan.", "Cynllun."), ("b", "Never translated.", ""))
    write_book("en", ("c", "Other.", ""))
    (done,) = collect(locales, ("common",))
    assert (done.vanished, contexts(locales)) == (("a", "b"), ["c", "~a"])
    write_book("en", ("a", "A plan.", ""), ("c", "Other.", ""))
    collect(locales, ("common",))
    assert contexts(locales) == ["a", "c"]
    assert entries(locales)[0].msgstr == "Cynllun."


def test_an_obsolete_translation_is_never_guessed_onto_another_sentence(locales: Path, write_book: WriteBook) -> None:
    write_book("en", ("a", "A new plan.", ""))
    write_book("cy", '#~ msgctxt "a"\n#~ msgid "A plan."\n#~ msgstr "Cynllun."')
    collect(locales, ("common",))
    assert [(entry.msgstr, entry.obsolete) for entry in entries(locales)] == [("", False), ("Cynllun.", True)]


def test_words_for_one_register_ask_for_the_other(locales: Path, write_book: WriteBook) -> None:
    write_book("en", ("a", "Take care.", ""), ("b", "Thank you.", ""))
    write_book("cy", ("a/chi", "Take care.", "Cymerwch ofal."), ("b", "Thank you.", "Diolch."))
    collect(locales, ("common",))
    assert contexts(locales) == ["a/ti", "a/chi", "b"]


def test_a_translators_own_stages_stay_beside_their_sentence(locales: Path, write_book: WriteBook) -> None:
    write_book("en", ("a", "Hello.", ""), ("b", "Bye.", ""))
    write_book("cy", ("b", "Bye.", "Hwyl."), ("a/teen", "Hello.", "Haia."), ("a", "Hello.", "Helo."))
    collect(locales, ("common",))
    assert contexts(locales) == ["a", "a/teen", "b"]


def test_notes_for_translators_come_with_the_sentence(locales: Path, write_book: WriteBook) -> None:
    write_book("en", '#. Said to a baby.\nmsgctxt "a"\nmsgid "Hello."\nmsgstr ""')
    collect(locales, ("common",))
    assert entries(locales)[0].notes == ["Said to a baby."]


@pytest.mark.parametrize("bad", ["nonsense", 'msgid ""\nmsgstr ""\n\nmsgctxt "a"\nmsgid "b"'])
def test_a_file_that_cannot_be_read_is_left_alone(locales: Path, write_book: WriteBook, bad: str) -> None:
    write_book("en", ("a", "Hello.", ""))
    path = write_book("cy")
    path.write_text(bad, encoding="utf-8")
    with pytest.raises(CatalogueError):
        collect(locales, ("common",))
    assert path.read_text(encoding="utf-8") == bad


def test_an_entry_given_twice_is_refused_before_one_is_lost(locales: Path, write_book: WriteBook) -> None:
    write_book("en", ("a", "Hello.", ""))
    path = write_book("cy", ("a", "Hello.", "Helo."), ("a", "Hallo.", "Shwmae."))
    before = path.read_bytes()
    with pytest.raises(CatalogueError):
        collect(locales, ("common",))
    assert path.read_bytes() == before


FORMS = ["{n} file", "{n} files"]


def plural(msgid: str, many: str, *forms: str) -> str:
    lines = [f'msgctxt "files"\nmsgid "{msgid}"\nmsgid_plural "{many}"']
    return "\n".join([*lines, *(f'msgstr[{at}] "{form}"' for at, form in enumerate(forms))])


def test_a_sentence_with_plural_forms_asks_for_every_form_of_the_language(locales: Path, write_book: WriteBook) -> None:
    write_book("en", plural(*FORMS, "", ""))
    collect(locales, ("common",))
    (entry,) = entries(locales)
    assert (entry.msgid, entry.plural, entry.forms) == (*FORMS, [""] * 6)


def test_a_changed_plural_keeps_its_forms_beside_both_old_sentences(locales: Path, write_book: WriteBook) -> None:
    welsh = ["dim", "un", "dwy", "tair", "chwe", "{n} ffeil"]
    write_book("cy", plural(*FORMS, *welsh))
    write_book("en", plural("{n} file here", "{n} files here", "", ""))
    collect(locales, ("common",))
    (entry,) = entries(locales)
    assert (entry.forms, entry.old, entry.old_plural, entry.fuzzy) == (welsh, *FORMS, True)


def test_a_sentence_that_becomes_plural_guesses_no_form(locales: Path, write_book: WriteBook) -> None:
    write_book("cy", ("files", "{n} file", "{n} ffeil"))
    write_book("en", plural(*FORMS, "", ""))
    collect(locales, ("common",))
    living, kept = entries(locales)
    assert (living.forms, living.obsolete) == ([""] * 6, False)
    assert (kept.msgstr, kept.obsolete) == ("{n} ffeil", True)


def test_a_missing_file_of_the_base_language_is_a_finding(locales: Path) -> None:
    with pytest.raises(CatalogueError) as caught:
        collect(locales, ("common",))
    assert [(one.code, one.place.file) for one in caught.value.findings] == [
        ("words-file-missing", "locales/en/common.po")
    ]


SENTENCES = st.dictionaries(
    st.sampled_from(["a", "b", "b/early", "c", "c/teen"]),
    st.sampled_from(["A plan.", "Your plan.", "Hello.", "Bye."]),
)
TRANSLATIONS = st.dictionaries(
    st.sampled_from(["a", "a/ti", "a/chi", "b/early/ti", "b", "c", "c/teen/chi", "d", "d/nonsense"]),
    st.tuples(st.sampled_from(["A plan.", "Your plan.", "Hello."]), st.sampled_from(["", "Un", "Dau", "Tri"])),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(history=st.lists(SENTENCES, min_size=1, max_size=3), translations=TRANSLATIONS)
def test_no_history_of_sentences_loses_a_translation(
    locales: Path,
    write_book: WriteBook,
    history: list[dict[str, str]],
    translations: dict[str, tuple[str, str]],
) -> None:
    path = write_book("cy", *((context, *words) for context, words in translations.items()))
    written = {(context, words[1]) for context, words in translations.items() if words[1]}
    for sentences in history:
        write_book("en", *((context, sentence, "") for context, sentence in sentences.items()))
        collect(locales, ("common",))
        kept = {(entry.context, entry.msgstr) for entry in entries(locales)}
        assert written <= kept
        before = path.read_bytes()
        collect(locales, ("common",))
        assert path.read_bytes() == before
