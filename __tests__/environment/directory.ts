import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatProblem, loadEnvironments, type LoadOptions } from "../../modules/environment";

/** Runs each test of a file in a separate empty directory. */
export function useEmptyDirectory(): void {
  const before = process.cwd();
  let directory: string;
  beforeEach(() => {
    directory = realpathSync(mkdtempSync(join(tmpdir(), "environment-")));
    process.chdir(directory);
  });
  afterEach(() => {
    process.chdir(before);
    rmSync(directory, { recursive: true, force: true });
  });
}

/** A platform table whose rules find nothing, for tests of what comes before rules. */
export const withoutRules: LoadOptions = {
  platforms: {
    eks: { definition: "EksClusterSpec", rules: () => () => [] },
  } as unknown as LoadOptions["platforms"],
};

/** The problems of a file `dev.yaml` with this text, as they are printed, without the file's name and without ids. */
export function problemsOf(text: string, options: LoadOptions = withoutRules): string[] {
  return printedProblems(text, options).map(withoutId);
}

/** The same, with the ids. */
export function printedProblems(text: string, options: LoadOptions = withoutRules): string[] {
  writeFileSync("dev.yaml", text);
  return loadEnvironments("dev.yaml", options).problems.map((problem) =>
    formatProblem(problem).replace(/^dev\.yaml:/, ""),
  );
}

/** A printed problem without the id at its end. Fails if it has none. */
export function withoutId(printed: string): string {
  const match = /^(.*) \[[a-z]+(\/[a-z-]+)+\]$/s.exec(printed);
  if (match === null) throw new Error(`no id in ${printed}`);
  return match[1];
}

/** A right environment; tests put mistakes into it by line. */
export const rightLines = [
  "tags: { team: platform }", //             1
  "clusters:", //                            2
  "  - name: main", //                       3
  "    platform: eks", //                    4
  "    region: us-east-1", //                5
  '    kubernetesVersion: "1.35"', //        6
  "    access: { admins: [] }", //           7
  "    network:", //                         8
  "      zones: 3", //                       9
  "      nat: single", //                   10
  "    nodeGroups:", //                     11
  "      - name: workers", //               12
  "        machineTypes: [m6i.large]", //   13
  "        size: { min: 3, max: 6 }", //    14
] as const;

export const rightText = `${rightLines.join("\n")}\n`;

/** The right environment with some lines replaced; `null` takes a line out. */
export function withLines(lines: Readonly<Record<number, string | null>>): string {
  return rightLines
    .map((line, i) => (i + 1 in lines ? lines[i + 1] : line))
    .filter((line) => line !== null)
    .map((line) => `${line}\n`)
    .join("");
}

/** A small EKS cluster, as the parser returns it. */
export const eksCluster = {
  name: "main",
  platform: "eks",
  region: "eu-central-1",
  kubernetesVersion: "1.35",
  access: { admins: ["arn:aws:iam::111122223333:role/Admin"] },
  nodeGroups: [{ name: "workers", machineTypes: ["m6i.large"], size: { min: 3, max: 6 } }],
};
