import { App } from "cdktf";
import { loadOrExit } from "./modules/environment";
import { createStack } from "./stacks";

export function main(): void {
  const environments = loadOrExit(process.env.ENVIRONMENTS || "environments");
  const app = new App();
  for (const { clusters, settings } of environments) {
    for (const cluster of clusters) createStack(app, cluster, settings);
  }
  app.synth();
  console.log(`Terraform JSON of ${app.node.children.length} stacks is in ${app.outdir}/stacks`);
}
