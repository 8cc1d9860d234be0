"""What SAM built, in the local Lambda, with each event of events/."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from conftest import SAM

EVENTS = sorted(path.name for path in (SAM / "events").glob("*.json"))
NAMES = {"sqs.json": 2, "kinesis.json": 2, "s3.json": 0}


@pytest.fixture(scope="module")
def answers(built, java):
    target = Path(os.environ["KINDLING_TEST_CLASSES"])
    class_path = [target / "classes", *(target / "lib").iterdir()]
    done = subprocess.run(
        [java, "-cp", ":".join(str(entry) for entry in class_path),
         SAM / "checks" / "InvokeEvents.java", built / "SampleFunction" / "bootstrap",
         *(SAM / "events" / name for name in EVENTS)],
        capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def payload(answers, name):
    assert not answers[name]["failed"], answers[name]["payload"] + "\n" + answers["log"]
    return json.loads(answers[name]["payload"] or "null")


def assert_person(person, name="Ada"):
    assert person.keys() == {"id", "name"} and person["id"] and person["name"] == name


def test_a_direct_invocation_is_answered_with_the_item(answers):
    assert_person(payload(answers, "direct.json"))


@pytest.mark.parametrize("name", ["function-url.json", "apigateway-http.json", "apigateway-rest.json", "alb.json"])
def test_a_request_by_http_is_answered_with_the_item_as_body(answers, name):
    answer = payload(answers, name)
    assert answer["statusCode"] == 200
    assert_person(json.loads(answer["body"]))


@pytest.mark.parametrize("name", ["sqs.json", "kinesis.json", "dynamodb-stream.json", "kafka.json"])
def test_no_record_of_a_batch_fails(answers, name):
    assert payload(answers, name) == {"batchItemFailures": []}


@pytest.mark.parametrize("name", ["sns.json", "eventbridge.json"])
def test_an_event_that_nobody_waits_for_is_taken(answers, name):
    payload(answers, name)


def test_an_event_that_has_nothing_for_the_function_is_refused(answers):
    assert answers["s3.json"]["failed"]
    assert json.loads(answers["s3.json"]["payload"])["cause"]["errorType"] == "Runtime.InvalidEvent"


def test_each_record_became_an_item(answers):
    assert answers["items"] == sum(NAMES.get(name, 1) for name in EVENTS)


def test_one_process_served_all_events(answers):
    assert answers["coldStarts"] == 1


def test_nothing_of_the_events_is_logged(answers):
    assert "Ada" not in answers["log"] and "Grace" not in answers["log"]
