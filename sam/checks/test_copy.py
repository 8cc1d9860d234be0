"""A copy of the sample outside of the repository, as a user has it, with Kindling installed."""

import os
import re
import shutil
import stat
import zipfile
from pathlib import Path

import pytest
from conftest import ARCHITECTURE, MAVEN, ROOT, SAM, run
from samcli.yamlhelper import yaml_parse

SHOP = """
package com.example;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

@Configuration
class Shop {

	@Bean
	Supplier<String> on() {
		return () -> "on";
	}

	@Bean("take-order")
	Consumer<OrderLine> first() {
		return (line) -> {
		};
	}

	@Bean
	Consumer<OrderLine> takeOrder() {
		return (line) -> {
		};
	}

	record OrderLine(@DynamoDbPartitionKey long order, @DynamoDbSortKey String line) {
	}

}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The sample's sources and nothing else."""
    folder = tmp_path_factory.mktemp("project") / "sample"
    shutil.copytree(ROOT / "sample-function", folder, ignore=shutil.ignore_patterns("target"))
    return folder


@pytest.fixture(scope="module")
def written(repository, project):
    """The project after `kindling:sam`; the path of its template."""
    version = re.search("kindling-starter-parent</artifactId>\\s*<version>(.+)</version>",
                        (project / "pom.xml").read_text())[1]
    run(*MAVEN, f"-Dmaven.repo.local={repository}", "compile",
        f"dev.kindling:kindling-maven-plugin:{version}:sam", cwd=project)
    return project / "template.yaml"


def test_the_sample_needs_nothing_of_the_repository(project):
    pom = (project / "pom.xml").read_text()
    assert re.search(r"<parent>\s*<groupId>dev\.kindling</groupId>\s*<artifactId>kindling-starter-parent</artifactId>", pom)
    path = re.search("<relativePath>(.+)</relativePath>", pom)[1]
    assert not (project / path).exists()  # so that Maven asks its repository


def test_maven_builds_it_from_installed_artifacts(repository, project):
    run(*MAVEN, f"-Dmaven.repo.local={repository}", "package", cwd=project)
    assert list((project / "target").glob("sample-function-*.jar"))


def test_sam_finds_no_fault_in_the_template_that_kindling_writes(written):
    assert "is a valid SAM Template" in run("sam", "validate", "--lint", "--template-file", written)


def test_the_template_has_the_samples_function_and_table(written):
    resources = yaml_parse(written.read_text())["Resources"].values()
    function, = [each["Properties"] for each in resources if each["Type"] == "AWS::Serverless::Function"]
    table, = [each["Properties"] for each in resources if each["Type"] == "AWS::DynamoDB::Table"]
    assert function["Runtime"] == "provided.al2023"
    assert function["Handler"] == "register"
    # the name that the sample's application.properties refers to
    assert function["Environment"]["Variables"] == {"EXAMPLE_TABLE_NAME": {"Ref": "PersonTable"}}
    assert table["KeySchema"] == [{"AttributeName": "id", "KeyType": "HASH"}]


def test_sam_finds_no_fault_in_a_template_with_more_functions_and_tables(repository, project, tmp_path):
    shutil.copytree(project, tmp_path / "shop", ignore=shutil.ignore_patterns("target", "template.yaml", "Makefile",
                                                                             "samconfig.toml"))
    (tmp_path / "shop/src/main/java/com/example/Shop.java").write_text(SHOP)
    run(*MAVEN, f"-Dmaven.repo.local={repository}", "compile", "kindling:sam", cwd=tmp_path / "shop")
    template = tmp_path / "shop/template.yaml"
    assert "is a valid SAM Template" in run("sam", "validate", "--lint", "--template-file", template)
    resources = yaml_parse(template.read_text())["Resources"]
    assert {resources[name]["Properties"]["Handler"] for name in resources if name.endswith("Function")} \
        == {"register", "on", "take-order", "takeOrder"}
    assert {name for name in resources if name.endswith("Table")} == {"PersonTable", "OrderLineTable"}


def test_kindling_runs_and_packages_the_executable(repository, project, written):
    """In the local Lambda, and as the zip that Lambda takes."""
    shutil.copy2(os.environ["KINDLING_BOOTSTRAP"], project / "target" / "bootstrap")
    maven = (*MAVEN[:-1], f"-Dmaven.repo.local={repository}", "-Dkindling.native")
    output = run(*maven, "kindling:invoke", f"-Dfile={SAM / 'events' / 'direct.json'}", cwd=project)
    assert re.search(r'\{"id":"[^"]+","name":"Ada"}', output), output
    output = run(*maven, "kindling:package", f"-Dkindling.architecture={ARCHITECTURE}", cwd=project)
    assert f"runs on provided.al2023, {ARCHITECTURE}" in output
    assert "zipped" in output and "at a cold start" in output
    with zipfile.ZipFile(next((project / "target").glob("*-lambda.zip"))) as archive:
        entry, = archive.infolist()
        assert entry.filename == "bootstrap" and entry.external_attr >> 16 & stat.S_IXOTH
        assert archive.read(entry) == Path(os.environ["KINDLING_BOOTSTRAP"]).read_bytes()


def test_sam_builds_it(repository, written):
    """With the executable that is there already, unless KINDLING_CHECK_NATIVE asks for all of it."""
    env = {"MAVEN": f"mvn -Dmaven.repo.local={repository}"}
    if os.environ.get("KINDLING_CHECK_NATIVE") == "true":
        env.update({"KINDLING_BOOTSTRAP": "", "JAVA_HOME": os.environ["GRAALVM_HOME"]})
    output = run("sam", "build", "--parameter-overrides", f"Architecture={ARCHITECTURE}", env=env,
                 cwd=written.parent)
    assert "Build Succeeded" in output
    built, = [path for path in (written.parent / ".aws-sam" / "build").iterdir() if path.is_dir()]
    assert os.access(built / "bootstrap", os.X_OK)
