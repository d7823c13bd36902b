import { rm } from "node:fs/promises";
import { CLOUD_PROVIDERS, foundVersion } from "../support/cloud-providers";
import { stacksIn } from "../support/cloud-stacks";
import { MIRROR } from "./provider-mirror";

/** Runs once after all deploy tests. Its last line counts the stacks that were skipped. */
export default async function removeMirror(): Promise<void> {
  const dir = process.env[MIRROR];
  if (dir) await rm(dir, { recursive: true, force: true });
  const skipped = CLOUD_PROVIDERS.filter(({ name }) => foundVersion(name) === undefined).map(
    ({ name, platform }) => `${stacksIn(platform).length} stacks of ${platform} without ${name}`,
  );
  if (skipped.length > 0) process.stderr.write(`SKIPPED: ${skipped.join(", ")}\n`);
}
