"""What the archetype generates, as SAM sees it."""

import os
import re

import pytest
from conftest import ARCHITECTURE, MAVEN, ROOT, run
from samcli.yamlhelper import yaml_parse

PLUGIN = re.search("<archetype-plugin.version>(.+)</archetype-plugin.version>", (ROOT / "pom.xml").read_text())[1]
VERSION = re.search("<artifactId>kindling-parent</artifactId>\\s*<version>(.+)</version>",
                    (ROOT / "pom.xml").read_text())[1]


@pytest.fixture(scope="module", params=["http", "sqs"])
def generated(request, repository, tmp_path_factory):
    """A new project of each kind."""
    folder = tmp_path_factory.mktemp("generated")
    run(*MAVEN, f"-Dmaven.repo.local={repository}",
        f"org.apache.maven.plugins:maven-archetype-plugin:{PLUGIN}:generate", "-DarchetypeCatalog=local",
        "-DarchetypeGroupId=dev.kindling", "-DarchetypeArtifactId=kindling-function-archetype",
        f"-DarchetypeVersion={VERSION}", "-DgroupId=org.acme", "-DartifactId=my_orders",
        f"-Dkind={request.param}", cwd=folder)
    return request.param, folder / "my_orders"


def test_sam_finds_no_fault_in_it(generated):
    _, project = generated
    assert "is a valid SAM Template" in run("sam", "validate", cwd=project)


def test_it_is_for_this_machine_and_has_what_calls_it(generated):
    kind, project = generated
    template = yaml_parse((project / "template.yaml").read_text())
    assert template["Parameters"]["Architecture"]["Default"] == ARCHITECTURE
    function = template["Resources"]["OrdersFunction"]["Properties"]
    assert function["Environment"]["Variables"] == {"ORDER_TABLE_NAME": {"Ref": "OrderTable"}}
    if kind == "http":
        assert function["FunctionUrlConfig"] == {"AuthType": "AWS_IAM"}
    else:
        queue = function["Events"]["Queue"]["Properties"]
        assert queue["FunctionResponseTypes"] == ["ReportBatchItemFailures"]


def test_sam_builds_it(generated):
    """Makefile and template fit each other; the executable is the sample's."""
    _, project = generated
    assert "Build Succeeded" in run("sam", "build", cwd=project)
    assert os.access(project / ".aws-sam" / "build" / "OrdersFunction" / "bootstrap", os.X_OK)
