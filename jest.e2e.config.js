/** Deploy tests: real Terraform against an AWS emulator over loopback, `npm run test:e2e`. */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/__tests__/e2e"],
  testMatch: ["**/*.test.ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
    ],
  },
  setupFilesAfterEnv: ["<rootDir>/__tests__/support/no-token-traces.ts"],
  globalSetup: "<rootDir>/__tests__/e2e/setup/prerequisites.ts",
  globalTeardown: "<rootDir>/__tests__/e2e/setup/remove-mirror.ts",
  testSequencer: "<rootDir>/__tests__/e2e/setup/sequencer.js",
  testTimeout: 600_000,
  // Every file has emulators of its own. Three run at a time on two processors, because they wait more than they work; the
  // examples take four stacks at a time among themselves.
  maxWorkers: 3,
  maxConcurrency: 4,
};
