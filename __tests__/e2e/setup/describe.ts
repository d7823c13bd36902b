import { MISSING } from "./prerequisites";

/** `describe` when everything is there that the deploy tests need, else `describe.skip`. */
export const describeE2e: jest.Describe = process.env[MISSING] ? describe.skip : describe;
