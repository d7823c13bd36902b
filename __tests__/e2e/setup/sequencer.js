const startWith = require("../../support/sequencer");

/** Longest first: they mostly wait, so other files can run in parallel. */
module.exports = startWith([
  "examples.test.ts",
  "kills.test.ts",
  "edits.test.ts",
  "deploy.test.ts",
  "faults.test.ts",
  "failed-creations.test.ts",
]);
