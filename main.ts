import { printableLine } from "./modules/cluster/printable";
import { loadOrExit } from "./modules/environment";
import { createStack } from "./stacks";
import { outputDirectory, synthesize } from "./stacks/synthesize";

export function main(): void {
  const environments = loadOrExit(process.env.ENVIRONMENTS || "environments");
  const outdir = outputDirectory();
  const { stacks, removed } = synthesize(outdir, (app) => {
    for (const { clusters, settings } of environments) {
      for (const cluster of clusters) createStack(app, cluster, settings);
    }
  });
  const print = (line: string) => console.log(printableLine(line));
  for (const { name, resources } of stacks) print(`${name}: ${resources} resources`);
  for (const name of removed) print(`${name}: removed, because no environment has it`);
  print(`Terraform JSON of ${stacks.length} stacks is in ${outdir}/stacks`);
}
