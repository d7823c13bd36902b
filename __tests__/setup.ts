import "cdktf/lib/testing/adapters/jest";
import { Testing } from "cdktf";

Testing.setupJest();

// CDKTF records where every token was made, at full depth, and shows it to nobody. Jest would find the place in the sources for
// each of them, which takes more than half of the time of tests that synthesize.
jest.mock("cdktf/lib/tokens/private/stack-trace", () => ({ captureStackTrace: () => [] }));

// Support of Kubernetes versions ends; tests must not end with it. Time itself goes on.
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
