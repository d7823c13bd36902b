import { changeText } from "../cluster/change-text";
import { printable } from "../cluster/printable";
import type { ClusterComparison, Comparison, FieldChange, NodeChange, NodeDuration } from "./model";
import { minutesText } from "./paces";

const effects: Readonly<Record<string, string>> = {
  "in-place": "in place",
  rolling: "rolling update of nodes",
  refused: "would replace the cluster or lose data",
  delete: "deletes what the field created",
  keep: "keeps the data, without Terraform, and deletes what else the field created",
  none: "changes nothing in the cloud",
};

const value = (of: unknown): string => (of === undefined ? "not set" : JSON.stringify(of));

const effectOf = ({ effect, note }: FieldChange): string => changeText(effects, effect, note);

/** The sections of a cluster: a title, and lines. */
function sectionsOf(one: ClusterComparison): [title: string, lines: string[]][] {
  const byAction = new Map<string, string[]>();
  for (const { address, action, because } of one.resources) {
    const why = because.length > 0 && action !== "create" ? ` (${because.join(", ")})` : "";
    byAction.set(action, [...(byAction.get(action) ?? []), `${address}${why}`]);
  }
  const titles: Readonly<Record<string, string>> = {
    create: "Created",
    update: "Changed in place",
    "replaced, create before destroy": "Replaced, new first",
    "replaced, destroy before create": "Replaced, old first",
    forget: "Kept in the cloud, without Terraform",
    delete: one.removal === undefined ? "Deleted" : "What a destroy deletes",
  };
  const sections: [string, string[]][] = [
    ["Nothing is deleted by this edit", removalLines(one)],
    ["Refused", [...new Set(one.refusals.map(({ reason }) => reason))]],
    ["Not predicted", one.unknown.map(({ address, reason }) => `${address}: ${reason}`)],
    [
      "Destructive",
      one.destructive.filter(({ kind }) => kind !== "refused").map(({ kind, text }) => `${kind}: ${text}`),
    ],
    [
      "Fields",
      one.fields.map(
        (field) =>
          `${field.field}: ${value(field.before)} → ${value(field.after)}${effectOf(field) ? ` (${effectOf(field)})` : ""}`,
      ),
    ],
    ["Programs, not predicted", programLines(one)],
    ["Nodes", one.removal === undefined ? one.nodes.map(nodeLine) : []],
    ["Assumed for the durations", assumptionsOf(one.nodes)],
    [
      "Needed while it is applied",
      one.needs.map((need) => `${need.name}: ${need.before} → ${need.after} of ${need.size}`),
    ],
    ...Object.entries(titles).map(([action, title]): [string, string[]] => [
      title,
      byAction.get(action) ?? [],
    ]),
  ];
  return sections.filter(([, lines]) => lines.length > 0);
}

function programLines({ programs }: ClusterComparison): string[] {
  if (programs === undefined) return [];
  const { stack, change, commands } = programs;
  const what = change === "removed" ? "removed: destroy it before the edit" : change;
  return [`${stack}: ${what}`, ...commands];
}

function removalLines({ stack, removal }: ClusterComparison): string[] {
  if (removal === undefined) return [];
  const { isProtected, commands } = removal;
  return [
    `the stack ${stack} is not written any more: its resources continue to run, and its state stays in its place`,
    `to delete the cluster, do this before the edit, or with the earlier files:`,
    ...(isProtected ? ["set protection: false, and deploy it"] : []),
    ...commands,
  ];
}

/** Whether a cluster, or the programs in it, change. */
export const isChanged = ({ change, programs }: ClusterComparison): boolean =>
  change !== "unchanged" || programs !== undefined;

const titleOf = ({ stack, change }: ClusterComparison): string => `${stack}: ${changeTitles[change]}`;

const changeTitles: Readonly<Record<ClusterComparison["change"], string>> = {
  created: "created",
  removed: "removed from the files",
  changed: "changed",
  unchanged: "only its programs change",
};

function nodeLine({ address, how, nodes, atOnce, order, after, duration }: NodeChange): string {
  return [
    `${address}: ${how}`,
    ...(nodes === undefined ? [] : [countedNodes(nodes)]),
    ...(atOnce === undefined ? [] : [`${atOnce} at once`]),
    ...(order === undefined ? [] : [order]),
    ...(after === undefined ? [] : [`after ${after.join(" and ")}`]),
    ...(duration === undefined ? [] : [durationText(duration)]),
  ].join(", ");
}

const countedNodes = (nodes: number): string => (nodes === 1 ? "1 node" : `up to ${nodes} nodes`);

function durationText({ batches, minutes: { least, most }, terraformWaits }: NodeDuration): string {
  const time =
    most === undefined
      ? `${minutesText(least)} or longer`
      : most === least
        ? minutesText(most)
        : `${minutesText(least)} to ${minutesText(most)}`;
  const waits =
    terraformWaits === 0
      ? "; Terraform does not wait for it"
      : terraformWaits < (most ?? least)
        ? `; Terraform waits ${minutesText(terraformWaits)} (timeoutHours)`
        : "";
  return `${batches === 1 ? "1 batch" : `${batches} batches`}, ${time}${waits}`;
}

/** What the durations of several groups assume, each once. */
const assumptionsOf = (nodes: readonly NodeChange[]): string[] => [
  ...new Set(
    nodes.flatMap(({ duration }) =>
      (duration?.assumes ?? []).map(({ text, source }) =>
        source === undefined ? text : `${text}: ${source}`,
      ),
    ),
  ),
];

/** A comparison as text. */
export function textOf({ clusters }: Comparison): string {
  const changed = clusters.filter(isChanged);
  if (changed.length === 0) return "nothing changes\n";
  return changed
    .map((one) =>
      [
        titleOf(one),
        ...sectionsOf(one).flatMap(([title, lines]) => [`  ${title}`, ...lines.map((line) => `    ${line}`)]),
        "",
      ].join("\n"),
    )
    .join("\n");
}

/** A comparison as Markdown, for a comment of a pull request. */
export function markdownOf({ clusters }: Comparison): string {
  const changed = clusters.filter(isChanged);
  if (changed.length === 0) return "No cluster changes.\n";
  return changed
    .map((one) => {
      const marks = [
        ...(one.refusals.length > 0 ? ["refused"] : []),
        ...(one.destructive.some(({ kind }) => kind !== "refused") ? ["destructive"] : []),
        ...(one.unknown.length > 0 ? ["not all predicted"] : []),
      ];
      return [
        `### ${escaped(titleOf(one))}${marks.length > 0 ? ` (${marks.join(", ")})` : ""}`,
        "",
        ...sectionsOf(one).flatMap(([title, lines]) => {
          const list = lines.map((line) => `- ${escaped(line)}`);
          return lines.length > 10
            ? [`<details><summary>${title}: ${lines.length}</summary>`, "", ...list, "", "</details>", ""]
            : [`**${title}**`, "", ...list, ""];
        }),
      ].join("\n");
    })
    .join("\n");
}

/** Values of a file are data. */
const escaped = (text: string): string => printable(text).replace(/[\\`*_{}[\]<>()#+!|~&@]/g, "\\$&");
