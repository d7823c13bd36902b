const { readdirSync } = require("node:fs");
const { basename, join } = require("node:path");
const base = require("./jest.config");

/** The folders of `__tests__/` that run as one suite each. */
const folders = readdirSync(join(__dirname, "__tests__/suites"))
  .filter((name) => name.endsWith(".suite.ts"))
  .map((name) => basename(name, ".suite.ts"));

/** All unit tests: `npm test`. Jest needs less time for a suite than for its files. Single files: `npx jest PATH`. */
module.exports = {
  ...base,
  testMatch: [...base.testMatch, "**/*.suite.ts"],
  testPathIgnorePatterns: [
    ...base.testPathIgnorePatterns,
    ...folders.map((folder) => `<rootDir>/__tests__/${folder}/`),
  ],
};
