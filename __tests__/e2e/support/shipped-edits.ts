import { join } from "node:path";
import { type Document, isMap, isSeq } from "yaml";
import { type CloudEdit } from "./cloud-edits";
import { type CloudProvider } from "./cloud-providers";
import { ClusterDocument } from "./edits";
import { documentOf, stacksOf, unprotect } from "./environments";
import { environmentDirectory, exampleDirectory } from "./synthesis";

type Change = (cluster: ClusterDocument) => void;

/** What the table reads of the cluster of a file. */
interface FileCluster {
  readonly platform: string;
  readonly region: string;
  readonly network?: { readonly zones?: unknown; readonly existing?: unknown };
  readonly access?: { readonly admins?: readonly string[] };
  readonly nodeGroups: readonly FileGroup[];
  readonly encryption?: unknown;
  readonly aks?: { readonly nodeResourceGroup?: unknown };
}

interface FileGroup {
  readonly machineTypes: readonly string[];
  readonly size: number | { readonly min: number; readonly max: number };
  readonly spread?: string;
  readonly capacity?: string;
  readonly replacement?: string;
  readonly maxPods?: number;
  readonly image?: { readonly family?: string };
  readonly placement?: unknown;
}

/** An edit of every shipped cluster that has what it changes. */
export interface ShippedEdit {
  readonly kind: CloudEdit["kind"];
  readonly title: string;

  /** The change of a cluster; undefined if its file does not have what is changed. */
  readonly of: (cluster: FileCluster) => Change | undefined;
}

const row =
  (kind: ShippedEdit["kind"]) =>
  (title: string, of: ShippedEdit["of"]): ShippedEdit => ({ kind, title, of });
const inPlace = row("in place");
const rolling = row("rolling");
const replaced = row("replaced");
const refused = row("refused");

/** Machines of the same family, of twice the size; undefined for families that do not have them. */
export function larger(type: string): string | undefined {
  const azure = /^(Standard_[DE])([248])([a-z]*s_v\d)$/.exec(type);
  if (azure) return `${azure[1]}${2 * Number(azure[2])}${azure[3]}`;
  const google = /^([enc]\d[a-z]?-(?:standard|highmem))-([248])$/.exec(type);
  return google ? `${google[1]}-${2 * Number(google[2])}` : undefined;
}

const isPlain = (group: FileGroup) =>
  larger(group.machineTypes[0]) !== undefined && !group.image?.family?.startsWith("windows");

/** AKS rotates the nodes of the first group, and of those that ask for it. GKE replaces nodes by the surge of their pool. */
const isRolled = ({ platform }: FileCluster, group: FileGroup, index: number) =>
  platform === "gke" ||
  (index === 0 ? group.spread !== "per-zone" : group.replacement === "rotate" && !group.placement);

/** Machines of the first group for which a condition holds, of twice the size. */
function otherMachines(
  { nodeGroups }: FileCluster,
  isTaken: (group: FileGroup, index: number) => boolean,
): Change | undefined {
  const index = nodeGroups.findIndex((group, i) => isPlain(group) && isTaken(group, i));
  if (index < 0) return undefined;
  const type = larger(nodeGroups[index].machineTypes[0]);
  return (one) => one.set(`nodeGroups.${index}.machineTypes`, [type]);
}

const otherRegion: Readonly<Record<string, string>> = { aks: "francecentral", gke: "europe-west9" };
const otherAdmin: Readonly<Record<string, string>> = {
  aks: "99999999-2222-3333-4444-555555555555",
  gke: "group:operators@example.com",
};

const protectedAnd =
  (change: Change): Change =>
  (one) => {
    one.set("protection", true);
    change(one);
  };

