import fc from "fast-check";
import { argumentTable } from "../../modules/eks/arguments";
import { loadEnvironments } from "../../modules/environment";
import { witnesses } from "../fields/witnesses";
import { eksClusters } from "../properties/eks";
import { searchKept, unanswered } from "../support/kept";
import computed from "./computed-arguments.json";

/** `PROPERTY_RUNS` and `PROPERTY_SEED` select other random clusters. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 5);
const seed = Number(process.env.PROPERTY_SEED ?? 20261130);

/** A removal of a field is tried in so many clusters. */
const mostOfField = 2;

/** Examples, witnesses and random clusters. */
const clusters = [
  ...loadEnvironments("examples", { today: new Date("2026-11-23") }).environments.flatMap(
    (environment) => environment.clusters,
  ),
  ...witnesses.eks.flatMap(({ before, after }) => [before, after]),
  ...fc.sample(eksClusters, { numRuns, seed }),
].filter(({ platform }) => platform === "eks");

/** The rows of the argument table whose value a plan without them keeps. Blocks have no mark in the schema of the provider. */
const kept = new Set(
  Object.entries(argumentTable).flatMap(([type, { arguments: rows }]) =>
    Object.entries(rows)
      .filter(([, { omitted }]) => ["kept", "partly", "unsent"].includes(omitted))
      .map(([name]) => `${type}.${name}`),
  ),
);

const isComputed = (type: string, path: string): boolean =>
  (computed as unknown as Readonly<Record<string, readonly string[]>>)[type]?.includes(path) === true ||
  kept.has(`${type}.${path}`);

/** Arguments whose removal needs no answer. */
const harmless: Readonly<Record<string, string>> = {
  "aws_eks_cluster.vpc_config.public_access_cidrs": "without a public endpoint it has no effect",
  "aws_eks_cluster.compute_config": "a condition refuses to omit Auto Mode; after autoMode: off it stays off",
  "aws_eks_cluster.kubernetes_network_config.elastic_load_balancing": "it changes with compute_config",
  "aws_eks_cluster.kubernetes_network_config.service_ipv4_cidr":
    "the range is immutable: a file without it accepts the range of the cluster",
  "aws_eks_cluster.storage_config": "it changes with compute_config",
  "aws_launch_template.block_device_mappings.ebs.throughput":
    "the documentation of throughputMiBps: set the default, since a written one breaks the change to another type",
  "aws_autoscaling_group.mixed_instances_policy.instances_distribution.spot_allocation_strategy":
    "on-demand machines do not use it",
};

test(`the provider keeps no value of a removed field without a reason (seed ${seed})`, () => {
  const search = searchKept("eks", clusters, isComputed, mostOfField);
  expect(search.fields).toBeGreaterThan(150);
  expect(unanswered(search, (argument) => argument in harmless)).toEqual([]);
});
