"""The card's scores are those of the program's own report."""

import json
import unittest

from training.model_card import about_json, limits_of, row, scores_of

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
        about = json.loads(about_json(scores_of(REPORT), ["vi-en"], "en-vi"))
        self.assertEqual([score["chrF"] for score in about["scores"]], [50.0, 47.5])
        self.assertEqual(about["channel"], "en-vi")
        self.assertEqual(about["limits"], limits_of(["vi-en"]))
        self.assertNotEqual(limits_of(["vi-en"]), limits_of(["en-vi"]))


if __name__ == "__main__":
    unittest.main()
