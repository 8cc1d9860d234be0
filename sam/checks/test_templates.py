"""The templates, as they are and as CloudFormation gets them."""

import json

import pytest

from conftest import SAM, run, transform

TEMPLATES = sorted(path.name for path in SAM.glob("template*.yaml"))
NETWORK = {"Subnets": "subnet-0a1b2c3d", "SecurityGroups": "sg-0a1b2c3d"}


def transformed(name, **parameters):
    text = (SAM / name).read_text().replace("../sample-function", "s3://artifacts/sample")
    return transform(text, **(NETWORK if "managed" in name else {}), **parameters)


def properties(template, kind):
    return [r["Properties"] for r in template["Resources"].values() if r["Type"] == kind]


@pytest.mark.parametrize("name", TEMPLATES)
def test_sam_finds_no_fault(name):
    assert "is a valid SAM Template" in run("sam", "validate", "--lint", "--template-file", name)


@pytest.mark.parametrize("name", TEMPLATES)
def test_cfn_lint_finds_no_fault_in_what_it_becomes(name, aws, tmp_path):
    target = tmp_path / "template.json"
    target.write_text(json.dumps(transformed(name)))
    run("cfn-lint", "--regions", "eu-central-1", "us-east-1", "--ignore-checks", "W", "--", target)


def test_samconfig_names_each_template():
    config = (SAM / "samconfig.toml").read_text()
    for name in TEMPLATES:
        assert f'template_file = "{name}"' in config


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_function_has_what_is_documented(name, aws):
    template = transformed(name)
    function, = properties(template, "AWS::Lambda::Function")
    assert function["TracingConfig"] == {"Mode": "Active"}
    assert function["LoggingConfig"] == {"LogGroup": {"Ref": "SampleLogGroup"}, "LogFormat": "JSON",
                                         "ApplicationLogLevel": {"Ref": "LogLevel"}, "SystemLogLevel": "INFO"}
    assert function["Environment"]["Variables"]["EXAMPLE_TABLE_NAME"] == {"Ref": "SampleTable"}
    assert function["Architectures"] == [{"Ref": "Architecture"}]
    table, = properties(template, "AWS::DynamoDB::Table")
    assert table["BillingMode"] == "PAY_PER_REQUEST"
    assert table["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
    assert table["SSESpecification"] == {"SSEEnabled": True}
    log_group, = properties(template, "AWS::Logs::LogGroup")
    assert log_group["RetentionInDays"] == {"Ref": "LogRetention"}


def test_the_native_function_runs_on_the_operating_system_alone(aws):
    function, = properties(transformed("template.yaml"), "AWS::Lambda::Function")
    assert (function["Runtime"], function["MemorySize"]) == ("provided.al2023", 256)


def test_the_url_asks_for_signatures_and_can_stream(aws):
    template = transformed("template.yaml", UrlInvokeMode="RESPONSE_STREAM")
    url, = properties(template, "AWS::Lambda::Url")
    assert template["Parameters"]["UrlAuthType"]["Default"] == "AWS_IAM"
    assert url["AuthType"] == {"Ref": "UrlAuthType"}
    assert url["InvokeMode"] == {"Ref": "UrlInvokeMode"}
    public = [r for r in template["Resources"].values() if r["Type"] == "AWS::Lambda::Permission"]
    assert {r["Condition"] for r in public} == {"IsPublic"}
    assert {r["Properties"]["Action"] for r in public} == {"lambda:InvokeFunctionUrl", "lambda:InvokeFunction"}


def test_traffic_moves_as_asked_and_back_on_errors(aws):
    template = transformed("template.yaml", DeploymentType="Canary10Percent5Minutes")
    group, = properties(template, "AWS::CodeDeploy::DeploymentGroup")
    assert "Canary10Percent5Minutes" in json.dumps(group["DeploymentConfigName"])
    assert group["AlarmConfiguration"] == {"Enabled": True, "Alarms": [{"Name": {"Ref": "ErrorsAlarm"}}]}
    assert "DEPLOYMENT_STOP_ON_ALARM" in group["AutoRollbackConfiguration"]["Events"]


def test_the_alarms_watch_errors_and_throttles(aws):
    alarms = properties(transformed("template.yaml"), "AWS::CloudWatch::Alarm")
    assert {alarm["MetricName"] for alarm in alarms} == {"Errors", "Throttles"}


def test_snapstart_takes_snapshots_of_versions(aws):
    function, = properties(transformed("template-snapstart.yaml"), "AWS::Lambda::Function")
    assert function["Runtime"] == "java21"
    assert function["SnapStart"] == {"ApplyOn": "PublishedVersions"}
    assert function["Handler"] == "org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest"


def test_managed_instances_run_several_invocations_at_once(aws):
    function, = properties(transformed("template-managed-instances.yaml"), "AWS::Lambda::Function")
    config = function["CapacityProviderConfig"]["LambdaManagedInstancesCapacityProviderConfig"]
    assert config["PerExecutionEnvironmentMaxConcurrency"] == {"Ref": "MaxConcurrency"}
    assert function["MemorySize"] >= 2048
