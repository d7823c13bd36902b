import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import type { KubeadmClusterProps } from "../spec";

/** A file of the folder `kubeadm.software.manifests`. */
export interface OwnManifest {
  readonly name: string;
  readonly text: string;

  /** Its objects; undefined if it is no YAML. */
  readonly objects: readonly ManifestObject[] | undefined;

  /** Why it is no YAML. */
  readonly fault?: string;
}

/** What identifies an object of Kubernetes, as far as the file has it. */
export interface ManifestObject {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly metadata?: { readonly name?: unknown; readonly namespace?: unknown };
  readonly data?: unknown;
  readonly stringData?: unknown;
}

/** Names of manifests. The machines apply no other files. */
const isManifest = (name: string): boolean => /\.ya?ml$/.test(name);

/** The folder with the cluster's own manifests, relative to the working directory; undefined without one. */
export const manifestsFolderOf = ({ kubeadm }: Pick<KubeadmClusterProps, "kubeadm">): string | undefined =>
  kubeadm?.software?.manifests;

/**
 * Reads the manifests of a folder, sorted by name. Files in folders below it are not read.
 *
 * @throws if the folder cannot be read
 */
export function readManifests(folder: string): readonly OwnManifest[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isManifest(entry.name))
    .map(({ name }) => name)
    .sort()
    .map((name) => manifestOf(name, readFileSync(join(folder, name), "utf8")));
}

function manifestOf(name: string, text: string): OwnManifest {
  // Kubernetes reads YAML 1.1; in what is read here both versions are equal.
  const documents = parseAllDocuments(text);
  const [fault] = documents.flatMap(({ errors }) => errors.map(({ message }) => message.split("\n")[0]));
  if (fault !== undefined) return { name, text, objects: undefined, fault };
  return { name, text, objects: documents.flatMap((document) => objectsIn(document.toJS() as unknown)) };
}

/** The objects of a document: none if it is empty, those of a List. */
function objectsIn(value: unknown): ManifestObject[] {
  if (value === null || value === undefined) return [];
  const { kind, items } = value as { kind?: unknown; items?: unknown };
  return kind === "List" && Array.isArray(items) ? (items as ManifestObject[]) : [value as ManifestObject];
}
