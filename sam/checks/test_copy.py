"""A copy of the sample outside of the repository, as a user has it, with Kindling installed."""

import json
import os
import re
import shutil
import stat
import zipfile
from pathlib import Path

import pytest
from conftest import ARCHITECTURE, MAVEN, ROOT, SAM, run, transform
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


@pytest.fixture(scope="module")
def orders(repository, tmp_path_factory):
    """An order service that has passed its tests, and what kindling:sam wrote and said about it."""
    folder = tmp_path_factory.mktemp("orders") / "orders"
    shutil.copytree(Path(__file__).parent / "orders", folder)
    said = run(*MAVEN[:-1], f"-Dmaven.repo.local={repository}", "-Dkindling.initTimeout=60", "test",
               "kindling:sam", "-Dkindling.events=store:sqs", cwd=folder)
    assert "Tests run: 2, Failures: 0, Errors: 0, Skipped: 0" in said
    return folder, said


def test_an_order_service_is_written_with_nothing_left_to_do_by_hand(orders):
    folder, said = orders
    for line in ("find: answers HttpResponse, has a function URL", "store: has a queue with a dead-letter queue"):
        assert line in said
    assert "is to be given" not in said and "nothing calls it" not in said
    resources = yaml_parse((folder / "template.yaml").read_text())["Resources"]
    assert "FunctionUrlConfig" in resources["FindFunction"]["Properties"]
    store = resources["StoreFunction"]["Properties"]
    assert store["Events"]["FromQueue"] == {"Type": "SQS", "Properties": {
        "Queue": {"Fn::GetAtt": ["StoreFunctionQueue", "Arn"]}, "FunctionResponseTypes": ["ReportBatchItemFailures"]}}
    assert "FunctionUrlConfig" not in store
    assert resources["StoreFunctionQueue"]["Properties"]["RedrivePolicy"]["maxReceiveCount"] == 5
    table = resources["OrderTable"]["Properties"]
    index, = table["GlobalSecondaryIndexes"]
    assert index["KeySchema"] == [{"AttributeName": "customer", "KeyType": "HASH"},
                                  {"AttributeName": "placed", "KeyType": "RANGE"}]
    assert table["TimeToLiveSpecification"] == {"AttributeName": "expires", "Enabled": True}
    allowed = [statement for policy in store["Policies"] for statement in policy["Statement"]]
    assert {"Effect": "Allow", "Action": "dynamodb:Query",
            "Resource": {"Fn::Sub": "${OrderTable.Arn}/index/*"}} in allowed
    assert all(statement["Resource"] != "*" for statement in allowed)


def test_the_inventory_tells_what_there_is(orders):
    folder, _ = orders
    inventory = json.loads((folder / "target/kindling/inventory.json").read_text())
    assert inventory["version"] == 1
    assert {each["name"]: each["event"] for each in inventory["functions"]} \
        == {"find": "http", "list": "http", "store": "any"}
    assert all(each["tables"] == ["com.example.OrdersApplication$Order"] for each in inventory["functions"])
    assert [each["entity"] for each in inventory["tables"]] == [
        "com.example.Kinds$OrderLine", "com.example.Kinds$OrderNote", "com.example.OrdersApplication$Order"]


def test_nothing_of_ahead_of_time_processing_gets_into_the_jar(orders):
    folder, _ = orders
    assert not list((folder / "target/classes").rglob("*__*")), "kindling:sam leaves the classes as they are"


@pytest.fixture(scope="module")
def kinds(repository, orders, tmp_path_factory):
    """The same application with a function of each kind of event."""
    folder = tmp_path_factory.mktemp("kinds") / "kinds"
    shutil.copytree(orders[0], folder)
    said = run(*MAVEN[:-1], f"-Dmaven.repo.local={repository}", "kindling:sam", "-Dkindling.overwrite",
               "-Dkindling.events=store:http-api", env={"SPRING_PROFILES_ACTIVE": "kinds"}, cwd=folder)
    return folder, said


def test_sam_and_cfn_lint_find_no_fault_in_any_kind(orders, kinds, aws, tmp_path):
    given = {"PaidFunctionSource": "com.example.shop", "NightlyFunctionSchedule": "rate(1 day)"}
    for (folder, _), parameters in ((orders, {}), (kinds, given)):
        assert "is a valid SAM Template" in run("sam", "validate", "--lint", cwd=folder)
        text = (folder / "template.yaml").read_text().replace("CodeUri: .", "CodeUri: s3://artifacts/orders")
        target = tmp_path / "template.json"
        # what SAM makes of it: names that are there twice are found here only
        target.write_text(json.dumps(transform(text, **parameters)))
        run("cfn-lint", "--regions", "eu-central-1", "us-east-1", "--ignore-checks", "W", "--", target)


def test_each_kind_has_what_calls_it(kinds):
    folder, said = kinds
    resources = yaml_parse((folder / "template.yaml").read_text())["Resources"]
    functions = {each["Properties"]["Handler"]: each["Properties"] for each in resources.values()
                 if each["Type"] == "AWS::Serverless::Function"}
    sources = {name: next(iter(each["Events"].values()))["Type"] if "Events" in each
               else "Url" if "FunctionUrlConfig" in each else None for name, each in functions.items()}
    assert sources == {"find": "Url", "list": "Url", "store": "HttpApi", "take-order": "SQS", "takeOrder": "SNS",
                       "stream": "Kinesis", "change": "DynamoDB", "upload": "S3", "paid": "EventBridgeRule",
                       "nightly": "Schedule", "rest": "HttpApi", "balanced": None, "on": "Url"}
    assert "balanced: takes ApplicationLoadBalancerRequestEvent, and nothing calls it yet" in said
    assert "NightlyFunctionSchedule is to be given" in said and "PaidFunctionSource is to be given" in said
    template = (folder / "template.yaml").read_text()
    assert "# Events: nothing calls this function yet. It takes ApplicationLoadBalancerRequestEvent" in template
    assert resources["OrderTable"]["Properties"]["StreamSpecification"] == {"StreamViewType": "NEW_AND_OLD_IMAGES"}
    # entities that an annotation gives one name share a table, with the indexes of both
    assert "OrderNoteTable" not in resources
    variables = functions["on"]["Environment"]["Variables"]
    assert variables["ORDER_NOTE_TABLE_NAME"] == variables["ORDER_LINE_TABLE_NAME"] == {"Ref": "OrderLineTable"}
    assert resources["OrderLineTable"]["Properties"]["LocalSecondaryIndexes"][0]["IndexName"] == "by-price"


def test_sam_builds_one_executable_for_all_functions(kinds, tmp_path):
    """Maven is played by what counts how often it is called: a native build takes minutes."""
    folder, _ = kinds
    maven = tmp_path / "mvn"
    maven.write_text(f"#!/bin/sh\necho run >> {tmp_path}/runs\nmkdir -p target\n"
                     f"cp '{os.environ['KINDLING_BOOTSTRAP']}' target/bootstrap\n")
    maven.chmod(0o755)
    for runs in (1, 2):
        output = run("sam", "build", env={"MAVEN": str(maven), "KINDLING_BOOTSTRAP": ""}, cwd=folder)
        assert "Build Succeeded" in output
        assert len((tmp_path / "runs").read_text().splitlines()) == runs
    built = {path.name for path in (folder / ".aws-sam" / "build").iterdir() if path.is_dir()}
    assert len(built) == 13
    assert all(os.access(folder / ".aws-sam" / "build" / name / "bootstrap", os.X_OK) for name in built)
