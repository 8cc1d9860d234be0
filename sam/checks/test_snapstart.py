"""What SAM built for the managed Java runtime, with the handler that the template names."""

import json
import os
import subprocess

import boto3
import pytest
from conftest import SAM
from samcli.yamlhelper import yaml_parse

EVENTS = ["direct.json", "function-url.json"]


@pytest.fixture(scope="module")
def output(built_snapstart, aws, java):
    boto3.client("dynamodb").create_table(
        TableName="people", KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}], BillingMode="PAY_PER_REQUEST")
    function = yaml_parse((SAM / "template-snapstart.yaml").read_text())["Resources"]["SnapStartFunction"]
    folder = built_snapstart / "SnapStartFunction"
    environment = {
        "_HANDLER": function["Properties"]["Handler"],
        "MAIN_CLASS": function["Properties"]["Environment"]["Variables"]["MAIN_CLASS"],
        "EXAMPLE_TABLE_NAME": "people", "AWS_EXECUTION_ENV": "AWS_Lambda_java21",
        # Nobody is there: the managed runtime's own loop asks for events, and Kindling's must not
        "AWS_LAMBDA_RUNTIME_API": "127.0.0.1:9", "AWS_LAMBDA_FUNCTION_NAME": "sample", "AWS_REGION": "eu-central-1",
        "AWS_ACCESS_KEY_ID": "local", "AWS_SECRET_ACCESS_KEY": "s3cr3t", "AWS_ENDPOINT_URL_DYNAMODB": aws,
        "AWS_LAMBDA_LOG_FORMAT": "JSON", "AWS_LAMBDA_LOG_LEVEL": "DEBUG", "PATH": os.environ["PATH"]}
    done = subprocess.run([java, "-cp", f"{folder}:{folder}/lib/*", SAM / "checks" / "ManagedRuntime.java",
                           *(SAM / "events" / name for name in EVENTS)],
                          env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def answers(output):
    return [json.loads(line.removeprefix("answer ")) for line in output.splitlines() if line.startswith("answer ")]


def test_each_event_is_answered_with_the_item(output):
    direct, url = answers(output)
    assert direct.keys() == {"id", "name"} and direct["name"] == "Ada"
    assert url["statusCode"] == 200
    assert json.loads(url["body"])["name"] == "Ada"


def test_the_items_are_in_the_table(output):
    assert boto3.client("dynamodb").scan(TableName="people")["Count"] == len(EVENTS)


def test_nothing_of_events_and_environment_is_logged(output):
    log = [line for line in output.splitlines() if not line.startswith("answer ")]
    assert any('"level":"DEBUG"' in line for line in log)
    assert not any("Ada" in line or "s3cr3t" in line for line in log)
