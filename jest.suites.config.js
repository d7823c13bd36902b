const base = require("./jest.config");
const suites = require("./__tests__/suites/folders.json");

/**
 * The unit tests of `npm test`. Jest needs less time for a suite than for its files. Tests that start programs or take long have the ending
 * `.long.test.ts`: `npm run test:long` runs these. Single files: `npx jest PATH`.
 */
module.exports = {
  ...base,
  testSequencer: "<rootDir>/__tests__/suites/sequencer.js",
  testMatch: [...base.testMatch, "**/*.suite.ts"],
  testPathIgnorePatterns: [
    ...base.testPathIgnorePatterns,
    "\\.long\\.test\\.ts$",
    ...Object.values(suites)
      .flat()
      .map((folder) => `<rootDir>/__tests__/${folder}/`),
  ],
};
