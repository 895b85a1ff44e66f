"""Proves on the finished training data that nothing forbidden is in it; exits 1 and says what where something is.

    python -m training.check_data WORK --corpus resources/corpus --flores FLORES/flores-dev
"""

import argparse
import sys
from fnmatch import fnmatch
from pathlib import Path

from training import dev_set
from training.prepare import Guards
from training.sources import EXCLUDED, Pair


def faults(work: Path, guards: Guards) -> list[str]:
    """A line for each pair of WORK/pairs.tsv and of WORK/synthetic/*.tsv that must not be there."""
    found: list[str] = []
    for path in [work / "pairs.tsv", *sorted((work / "synthetic").glob("*.tsv"))]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            vi, en, source = line.split("\t")[:3]
            objection = guards.objection(Pair(vi, en, source))
            if objection:
                found.append(f"{path.name}:{number}: {objection[0]}: {objection[1]}")
            if path.name == "pairs.tsv" and fnmatch(source, EXCLUDED):
                found.append(f"{path.name}:{number}: {source} is not to be used")
    return found


def main() -> None:
    """Reads the command line and checks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("--corpus", type=Path, default=Path("resources/corpus"))
    parser.add_argument("--flores", type=Path)
    options = parser.parse_args()
    dev = dev_set.read()
    if len(dev) != dev_set.SIZE:
        sys.exit(f"dev-genre has {len(dev)} pairs in place of {dev_set.SIZE}")
    found = faults(options.work, Guards(options.corpus, dev, options.flores))
    print("\n".join(found[:50]))
    if found:
        sys.exit(f"{len(found)} pairs must not be trained on")
    print("nothing of the shipped texts or of a development set is in the training data")


if __name__ == "__main__":
    main()
