import { rm } from "node:fs/promises";
import { MIRROR } from "./provider-mirror";

/** Runs once after all deploy tests. */
export default async function removeMirror(): Promise<void> {
  const dir = process.env[MIRROR];
  if (dir) await rm(dir, { recursive: true, force: true });
}
