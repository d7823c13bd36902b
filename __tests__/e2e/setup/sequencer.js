const startWith = require("../../support/sequencer");

/** Longest first: they mostly wait, so other files can run in parallel. */
module.exports = startWith([
  "kills.test.ts",
  "recover.test.ts",
  "deploy.test.ts",
  "kubeadm.test.ts",
  "enforced.test.ts",
  "edits.test.ts",
  "examples.test.ts",
  "failed-creations.test.ts",
  "faults.test.ts",
  "module.test.ts",
  "package.test.ts",
  "export.test.ts",
]);
