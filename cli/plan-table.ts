import {
  type ClusterPlan,
  sharedCapacities,
  type Capacity,
  usedOf,
  type CapacityStatus,
  statusOf,
} from "../modules/cluster/plan";
import { printable } from "../modules/cluster/printable";
import { table } from "./table";

const barLength = 10;

const marks: Readonly<Record<CapacityStatus, string>> = {
  ok: "",
  "near-limit": "near limit",
  exceeded: "exceeded",
};

/** The capacity plans of an environment's clusters, and of the resources that they share. */
export function planTables(plans: readonly ClusterPlan[]): string {
  const shared = sharedCapacities(plans);
  const together = shared.length > 0 ? [`all clusters together\n\n${indented(usageTable(shared))}`] : [];
  return [...plans.map(planTable), ...together].map((text) => `\n${text}`).join("");
}

/** The peak usage of a cluster, as tables: its node groups, its usage by resource, and notes about usage that is not counted. */
function planTable({ name, region, podNetwork, workers, capacities, notes = [] }: ClusterPlan): string {
  const groups = table(
    [
      ["NODE GROUP", "MACHINE TYPE", "NODES", "SURGE", "PODS/NODE", "ADDRESSES/NODE"],
      ...workers.map(({ group, machineType, nodes, surge, podsPerNode, addressesPerNode }) => [
        group,
        machineType,
        ...[nodes, surge, podsPerNode, addressesPerNode].map(String),
      ]),
    ],
    (column) => (column < 2 ? "left" : "right"),
  );
  const remarks =
    notes.length > 0 ? `\n${indented(notes.map((note) => `${printable(note)}.\n`).join(""))}` : "";
  const title = printable(`${name}: ${region}, pods with ${podNetwork}`);
  return `${title}\n\n${indented(groups)}\n${indented(usageTable(capacities))}${remarks}`;
}

function usageTable(capacities: readonly Capacity[]): string {
  return table([["RESOURCE", "", "USED", "SIZE", "", "", ""], ...capacities.map(capacityRow)], (column) =>
    column >= 2 && column <= 4 ? "right" : "left",
  );
}

function capacityRow(capacity: Capacity): string[] {
  const used = usedOf(capacity);
  const share = capacity.size > 0 ? used / capacity.size : used > 0 ? Infinity : 0;
  return [
    capacity.name,
    capacity.detail ?? "",
    String(used),
    String(capacity.size),
    Number.isFinite(share) ? `${Math.round(share * 100)} %` : "",
    bar(share),
    marks[statusOf(capacity)],
  ];
}

/** Ten squares: at least one for any usage, and all of them only at the limit. */
function bar(share: number): string {
  const squares =
    share >= 1
      ? barLength
      : share <= 0
        ? 0
        : Math.min(barLength - 1, Math.max(1, Math.round(share * barLength)));
  return "█".repeat(squares) + "░".repeat(barLength - squares);
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
