import { formatPath } from "../../cluster/problem";
import { entries, isKnown, knownEntries } from "../../cluster/rules/rule";
import { neededBySettings, settingPath } from "../add-ons/settings";
import { type ProgramProps, programsOf, type ServiceWithoutEndpoint } from "../programs";
import { defaults } from "../fields.generated";
import type { EksClusterProps, EksEndpoint } from "../spec";

type Cluster = Pick<EksClusterProps, "network"> & ProgramProps;

interface NeededEndpoint {
  readonly service: EksEndpoint;
  readonly why: string;

  /** Nodes start without it, but users of a private network need it. */
  readonly privateOnly?: true;

  readonly when?: (cluster: Cluster) => boolean;
}

/**
 * Services that nodes and core add-ons use without egress. S3, the source of image layers, always has an endpoint. The table of
 * programs states what each program uses in addition.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html
 */
const needed: readonly NeededEndpoint[] = [
  { service: "ec2", why: "nodes and the pod network" },
  { service: "ecr.api", why: "images" },
  { service: "ecr.dkr", why: "images" },
  { service: "eks-auth", why: "credentials of pods" },
  { service: "sts", why: "roles that pods assume" },
  { service: "autoscaling", why: "the Cluster Autoscaler", when: scalesNodes },
  { service: "ssm", why: "Session Manager", when: hasSessionManager },
  { service: "ssmmessages", why: "Session Manager", when: hasSessionManager },
  { service: "eks", why: "clients in the network that look the cluster up", privateOnly: true },
  { service: "elasticloadbalancing", why: "the load balancer controller", privateOnly: true },
];

/** Endpoints that a cluster without egress needs, with the reason; in a private network also those that its users need. */
export function neededEndpoints(cluster: Cluster): [EksEndpoint, string][] {
  const isPrivate = cluster.network?.private === true;
  const rows = needed
    .filter(({ when, privateOnly }) => (when?.(cluster) ?? true) && (isPrivate || !privateOnly))
    .map(({ service, why }): [EksEndpoint, string] => [service, why]);
  const ofPrograms = programsOf(cluster).flatMap(({ name, services = [] }) =>
    services.filter(hasEndpoint).map((service): [EksEndpoint, string] => [service, name]),
  );
  const ofSettings = neededBySettings(cluster).flatMap((needs) =>
    (needs.services ?? []).map((service): [EksEndpoint, string] => [service, formatPath(settingPath(needs))]),
  );
  const all = [...rows, ...ofPrograms, ...ofSettings];
  return all.filter(([service], i) => all.findIndex(([other]) => other === service) === i);
}

/** Whether a service has an interface endpoint that this project creates. */
export function hasEndpoint(service: EksEndpoint | ServiceWithoutEndpoint): service is EksEndpoint {
  return service !== "route53";
}

/** Interface endpoints of a new network: those that a private network needs, and those of `network.endpoints`. */
export function endpointsOf(cluster: Cluster): EksEndpoint[] {
  const { network } = cluster;
  if (network?.existing) return [];
  const named = knownEntries(network?.endpoints).map(([, service]) => service);
  const own = network?.private ? neededEndpoints(cluster).map(([service]) => service) : [];
  return [...new Set([...own, ...named])];
}

/** @see https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html */
function hasSessionManager({ eks }: Cluster): boolean {
  return eks?.sessionManager ?? defaults["eks.sessionManager"];
}

function scalesNodes({ autoscaling, nodeGroups }: Cluster): boolean {
  return (
    (autoscaling ?? defaults["autoscaling"]) === "cluster-autoscaler" &&
    entries(nodeGroups).some(([, { size }]) => isKnown(size) && typeof size === "object")
  );
}
