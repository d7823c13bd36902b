const base = require("./jest.config");

// `npm test` has a smaller sample of these.
process.env.PROPERTY_RUNS ??= "50";
process.env.FIELDS_SHARE ??= "80";

/** The tests that start programs, and larger samples of properties: `npm run test:long`. */
module.exports = {
  ...base,
  // These tests start programs, which take longer while other programs run.
  testTimeout: 60_000,
  // The nightly run kills the boot program.
  testPathIgnorePatterns: [...(base.testPathIgnorePatterns ?? []), "/kubeadm/boot/kills\\.long"],
  testMatch: ["**/*.long.test.ts", "**/properties/properties.test.ts", "**/fields/mapping.test.ts"],
};
