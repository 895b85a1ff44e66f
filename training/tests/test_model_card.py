"""The card's scores are those of the program's own report."""

import unittest

from training.model_card import about_json, row, scores_of

REPORT = {
    "folder": "somewhere",
    "scores": [
        {"set": "dev-genre", "from": "vi", "to": "en", "lines": 400, "chrf": 50.04, "bleu": 25.96, "doubted": 3},
        {"set": "flores-dev", "from": "vi", "to": "en", "lines": 997, "chrf": 47.5, "bleu": 21.0, "doubted": 9},
    ],
}


class ModelCardTest(unittest.TestCase):
    def test_a_row_for_each_set(self) -> None:
        scores = scores_of(REPORT)
        self.assertEqual(row(scores, "dev-genre", ["vi-en"]), "| dev-genre | 50.0 / 26.0 |")
        self.assertEqual(row(scores, "flores-dev", ["vi-en"]), "| flores-dev | 47.5 / 21.0 |")

    def test_the_panel_is_told_the_same(self) -> None:
        self.assertIn('"chrF": 47.5', about_json(scores_of(REPORT), ["vi-en"]))


if __name__ == "__main__":
    unittest.main()
