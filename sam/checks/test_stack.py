"""The template in a local CloudFormation, and what its role is let do."""

import ast
import json

import boto3
import botocore.session
import pytest
from conftest import ARCHITECTURE
from moto.iam.access_control import IAMPolicy, PermissionResult


def policies(role):
    """The role's policies by name. The local IAM shows those from CloudFormation as Python's dict."""
    iam = boto3.client("iam")
    assert iam.list_attached_role_policies(RoleName=role)["AttachedPolicies"] == []
    for name in iam.list_role_policies(RoleName=role)["PolicyNames"]:
        document = iam.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"]
        yield name, ast.literal_eval(document) if isinstance(document, str) else document


def test_the_table_has_its_key(stack):
    table = boto3.client("dynamodb").describe_table(TableName=stack["SampleTable"])["Table"]
    assert table["KeySchema"] == [{"AttributeName": "id", "KeyType": "HASH"}]
    assert table["AttributeDefinitions"] == [{"AttributeName": "id", "AttributeType": "S"}]
    assert table["BillingModeSummary"]["BillingMode"] == "PAY_PER_REQUEST"


def test_the_function_is_as_documented(stack, packaged):
    client = boto3.client("lambda")
    function = client.get_function(FunctionName=stack["SampleFunction"])
    configuration = function["Configuration"]
    assert configuration["Runtime"] == "provided.al2023"
    assert configuration["Handler"] == "bootstrap"
    assert configuration["Architectures"] == [ARCHITECTURE]
    assert configuration["MemorySize"] == 256
    assert configuration["Timeout"] == 10
    assert configuration["Environment"]["Variables"] == {"EXAMPLE_TABLE_NAME": stack["SampleTable"]}
    assert configuration["Role"].endswith(":role/" + stack["SampleRole"])
    versions = client.list_versions_by_function(FunctionName=stack["SampleFunction"])["Versions"]
    assert "1" in [version["Version"] for version in versions]


def test_the_role_has_no_action_but_these(stack):
    allowed = {}
    for statement in [s for _, policy in policies(stack["SampleRole"]) for s in policy["Statement"]]:
        assert statement["Effect"] == "Allow" and not {"NotAction", "NotResource"} & statement.keys()
        for action in statement["Action"]:
            assert "*" not in action
            allowed[action] = statement["Resource"]
    table = boto3.client("dynamodb").describe_table(TableName=stack["SampleTable"])["Table"]["TableArn"]
    assert {action: resource for action, resource in allowed.items() if action.startswith("dynamodb:")} \
        == {"dynamodb:GetItem": table, "dynamodb:PutItem": table}
    assert {action for action in allowed if not action.startswith("dynamodb:")} \
        == {"logs:CreateLogStream", "logs:PutLogEvents", "xray:PutTraceSegments", "xray:PutTelemetryRecords"}
    assert "SampleLogGroup" in allowed["logs:PutLogEvents"] or "log-group:" in allowed["logs:PutLogEvents"]


def permitted(role, service, resource):
    """Which of a service's operations IAM's rules let the role do with a resource."""
    documents = [IAMPolicy(json.dumps(policy)) for _, policy in policies(role)]
    operations = botocore.session.get_session().get_service_model(service).operation_names
    assert len(operations) > 5
    return {operation for operation in operations for document in documents
            if document.is_action_permitted(f"{service}:{operation}", resource) == PermissionResult.PERMITTED}


def test_the_role_may_get_and_put_in_its_table_and_do_nothing_else_there(stack):
    table = boto3.client("dynamodb").describe_table(TableName=stack["SampleTable"])["Table"]["TableArn"]
    assert permitted(stack["SampleRole"], "dynamodb", table) == {"GetItem", "PutItem"}


@pytest.mark.parametrize("suffix", ["x", "/index/name", "/stream/2026-01-01T00:00:00.000"])
def test_the_role_may_do_nothing_with_other_tables_indexes_and_streams(stack, suffix):
    table = boto3.client("dynamodb").describe_table(TableName=stack["SampleTable"])["Table"]["TableArn"]
    assert permitted(stack["SampleRole"], "dynamodb", table + suffix) == set()
    assert permitted(stack["SampleRole"], "dynamodb", "*") == set()


@pytest.mark.parametrize("service", ["s3", "iam", "sts", "kms", "lambda", "sqs", "ec2", "secretsmanager"])
def test_the_role_may_do_nothing_with_other_services(stack, service):
    assert permitted(stack["SampleRole"], service, "*") == set()
