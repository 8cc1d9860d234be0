"""Holds two staged releases against each other, and against what a repository asks for.

python3 .ci/staged.py FIRST SECOND BOM: the second is signed, and GNUPGHOME knows the key.
"""
import difflib
import itertools
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

POM = {"m": "http://maven.apache.org/POM/4.0.0"}
# Of a plugin, the starter's parent manages the version; an archetype is named on the command line
NOT_IN_BOM = {"maven-plugin", "maven-archetype"}
CHECKSUMS = {".md5", ".sha1"}


def staged(folder):
    """The files that are published, by their path; checksums and the repository's own metadata follow from them."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path for name, path in files.items()
            if path.suffix not in CHECKSUMS and not path.name.startswith("maven-metadata.xml")}


def difference(first, second):
    """Where two files differ: for archives, the entries."""
    if first.suffix != ".jar":
        lines = difflib.unified_diff(first.read_text().splitlines(), second.read_text().splitlines(), lineterm="", n=1)
        return "\n  ".join(["", *itertools.islice(lines, 2, 12)])
    one, other = zipfile.ZipFile(first), zipfile.ZipFile(second)
    if one.namelist() != other.namelist():
        return "other entries, or in another order: " + ", ".join(set(one.namelist()) ^ set(other.namelist()))
    content = [name for name in one.namelist() if one.read(name) != other.read(name)]
    return "the content of " + ", ".join(content) if content else "times or modes of the entries"


def faults_of_comparison(first, second):
    unsigned = {name: path for name, path in second.items() if path.suffix != ".asc"}
    for name in sorted(first.keys() ^ unsigned.keys()):
        yield f"{name} is staged only once"
    for name in sorted(first.keys() & unsigned.keys()):
        if first[name].read_bytes() != unsigned[name].read_bytes():
            yield f"{name} is not reproducible: {difference(first[name], unsigned[name])}"


def faults_of_signatures(files):
    for name, path in sorted(files.items()):
        if path.suffix == ".asc":
            continue
        signature = path.with_name(path.name + ".asc")
        if not signature.exists():
            yield f"{name} is not signed"
        elif subprocess.run(["gpg", "--batch", "--verify", signature, path], capture_output=True).returncode:
            yield f"{name} has a signature that doesn't fit"


def text(element, path):
    found = element.find(path, POM)
    return found.text if found is not None else None


def faults_of_module(pom, poms, managed):
    project = ElementTree.parse(pom).getroot()
    module = text(project, "m:artifactId")
    parent = poms.get(text(project, "m:parent/m:artifactId"), project)
    for element in ("name", "description"):
        if not text(project, f"m:{element}"):
            yield f"{module}'s POM has no {element}"
    for element in ("url", "licenses/m:license/m:url", "developers/m:developer/m:name", "scm/m:connection", "scm/m:url"):
        if not (text(project, f"m:{element}") or text(parent, f"m:{element}")):
            yield f"{module}'s POM has no {element.replace('m:', '')}, and inherits none"
    packaging = text(project, "m:packaging") or "jar"
    if packaging == "pom":
        return
    if packaging not in NOT_IN_BOM and module not in managed:
        yield f"{module} is published, but not managed in dependencies/pom.xml"
    for suffix in (".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json"):
        if not pom.with_name(pom.stem + suffix).exists():
            yield f"{module} has no {suffix.lstrip('-.')}"
    jar = pom.with_name(pom.stem + ".jar")
    if jar.exists():
        names = zipfile.ZipFile(jar).namelist()
        for name in ("META-INF/LICENSE.txt", "META-INF/NOTICE"):
            if name not in names:
                yield f"{jar.name} lacks {name}"


def main(first, second, bom):
    first, second = staged(pathlib.Path(first)), staged(pathlib.Path(second))
    managed = {element.text for element in
               ElementTree.parse(bom).getroot().findall("m:dependencyManagement/m:dependencies/m:dependency/m:artifactId", POM)}
    poms = {path: ElementTree.parse(path).getroot() for name, path in second.items() if path.suffix == ".pom"}
    by_name = {text(project, "m:artifactId"): project for project in poms.values()}
    faults = [*faults_of_comparison(first, second), *faults_of_signatures(second)]
    for pom in sorted(poms):
        faults += faults_of_module(pom, by_name, managed)
    faults += [f"dependencies/pom.xml manages {name}, which isn't published"
               for name in sorted(managed) if name.startswith("kindling-") and name not in by_name]
    if not poms:
        faults.append("nothing was staged")
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults:
        print(f"{len(poms)} modules, {len(first)} files: the same twice, and signed")
    return 1 if faults else 0


sys.exit(main(*sys.argv[1:]))
