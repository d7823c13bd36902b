/**
 * The boot program of kubeadm clusters from its parts in `modules/kubeadm/boot/program/`. The program of a cloud contains no part of
 * another cloud, because user data has a limit.
 */
const fs = require("node:fs");
const path = require("node:path");

const folder = path.join(__dirname, "../modules/kubeadm/boot/program");

const clouds = ["aws", "azure", "google"];

/** The parts of a cloud's program in the order in which bash reads them. */
const partsOf = (cloud) => [
  "start",
  "cloud",
  cloud,
  "machine",
  "etcd",
  "control-plane",
  "worker",
  "timers",
  "leave",
  "run",
];

/** The program of a cloud as its authors wrote it. */
const sourceOf = (cloud) =>
  partsOf(cloud)
    .map((part) => fs.readFileSync(path.join(folder, `${part}.sh`), "utf8"))
    .join("\n");

/** The program of a cloud without comments. A test checks that no text of it has lines that look like comments. */
const programOf = (cloud) =>
  sourceOf(cloud)
    .split("\n")
    .filter((line, i) => i === 0 || !/^\s*#/.test(line))
    .join("\n");

module.exports = { clouds, folder, partsOf, programOf, sourceOf };
