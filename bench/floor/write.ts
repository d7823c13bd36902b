import { writeFileSync } from "node:fs";
import { plainProgramOf } from "./plain-program-of";

/** `node scripts/run.js bench/floor/write.ts ENVIRONMENTS PROGRAM`: writes the plain program of all clusters of the environments. */
const [, , environments, program] = process.argv;
writeFileSync(program, plainProgramOf(environments).program);
