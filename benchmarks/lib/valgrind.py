# Copyright 2026-present the Kindling authors.
#
# Licensed under the Apache License, Version 2.0 (the "License");
# you may not use this file except in compliance with the License.
# You may obtain a copy of the License at
#
#      https://www.apache.org/licenses/LICENSE-2.0
#
# Unless required by applicable law or agreed to in writing, software
# distributed under the License is distributed on an "AS IS" BASIS,
# WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
# See the License for the specific language governing permissions and
# limitations under the License.

"""Runs the sample's executable in Valgrind, and writes lists of what the reference workload used of it."""

import collections
import contextlib
import json
import pathlib
import sys

from .environment import ROOT, TARGET, Certificates, DynamoDb, TlsEndPoint, compile_c, tool
from .measure import LAMBDA

LISTS = ROOT / "native/src/main/resources/dev/kindling/image"


def add_executable(parser):
    parser.add_argument("--executable", type=pathlib.Path, default=ROOT / "sample-function/target/bootstrap",
                        help="the executable")


@contextlib.contextmanager
def end_points():
    """What DynamoDB is called by, plain and over TLS: the function's environment, and its arguments."""
    TARGET.mkdir(exist_ok=True)
    certificates = Certificates().make()
    dynamodb = DynamoDb()
    tls = TlsEndPoint(certificates, dynamodb)
    try:
        yield [({"AWS_ENDPOINT_URL_DYNAMODB": dynamodb.endpoint}, []),
               ({"AWS_ENDPOINT_URL_DYNAMODB": tls.endpoint, "KINDLING_DYNAMODB_PRIMING": "always"},
                [f"-Djavax.net.ssl.trustStore={certificates.trust_store}"])]
    finally:
        tls.close()
        dynamodb.close()


class Run:
    """A start and some calls in Valgrind."""

    def __init__(self, name, executable, calls, timeout, end_point, *options, arguments=()):
        environment, more = end_point
        self.log = TARGET / f"{name}.log"
        command = [compile_c("driver"), "--calls", calls, "--timeout", timeout, "--term", "--log", self.log, "--",
                   tool("valgrind", "apt-get install valgrind"), *options, executable, "-XX:MaxHeapSize=48m",
                   *arguments, *more]
        self.command = [str(part) for part in command]
        self.environment = {**LAMBDA, **environment}

    def check(self, status, output):
        """Ends the script if the function didn't answer rightly."""
        if status != 0 or not json.loads(output.splitlines()[-1])["ok"]:
            sys.exit(f"{output}Its output: {self.log}")


def say(calls, end_point):
    environment, _ = end_point
    print(f"1 and {calls} calls to {environment['AWS_ENDPOINT_URL_DYNAMODB']}", file=sys.stderr, flush=True)


def write(name, used, what):
    """Writes a list: a line a class, with the names of what was used of it."""
    of_type = collections.defaultdict(set)
    for type_name, member in used:
        of_type[type_name].add(member)
    file = LISTS / name
    file.write_text("".join(f"{name} {' '.join(sorted(found))}\n" for name, found in sorted(of_type.items())))
    print(f"{file.relative_to(ROOT)}: {what}")
