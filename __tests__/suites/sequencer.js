const startWith = require("../support/sequencer");
const suites = require("./folders.json");

/** Suites first, in the order of `folders.json`: the longest begin first, so no process waits for a long one at the end. */
module.exports = startWith(Object.keys(suites).map((name) => `${name}.suite.ts`));
