/**
 * CDKTF records where every token was made, at full depth, and shows it to nobody. Jest would find the place in the sources for
 * each of them, which takes more than half of the time of tests that synthesize.
 */
jest.mock("cdktf/lib/tokens/private/stack-trace", () => ({ captureStackTrace: () => [] }));
