const { basename } = require("node:path");
const suites = require("./folders.json");

const names = Object.keys(suites).map((name) => `${name}.suite.ts`);

const rank = ({ path }) => {
  const index = names.indexOf(basename(path));
  return index < 0 ? names.length : index;
};

/** Suites first, in the order of `folders.json`: the longest begin first, so no process waits for a long one at the end. */
module.exports = class Sequencer {
  sort(tests) {
    return [...tests].sort((one, other) => rank(one) - rank(other));
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
};
