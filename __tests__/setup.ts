import "cdktf/lib/testing/adapters/jest";
import { Testing } from "cdktf";

Testing.setupJest();

// Jest gives its workers the colours of the terminal.
for (const name of ["FORCE_COLOR", "NO_COLOR"]) delete process.env[name];

// A fixed date, because the support of Kubernetes versions ends. Timers stay real.
jest.useFakeTimers({
  now: new Date("2026-11-23"),
  doNotFake: [
    "hrtime",
    "nextTick",
    "performance",
    "queueMicrotask",
    "setImmediate",
    "clearImmediate",
    "setInterval",
    "clearInterval",
    "setTimeout",
    "clearTimeout",
  ],
});
