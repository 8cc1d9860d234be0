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

"""The programs that are measured: how each is built, started, and pointed at its trust store."""

import dataclasses
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess

from .environment import CACHE, HERE, ROOT, TARGET, Unavailable, digest, run, tool

HEAP = "-XX:MaxHeapSize=48m"  # what a function of 128 MB would be given; the same for every Java subject
# What Lambda's managed Java runtimes start the JVM with
JVM_OPTIONS = [HEAP, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]


@dataclasses.dataclass
class Built:
    """A subject, ready to be started."""

    command: list
    files: list  # what is deployed: measured, zipped, and put out of the page cache
    env: dict = dataclasses.field(default_factory=dict)
    also_evicted: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass(frozen=True)
class Workload:
    """What a program is asked, beside the driver's own event."""

    name: str
    reference: str  # the subject that the others are compared with
    options: tuple = ()  # the driver's


PERSON = Workload("person", "kindling")
ORDER = {"version": "2.0", "routeKey": "$default", "rawPath": "/", "rawQueryString": "",
         "headers": {"content-type": "application/json", "accept": "application/json"},
         "requestContext": {"accountId": "anonymous", "apiId": "benchmark", "domainPrefix": "benchmark",
                            "domainName": "benchmark.lambda-url.us-east-1.on.aws", "requestId": "1", "stage": "$default",
                            "routeKey": "$default", "time": "01/Jan/2026:00:00:00 +0000", "timeEpoch": 1767225600000,
                            "http": {"method": "POST", "path": "/", "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1",
                                     "userAgent": "benchmark"}},
         "body": json.dumps({"name": "mamezou", "article": "tea", "quantity": 2}), "isBase64Encoded": False}
SHOP = Workload("shop", "shop", ("--http", "--event", json.dumps(ORDER)))


@dataclasses.dataclass
class Subject:
    name: str
    title: str
    build: object  # a function of the options that returns Built or raises Unavailable
    java: bool = False
    jvm: bool = False
    priming: str = None  # the environment variable that switches it
    workload: Workload = PERSON

    def command(self, built, certificates=None):
        if not self.java:
            return built.command
        trust = [f"-Djavax.net.ssl.trustStore={certificates.trust_store}"] if certificates else []
        program, *arguments = built.command
        if self.jvm:
            return [program, *JVM_OPTIONS, *trust, *arguments]
        return [program, HEAP, *trust, *arguments]

    def environment(self, built, certificates=None):
        trust = {} if certificates is None or self.java else {
            "SSL_CERT_FILE": certificates.bundle, "NODE_EXTRA_CA_CERTS": certificates.root,
            "LLRT_EXTRA_CA_CERTS": certificates.root}
        return {**{name: str(value) for name, value in trust.items()}, **built.env}


def files_below(*directories):
    skipped = {"target", "node_modules", "__pycache__"}
    return sorted(file for directory in directories for file in directory.rglob("*")
                  if file.is_file() and not skipped.intersection(file.relative_to(ROOT).parts))


build_allowed = True


def cached(name, inputs, make, *extra):
    """The directory that make fills, unless that was done for the same inputs."""
    directory = CACHE / f"{name}-{digest(*inputs, *extra)}"
    if not (directory / "complete").exists():
        if not build_allowed:
            raise Unavailable("not built, and --no-build")
        shutil.rmtree(directory, ignore_errors=True)
        directory.mkdir(parents=True)
        print(f"building {name}, see {directory / 'log'}", flush=True)
        make(directory, directory / "log")
        (directory / "complete").touch()
    return directory


def graalvm():
    home = os.environ.get("GRAALVM_HOME")
    if not home or not os.access(pathlib.Path(home, "bin/native-image"), os.X_OK):
        raise Unavailable("no GraalVM: install GraalVM 25 and set GRAALVM_HOME")
    return home


def jdk25():
    for home in [os.environ.get("JDK25_HOME"), *sorted(pathlib.Path("/usr/lib/jvm").glob("*25*"))]:
        release = pathlib.Path(home or "/nowhere", "release")
        if release.exists() and 'JAVA_VERSION="25' in release.read_text():
            return pathlib.Path(home)
    raise Unavailable("no JDK 25: install one, or set JDK25_HOME")


def jvm_files(home):
    return [home / "lib/server/libjvm.so", home / "lib/modules"]


# ---- Kindling ----

def one_file(directory, pattern, hint):
    found = [file for file in directory.glob(pattern) if not file.name.endswith(("-sources.jar", "-javadoc.jar"))]
    if len(found) != 1:
        raise Unavailable(f"not built: {hint}")
    return found[0]


def kindling(options):
    bootstrap = one_file(options.sample, "bootstrap", "mvn -Pnative -pl sample-function -am package")
    return Built([bootstrap], [bootstrap])


