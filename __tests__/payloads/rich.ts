import type { AksClusterSpec } from "../../modules/aks/spec";
import type { EksClusterSpec } from "../../modules/eks/spec";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import type { GkeClusterSpec } from "../../modules/gke/spec";

/** A group of each image family of EKS whose nodes get user data. */
const selfManaged = (family: "al2023" | "bottlerocket" | "windows") => ({
  name: family,
  kind: "self-managed" as const,
  machineTypes: ["m6i.large"],
  size: { min: 1, max: 3 },
  image: family === "windows" ? { family, release: "latest" } : { family },
  labels: { team: "shop" },
  taints: [{ key: "dedicated", value: "shop", effect: "PreferNoSchedule" as const }],
  tags: { team: "shop" },
});

const eks = {
  platform: "eks" as const,
  name: "main",
  region: "eu-central-1",
  kubernetesVersion: "1.35",
  access: { admins: ["arn:aws:iam::111122223333:role/Admin"] },
};

const key = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

const services: EksClusterSpec = {
  ...eks,
  encryption: { keyId: key, disks: "customer-key", disksKeyId: key },
  storage: {
    block: true,
    snapshots: true,
    file: true,
    object: { buckets: ["arn:aws:s3:::models"], keyIds: [key] },
    lustre: { sizeGiB: 1200 },
    backup: true,
  },
  loadBalancing: { controller: true },
  dns: { zones: ["Z0123456789ABCDEFGHIJ"] },
  network: { serviceCidr: "172.20.0.0/16" },
  workloadIdentities: [
    {
      namespace: "shop",
      serviceAccount: "orders",
      statements: [
        {
          actions: ["s3:GetObject"],
          resources: ["arn:aws:s3:::orders/*"],
          conditions: { StringEquals: { "aws:PrincipalTag/team": ["shop"] } },
        },
      ],
    },
    { namespace: "shop", serviceAccount: "reports", via: "irsa" },
  ],
  nodeGroups: [
    {
      name: "first",
      machineTypes: ["m6i.large"],
      size: { min: 3, max: 6 },
      labels: { team: "shop" },
      taints: [{ key: "dedicated", value: "shop", effect: "PreferNoSchedule" }],
    },
    selfManaged("al2023"),
    selfManaged("bottlerocket"),
    selfManaged("windows"),
  ],
  eks: {
    nodeTerminationHandler: true,
    addOns: { coredns: { configuration: { tolerations: [{ key: "a", value: "x" }] } } },
  },
};

/** An existing network with Karpenter, whose policies name the network and its subnets. */
const karpenter: EksClusterSpec = {
  ...eks,
  network: {
    existing: {
      vpcId: "vpc-0123456789abcdef0",
      nodeSubnets: [
        { id: "subnet-0000000000000000a", zone: "eu-central-1a", cidr: "10.0.0.0/22" },
        { id: "subnet-0000000000000000b", zone: "eu-central-1b", cidr: "10.0.4.0/22" },
      ],
      podSubnets: [
        { id: "subnet-0000000000000000c", zone: "eu-central-1a", cidr: "100.64.0.0/18" },
        { id: "subnet-0000000000000000d", zone: "eu-central-1b", cidr: "100.64.64.0/18" },
      ],
    },
  },
  autoscaling: "auto-provisioning",
  encryption: { disks: "customer-key", disksKeyId: key },
  loadBalancing: { controller: true },
  nodeGroups: [{ name: "first", machineTypes: ["m6i.large"], size: { min: 2, max: 6 } }],
};

const aks: AksClusterSpec = {
  platform: "aks",
  name: "main",
  region: "westeurope",
  kubernetesVersion: "1.35",
  access: { admins: ["7d6f2c1e-0b7e-4c55-9a53-2f1f4a0c9a11"] },
  nodeGroups: [
    { name: "system", mode: "system", machineTypes: ["Standard_D4ds_v5"], size: 3 },
    {
      name: "apps",
      machineTypes: ["Standard_D4ds_v5"],
      size: { min: 3, max: 6 },
      labels: { team: "shop" },
      taints: [{ key: "dedicated", value: "shop", effect: "NoSchedule" }],
    },
  ],
  workloadIdentities: [{ namespace: "shop", serviceAccount: "orders" }],
};

const gke: GkeClusterSpec = {
  platform: "gke",
  name: "main",
  region: "europe-west3",
  kubernetesVersion: "1.35",
  access: { admins: ["group:platform@example.com"] },
  nodeGroups: [
    {
      name: "workers",
      machineTypes: ["n2-standard-4"],
      size: { min: 3, max: 6 },
      labels: { team: "shop" },
      metadata: { team: "shop" },
      taints: [{ key: "dedicated", value: "shop", effect: "NoSchedule" }],
    },
  ],
  workloadIdentities: [
    {
      namespace: "shop",
      serviceAccount: "orders",
      grants: [
        {
          role: "roles/storage.objectViewer",
          bucket: "orders",
          condition: {
            title: "weekdays",
            expression: 'resource.name.startsWith("projects/_/buckets/orders/")',
          },
        },
      ],
    },
  ],
  gke: { project: "shop-production" },
};

/** Valid clusters with the features that write documents: policies, user data, settings of add-ons, conditions and commands. */
export const richClusters: Readonly<Record<PlatformClusterSpec["platform"], readonly PlatformClusterSpec[]>> =
  {
    eks: [services, karpenter] as PlatformClusterSpec[],
    aks: [aks as PlatformClusterSpec],
    gke: [gke as PlatformClusterSpec],
    kubeadm: [],
  };
