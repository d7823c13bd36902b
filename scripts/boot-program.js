/**
 * The boot program of kubeadm clusters from its parts in `modules/kubeadm/boot/program/`. The program of a machine contains no part of
 * another cloud or of the other role, because user data has a limit.
 */
const fs = require("node:fs");
const path = require("node:path");

const folder = path.join(__dirname, "../modules/kubeadm/boot/program");

const clouds = ["aws", "azure", "google"];

const roles = ["control-plane", "worker"];

/** Parts that machines of one role need. */
const roleOf = {
  etcd: "control-plane",
  "control-plane": "control-plane",
  timers: "control-plane",
  worker: "worker",
};

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
const sourceOf = (cloud) => partsOf(cloud).map(textOf).join("\n");

const textOf = (part) => fs.readFileSync(path.join(folder, `${part}.sh`), "utf8");

/** The name of a program in the generated file. */
const nameOf = (cloud, role) => `${cloud}${role === "worker" ? "Worker" : "ControlPlane"}`;

/**
 * The program of a role without comments, empty lines and indentation, except in here-documents. A test checks that no text of it has lines
 * that look like comments.
 */
function programOf(cloud, role) {
  let isText = false;
  return partsOf(cloud)
    .filter((part) => (roleOf[part] ?? role) === role)
    .map(textOf)
    .join("\n")
    .split("\n")
    .filter((line, i) => i === 0 || !/^\s*(#|$)/.test(line))
    .map((line) => {
      const shortened = isText ? line : line.trimStart();
      if (isText) isText = line !== "END";
      else isText = line.includes("<<END");
      return `${shortened}\n`;
    })
    .join("");
}

module.exports = { clouds, folder, nameOf, partsOf, programOf, roles, sourceOf };
