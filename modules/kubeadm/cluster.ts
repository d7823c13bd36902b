import { Construct } from "constructs";
import { inheritFrom } from "../cluster/inherited";
import { ManagedCluster, type WorkloadIdentities } from "../cluster/managed-cluster";
import { writeForProvider } from "../cluster/provider-arguments";
import { endpointOf } from "./access/endpoint";
import { apiServerPort } from "./boot/settings";
import { defaults, fields } from "./fields.generated";
import { FixedFieldsRecord } from "./control-plane/fixed-fields";
import { createInfrastructure, type Infrastructures } from "./infrastructures";
import type { KubeadmNodeGroup } from "./node-groups/node-group";
import { clusterProblems } from "./rules";
import type { KubeadmClusterProps, KubeadmNodeGroupSpec, KubeadmWorkloadIdentitySpec } from "./spec";
import { zoneNames } from "./zones";

/** Kubeadm clusters have no workload identities yet. */
class NoWorkloadIdentities extends Construct implements WorkloadIdentities<never> {
  readonly workloads = new Map<string, never>();
}

/**
 * A Kubernetes cluster by kubeadm on machines of the user's account: network, load balancer, control plane with etcd, workers.
 *
 * The machines create the cluster themselves, from a private store: `terraform apply` ends when it works. It needs only its props: it
 * creates no provider and no backend and reads no environment variables. Resources are available through
 * `cluster.infrastructure`.
 *
 * ```ts
 * new KubeadmCluster(this, "cluster", {
 *   cloud: "aws",
 *   name: "shop",
 *   region: "eu-central-1",
 *   kubernetesVersion: "1.35.4",
 *   controlPlane: { machines: 3, machineType: "m7i.large" },
 *   access: { privateFrom: ["10.8.0.0/16"], admins: ["arn:aws:iam::111122223333:role/PlatformAdmin"] },
 *   nodeGroups: [{ name: "workers", machineTypes: ["m7i.xlarge"], size: { min: 10, max: 20 }, spread: "per-zone" }],
 * });
 * ```
 *
 * @throws InvalidClusterError that lists all errors of the props.
 */
export class KubeadmCluster extends ManagedCluster<
  KubeadmClusterProps,
  KubeadmNodeGroupSpec,
  KubeadmNodeGroup,
  KubeadmWorkloadIdentitySpec,
  never
> {
  readonly name: string;
  readonly endpoint: string;
  readonly certificateAuthority: string;
  readonly oidcIssuerUrl: string;
  readonly identity: WorkloadIdentities<never>;

  /** The resources of the cloud: an `AwsInfrastructure`, an `AzureInfrastructure` or a `GoogleInfrastructure`. */
  readonly infrastructure: Infrastructures[keyof Infrastructures];

  /** The node groups by name. */
  readonly nodeGroups = new Map<string, KubeadmNodeGroup>();

  constructor(scope: Construct, id: string, props: KubeadmClusterProps) {
    super(scope, id, props, clusterProblems, fields);
    writeForProvider(this, props.kubeadm?.providerMinimum ?? defaults["kubeadm.providerMinimum"]);
    const tagArguments = props.cloud === "google" ? ["labels"] : undefined;
    inheritFrom(this, { provider: props.provider, tags: props.tags ?? {}, tagArguments });
    new FixedFieldsRecord(this, "fixed_fields", props);
    this.infrastructure = createInfrastructure(this, props, zoneNames(props)!);
    this.identity = new NoWorkloadIdentities(this, "workload_identities");

    this.name = props.name;
    this.endpoint = `https://${endpointOf(props)}:${apiServerPort}`;
    this.certificateAuthority = this.infrastructure.certificateAuthority;
    this.oidcIssuerUrl = "https://kubernetes.default.svc.cluster.local";

    for (const group of props.nodeGroups) this.createNodeGroup(group);
  }

  protected override createNodeGroup(spec: KubeadmNodeGroupSpec): KubeadmNodeGroup {
    const group = this.infrastructure.createNodeGroup(spec);
    this.nodeGroups.set(spec.name, group);
    return group;
  }

  /** @throws Error always: kubeadm clusters have no public issuer of tokens yet */
  protected override createWorkloadIdentity(): never {
    throw new Error(
      `${this.node.path} has no public issuer of tokens, which the cloud needs to trust its workloads`,
    );
  }
}
