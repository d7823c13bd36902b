const { validators } = require("./scripts/validators");

// Tests import the generated code, which must be that of the schema as it is now.
validators();

/** Hermetic unit tests: no network, no credentials, no Terraform. The deploy tests have jest.e2e.config.js. */
module.exports = {
  moduleNameMapper: { "/stack-trace$": "<rootDir>/__tests__/support/no-stack-traces.ts" },
  roots: ["<rootDir>/__tests__"],
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/__tests__/e2e/"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
    ],
  },
  // Jest leaves one processor to others, which on two is half; one process for all files also grows to a GB.
  maxWorkers: "100%",
  setupFilesAfterEnv: ["<rootDir>/__tests__/setup.ts"],
};
