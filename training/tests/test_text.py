"""Normalisation, numbers, runs of words."""

import unittest

from training.text import grams, normalise, numbers, words


class Normalise(unittest.TestCase):
    def test_spellings_of_one_mark_become_one(self) -> None:
        self.assertEqual(normalise("“Xin chào” — ‘được’"), "\"Xin chào\" – 'được'")

    def test_decomposed_letters_are_composed(self) -> None:
        self.assertEqual(normalise("Đie\u0323\u0302n ti\u0301n"), "Điện tín")

    def test_eth_is_a_wrong_d(self) -> None:
        self.assertEqual(normalise("Ðảng"), "Đảng")

    def test_is_its_own_result(self) -> None:
        for text in ("a\u00a0b\u200bc\u00add", "½ №5 ﬁn…", "  x \t y ", "´", "\u2581a"):
            self.assertEqual(normalise(normalise(text)), normalise(text))


class Compare(unittest.TestCase):
    def test_numbers_agree_whatever_their_order_and_zeros(self) -> None:
        self.assertEqual(numbers("08.05.1948"), numbers("1948, 5/8"))
        self.assertNotEqual(numbers("1948"), numbers("1949"))
        self.assertEqual(numbers("0"), ["0"])

    def test_runs(self) -> None:
        self.assertEqual(grams(words("Một, hai ba!"), 2), {("một", "hai"), ("hai", "ba")})
        self.assertEqual(grams(["một"], 2), set())


if __name__ == "__main__":
    unittest.main()
