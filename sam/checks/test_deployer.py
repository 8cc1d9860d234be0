"""What the deployer may do: enough for the stack, and nothing beside it."""

import json
from pathlib import Path

import cfnlint
from conftest import SAM, run
from moto.iam.access_control import IAMPolicy, PermissionResult
from samcli.yamlhelper import yaml_parse
from test_templates import transformed

SCHEMAS = Path(cfnlint.__file__).parent / "data" / "schemas"
STACK = "kindling-sample"

# What the resource types' schemas ask for because of properties that the template doesn't have
UNUSED = {
    "AWS::DynamoDB::Table": {
        "dynamodb:DescribeImport", "dynamodb:ImportTable", "dynamodb:UpdateTimeToLive",
        "dynamodb:UpdateContributorInsights", "dynamodb:EnableKinesisStreamingDestination",
        "dynamodb:DisableKinesisStreamingDestination", "dynamodb:UpdateKinesisStreamingDestination",
        "dynamodb:PutResourcePolicy", "dynamodb:DeleteResourcePolicy", "dynamodb:CreateTableReplica",
        "dynamodb:AssociateTableReplica", "dynamodb:Scan", "dynamodb:Query", "dynamodb:UpdateItem",
        "dynamodb:PutItem", "dynamodb:GetItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem",
        "kinesis:DescribeStream", "kinesis:PutRecords", "iam:CreateServiceLinkedRole", "kms:Decrypt", "kms:Encrypt",
        "kms:ListAliases", "kms:RevokeGrant", "logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogGroups",
        "logs:DescribeLogStreams", "logs:PutLogEvents", "logs:PutRetentionPolicy", "s3:GetObject",
        "s3:GetObjectMetadata", "s3:ListBucket"},
    "AWS::Lambda::Function": {
        "lambda:PutFunctionConcurrency", "lambda:DeleteFunctionConcurrency", "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets", "ec2:DescribeVpcs", "ec2:DescribeNetworkInterfaces",
        "elasticfilesystem:DescribeMountTargets", "s3files:ListMountTargets", "kms:CreateGrant", "kms:Decrypt",
        "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "lambda:GetCodeSigningConfig",
        "lambda:PutFunctionCodeSigningConfig", "lambda:DeleteFunctionCodeSigningConfig", "lambda:GetLayerVersion",
        "lambda:PutRuntimeManagementConfig", "lambda:PutFunctionRecursionConfig", "lambda:PutFunctionScalingConfig",
        "lambda:PassCapacityProvider", "lambda:AssociateRuntimeAlias"},
    "AWS::Lambda::Version": {
        "lambda:PutProvisionedConcurrencyConfig", "lambda:PutRuntimeManagementConfig",
        "lambda:PutFunctionScalingConfig"},
    "AWS::Lambda::Alias": {
        "lambda:PutProvisionedConcurrencyConfig", "lambda:DeleteProvisionedConcurrencyConfig"},
    "AWS::IAM::Role": {"iam:DeleteRolePermissionsBoundary", "iam:PutRolePermissionsBoundary"},
    "AWS::Logs::LogGroup": {
        "logs:PutDataProtectionPolicy", "logs:DeleteDataProtectionPolicy", "logs:CreateLogDelivery",
        "s3:REST.PUT.OBJECT", "firehose:TagDeliveryStream", "logs:PutResourcePolicy", "logs:DeleteResourcePolicy",
        "logs:PutIndexPolicy", "logs:DeleteIndexPolicy", "logs:PutBearerTokenAuthentication", "logs:AssociateKmsKey",
        "logs:DisassociateKmsKey", "logs:PutLogGroupDeletionProtection"},
    "AWS::CodeDeploy::DeploymentGroup": {"codedeploy:RegisterOnPremisesInstance"},
}


