"""What `sam build` and `sam package` make of the sample."""

import io
import os
import stat
import subprocess
import zipfile
from pathlib import Path

import boto3
import pytest
from conftest import ARCHITECTURE, SAM
from samcli.yamlhelper import yaml_parse

MACHINES = {62: "x86_64", 183: "arm64"}


def test_the_executable_is_where_lambda_starts_it(built):
    folder = built / "SampleFunction"
    assert [path.name for path in folder.iterdir()] == ["bootstrap"]
    bootstrap = folder / "bootstrap"
    assert os.access(bootstrap, os.X_OK)
    assert bootstrap.read_bytes() == Path(os.environ["KINDLING_BOOTSTRAP"]).read_bytes()


def test_the_executable_is_for_the_functions_processor(built):
    header = (built / "SampleFunction" / "bootstrap").read_bytes()[:20]
    assert header[:4] == b"\x7fELF"
    assert MACHINES[int.from_bytes(header[18:20], "little")] == ARCHITECTURE


@pytest.mark.parametrize("setting, problem", [
    ({}, None),
    ({"KINDLING_ARCHITECTURE": ({*MACHINES.values()} - {ARCHITECTURE}).pop()}, "bootstrap isn't for "),
    ({"KINDLING_GLIBC": "2.4"}, "and the runtime has 2.4"),
])
def test_an_executable_that_couldnt_start_is_refused(tmp_path, setting, problem):
    made = subprocess.run(["make", "build-SampleFunction", f"ARTIFACTS_DIR={tmp_path}"], cwd=SAM, capture_output=True,
                          text=True, env={**os.environ, "KINDLING_ARCHITECTURE": ARCHITECTURE, **setting})
    assert (made.returncode == 0) == (problem is None), made.stderr
    assert (problem or "") in made.stderr
    assert (tmp_path / "bootstrap").exists() == (problem is None)


def test_the_zip_has_the_executable_at_its_root(packaged):
    location = yaml_parse(packaged)["Resources"]["SampleFunction"]["Properties"]["CodeUri"]
    bucket, key = location.removeprefix("s3://").split("/", 1)
    content = boto3.client("s3").get_object(Bucket=bucket, Key=key)["Body"].read()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entry, = archive.infolist()
        assert entry.filename == "bootstrap"
        assert entry.external_attr >> 16 & stat.S_IXOTH
        assert archive.read(entry) == Path(os.environ["KINDLING_BOOTSTRAP"]).read_bytes()
    print(f"zip: {len(content) / 1e6:.1f} MB")


def test_snapstart_gets_classes_and_libraries(built_snapstart):
    folder = built_snapstart / "SnapStartFunction"
    assert (folder / "com/example/SampleApplication.class").is_file()
    libraries = [path.name for path in (folder / "lib").iterdir()]
    for library in ("kindling-autoconfigure", "kindling-logging", "spring-cloud-function-adapter-aws",
                    "aws-lambda-java-core", "dynamodb-enhanced"):
        assert any(name.startswith(library) for name in libraries), library
    assert not any(name.startswith(("logback", "netty", "junit")) for name in libraries)
