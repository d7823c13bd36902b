// Runs the tests that take too long for every change, one after the other. If a step fails, the others still run, and the exit code
// is 1. The requirements of a step are next to it; if they are missing, the step fails.
//
//   node scripts/nightly.mjs             all steps
//   node scripts/nightly.mjs properties  the steps whose name begins with "properties"
import { spawnSync } from "node:child_process";
import { print, printError } from "./printable.js";

/** The date is the seed, so every night has different clusters. A failure prints the command that repeats it. */
const seed = process.env.PROPERTY_SEED ?? new Date().toISOString().slice(0, 10).replaceAll("-", "");

const steps = [
  {
    name: "properties of valid clusters, 1000 for each platform",
    command: ["npx", "jest", "__tests__/properties/properties.test.ts"],
    env: { PROPERTY_RUNS: process.env.PROPERTY_RUNS ?? "1000", PROPERTY_SEED: seed },
  },
  {
    name: "analysis: 1000 clusters of each platform have what they require, and lack it after the deletion of any rule",
    command: ["npx", "jest", "__tests__/analysis"],
    env: { PROPERTY_RUNS: process.env.PROPERTY_RUNS ?? "1000", PROPERTY_SEED: seed },
  },
  {
    name: "compare: 300 pairs of valid clusters of each platform, predicted from the tables",
    command: ["npx", "jest", "__tests__/compare/pairs"],
    env: { COMPARE_PAIRS: "300", PROPERTY_SEED: seed },
  },
  {
    // Needs Terraform and the AWS provider.
    name: "pairs: Terraform plans 32 random edits of a running EKS cluster as compare predicts them",
    command: ["npx", "jest", "--config", "jest.e2e.config.js", "__tests__/e2e/pairs"],
    env: { COMPARE_EACH: "8", PROPERTY_SEED: seed },
  },
  {
    name: "fields: each field and value changes the Terraform JSON",
    command: ["npx", "jest", "__tests__/fields"],
    env: { FIELDS: "all" },
  },
  {
    name: "payloads in each field and free key",
    command: ["npx", "jest", "__tests__/payloads"],
    env: { PAYLOADS: "all" },
  },
  {
    name: "references: each place of an example accepts one or has a message",
    command: ["npx", "jest", "__tests__/stacks/variables.test.ts"],
    env: { PLACES: "all" },
  },
  {
    name: "CDK Terrain: packages",
    command: ["npm", "run", "cdktn"],
    env: {},
  },
  {
    name: "CDK Terrain: the same JSON as on CDKTF",
    command: ["npx", "jest", "--config", "jest.long.config.js", "__tests__/hosts"],
    env: { REQUIRE_CDKTN: "1" },
  },
  {
    // Needs Terraform and the AWS provider.
    name: "CDK Terrain: its CLI deploys and destroys a cluster",
    command: ["npx", "jest", "--config", "jest.e2e.config.js", "__tests__/e2e/hosts"],
    env: { REQUIRE_CDKTN: "1" },
  },
  {
    name: "boot program of kubeadm clusters, killed a hundred times",
    command: ["npx", "jest", "__tests__/kubeadm/boot/kills"],
    env: { BOOT_KILLS: "34", BOOT_SEED: seed },
  },
  {
    // Needs root, namespaces, cgroups, Go, and the packages of __tests__/lab/README.md.
    name: "lab: real kubeadm clusters lose machines and disks, are restored, interrupted and upgraded",
    command: ["npm", "run", "lab"],
    env: { REQUIRE_LAB: "1", LAB_SEED: seed },
  },
  {
    // Needs Terraform and the AWS provider.
    name: "sample of valid EKS clusters with terraform validate",
    command: ["npx", "jest", "--config", "jest.e2e.config.js", "__tests__/e2e/properties"],
    env: { PROPERTY_SEED: seed },
  },
  {
    // Needs Terraform and the AWS provider.
    name: "IAM: the policies allow each call of each example for EKS, and each statement is needed",
    command: ["npx", "jest", "--config", "jest.e2e.config.js", "__tests__/e2e/examples.test.ts"],
    env: { EXAMPLE_CALLS: "all" },
  },
  {
    // Needs Terraform, the AWS provider, and the AWS CLI.
    name: "faults and forty kills during deploys of the reference cluster",
    command: ["npm", "run", "test:faults"],
    env: { KILLS_SEED: seed },
  },
  {
    // Needs Go, and for AKS and GKE the providers of these clouds.
    name: "OpenTofu applies the reference cluster of each platform",
    command: ["npx", "jest", "--config", "jest.e2e.config.js", "__tests__/e2e/opentofu"],
    env: { OPENTOFU_VERSION: process.env.OPENTOFU_VERSION ?? "1.12.6" },
  },
];

const [wanted = ""] = process.argv.slice(2);
const chosen = steps.filter(({ name }) => name.startsWith(wanted));
if (chosen.length === 0) {
  printError(`no step begins with "${wanted}": ${steps.map(({ name }) => name).join("; ")}`);
  process.exit(2);
}

const failed = chosen.filter(({ name, command: [program, ...args], env }) => {
  const variables = Object.entries(env).map(([key, value]) => `${key}=${value}`);
  print(`\n== ${name}\n${[...variables, program, ...args].join(" ")}`);
  const { status } = spawnSync(program, args, {
    stdio: "inherit",
    // With CI, missing requirements fail instead of skipping tests.
    env: { ...process.env, CI: "true", ...env },
  });
  return status !== 0;
});

for (const { name } of failed) printError(`failed: ${name}`);
process.exitCode = failed.length > 0 ? 1 : 0;
