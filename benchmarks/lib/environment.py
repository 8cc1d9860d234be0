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

"""What the subjects run against: DynamoDB Local, a TLS end point in front of it, certificates."""

import hashlib
import http.client
import json
import os
import pathlib
import shutil
import subprocess
import threading
import time
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent.parent
ROOT = HERE.parent
TARGET = HERE / "target"
CACHE = pathlib.Path(os.environ.get("KINDLING_BENCHMARK_CACHE", pathlib.Path.home() / ".cache/kindling-benchmarks"))
TABLE = "people"  # where the item of every answer is looked up
MORE_TABLES = ["orders"]
ROOTS = 140


class Unavailable(Exception):
    """Something that a subject or the benchmark needs isn't there; the text says what."""


def tool(name, install):
    found = shutil.which(name)
    if not found:
        raise Unavailable(f"{name} is missing ({install})")
    return found


def digest(*parts):
    """A short hash of texts and of files' names and bytes."""
    value = hashlib.sha256()
    for part in parts:
        if isinstance(part, pathlib.Path):
            value.update(str(part.relative_to(ROOT)).encode() + b"\0" + part.read_bytes())
        else:
            value.update(str(part).encode())
    return value.hexdigest()[:16]


def run(command, log, **options):
    """Runs a build step with its output in a file, whose end is shown if it fails."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        status = subprocess.run([str(part) for part in command], stdout=output, stderr=subprocess.STDOUT,
                                stdin=subprocess.DEVNULL, **options).returncode
    if status != 0:
        tail = "\n".join(log.read_text(errors="replace").splitlines()[-15:])
        raise Unavailable(f"{command[0]} failed with status {status}, see {log}\n{tail}")


def compile_c(name, *libraries):
    """Compiles driver/<name>.c, unless that was done for this very text."""
    source = HERE / "driver" / f"{name}.c"
    program = TARGET / f"{name}-{digest(source)}"
    if not program.exists():
        TARGET.mkdir(exist_ok=True)
        compiler = tool("gcc", "on Debian: apt-get install gcc libc6-dev libssl-dev")
        run([compiler, "-std=gnu11", "-O2", "-Wall", "-Wextra", "-o", program, source, *libraries],
            TARGET / f"{name}.log")
    return program


class Certificates:
    """A chain of three RSA 2048 certificates for localhost, and a trust store of 140 roots."""

    def __init__(self):
        self.directory = CACHE / "certificates-1"
        self.chain = self.directory / "chain.pem"
        self.key = self.directory / "leaf.key"
        self.root = self.directory / "root.pem"
        self.bundle = self.directory / "roots.pem"
        self.trust_store = self.directory / "roots.p12"

    def make(self):
        if self.trust_store.exists():
            return self
        tool("openssl", "on Debian: apt-get install openssl")
        self.directory.mkdir(parents=True, exist_ok=True)
        self.issue("root", "Benchmark Root", "basicConstraints=critical,CA:true", None)
        self.issue("intermediate", "Benchmark Intermediate", "basicConstraints=critical,CA:true,pathlen:0", "root")
        self.issue("leaf", "localhost", "subjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth",
                   "intermediate")
        self.chain.write_text("".join((self.directory / f"{name}.pem").read_text()
                                      for name in ("leaf", "intermediate")))
        others = []
        for number in range(1, ROOTS):
            self.issue("other", f"Other Root {number}", "basicConstraints=critical,CA:true", None)
            others.append((self.directory / "other.pem").read_text())
        middle = len(others) // 2
        self.bundle.write_text("".join(others[:middle] + [self.root.read_text()] + others[middle:]))
        run(["java", HERE / "driver/TrustStore.java", self.bundle, self.trust_store], self.directory / "log")
        return self

    def issue(self, name, subject, extensions, issuer):
        file, log = (lambda ending: self.directory / f"{name}{ending}"), self.directory / "log"
        file(".ext").write_text(extensions)
        run(["openssl", "req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", file(".key"), "-out", file(".csr"),
             "-subj", f"/O=Benchmark/CN={subject}"], log)
        signer = ["-signkey", file(".key")] if issuer is None else [
            "-CA", self.directory / f"{issuer}.pem", "-CAkey", self.directory / f"{issuer}.key", "-CAcreateserial"]
        run(["openssl", "x509", "-req", "-sha256", "-days", "3650", "-in", file(".csr"), "-out", file(".pem"),
             "-extfile", file(".ext"), *signer], log)


class DynamoDb:
    """DynamoDB Local in a JVM of its own."""

    def __init__(self):
        self.process = subprocess.Popen(
            ["java", "-Xms256m", "-Xmx512m", "-XX:+UseSerialGC", "-cp", self.class_path(),
             str(HERE / "driver/DynamoDb.java"), TABLE, *MORE_TABLES],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=(TARGET / "dynamodb.log").open("wb"), text=True)
        self.endpoint = self.process.stdout.readline().strip()
        if not self.endpoint:
            raise Unavailable(f"DynamoDB Local doesn't start, see {TARGET / 'dynamodb.log'}")
        self.port = urllib.parse.urlsplit(self.endpoint).port
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port)

    @staticmethod
    def class_path():
        poms = [ROOT / "pom.xml", ROOT / "local-lambda/pom.xml"]
        sources = sorted((ROOT / "local-lambda/src/main").rglob("*.java"))
        stored = TARGET / f"class-path-{digest(*poms, *sources)}"
        if not stored.exists() or not (ROOT / "local-lambda/target/classes").exists():
            listed = TARGET / "class-path"
            run(["mvn", "-B", "-ntp", "-f", ROOT / "pom.xml", "-pl", "local-lambda", "-am", "-Dcheckstyle.skip",
                 "-Dspring-javaformat.skip", "compile", "dependency:build-classpath", "-DincludeScope=runtime",
                 f"-Dmdep.outputFile={listed}"],
                TARGET / "class-path.log")
            stored.write_text(f"{ROOT / 'local-lambda/target/classes'}:{listed.read_text()}")
        return stored.read_text()

    def has(self, item_id, name):
        """Whether the item is really there, with this name."""
        body = json.dumps({"TableName": TABLE, "Key": {"id": {"S": item_id}}})
        self.connection.request("POST", "/", body, {
            "X-Amz-Target": "DynamoDB_20120810.GetItem", "Content-Type": "application/x-amz-json-1.0",
            "Authorization": "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, "
                             "SignedHeaders=host, Signature=local"})
        answer = json.loads(self.connection.getresponse().read())
        return answer.get("Item", {}).get("name") == {"S": name}

    def close(self):
        self.process.stdin.close()  # which ends it
        self.process.wait(30)


class TlsEndPoint:
    """Decrypts in front of DynamoDB Local and counts handshakes."""

    def __init__(self, certificates, dynamodb):
        program = compile_c("tls", "-lssl", "-lcrypto", "-lpthread")
        self.process = subprocess.Popen([program, certificates.chain, certificates.key, str(dynamodb.port)],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        self.endpoint = f"https://localhost:{self.process.stdout.readline().strip()}"
        self.handshakes = []
        threading.Thread(target=self.count, daemon=True).start()

    def count(self):
        for line in self.process.stdout:
            self.handshakes.append((time.monotonic(), line.strip()))

    def close(self):
        self.process.terminate()
        self.process.wait(10)
