import { readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Document, isMap, isSeq, parseDocument } from "yaml";

/** The stack of an EKS cluster in an environment file. */
export interface EksStack {
  readonly stack: string;
  readonly region: string;
}

/** An environment file with only its EKS clusters, because the emulator supports only AWS. */
export const eksDocument = (file: string): Document => documentOf(file, "eks");

/** An environment file with only the clusters of one platform. */
export function documentOf(file: string, platform: string): Document {
  const environment = parseDocument(readFileSync(file, "utf8"));
  const clusters = environment.get("clusters");
  if (!isSeq(clusters)) throw new Error(`${file} has no list of clusters`);
  clusters.items = clusters.items.filter((cluster) => isMap(cluster) && cluster.get("platform") === platform);
  return environment;
}

/** All EKS clusters in the files of a folder. */
export function eksStacks(directory: string): EksStack[] {
  return environmentFiles(directory).flatMap((file) => {
    const { clusters } = eksDocument(join(directory, file)).toJS() as {
      clusters: { name: string; region: string }[];
    };
    return clusters.map(({ name, region }) => ({ stack: `${basename(file, ".yaml")}-${name}`, region }));
  });
}

/** Copies the files of a folder that have EKS clusters, with only these clusters and without protection. */
export async function copyUnprotected(directory: string, to: string): Promise<void> {
  await copyEks(
    environmentFiles(directory).map((file) => join(directory, file)),
    to,
    unprotect,
  );
}

/** Copies an environment file, or those of a folder, with only the EKS clusters. */
export async function copyEksOf(location: string, to: string): Promise<void> {
  const isFile = location.endsWith(".yaml");
  await copyEks(isFile ? [location] : environmentFiles(location).map((file) => join(location, file)), to);
}

async function copyEks(
  files: readonly string[],
  to: string,
  edit: (environment: Document) => void = () => undefined,
): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const file of files) {
    const environment = eksDocument(file);
    if (countClusters(environment) === 0) continue;
    edit(environment);
    await writeFile(join(to, basename(file)), environment.toString());
  }
}

/** Sets `protection: false` in every cluster of an environment. */
export function unprotect(environment: Document): void {
  for (let index = 0; index < countClusters(environment); index++)
    environment.setIn(["clusters", index, "protection"], false);
}

const countClusters = (environment: Document) =>
  (environment.get("clusters") as { items: unknown[] }).items.length;

const environmentFiles = (directory: string) =>
  readdirSync(directory)
    .filter((name) => name.endsWith(".yaml"))
    .sort();
