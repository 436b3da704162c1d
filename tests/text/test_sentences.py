"""Where sentences end: a table of hard cases.

In each row `|` marks a boundary with a space in the text, and `^` one where the space is missing.
"""

from __future__ import annotations

import itertools
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.text import sentences

CASES = """
# titles and ranks
Gen. Omar Haddad met Sen. Ruth Calder in Oslo.|They spoke for an hour.
Mr. Brandt, Mrs. Vega and Ms. Ito attended.|Dr. Okafor did not.
Lt. Col. Pavel Marek and Brig. Gen. Ann Stowe signed it.|Prof. Lindqvist watched.
The order came from Maj. Gen. Idris Bello.|Capt. Reyes carried it out.
Rep. Dana Whitlock (D-Wash.) asked Gov. Hale to resign.|He refused.
The envoy visited St. Petersburg and Ft. Wainwright.|Mt. Elbrus was closed.
Adm. K. L. Voss said so.|Sgt. 1st Class Tim Boone agreed.
GEN. HADDAD MET SEN. CALDER IN OSLO.|THEY SPOKE FOR AN HOUR.
Ambassador J. Lund met Messrs. Pike and Dole.|No deal was made.
# countries and dotted names
The U.S. Navy fired two missiles.|Iran answered.
He flew to the U.S. on Friday.|The visit lasts a week.
He flew to the U.S.|The visit lasts a week.
Talks between the U.S. and the E.U. failed.|In the U.K. ministers were furious.
The U.N. Security Council met.|Its members disagreed.
Nobody told the U.N.|They learned it from the press.
Aides in Washington, D.C. said so.|The White House did not.
He lives in Washington, D.C.|His wife lives in Reno, Nev.|They seldom meet.
The U.A.E. Foreign Ministry denied it.|So did Qatar.
The U.S.-led coalition struck Raqqa.|The U.S.'s envoy left.
A U.S. Army base near Tucson, Ariz. was hit.|The attack killed two.
# times and months
The plane landed at 5 p.m. Monday.|Police searched it.
The plane landed at 5 p.m.|Police searched it.
The siren went at 6 a.m. GMT.|Nobody was hurt.
The meeting began at 10 a.m. and ended at 3 p.m.|Nothing was agreed.
They met on Jan. 5 and Feb. 7.|The next round is in Sept. 2026.
The strike of Dec. 31, 2024 killed six.|Another came in Jan.|The town is empty now.
The raid came on Nov. 3.|Two men died.
It was over by 5.30pm.|The road reopened.
# numbers
Inflation rose 3.5 percent to 1.2 million.|The bank will act.
The price is $4.50 a litre.|Drivers protest.
He was no. 2 in the party.|No. 10 did not comment.
Did they agree?|No.|They did not even meet.
See Art. 5 of the treaty, pp. 12-14 and Fig. 3.|It is clear.
The war began in 2022.|It has not ended.
About 40 died on Sept. 11.|12 others were hurt.
The ship left Pier 9.|20 sailors were aboard.
1. The ministers met in Rome.|2. The talks failed.
The army bought version 2.0 of the drone.|It crashed.
Roughly 1,500 troops left.|Some 300 stayed.
# initials
George R. Tanner met J. K. Osei.|They shook hands.
The plan of Robert C. O'Malley was dropped.|A new one came.
John P. Smith and Mary N. Jones left.|The hall was empty.
They moved to plan B.|The others waited.
Vitamin C.|The word was written on the wall.
It was World War I.|The soldiers sang.
Queen Mara II.|Her son rules now.
A. Petrov warned of war.|B. Ivanov did not.
# companies and degrees
Norlund Inc. Chief Executive Ada Berg resigned.|Shares fell.
The missile was made by Norlund Inc.|The company denied it.
Peake Bros. and Dale Corp. offered to buy Finch Ltd. for cash.|The board refused.
Martin Keane Jr. met the king.|The talks went well.
Tara Singh, Ph.D., warned the army.|It laughed.
They sell guns, shells, etc.|The buyers are unknown.
Guns, shells, etc. were found.|None was new.
Arms (e.g. rifles) and aid (i.e. food) were sent.|Both arrived.
The case of Doe v. Roe was closed.|The match was Ghana vs. Togo.
Fighters, incl. boys, surrendered.|The war ended.
# quotes
"We will strike back," he said.|"They know it."
“We will strike back.”|He left the room.
"Will you attack?" she asked.|"Never!" he cried.
“Why now?” asked the minister.|No one answered.
He said: “Leave.|Now.”
He called it a "stupid war."|She called it worse.
He called it “a stupid war.”|“It must end,” she said.
"We met."|The minister smiled.
'We are at war.'|'I know.'
Le chef a dit « oui ».|Paris agreed.
He wrote "We attack at dawn."|"Why?"|"Because we must."
# brackets and notes
The army withdrew (the rebels did not).|The town was quiet.
The army withdrew.|(The rebels did not.)|The town was quiet.
The town fell in May.[1]|The army denied it.[12]
He met the king [of Jordan].|[The queen] was away.
# questions and exclamations
Will they meet?|Nobody knows.
Who fired first?!|The inquiry will tell.
War!|Then silence.
# ellipses
“We can hit them… and we will.”|He left.
We waited...|The bombs fell.
“As Russia sees it … the talks are over.”|He left.
The talks . . . were long.
He paused ... then he fired.|Nobody moved.
# spaces that are missing or odd
The sides held talks.^The ministers left.
The war began in 2022.^The ministers left.
They met in Geneva.^Officials said so.
He said "we fight."^The crowd cheered.
Is it war?^The minister would not say.
The report is on www.example.com.|Read it there.
Mail desk@example.org or see example.com/Talks.Now for more.
The firm Talks.com was hacked.|Node.js was to blame.
The talks failed.   |   The envoys left.
# lower case that begins a sentence
The bomb killed six.|al-Shabaab claimed the attack.
He praised the phone maker.|iPhone sales rose.
He was in the u.s. for talks.
the army struck the town.|the rebels fled.
# other marks
The aims: peace; order; bread.|Nothing else.
The sides – France, Mali – met.|Niger stayed away.
It is over — for now.|More talks follow.
Minister: we attacked.|Rebels: you did not.
He joined Yahoo! in May.
"""

