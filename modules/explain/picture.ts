import { isKnown } from "../cluster/rules/rule";
import { placements } from "../cluster/scaling";
import { isUnresolved } from "../cluster/tokens";
import { range } from "./billing";
import type { Box, Path, Picture } from "./model";
import type { ExplainedCluster } from "./platform";

/** Ids of the boxes that every picture has. */
export const ids = {
  person: "person",
  internet: "internet",
  region: "region",
  network: "network",
  controlPlane: "control-plane",
} as const;

/** Collects the parts of a picture. */
export class PictureBuilder {
  private readonly boxes = new Map<string, Box>();

  private readonly paths = new Map<string, Path>();

  add(box: Omit<Box, "lines"> & { readonly lines?: readonly string[] }): string {
    this.boxes.set(box.id, { ...box, lines: [...new Set(box.lines ?? [])] });
    return box.id;
  }

  has(id: string): boolean {
    return this.boxes.has(id);
  }

  /** Adds a path, if both ends exist. */
  connect(kind: Path["kind"], from: string | undefined, to: string | undefined, title: string): void {
    if (from === undefined || to === undefined || !this.has(from) || !this.has(to)) return;
    this.paths.set(`${kind} ${from} ${to}`, { kind, from, to, title });
  }

  get picture(): Picture {
    return { boxes: [...this.boxes.values()], paths: [...this.paths.values()] };
  }
}

/** The node groups of each zone, as lines of a box. A group with one node pool shares its size over its zones. */
export function groupLines(cluster: ExplainedCluster, zones: readonly string[]): Map<string, string[]> {
  const lines = new Map<string, string[]>(zones.map((zone) => [zone, []]));
  for (const group of isKnown(cluster.nodeGroups) ? cluster.nodeGroups : []) {
    const own = isKnown(group.zones) ? group.zones : zones;
    const types = isUnresolved(group.machineTypes) ? [] : group.machineTypes;
    const machine = [types[0] ?? "any type", ...(types.length > 1 ? [`+${types.length - 1}`] : [])].join(" ");
    const isSized = isKnown(group.size);
    const pools = isSized ? placements({ ...group, zones: own }, zones) : [{ zones: own, size: undefined }];
    for (const { zones: of, size } of pools) {
      const count = size ? range(size.min, size.max) : "?";
      const shared = of.length > 1 ? ` in ${of.length} zones` : "";
      for (const zone of of) {
        lines.set(zone, [...(lines.get(zone) ?? []), `${group.name}: ${count} × ${machine}${shared}`]);
      }
    }
  }
  return lines;
}
