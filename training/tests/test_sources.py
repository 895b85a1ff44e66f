"""Every file counts as the kind that it is."""

import unittest

from training.sources import source_of


class SourcesTest(unittest.TestCase):
    def test_public_domain_files_are_not_taken_for_authored_ones(self) -> None:
        self.assertEqual(source_of("pd-bible-1934-nheb").pattern, "pd-bible-1934-nheb")
        self.assertEqual(source_of("pd-udhr").pattern, "pd-udhr")
        self.assertEqual(source_of("p1-plain-narrative").pattern, "[hp][0-9]-*")

    def test_a_file_of_no_kind_is_refused(self) -> None:
        with self.assertRaises(ValueError):
            source_of("unheard-of")


if __name__ == "__main__":
    unittest.main()
