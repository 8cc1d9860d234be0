/*
 * Copyright 2026-present the Kindling authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

// The packages of the standard SDK bundle, run in LLRT's sources: "choose" takes all others out
// of package.json before they are installed, "check" compares with yarn.lock what was installed.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const read = (file) => readFileSync(file, "utf8");

// The versions of each package that the release's yarn.lock has; npm writes into the one at hand
const locked = () => {
  const lock = execFileSync("git", ["show", "HEAD:yarn.lock"], { encoding: "utf8", maxBuffer: 2 ** 26 });
  const versions = new Map();
  let name;
  for (const line of lock.split("\n")) {
    name = /^"?(@?[^@"]+)@.*:$/.exec(line)?.[1] ?? name;
    const version = /^ {2}version "(.*)"$/.exec(line)?.[1];
    if (version) {
      versions.set(name, [...(versions.get(name) ?? []), version]);
    }
  }
  return versions;
};

const published = (name, version) => {
  try {
    return execFileSync("npm", ["view", `${name}@${version}`, "version"], { encoding: "utf8", stdio: "pipe" }) !== "";
  } catch (error) {
    if (/E404/.test(error.stderr)) {
      return false;
    }
    throw error;
  }
};

const choose = () => {
  const project = JSON.parse(read("package.json"));
  const { devDependencies: packages } = project;
  let sdks = read("sdk.cfg");
  for (const [, sdk, fullOnly] of sdks.matchAll(/^(client-[^,]+),.*,([01])$/gm)) {
    const name = `@aws-sdk/${sdk}`;
    if (fullOnly === "1") {
      delete packages[name];
    } else if (sdk !== "client-dynamodb" && !published(name, packages[name])) {
      console.log(`LEFT OUT of the SDK: the registry has no ${name} ${packages[name]}`);
      delete packages[name];
      sdks = sdks.replace(new RegExp(`^(${sdk},.*),0$`, "m"), "$1,1");
    }
  }
  // only clients of the full SDK depend on it, but every bundle has it
  const compression = "@smithy/middleware-compression";
  [packages[compression]] = locked().get(compression);
  delete project.workspaces; // the examples
  writeFileSync("package.json", JSON.stringify(project, null, 2));
  writeFileSync("sdk.cfg", sdks);
};

const check = () => {
  const versions = locked();
  const installed = Object.entries(JSON.parse(read("node_modules/.package-lock.json")).packages);
  const others = installed
    .map(([path, { version }]) => [path.replace(/^.*node_modules\//, ""), version])
    .filter(([name, version]) => !versions.get(name)?.includes(version));
  if (installed.length === 0 || others.length > 0) {
    throw new Error(`these aren't the release's: ${others.map((each) => each.join(" ")).join(", ")}`);
  }
  console.log(`all ${installed.length} packages are the release's`);
};

({ choose, check })[process.argv[2]]();
