/**
 * Replaces a module of CDKTF and constructs that requests the trace of all calls for each token. No test reads these traces, and in Jest they
 * take a large part of the time of a synthesis.
 */
export const captureStackTrace = (): string[] => [];
