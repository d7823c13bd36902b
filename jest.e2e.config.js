const { validators } = require("./scripts/validators");

// Tests import the generated code, which must be that of the schema as it is now.
validators();

/** Deploy tests: real Terraform against an AWS emulator over loopback, `npm run test:e2e`. */
module.exports = {
  moduleNameMapper: { "/stack-trace$": "<rootDir>/__tests__/support/no-stack-traces.ts" },
  roots: ["<rootDir>/__tests__/e2e"],
  testMatch: ["**/*.test.ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
    ],
  },
  globalSetup: "<rootDir>/__tests__/e2e/setup/prerequisites.ts",
  globalTeardown: "<rootDir>/__tests__/e2e/setup/remove-mirror.ts",
  testSequencer: "<rootDir>/__tests__/e2e/setup/sequencer.js",
  testTimeout: 900_000,
  // Every file starts its own emulators. Three files run at a time on two processors, because they mostly wait. The
  // examples deploy four stacks at a time.
  maxWorkers: 3,
  maxConcurrency: 4,
};
