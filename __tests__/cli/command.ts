import { mkdirSync, writeFileSync } from "node:fs";
import { main } from "../../cli/cdktf-clusters";

/** What a command returned and printed. */
export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in this process. */
export function run(...argv: string[]): Result {
  const out: string[] = [];
  const err: string[] = [];
  const code = main(argv, {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
  });
  return { code, stdout: out.join(""), stderr: err.join("") };
}

/** The tests of a file have the folder `environments`, which the variable ENVIRONMENTS does not replace. */
export function useEnvironments(prepare: () => void): void {
  const before = process.env.ENVIRONMENTS;
  beforeEach(() => {
    delete process.env.ENVIRONMENTS;
    mkdirSync("environments");
    prepare();
  });
  afterAll(() => {
    if (before === undefined) delete process.env.ENVIRONMENTS;
    else process.env.ENVIRONMENTS = before;
  });
}

/** Writes an environment of small EKS clusters. */
export function writeEnvironment(environment: string, ...names: string[]): void {
  const clusters = names.map((name) => ({
    platform: "eks",
    name,
    region: "eu-west-1",
    kubernetesVersion: "1.35",
    network: { nat: "single" },
    access: { admins: ["arn:aws:iam::111122223333:role/admin"], privateFrom: ["10.1.0.0/16"] },
    nodeGroups: [{ name: "workers", machineTypes: ["m7i.large"], size: 3 }],
  }));
  writeFileSync(`environments/${environment}.yaml`, JSON.stringify({ clusters }));
}

/** The options of `init` that the command asks for otherwise. */
export const flags = (platform: string, region: string, name = "dev"): string[] => [
  "--platform",
  platform,
  "--region",
  region,
  "--name",
  name,
];
