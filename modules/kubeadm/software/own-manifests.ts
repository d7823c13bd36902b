import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { defaults } from "../fields.generated";
import type { KubeadmCni } from "../network/spec";
import type { KubeadmClusterProps } from "../spec";

/** A file of the folder `kubeadm.software.manifests`. */
export interface OwnManifest {
  readonly name: string;
  readonly text: string;

  /** Its objects; undefined if it cannot be read. */
  readonly objects: readonly ManifestObject[] | undefined;

  /** Why it cannot be read. */
  readonly fault?: string;
}

/** What identifies an object of Kubernetes, as far as the file has it. */
export interface ManifestObject {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly metadata?: { readonly name?: unknown; readonly namespace?: unknown };
  readonly data?: unknown;
  readonly stringData?: unknown;
  readonly spec?: unknown;
}

/** Names of manifests. The machines apply no other files. */
export const isManifest = (name: string): boolean => /\.ya?ml$/.test(name);

/** The folder with the cluster's own manifests, relative to the working directory; undefined without one. */
export const manifestsFolderOf = ({ kubeadm }: Pick<KubeadmClusterProps, "kubeadm">): string | undefined =>
  kubeadm?.software?.manifests;

/** The file with values of the user for a chart. Machines do not read files in folders below that of the manifests. */
export const valuesFileOf = (folder: string, chart: string): string =>
  join(folder, "values", `${chart}.yaml`);

/** Whether the machines apply the cloud controller manager. */
export const hasControllerManager = ({ kubeadm }: Pick<KubeadmClusterProps, "kubeadm">): boolean =>
  kubeadm?.cloudControllerManager ?? defaults["kubeadm.cloudControllerManager"];

/** The DaemonSet of each network of pods. */
export const networkDaemonSets: Readonly<Record<KubeadmCni, string | undefined>> = {
  cilium: "cilium",
  calico: "calico-node",
  none: undefined,
};

/** Most bytes of all manifests: Terraform keeps them in its state. More are not parsed. */
export const mostBytes = 4 * 1024 * 1024;

/** What was read last, by folder: each rule reads the manifests. */
const read = new Map<string, { readonly state: string; readonly manifests: readonly OwnManifest[] }>();

/**
 * Reads the manifests of a folder, sorted by name, also those to which a symbolic link leads. Files in folders below it are not read.
 *
 * @throws if the folder cannot be read
 */
export function readManifests(folder: string): readonly OwnManifest[] {
  const files = readdirSync(folder)
    .filter(isManifest)
    .sort()
    .map((name) => ({ name, path: join(folder, name), stat: statOf(join(folder, name)) }))
    .filter(({ stat }) => typeof stat === "string" || stat.isFile());
  const state = JSON.stringify(
    files.map(({ name, stat }) => [
      name,
      typeof stat === "string" ? stat : [stat.mtimeMs, stat.size, stat.ino],
    ]),
  );
  const known = read.get(folder);
  if (known?.state === state) return known.manifests;
  const bytes = files.reduce((sum, { stat }) => sum + (typeof stat === "string" ? 0 : stat.size), 0);
  const manifests = files.map(({ name, path, stat }) =>
    typeof stat === "string"
      ? { name, text: "", objects: undefined, fault: stat }
      : manifestOf(name, readFileSync(path, "utf8"), bytes <= mostBytes),
  );
  read.set(folder, { state, manifests });
  return manifests;
}

/** What a path leads to, or why that is unknown: a symbolic link can lead to nothing. */
function statOf(path: string) {
  try {
    return statSync(path);
  } catch (failure) {
    return `cannot be read: ${(failure as NodeJS.ErrnoException).code}`;
  }
}

/** The objects of a text; none if it cannot be read. */
export const objectsOfText = (text: string): readonly ManifestObject[] =>
  manifestOf("", text, text.length <= mostBytes).objects ?? [];

function manifestOf(name: string, text: string, parse: boolean): OwnManifest {
  if (!parse) return { name, text, objects: undefined };
  // Kubernetes reads YAML 1.1; in what is read here both versions are equal.
  const documents = parseAllDocuments(text);
  const broken = (message: string) => ({ name, text, objects: undefined, fault: `is not YAML: ${message}` });
  const [fault] = documents.flatMap(({ errors }) => errors.map(({ message }) => message.split("\n")[0]));
  if (fault !== undefined) return broken(fault);
  try {
    return { name, text, objects: documents.flatMap((document) => objectsIn(document.toJS() as unknown)) };
  } catch (failure) {
    // An alias can lead to nothing.
    return broken((failure as Error).message.split("\n")[0]);
  }
}

/** The objects of a document: none if it is empty, those of a List. */
function objectsIn(value: unknown): ManifestObject[] {
  if (value === null || value === undefined) return [];
  const { kind, items } = value as { kind?: unknown; items?: unknown };
  return kind === "List" && Array.isArray(items) ? (items as ManifestObject[]) : [value as ManifestObject];
}
