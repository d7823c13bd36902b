// What takes too long for every change, step after step; all are run, and one that fails makes the exit code 1. Each step is a command as
// one would type it; what a step needs beyond the repository is said beside it, and where it is missing the step fails.
//
//   node scripts/nightly.mjs             all steps
//   node scripts/nightly.mjs properties  those whose names begin so
import { spawnSync } from "node:child_process";

/** Every night other clusters: the day is the seed, and a failure says the command that repeats it. */
const seed = process.env.PROPERTY_SEED ?? new Date().toISOString().slice(0, 10).replaceAll("-", "");

const steps = [
  {
    name: "properties of right clusters, 1000 for each platform",
    command: ["npx", "jest", "__tests__/properties/properties.test.ts"],
    env: { PROPERTY_RUNS: process.env.PROPERTY_RUNS ?? "1000", PROPERTY_SEED: seed },
  },
  {
    // Needs Terraform and the AWS provider.
    name: "validity of a sample of right EKS clusters",
    command: ["npx", "jest", "--config", "jest.e2e.config.js", "__tests__/e2e/properties"],
    env: { PROPERTY_SEED: seed },
  },
  {
    // Needs Terraform and the AWS provider.
    name: "faults and forty kills while the reference cluster is deployed",
    command: ["npm", "run", "test:faults"],
    env: {},
  },
];

const [wanted = ""] = process.argv.slice(2);
const chosen = steps.filter(({ name }) => name.startsWith(wanted));
if (chosen.length === 0) {
  console.error(`no step begins with "${wanted}": ${steps.map(({ name }) => name).join("; ")}`);
  process.exit(2);
}

const failed = chosen.filter(({ name, command: [program, ...args], env }) => {
  const said = Object.entries(env).map(([key, value]) => `${key}=${value}`);
  console.log(`\n== ${name}\n${[...said, program, ...args].join(" ")}`);
  const { status } = spawnSync(program, args, {
    stdio: "inherit",
    // With CI, what is missing fails and skips nothing.
    env: { ...process.env, CI: "true", ...env },
  });
  return status !== 0;
});

for (const { name } of failed) console.error(`failed: ${name}`);
process.exitCode = failed.length > 0 ? 1 : 0;
