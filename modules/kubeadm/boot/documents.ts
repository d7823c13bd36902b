import type { MachineSettings } from "./settings";

/** The documents of a machine by path. */
export function documentsOf(_settings: MachineSettings): Readonly<Record<string, string>> {
  return {};
}
