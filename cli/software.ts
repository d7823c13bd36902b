import { InputError } from "../modules/cluster/problem";
import type { LoadedEnvironment } from "../modules/environment";
import { pathOf, softwareFiles } from "../modules/kubeadm/software/files";
import { architecturesOf } from "../modules/kubeadm/software/machines";
import { selected } from "./stack-names";

/** A file that machines of a stack download. */
interface StackFile {
  readonly path: string;
  readonly url: string;
  readonly sha256: string;
}

/**
 * The files that machines of kubeadm clusters download, each once.
 *
 * @param stacks - names of stacks; `*` matches any characters. An empty list selects all
 * @throws InputError if a stack does not exist, or none of them is a kubeadm cluster
 */
export function filesOfStacks(
  environments: readonly LoadedEnvironment[],
  stacks: readonly string[],
): StackFile[] {
  const all = environments.flatMap(({ clusters }) => clusters);
  const chosen = selected(all, ({ name }) => name, stacks).filter(({ platform }) => platform === "kubeadm");
  if (chosen.length === 0) {
    throw new InputError("only machines of kubeadm clusters download programs, and no selected stack is one");
  }
  const files = chosen.flatMap((cluster) => {
    if (cluster.platform !== "kubeadm") return [];
    const architectures = architecturesOf(cluster);
    return softwareFiles(cluster).filter(
      ({ architecture }) => architecture === undefined || architectures.includes(architecture),
    );
  });
  const byPath = new Map(files.map(({ url, sha256 }) => [pathOf(url), { path: pathOf(url), url, sha256 }]));
  return [...byPath.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** The files in the format of `sha256sum --check`. */
export const checksumsText = (files: readonly StackFile[]): string =>
  files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join("");
