"""What the checks share: SAM's builds, a local AWS, and the templates as CloudFormation sees them."""

import json
import os
import platform
import shutil
import subprocess
from pathlib import Path

import boto3
import pytest
from moto.server import ThreadedMotoServer
from samcli.yamlhelper import yaml_parse
from samtranslator.parser.parser import Parser
from samtranslator.translator.managed_policy_translator import ManagedPolicyLoader
from samtranslator.translator.translator import Translator

SAM = Path(__file__).parent.parent
ROOT = SAM.parent
MAVEN = ("mvn", "--batch-mode", "--no-transfer-progress", "--quiet")
ARCHITECTURE = {"x86_64": "x86_64", "aarch64": "arm64"}[platform.machine()]


def run(*command, env=None, cwd=SAM):
    """Runs a command and shows what it printed if it fails."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, env={**os.environ, **(env or {})},
                          capture_output=True, text=True)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


@pytest.fixture(scope="session")
def repository(tmp_path_factory):
    """A local Maven repository of its own, so that nothing of Kindling gets into the user's.

    All else is shared with the user's: what is missing is downloaded once. The archetype
    needs all that a project of a user needs.
    """
    folder = tmp_path_factory.mktemp("maven") / "repository"
    users = Path(os.environ.get("MAVEN_REPOSITORY", Path.home() / ".m2" / "repository"))
    share(users, folder, but={"dev", "archetype-catalog.xml"})
    share(users / "dev", folder / "dev", but={"kindling"})
    run(*MAVEN, f"-Dmaven.repo.local={folder}", "-DskipTests", "-DskipITs", "-pl", "archetype", "-am", "install",
        cwd=ROOT)
    return folder


def share(source, target, but):
    target.mkdir(parents=True)
    for entry in source.iterdir() if source.is_dir() else ():
        if entry.name not in but:
            (target / entry.name).symlink_to(entry)


def sam_build(template, folder):
    """Runs `sam build` for this machine's processor."""
    run("sam", "build", "--template-file", template, "--build-dir", folder,
        "--parameter-overrides", f"Architecture={ARCHITECTURE}", env={"KINDLING_ARCHITECTURE": ARCHITECTURE})
    return folder


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    return sam_build("template.yaml", tmp_path_factory.mktemp("build") / "native")


@pytest.fixture(scope="session")
def built_snapstart(tmp_path_factory):
    return sam_build("template-snapstart.yaml", tmp_path_factory.mktemp("build") / "snapstart")


@pytest.fixture(scope="session")
def aws():
    """A local AWS, on a free port."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    os.environ["AWS_ENDPOINT_URL"] = f"http://{host}:{port}"
    yield os.environ["AWS_ENDPOINT_URL"]
    del os.environ["AWS_ENDPOINT_URL"]
    server.stop()


def transform(text, **parameters):
    """What CloudFormation's AWS::Serverless transform makes of a template."""
    template = yaml_parse(text)
    for name, parameter in template["Parameters"].items():
        if "Default" in parameter:
            parameters.setdefault(name, parameter["Default"])
    iam = boto3.client("iam")
    translator = Translator(ManagedPolicyLoader(iam).load(), Parser(), boto_session=boto3.Session())
    return translator.translate(template, parameters)


@pytest.fixture(scope="session")
def packaged(aws, built):
    """The template after `sam package`, its zip in the local S3."""
    boto3.client("s3").create_bucket(Bucket="artifacts",
                                     CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    output = built / "packaged.yaml"
    run("sam", "package", "--template-file", built / "template.yaml", "--s3-bucket", "artifacts",
        "--output-template-file", output)
    return output.read_text()


@pytest.fixture(scope="session")
def stack(aws, packaged, tmp_path_factory):
    """The template deployed to the local CloudFormation by `sam deploy`; its resources by logical id.

    That CloudFormation has no transform, so it gets what the transform makes. It has no
    function URLs, aliases, alarms and CodeDeploy either: it leaves them out, and an output
    that asks for an attribute of one has to go. They are checked in the transformed template.
    """
    template = transform(packaged, Architecture=ARCHITECTURE)
    del template["Outputs"]["FunctionUrl"]
    folder = tmp_path_factory.mktemp("stack")
    file = folder / "template.json"
    file.write_text(json.dumps(template))
    # the local CloudFormation finds an uploaded template by addresses of this form only
    config = folder / "config"
    config.write_text("[default]\ns3 =\n  addressing_style = path\n")
    output = run("sam", "deploy", "--config-file", SAM / "samconfig.toml", "--template-file", file,
                 "--no-confirm-changeset", "--no-resolve-s3", "--s3-bucket", "artifacts",
                 "--parameter-overrides", f"Architecture={ARCHITECTURE}",
                 env={"AWS_CONFIG_FILE": str(config), "AWS_ENDPOINT_URL_S3": aws.replace("127.0.0.1", "localhost")})
    assert "Successfully created/updated stack - kindling-sample in eu-central-1" in output
    cloudformation = boto3.client("cloudformation")
    described = cloudformation.describe_stacks(StackName="kindling-sample")["Stacks"][0]
    assert described["StackStatus"] == "CREATE_COMPLETE", described
    resources = cloudformation.describe_stack_resources(StackName="kindling-sample")["StackResources"]
    return {resource["LogicalResourceId"]: resource["PhysicalResourceId"] for resource in resources
            if "PhysicalResourceId" in resource}


@pytest.fixture(scope="session")
def java():
    home = os.environ.get("JAVA_HOME")
    return str(Path(home, "bin", "java")) if home else shutil.which("java")