ROWS = [row for row in CASES.strip().splitlines() if not row.startswith("#")]


def test_the_table_is_long_enough() -> None:
    assert len(ROWS) >= 80


@pytest.mark.parametrize("row", ROWS)
def test_boundaries(row: str) -> None:
    row = {
        "The report is on www.example.com.|Read it there.": "The report is on www.example.com.|Read it there.",
    }.get(row, row)
    text = row.replace("|", " ").replace("^", "")
    expected = [part.strip() for part in re.split(r"[|^]", row)]
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == expected


def test_offsets_count_from_the_whole_text() -> None:
    text = "Skipped. They met. They left. Skipped."
    assert [text[a:b] for a, b in sentences(text, 9, 29)] == ["They met.", "They left."]


def test_a_stretch_without_an_end_is_cut_at_white_space() -> None:
    text = "word " * 5_000
    parts = sentences(text, 0, len(text))
    assert max(end - start for start, end in parts) <= 4_000
    assert " ".join(text[start:end] for start, end in parts) == text.strip()


@pytest.mark.parametrize(
    "piece",
    ["a.", ". ", "U.S. ", "(", '."', "x", "… ", "1. ", "Mr. ", "\n", "A.B", ".", " . x", "..x", "'\"", '."'],
)
def test_time_is_linear_in_hostile_text(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    began = time.process_time()
    sentences(text, 0, len(text))
    assert time.process_time() - began < 3


@given(st.text(alphabet=st.sampled_from('aB.!? \n"”’()[]1…U.S-’Mr'), max_size=80))
def test_sentences_are_ordered_trimmed_and_lose_no_word(text: str) -> None:
    parts = sentences(text, 0, len(text))
    assert "".join("".join(text[a:b].split()) for a, b in parts) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() and a < b for a, b in parts)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(parts))


@pytest.mark.parametrize(
    "text", ["\u2022 Jets struck.", "\U0001f600\U0001f525 Jets struck.", "\u26a0\ufe0f Jets struck."]
)
def test_bullets_and_pictures_before_a_sentence_are_no_words_of_it(text: str) -> None:
    ((start, end),) = sentences(text, 0, len(text))
    assert text[start:end] == "Jets struck."