/** The edits, with the strongest of their effects. The removals depend on the settings of the file: see `removalOf`. */
export const SHIPPED_EDITS: readonly ShippedEdit[] = [
  inPlace("a tag", () => (one) => one.set("tags.edited", "yes")),
  inPlace("another administrator", ({ platform, access }) => {
    const admins = access?.admins;
    return admins && ((one) => one.set(`access.admins.${admins.length}`, otherAdmin[platform]));
  }),
  inPlace("a larger range of nodes", ({ nodeGroups }) => {
    const index = nodeGroups.findIndex(({ size }) => typeof size !== "number");
    if (index < 0) return undefined;
    const { min, max } = nodeGroups[index].size as { readonly min: number; readonly max: number };
    return (one) => one.set(`nodeGroups.${index}.size`, { min, max: max + 3 });
  }),
  inPlace("another node group", ({ nodeGroups }) => {
    const group = nodeGroups.find(isPlain);
    if (group === undefined) return undefined;
    const { machineTypes, spread } = group;
    const extra = { name: "extra", machineTypes, size: 3, ...(spread && { spread }) };
    return (one) => one.set(`nodeGroups.${nodeGroups.length}`, extra);
  }),
  rolling("other machines, which the cloud rolls", (cluster) =>
    otherMachines(cluster, (group, index) => isRolled(cluster, group, index)),
  ),
  replaced("other machines of a group that is replaced", (cluster) =>
    cluster.platform === "aks"
      ? otherMachines(
          cluster,
          (group, index) => !isRolled(cluster, group, index) && (index > 0 || group.spread === "per-zone"),
        )
      : undefined,
  ),
  replaced("fewer pods on a node", ({ platform, nodeGroups }) => {
    // The first group of AKS is rolled.
    const index = nodeGroups.findIndex((group, i) => isPlain(group) && (platform === "gke" || i > 0));
    if (index < 0) return undefined;
    return (one) => one.set(`nodeGroups.${index}.maxPods`, 32);
  }),
  refused("another region, with protection", ({ platform, network }) =>
    Array.isArray(network?.zones) || network?.existing
      ? undefined
      : protectedAnd((one) => one.set("region", otherRegion[platform])),
  ),
  refused("another name, with protection", () => protectedAnd((one) => one.set("name", "other"))),
];

/** A cluster of a shipped file, alone in its document and without protection. */
export interface ShippedFile {
  readonly stack: string;

  /** The name of the file without its ending. */
  readonly file: string;
  readonly platform: CloudProvider["platform"];
  readonly edited: (change?: Change) => Document;
}

/** The clusters of a platform in the shipped files. */
export const shippedFiles = (platform: CloudProvider["platform"]): ShippedFile[] =>
  [environmentDirectory, exampleDirectory].flatMap((directory) =>
    stacksOf(directory, platform).map(({ stack, file }): ShippedFile => {
      const edited: ShippedFile["edited"] = (change) => {
        const document = documentOf(join(directory, `${file}.yaml`), platform);
        keepOnly(document, stack.slice(file.length + 1));
        unprotect(document);
        change?.(new ClusterDocument(document));
        return document;
      };
      return { stack, file, platform, edited };
    }),
  );

function keepOnly(document: Document, name: string): void {
  const clusters = document.get("clusters");
  if (isSeq(clusters))
    clusters.items = clusters.items.filter((one) => isMap(one) && one.get("name") === name);
}

/** The cluster of a document. */
const clusterOf = (document: Document) =>
  (document.toJS() as { readonly clusters: readonly FileCluster[] }).clusters[0];

/** The edits of the table that a file can have. */
export function editsOf({ edited }: ShippedFile): { readonly edit: ShippedEdit; readonly change: Change }[] {
  const cluster = clusterOf(edited());
  return SHIPPED_EDITS.flatMap((edit) => {
    const change = edit.of(cluster);
    return change ? [{ edit, change }] : [];
  });
}

/** Fields whose removal is not applied, with the reason. */
const notRemoved: Readonly<Record<string, string>> = {
  "access.publicFqdn":
    "azurerm sends the change without the private DNS zone, and no document states that AKS keeps the zone",
  "network.ipv6Access":
    "google does not send that a network gives its internal IPv6 range back, so the plan after the revert is not empty",
};

/** Fields of a file that may be optional: those of its blocks and node groups. */
export const optionalFields = ({ edited }: ShippedFile): string[] =>
  fieldsOf(clusterOf(edited())).filter((field) => !Object.hasOwn(notRemoved, field));

function fieldsOf(cluster: FileCluster): string[] {
  return Object.entries(cluster).flatMap(([block, value]: [string, unknown]) => {
    if (Array.isArray(value)) {
      if (block !== "nodeGroups") return [block];
      return (value as object[]).flatMap((group, index) =>
        Object.keys(group).map((field) => `${block}.${index}.${field}`),
      );
    }
    return typeof value === "object" && value !== null
      ? Object.keys(value).map((field) => `${block}.${field}`)
      : [];
  });
}
