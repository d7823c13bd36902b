import type { Fact } from "../cluster/facts";
import type { Chart, ProgramName } from "./chart";

/** Age of the catalogue, and the source of its first versions. Each chart also names its own source. */
export const chartsFact: Fact = {
  asOf: "2026-11-24",
  source: "https://github.com/kubernetes/autoscaler/tree/master/charts/cluster-autoscaler",
};

/**
 * The catalogue: the charts that a stack installs.
 *
 * The keys are those of `values.yaml`, and of `values.schema.json` where a chart has one, at the tag or commit of each version in the
 * repository of the chart (November 2026).
 */
export const charts: Readonly<Record<ProgramName, Chart>> = {
  /**
   * The version of the autoscaler is that of its image, which follows the minor of Kubernetes: see {@link autoscalerImages}.
   *
   * @see https://github.com/kubernetes/autoscaler/tree/master/cluster-autoscaler/charts/cluster-autoscaler
   */
  "cluster-autoscaler": {
    title: "the Cluster Autoscaler",
    name: "cluster-autoscaler",
    repository: "https://kubernetes.github.io/autoscaler",
    namespace: "kube-system",
    versions: [
      { version: "9.59.0", from: "1.31", to: "1.36" },
      { version: "9.58.0", from: "1.31", to: "1.36" },
    ],
    keys: {
      "autoDiscovery.clusterName": "text",
      autoscalingGroups: "list",
      awsRegion: "text",
      azureResourceGroup: "text",
      azureSubscriptionID: "text",
      azureUseManagedIdentityExtension: "boolean",
      cloudProvider: "text",
      extraArgs: "map",
      hostNetwork: "boolean",
      "image.tag": "text",
      nodeSelector: "map",
      "rbac.serviceAccount.annotations": "map",
      "rbac.serviceAccount.name": "text",
      replicaCount: "number",
      tolerations: "list",
    },
    tolerations: ["tolerations"],
    runsOnFargate: true,
  },

  /**
   * Minors: the table of https://karpenter.sh/docs/upgrading/compatibility/.
   *
   * @see https://github.com/aws/karpenter-provider-aws/tree/main/charts/karpenter
   */
  karpenter: {
    title: "Karpenter",
    name: "karpenter",
    repository: "oci://public.ecr.aws/karpenter",
    namespace: "kube-system",
    versions: [
      { version: "1.14.1", from: "1.31", to: "1.36" },
      { version: "1.14.0", from: "1.31", to: "1.36" },
    ],
    keys: {
      nodeSelector: "map",
      replicas: "number",
      "serviceAccount.annotations": "map",
      "serviceAccount.name": "text",
      "settings.clusterEndpoint": "text",
      "settings.clusterName": "text",
      "settings.interruptionQueue": "text",
      tolerations: "list",
      topologySpreadConstraints: "list",
    },
    tolerations: ["tolerations"],
    runsOnFargate: true,
  },

  /** @see https://github.com/kubernetes-sigs/aws-load-balancer-controller/tree/main/helm/aws-load-balancer-controller */
  "aws-load-balancer-controller": {
    title: "the AWS Load Balancer Controller",
    name: "aws-load-balancer-controller",
    repository: "https://aws.github.io/eks-charts",
    namespace: "kube-system",
    versions: [
      { version: "3.5.0", from: "1.31" },
      { version: "3.4.2", from: "1.31" },
    ],
    keys: {
      backendSecurityGroup: "text",
      clusterName: "text",
      keepTLSSecret: "boolean",
      nodeSelector: "map",
      region: "text",
      replicaCount: "number",
      "serviceAccount.annotations": "map",
      "serviceAccount.name": "text",
      tolerations: "list",
      vpcId: "text",
    },
    tolerations: ["tolerations"],
    runsOnFargate: true,
  },

  /** @see https://github.com/aws/aws-node-termination-handler/tree/main/config/helm/aws-node-termination-handler */
  "aws-node-termination-handler": {
    title: "the AWS Node Termination Handler",
    name: "aws-node-termination-handler",
    repository: "oci://public.ecr.aws/aws-ec2/helm",
    namespace: "kube-system",
    versions: [
      { version: "0.27.6", from: "1.31" },
      { version: "0.27.5", from: "1.31" },
    ],
    keys: {
      awsRegion: "text",
      enableSqsTerminationDraining: "boolean",
      managedTag: "text",
      nodeSelector: "map",
      queueURL: "text",
      replicas: "number",
      "serviceAccount.annotations": "map",
      "serviceAccount.name": "text",
      tolerations: "list",
    },
    tolerations: ["tolerations"],
    runsOnFargate: true,
  },

  /** @see https://github.com/kubernetes-sigs/external-dns/tree/master/charts/external-dns */
  "external-dns": {
    title: "ExternalDNS",
    name: "external-dns",
    repository: "https://kubernetes-sigs.github.io/external-dns",
    namespace: "external-dns",
    versions: [
      { version: "1.21.1", from: "1.31" },
      { version: "1.20.0", from: "1.31" },
    ],
    keys: {
      env: "list",
      extraArgs: "map",
      nodeSelector: "map",
      podLabels: "map",
      policy: "text",
      "provider.name": "text",
      registry: "text",
      "secretConfiguration.data": "map",
      "secretConfiguration.enabled": "boolean",
      "secretConfiguration.mountPath": "text",
      "serviceAccount.annotations": "map",
      "serviceAccount.name": "text",
      tolerations: "list",
      txtOwnerId: "text",
    },
    tolerations: ["tolerations"],
    runsOnFargate: true,
  },

  /**
   * Minors: the table of https://github.com/kubernetes-sigs/metrics-server#compatibility-matrix. Port 10250 of its pods is that of the
   * kubelet on Fargate.
   *
   * @see https://github.com/kubernetes-sigs/metrics-server/tree/master/charts/metrics-server
   */
  "metrics-server": {
    title: "the Metrics Server",
    name: "metrics-server",
    repository: "https://kubernetes-sigs.github.io/metrics-server",
    namespace: "kube-system",
    versions: [
      { version: "3.13.1", from: "1.31" },
      { version: "3.13.0", from: "1.31" },
    ],
    keys: { nodeSelector: "map", replicas: "number", "serviceAccount.name": "text", tolerations: "list" },
    tolerations: ["tolerations"],
  },

  /**
   * The webhook converts group snapshots of earlier versions of the controller, and is off. Before 5.2.0 their definition refers to it also then.
   *
   * @see https://github.com/piraeusdatastore/helm-charts/tree/main/charts/snapshot-controller
   */
  "snapshot-controller": {
    title: "the snapshot controller",
    name: "snapshot-controller",
    repository: "https://piraeus.io/helm-charts",
    namespace: "kube-system",
    versions: [
      { version: "5.2.0", from: "1.31" },
      { version: "5.1.1", from: "1.31" },
    ],
    keys: {
      "controller.nodeSelector": "map",
      "controller.replicaCount": "number",
      "controller.serviceAccount.name": "text",
      "controller.tolerations": "list",
      installCRDs: "boolean",
      "webhook.enabled": "boolean",
    },
    tolerations: ["controller.tolerations"],
  },

  /**
   * Port 10250 of its webhook is that of the kubelet on Fargate.
   *
   * @see https://github.com/cert-manager/cert-manager/tree/master/deploy/charts/cert-manager
   */
  "cert-manager": {
    title: "cert-manager",
    name: "cert-manager",
    repository: "https://charts.jetstack.io",
    namespace: "cert-manager",
    versions: [
      { version: "v1.21.1", from: "1.31" },
      { version: "v1.20.3", from: "1.31" },
    ],
    keys: {
      "cainjector.replicaCount": "number",
      "cainjector.tolerations": "list",
      "crds.enabled": "boolean",
      "crds.keep": "boolean",
      "global.leaderElection.namespace": "text",
      podLabels: "map",
      replicaCount: "number",
      "serviceAccount.annotations": "map",
      "startupapicheck.tolerations": "list",
      tolerations: "list",
      "webhook.replicaCount": "number",
      "webhook.tolerations": "list",
    },
    tolerations: [
      "tolerations",
      "webhook.tolerations",
      "cainjector.tolerations",
      "startupapicheck.tolerations",
    ],
  },

  /**
   * Port 10250 of its webhook is that of the kubelet on Fargate.
   *
   * @see https://github.com/external-secrets/external-secrets/tree/main/deploy/charts/external-secrets
   */
  "external-secrets": {
    title: "External Secrets",
    name: "external-secrets",
    repository: "https://charts.external-secrets.io",
    namespace: "external-secrets",
    versions: [
      { version: "2.9.0", from: "1.31" },
      { version: "2.8.0", from: "1.31" },
    ],
    keys: {
      "certController.nodeSelector": "map",
      "certController.tolerations": "list",
      installCRDs: "boolean",
      nodeSelector: "map",
      podLabels: "map",
      "serviceAccount.annotations": "map",
      "serviceAccount.name": "text",
      tolerations: "list",
      "webhook.nodeSelector": "map",
      "webhook.tolerations": "list",
    },
    tolerations: ["tolerations", "webhook.tolerations", "certController.tolerations"],
  },
};

/** The names of the catalogue. */
export const programNames = Object.keys(charts) as ProgramName[];

/**
 * Releases of the Cluster Autoscaler: its version has the minor of Kubernetes.
 *
 * @see https://github.com/kubernetes/autoscaler/tree/master/cluster-autoscaler#releases
 * @see https://github.com/kubernetes/autoscaler/tags
 */
export const autoscalerImages: Readonly<Record<string, string>> = {
  "1.31": "v1.31.5",
  "1.32": "v1.32.7",
  "1.33": "v1.33.6",
  "1.34": "v1.34.5",
  "1.35": "v1.35.2",
  "1.36": "v1.36.1",
};