def resolve(value):
    """Fills in the parameters and pseudo parameters of the deployer's policies."""
    values = {"AWS::Partition": "aws", "AWS::Region": "eu-central-1", "AWS::AccountId": "123456789012",
              "StackName": STACK, "Artifacts.Arn": "arn:aws:s3:::artifacts"}
    if isinstance(value, list):
        return [resolve(each) for each in value]
    if isinstance(value, dict):
        if "Fn::Sub" in value:
            text = value["Fn::Sub"]
            for name, replacement in values.items():
                text = text.replace("${" + name + "}", replacement)
            assert "${" not in text
            return text
        if "Fn::GetAtt" in value:
            return {"Artifacts": "arn:aws:s3:::artifacts", "StackRole": "arn:aws:iam::123456789012:role/stack"}[
                value["Fn::GetAtt"][0]]
        return {key: resolve(each) for key, each in value.items()}
    return value


def policies():
    resources = yaml_parse((SAM / "deployer.yaml").read_text())["Resources"]
    return (resolve(resources["DeployerPolicy"]["Properties"]["PolicyDocument"]),
            resolve(resources["StackRole"]["Properties"]["Policies"][0]["PolicyDocument"]))


def actions(policy):
    for statement in policy["Statement"]:
        yield from [statement["Action"]] if isinstance(statement["Action"], str) else statement["Action"]


def asked_for(kind):
    """What CloudFormation's own schema says it calls to create, read, update and delete a resource."""
    schema = json.loads((SCHEMAS / "providers" / "us-east-1.json").read_text())[kind]
    handlers = json.loads((SCHEMAS / "resources" / f"{schema}.json").read_text())["handlers"]
    return {action for name, handler in handlers.items() if name != "list" for action in handler["permissions"]}


def test_cfn_lint_finds_no_fault():
    run("cfn-lint", "--regions", "eu-central-1", "--", "deployer.yaml")


def test_cloudformation_may_do_all_that_the_stacks_resources_need(aws):
    _, stack = policies()
    allowed = set(actions(stack))
    kinds = {resource["Type"] for resource in transformed("template.yaml")["Resources"].values()}
    assert len(kinds) == 11
    for kind in kinds:
        assert asked_for(kind) - UNUSED.get(kind, set()) - allowed == set(), kind


def test_no_policy_allows_whole_services():
    for policy in policies():
        assert all("*" not in action for action in actions(policy))


def test_cloudformation_may_change_nothing_of_other_stacks():
    _, stack = policies()
    lists = {"logs:DescribeLogGroups", "logs:DescribeResourcePolicies", "cloudwatch:DescribeAlarms"}
    engine = IAMPolicy(json.dumps({**stack, "Statement": [
        {key: value for key, value in statement.items() if key != "Condition"}
        for statement in stack["Statement"] if statement["Sid"] != "TableKey"]}))
    for action in set(actions(stack)) - lists:
        for other in ("arn:aws:lambda:eu-central-1:123456789012:function:other",
                      "arn:aws:dynamodb:eu-central-1:123456789012:table/other",
                      "arn:aws:iam::123456789012:role/Administrator",
                      "arn:aws:logs:eu-central-1:123456789012:log-group:other",
                      "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:other",
                      "arn:aws:codedeploy:eu-central-1:123456789012:application:other"):
            assert engine.is_action_permitted(action, other) != PermissionResult.PERMITTED, (action, other)


def test_the_deployer_itself_reaches_only_the_stack_and_its_artifacts():
    deployer, _ = policies()
    resources = {resource for statement in deployer["Statement"] for resource in
                 ([statement["Resource"]] if isinstance(statement["Resource"], str) else statement["Resource"])}
    assert resources == {
        f"arn:aws:cloudformation:eu-central-1:123456789012:stack/{STACK}/*",
        "arn:aws:cloudformation:eu-central-1:aws:transform/Serverless-2016-10-31",
        "arn:aws:s3:::artifacts/*", "arn:aws:s3:::artifacts", "arn:aws:iam::123456789012:role/stack"}
