"""What must not be trained on is found; what merely resembles it is not."""

import tempfile
import unittest
from pathlib import Path

from training import dev_set
from training.guard import NearDuplicates, shared_run, shipped_runs
from training.sources import EXCLUDED, SOURCES, files_of, source_of

CORPUS = Path(__file__).parents[2] / "resources/corpus"


class ShippedTexts(unittest.TestCase):
    def setUp(self) -> None:
        self.runs = shipped_runs(CORPUS)

    def test_a_sentence_of_the_telegram_is_found_whatever_its_marks(self) -> None:
        line = "NGƯỜI DÂN Triều Tiên biết rõ chính sách, dân tộc đúng đắn của chủ nghĩa"
        self.assertIsNotNone(shared_run(line, self.runs["vi"]))

    def test_titles_are_free(self) -> None:
        self.assertIsNone(shared_run("CHỦ TỊCH HỘI ĐỒNG BỘ TRƯỞNG LIÊN XÔ", self.runs["vi"]))

    def test_seven_words_are_free(self) -> None:
        self.assertIsNone(shared_run("biết rõ chính sách dân tộc đúng", self.runs["vi"]))


class Near(unittest.TestCase):
    near = NearDuplicates(["We pledge to work with you for peace.", "Dear comrades,"])

    def test_a_small_change_is_near(self) -> None:
        self.assertIsNotNone(self.near.find("We solemnly pledge to work with you for peace!"))

    def test_a_part_in_a_longer_sentence_is_near(self) -> None:
        self.assertIsNotNone(self.near.find("In Geneva he said: we pledge to work with you for peace, and sat down again."))

    def test_another_sentence_is_not(self) -> None:
        self.assertIsNone(self.near.find("We pledge that the factory will reopen in May."))

    def test_short_formulas_are_not_near_but_equal(self) -> None:
        self.assertIsNone(self.near.find("Dear comrades,"))
        self.assertTrue(self.near.equal("dear COMRADES"))


class DevelopmentSet(unittest.TestCase):
    def test_has_its_size_and_no_pair_twice(self) -> None:
        pairs = dev_set.read()
        self.assertEqual(len(pairs), dev_set.SIZE)
        self.assertEqual(len(set(pairs)), dev_set.SIZE)

    def test_the_same_seed_gives_the_same_set(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            files = []
            for name in ("a1-x", "b2-x"):
                path = Path(folder) / f"{name}.tsv"
                path.write_text("".join(f"câu số {n} ở đây\tsentence number {n} here\n" for n in range(50)))
                files.append(path)
            first, second, other = (dev_set.choose(files, seed, 20) for seed in (1, 1, 2))
        self.assertEqual(first, second)
        self.assertNotEqual(first, other)
        self.assertEqual(len(set(first)), 20)


class Sources(unittest.TestCase):
    def test_gpl_files_are_not_read(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for name in ("authored/a1-x.tsv", "open/gpl-x.tsv", "open/pd-udhr.tsv"):
                path = Path(folder) / name
                path.parent.mkdir(exist_ok=True)
                path.write_text("a\tb\n")
            authored, opened = files_of(Path(folder))
        self.assertEqual([path.stem for path in authored + opened], ["a1-x", "pd-udhr"])
        self.assertEqual(EXCLUDED, "gpl-*")

    def test_an_unknown_file_is_an_error(self) -> None:
        with self.assertRaises(ValueError):
            source_of("unheard-of")

    def test_the_genre_counts_most(self) -> None:
        self.assertEqual(source_of("k4-cables-and-minutes").last, max(source.last for source in SOURCES))


if __name__ == "__main__":
    unittest.main()