def another(options):
    if options.another is None:
        raise Unavailable("--another names no executable")
    return Built([options.another], [options.another])


def boot_jar(options):
    return one_file(options.sample, "sample-function-*.jar", "mvn -pl sample-function -am package")


def kindling_jvm(options):
    jar, home = boot_jar(options), jdk25()
    return Built([home / "bin/java", "-jar", jar], [jar], also_evicted=jvm_files(home))


def kindling_extracted(options):
    """The jar in the layout that an AOT cache needs: the application and, beside it, its libraries."""
    jar, home = boot_jar(options), jdk25()
    directory = TARGET / f"extracted-{jar.stat().st_mtime_ns}"
    if not directory.exists():
        for old in TARGET.glob("extracted-*"):
            shutil.rmtree(old)
        run([home / "bin/java", "-Djarmode=tools", "-jar", jar, "extract", "--destination", directory],
            TARGET / "extract.log")
    application = directory / jar.name
    files = [file for file in directory.rglob("*") if file.suffix == ".jar"]
    return Built([home / "bin/java", "-jar", application], files, also_evicted=jvm_files(home))


def kindling_aot(options):
    built = kindling_extracted(options)
    program, flag, application = built.command
    cache = application.parent / "application.aot"
    if not cache.exists():
        train(options, [program, *JVM_OPTIONS, f"-XX:AOTCacheOutput={cache}", flag, application])
    if not cache.exists():
        raise Unavailable(f"the training run wrote no AOT cache, see {TARGET / 'training.log'}")
    return Built([program, f"-XX:AOTCache={cache}", flag, application], [*built.files, cache],
                 also_evicted=built.also_evicted)


def train(options, command):
    """A run with 50 calls after which the JVM writes what it has loaded and linked."""
    if options.trainer is None:
        raise Unavailable("an AOT cache can be made only in a run that measures")
    options.trainer(command)


def on_kindling(artifact, directory, *more):
    """A program beside the sample, built together with Kindling's modules."""
    def build(options):
        graalvm()
        modules = ["http-codec", "runtime", "http-client", "logging", "native", "dynamodb", "function", "autoconfigure",
                   "starter", "maven-plugin"]
        sources = [file for file in files_below(*(ROOT / module for module in modules)) if "src/test" not in str(file)]
        own = files_below(HERE / directory, *(ROOT / each for each in more))

        def make(target, log):
            run(["mvn", "-B", "-ntp", "-f", HERE / "peers/pom.xml", "-pl", f":{artifact}", "-am", "-Pnative",
                 "-DskipTests", "-DskipITs", "-Dcheckstyle.skip", "-Dspring-javaformat.skip", "package"], log,
                env={**os.environ, "JAVA_HOME": graalvm()})
            shutil.copy(HERE / directory / "target/bootstrap", target)

        bootstrap = cached(artifact, [*own, *sources], make, graal_release()) / "bootstrap"
        return Built([bootstrap], [bootstrap])
    return build


# ---- the peers ----

def graal_release():
    return pathlib.Path(graalvm(), "release").read_text()


def maven_peer(name, arguments, results, beside=(), **environment):
    """Builds a copy of the peer's Maven project, with what it takes from beside it, and keeps some of its target
    directory."""
    sources = [HERE / "peers" / each for each in [name, *beside]]

    def make(target, log):
        copy = target / "build"
        for source in sources:
            shutil.copytree(source, copy / source.name, ignore=shutil.ignore_patterns("target"))
        run(["mvn", "-B", "-ntp", "-f", copy / name / "pom.xml", *arguments, "package"], log,
            env={**os.environ, **environment})
        for result in results:
            shutil.copy(one_file(copy / name / "target", result, f"see {log}"), target)
        shutil.rmtree(copy)

    return cached(name if not arguments else f"{name}-native", files_below(*sources), make, *arguments,
                  *environment.values())


def native_peer(name, executable="bootstrap", arguments=("-Pnative",), beside=()):
    def build(options):
        directory = maven_peer(name, list(arguments), [executable], beside, JAVA_HOME=graalvm())
        bootstrap = one_file(directory, executable, "native executable")
        return Built([bootstrap], [bootstrap])
    return build


def without_size_optimization():
    """Quarkus' arguments of the image builder but -Os, to override them."""
    properties = (HERE / "peers/quarkus/src/main/resources/application.properties").read_text()
    name, arguments = re.search(r"^(quarkus\.native\.additional-build-args)=(.*)$", properties, re.M).groups()
    return f"-D{name}={','.join(each for each in arguments.split(',') if each != '-Os')}"


def scf_jvm(options):
    jar, home = maven_peer("scf", [], ["scf-peer.jar"]) / "scf-peer.jar", jdk25()
    return Built([home / "bin/java", "-jar", jar], [jar], also_evicted=jvm_files(home))


