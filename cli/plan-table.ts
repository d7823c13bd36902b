import {
  type ClusterPlan,
  sharedSupplies,
  type Supply,
  usedOf,
  type Verdict,
  verdictOf,
} from "../modules/cluster/plan";
import { table } from "./table";

const barLength = 10;

const marks: Readonly<Record<Verdict, string>> = { fits: "", tight: "tight", short: "too little" };

/** The plans of an environment's clusters, and what they draw on together. */
export function planTables(plans: readonly ClusterPlan[]): string {
  const shared = sharedSupplies(plans);
  const together = shared.length > 0 ? [`all clusters together\n\n${indented(roomTable(shared))}`] : [];
  return [...plans.map(planTable), ...together].map((text) => `\n${text}`).join("");
}

/** What a cluster may come to need, as tables: its node groups, then everything that it draws on, and what is in no sum. */
function planTable({ name, region, podNetwork, workers, supplies, notes = [] }: ClusterPlan): string {
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
  const said = notes.length > 0 ? `\n${indented(notes.map((note) => `${note}.\n`).join(""))}` : "";
  return `${name}: ${region}, pods with ${podNetwork}\n\n${indented(groups)}\n${indented(roomTable(supplies))}${said}`;
}

function roomTable(supplies: readonly Supply[]): string {
  return table([["ROOM", "", "USED", "SIZE", "", "", ""], ...supplies.map(supplyRow)], (column) =>
    column >= 2 && column <= 4 ? "right" : "left",
  );
}

function supplyRow(supply: Supply): string[] {
  const used = usedOf(supply);
  const share = supply.size > 0 ? used / supply.size : used > 0 ? Infinity : 0;
  return [
    supply.name,
    supply.detail ?? "",
    String(used),
    String(supply.size),
    Number.isFinite(share) ? `${Math.round(share * 100)} %` : "",
    bar(share),
    marks[verdictOf(supply)],
  ];
}

/** Of ten squares, at least one for anything in use, and all of them only when nothing is left. */
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
