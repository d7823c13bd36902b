import { argumentTable } from "../../modules/eks/arguments";
import { eksClusters } from "../properties/eks";
import { isKeptBy, searchedClusters, searchKept, seed, unanswered } from "../support/kept";
import computed from "./computed-arguments.json";

/** A removal of a field is tried in so many clusters. */
const mostOfField = 2;

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
  const search = searchKept(
    "eks",
    searchedClusters("eks", eksClusters),
    isKeptBy(argumentTable, computed),
    mostOfField,
  );
  expect(search.fields).toBeGreaterThan(150);
  expect(unanswered(search, (argument) => argument in harmless)).toEqual([]);
});
