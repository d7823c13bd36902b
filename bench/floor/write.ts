import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { plainProgramOf } from "./plain-program-of";

/** `node scripts/run.js bench/floor/write.ts FOLDER FILE PLATFORM`: the plain program of the file's cluster. */
const [, , folder, file, platform] = process.argv;
const floor = plainProgramOf(file, platform as PlatformClusterSpec["platform"]);
writeFileSync(join(folder, `${platform}.js`), floor.program);
