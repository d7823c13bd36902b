import type { Path } from "../../cluster/problem";
import { entries, isKnown } from "../../cluster/rules/rule";
import { fullName, type ServiceAccount } from "../identity/service-accounts";
import type { EksAddOnIdentitySpec, EksAddOnName, EksAddOnSpec, EksClusterProps, EksEndpoint } from "../spec";

/** A service account of an add-on, and the policies of AWS that its pods need. */
export interface OtherAddOnAccount extends ServiceAccount {
  readonly managedPolicies: readonly string[];
}

/** What is known of an add-on that the cluster installs only if the file names it. */
export interface OtherAddOnFacts {
  readonly namespace: string;

  /** The account with permissions in AWS; undefined if it needs none, or if another field gives them. */
  readonly account?: OtherAddOnAccount;

  /** Labels of the pods of its controller; undefined if it has only DaemonSets. */
  readonly controllerLabels?: Readonly<Record<string, string>>;

  /** Its controller works on Fargate. */
  readonly runsOnFargate?: true;

  /** TCP ports of nodes on which the API server calls its webhooks and aggregated APIs. */
  readonly webhookPorts?: readonly number[];

  readonly services?: readonly (EksEndpoint | "route53")[];

  /** Another add-on that must run before. */
  readonly needs?: string;
}

const named = (name: string) => ({ "app.kubernetes.io/name": name });

/**
 * Sources:
 * - https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html
 * - https://docs.aws.amazon.com/eks/latest/userguide/community-addons.html (port 10251 of metrics-server)
 * - https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/install-CloudWatch-Observability-EKS-addon.html
 * - https://aws-otel.github.io/docs/getting-started/adot-eks-add-on/requirements
 */
export const otherAddOns: Readonly<Record<string, OtherAddOnFacts>> = {
  "metrics-server": {
    namespace: "kube-system",
    controllerLabels: named("metrics-server"),
    runsOnFargate: true,
    webhookPorts: [10251],
  },
  "eks-node-monitoring-agent": { namespace: "kube-system" },
  "amazon-cloudwatch-observability": {
    namespace: "amazon-cloudwatch",
    account: {
      namespace: "amazon-cloudwatch",
      serviceAccount: "cloudwatch-agent",
      managedPolicies: ["CloudWatchAgentServerPolicy", "AWSXrayWriteOnlyAccess"],
    },
    controllerLabels: named("amazon-cloudwatch-observability"),
    webhookPorts: [9443],
    services: ["logs", "monitoring"],
  },
  "aws-guardduty-agent": { namespace: "amazon-guardduty" },
  "aws-network-flow-monitoring-agent": {
    namespace: "amazon-network-flow-monitor",
    account: {
      namespace: "amazon-network-flow-monitor",
      serviceAccount: "aws-network-flow-monitor-agent-service-account",
      managedPolicies: ["CloudWatchNetworkFlowMonitorAgentPublishPolicy"],
    },
  },
  "aws-secrets-store-csi-driver-provider": { namespace: "kube-system", services: ["secretsmanager"] },
  adot: {
    namespace: "opentelemetry-operator-system",
    controllerLabels: named("opentelemetry-operator"),
    webhookPorts: [9443],
    needs: "cert-manager",
  },
  "cert-manager": {
    namespace: "cert-manager",
    controllerLabels: named("cert-manager"),
    runsOnFargate: true,
    webhookPorts: [10250],
  },
  "external-dns": {
    namespace: "external-dns",
    controllerLabels: named("external-dns"),
    runsOnFargate: true,
    services: ["route53"],
  },
  "fluent-bit": { namespace: "fluent-bit", services: ["logs"] },
  "kube-state-metrics": {
    namespace: "kube-state-metrics",
    controllerLabels: named("kube-state-metrics"),
    runsOnFargate: true,
  },
  "prometheus-node-exporter": { namespace: "prometheus-node-exporter" },
};

/** What is known of an add-on by its name; undefined if the table does not have it. */
export const otherAddOn = (name: string): OtherAddOnFacts | undefined =>
  Object.hasOwn(otherAddOns, name) ? otherAddOns[name] : undefined;

/** Names of the add-ons that the cluster installs itself. */
const ownNames: Readonly<Record<EksAddOnName, true>> = {
  "vpc-cni": true,
  "kube-proxy": true,
  coredns: true,
  "eks-pod-identity-agent": true,
  "aws-ebs-csi-driver": true,
  "aws-efs-csi-driver": true,
  "aws-fsx-csi-driver": true,
  "aws-mountpoint-s3-csi-driver": true,
  "snapshot-controller": true,
};

/** Whether the cluster installs an add-on itself. */
export const isOwnAddOn = (name: string): name is EksAddOnName => Object.hasOwn(ownNames, name);

/** All known names of add-ons. */
export const knownAddOns: readonly string[] = [...Object.keys(ownNames), ...Object.keys(otherAddOns)];

/** The add-ons that are installed because the file names them. */
export function otherAddOnsOf({ eks }: Pick<EksClusterProps, "eks">): [name: string, spec: EksAddOnSpec][] {
  return Object.entries(eks?.addOns ?? {}).filter(([name]) => !isOwnAddOn(name));
}

/** An identity of an add-on, with the policies of AWS of a known account. */
export interface AddOnIdentity extends EksAddOnIdentitySpec {
  readonly managedPolicies?: readonly string[];
}

/** The identities of an add-on: those of the file, and those of known accounts. */
export function identitiesOf(name: string, { identities = [] }: EksAddOnSpec): AddOnIdentity[] {
  const account = otherAddOn(name)?.account;
  const isGiven = account && identities.some((identity) => fullName(identity) === fullName(account));
  return [...identities, ...(account && !isGiven ? [account] : [])];
}

/** The identities of all add-ons in the file, with their fields. For rules: the values can be references. */
export function identityFields({ eks }: Pick<EksClusterProps, "eks">): [Path, EksAddOnIdentitySpec][] {
  return Object.entries(isKnown(eks?.addOns) ? eks.addOns : {}).flatMap(([name, spec]) =>
    isKnown(spec)
      ? entries(spec.identities).map(([i, identity]): [Path, EksAddOnIdentitySpec] => [
          ["eks", "addOns", name, "identities", i],
          identity,
        ])
      : [],
  );
}
