import { readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Document, isMap, isSeq, parseDocument } from "yaml";

/** The stack of a cluster in an environment file. */
export interface FileStack {
  readonly stack: string;
  readonly region: string;

  /** The oldest version of the provider that the cluster requires. */
  readonly minimum?: string;
}

/** The stack of a cluster, and the name of its file without the ending. */
export interface StackOfFile extends FileStack {
  readonly file: string;
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
export const eksStacks = (directory: string): StackOfFile[] => stacksOf(directory, "eks");

/** All clusters of a platform in the files of a folder. */
export function stacksOf(directory: string, platform: string): StackOfFile[] {
  return environmentFiles(directory).flatMap((file) => {
    const { clusters } = documentOf(join(directory, file), platform).toJS() as {
      clusters: ({ name: string; region: string } & Record<
        string,
        { providerMinimum?: string } | undefined
      >)[];
    };
    return clusters.map((cluster) => ({
      stack: `${basename(file, ".yaml")}-${cluster.name}`,
      file: basename(file, ".yaml"),
      region: cluster.region,
      minimum: cluster[platform]?.providerMinimum,
    }));
  });
}

/** Copies the files of a folder that have clusters of a platform, with only these clusters and without protection. */
export async function copyUnprotected(
  directory: string,
  to: string,
  platform = "eks",
  edit: (environment: Document) => void = () => undefined,
): Promise<void> {
  await copyClusters(
    environmentFiles(directory).map((file) => join(directory, file)),
    to,
    platform,
    (environment) => {
      unprotect(environment);
      edit(environment);
    },
  );
}

/** Copies an environment file, or those of a folder, with only the EKS clusters. */
export async function copyEksOf(location: string, to: string): Promise<void> {
  const isFile = location.endsWith(".yaml");
  await copyClusters(
    isFile ? [location] : environmentFiles(location).map((file) => join(location, file)),
    to,
    "eks",
  );
}

async function copyClusters(
  files: readonly string[],
  to: string,
  platform: string,
  edit: (environment: Document) => void = () => undefined,
): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const file of files) {
    const environment = documentOf(file, platform);
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