def rust(options):
    source = HERE / "peers/rust"
    cargo = tool("cargo", "install Rust")

    def make(target, log):
        copy = target / "build"
        shutil.copytree(source, copy, ignore=shutil.ignore_patterns("target", "Cargo.lock"))
        run([cargo, "build", "--release", "-j1", "--manifest-path", copy / "Cargo.toml", "--target-dir",
             CACHE / "rust-target"], log)
        shutil.copy(CACHE / "rust-target/release/bootstrap", target)
        shutil.rmtree(copy)

    bootstrap = cached("rust", [source / "Cargo.toml", source / "src/main.rs"], make) / "bootstrap"
    return Built([bootstrap], [bootstrap])


def bundle(script, result):
    source = HERE / "peers/node"

    def make(target, log):
        copy = target / "build"
        shutil.copytree(source, copy, ignore=shutil.ignore_patterns("node_modules", "package-lock.json"))
        run(["npm", "install", "--no-package-lock", "--no-audit", "--no-fund"], log, cwd=copy)
        run(["npm", "run", "--silent", script], log, cwd=copy, env={**os.environ, "OUT": str(target)})
        shutil.rmtree(copy)

    return cached(f"node-{script}", files_below(source), make) / result


def node(options):
    program = pathlib.Path(tool("node", "install Node.js 20"))
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if not re.match(r"v2\d\.", version):
        raise Unavailable(f"Node.js {version} is too old, 20 is needed")
    script = bundle("build", "bootstrap.cjs")
    return Built([program, script], [script], also_evicted=[program.resolve()])


def llrt_binary():
    """The one that LLRT names, or a release built from its sources."""
    if os.environ.get("LLRT"):
        return pathlib.Path(os.environ["LLRT"])
    cargo = tool("cargo", "install Rust by rustup, with a nightly, or set LLRT to a binary of LLRT")
    if subprocess.run([cargo, "+nightly", "--version"], capture_output=True,
                      env={**os.environ, "RUSTUP_AUTO_INSTALL": "0"}).returncode != 0:
        raise Unavailable("no Rust nightly: rustup toolchain install nightly, or set LLRT to a binary of LLRT")
    source = HERE / "peers/llrt"
    return cached("llrt", files_below(source), lambda target, log: run([source / "build", target], log)) / "llrt"


def llrt(options):
    program, script = llrt_binary(), bundle("build-llrt", "handler.mjs")
    return Built([program], [program, script],
                 env={"LAMBDA_TASK_ROOT": str(script.parent), "_HANDLER": "handler.handler"})


PRIMING = "KINDLING_DYNAMODB_PRIMING"

SUBJECTS = [
    Subject("kindling", "Kindling, native", kindling, java=True, priming=PRIMING),
    Subject("another", "Kindling, another executable", another, java=True, priming=PRIMING),
    Subject("url-connection", "Kindling, native, on url-connection",
            on_kindling("url-connection-peer", "peers/url-connection", "sample-function"), java=True, priming=PRIMING),
    Subject("kindling-jvm", "Kindling, JDK 25", kindling_jvm, java=True, jvm=True, priming=PRIMING),
    Subject("kindling-aot", "Kindling, JDK 25 with an AOT cache", kindling_aot, java=True, jvm=True, priming=PRIMING),
    Subject("scf", "Spring Cloud Function's adapter, native", native_peer("scf"), java=True),
    Subject("scf-jvm", "Spring Cloud Function's adapter, JDK 25", scf_jvm, java=True, jvm=True),
    Subject("quarkus", "Quarkus, native", native_peer("quarkus", "quarkus-peer-runner"), java=True),
    Subject("quarkus-default", "Quarkus, native, its own optimization",
            native_peer("quarkus", "quarkus-peer-runner", ["-Pnative", without_size_optimization()]), java=True),
    Subject("micronaut", "Micronaut, native", native_peer("micronaut", arguments=["-Dpackaging=native-image"]),
            java=True),
    Subject("rust", "Rust", rust),
    Subject("node", "Node 20, SDK bundled", node),
    Subject("llrt", "LLRT, SDK built in", llrt),
    Subject("shop", "Shop on Kindling, native",
            on_kindling("shop-kindling", "peers/shop-kindling", "benchmarks/peers/shop"), java=True, priming=PRIMING,
            workload=SHOP),
    Subject("shop-scf", "Shop on Spring Cloud Function's adapter, native", native_peer("shop-scf", beside=["shop"]),
            java=True, workload=SHOP),
]


def machine():
    """What the figures were measured on."""
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s*(\d+)", pathlib.Path("/proc/meminfo").read_text())
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    return {"cpu": cpu.group(1) if cpu else platform.machine(), "cores": len(os.sched_getaffinity(0)),
            "memory_gb": round(int(memory.group(1)) / 2 ** 20), "kernel": platform.release(),
            "commit": commit.stdout.strip()}
