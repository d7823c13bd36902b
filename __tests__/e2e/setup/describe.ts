import { MISSING } from "./prerequisites";

/** `describe` if the requirements of the deploy tests are available, else `describe.skip`. */
export const describeE2e: jest.Describe = process.env[MISSING] ? describe.skip : describe;
