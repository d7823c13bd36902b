import { printableLine } from "./modules/cluster/printable";
import { loadOrExit } from "./modules/environment";
import { createStacks } from "./stacks";
import { outputDirectory, synthesize } from "./stacks/synthesize";

const usage = `npm run synth has no options. It writes the Terraform JSON of all environment files.
ENVIRONMENTS selects another directory or one file, CDKTF_OUTDIR another output directory.
"npx cdktf-clusters help" lists the other commands.`;

export function main(): void {
  const [argument] = process.argv.slice(2);
  if (argument !== undefined) {
    // Options of other commands would otherwise be ignored.
    const isHelp = ["--help", "-h", "help"].includes(argument);
    if (isHelp) console.log(usage);
    else console.error(`unexpected ${printableLine(argument)}\n${usage}`);
    process.exitCode = isHelp ? 0 : 2;
    return;
  }
  const environments = loadOrExit(process.env.ENVIRONMENTS || "environments");
  const outdir = outputDirectory();
  const { stacks, removed } = synthesize(outdir, (app) => {
    for (const { clusters, settings } of environments) {
      for (const cluster of clusters) createStacks(app, cluster, settings);
    }
  });
  const print = (line: string) => console.log(printableLine(line));
  for (const { name, resources } of stacks) print(`${name}: ${resources} resources`);
  for (const name of removed) print(`${name}: removed, because no environment has it`);
  print(`Terraform JSON of ${stacks.length} stacks is in ${outdir}/stacks`);
}
