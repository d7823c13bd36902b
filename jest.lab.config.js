const base = require("./jest.config");

/** The lab: real Kubernetes in namespaces of this machine. `npm run lab`; see __tests__/lab/README.md. */
module.exports = {
  ...base,
  testMatch: ["**/lab/*.lab.ts"],
  maxWorkers: 1,
  // Durations and limits need the real time.
  setupFilesAfterEnv: [],
  testTimeout: 900_000,
};
