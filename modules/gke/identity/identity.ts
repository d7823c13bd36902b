import { DnsManagedZoneIamMember } from "@cdktf/provider-google/lib/dns-managed-zone-iam-member";
import { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import { ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import { ServiceAccountIamMember } from "@cdktf/provider-google/lib/service-account-iam-member";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { grantsOf, type PrincipalGrant } from "../../cluster/inputs";
import { boundedName } from "../../cluster/names";
import { idOf } from "../../cluster/references";
import { type AccessManifests, roleBinding } from "../access/manifests";
import { limits } from "../limits";
import { accountId } from "../names";
import type { GkeProject } from "../project/project";
import type { GkeAccessSpec, GkeWorkloadIdentitySpec } from "../spec";
import { grantRole } from "./grants";
import { impersonator, serviceAccountPods, type WorkloadPool } from "./workload-pool";
import { defaults } from "../fields.generated";

/** Levels of access to the cluster, with their roles of IAM and of Kubernetes. */
const levels = {
  admin: { iam: "roles/container.admin", kubernetes: "cluster-admin" },
  editor: { iam: "roles/container.developer", kubernetes: "edit" },
  viewer: { iam: "roles/container.viewer", kubernetes: "view" },
} as const;

/** Allows a principal to connect. Role bindings in the cluster grant its permissions. */
const connectRole = "roles/container.clusterViewer";

/** See {@link GkeIdentity}. */
export interface GkeIdentityProps {
  /** Name of the cluster, a literal. */
  readonly clusterName: string;
  readonly region: string;
  /** Region of the cluster, or zone of a zonal cluster. */
  readonly location: string;
  readonly project: GkeProject;
  readonly access: GkeAccessSpec;
  readonly pool: WorkloadPool;

  /** Names of the Cloud DNS zones in which ExternalDNS writes records. */
  readonly dnsZones: readonly string[];
}

/** Permissions of principals in the cluster, and of its workloads in Google Cloud. */
export class GkeIdentity extends Construct {
  /** The roles of principals, by level of access and principal. */
  readonly accessGrants = new Map<string, ProjectIamMember>();

  /** The workloads with permissions, by `namespace/serviceAccount`. */
  readonly workloads = new Map<string, GkeWorkloadIdentity>();

  /** Role bindings in namespaces, which the Google provider of Terraform cannot create; undefined without any. */
  readonly manifests?: AccessManifests;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: GkeIdentityProps,
  ) {
    super(scope, id);
    const people = grantsOf(this, props.access);
    for (const grant of people) this.grant(grant);

    const items = people.flatMap(({ level, principal, namespaces = [] }) =>
      namespaces.map((namespace) => roleBinding(levels[level].kubernetes, namespace, principal)),
    );
    this.manifests = items.length > 0 ? { apiVersion: "v1", kind: "List", items } : undefined;
    if (props.dnsZones.length > 0) this.letExternalDnsWrite(props.dnsZones);
  }

  /** A role in the project, for this cluster only. */
  private grant({ level, principal, namespaces, each }: PrincipalGrant): void {
    const { clusterName, location, project } = this.props;
    const key = `${level} ${principal}`;
    if (this.accessGrants.has(key)) return;
    this.accessGrants.set(
      key,
      new ProjectIamMember(this, `${each?.id ?? idOf(this, principal)}_${level}`, {
        forEach: each?.iterator,
        project: project.id,
        role: namespaces ? connectRole : levels[level].iam,
        member: principal,
        condition: {
          title: `GKE cluster ${clusterName}`,
          expression:
            'resource.type == "container.googleapis.com/Cluster" && ' +
            `resource.name == "projects/${project.id}/locations/${location}/clusters/${clusterName}"`,
        },
      }),
    );
  }

  /** Source: https://kubernetes-sigs.github.io/external-dns/latest/docs/tutorials/gke/ */
  private letExternalDnsWrite(zones: readonly string[]): void {
    const member = serviceAccountPods(this.props.pool, "external-dns", "external-dns");
    const dependsOn = this.props.project.prerequisites("dns");
    for (const zone of zones) {
      new DnsManagedZoneIamMember(this, `external_dns_${idOf(this, zone)}`, {
        managedZone: zone,
        role: "roles/dns.admin",
        member,
        dependsOn,
      });
    }
    // ExternalDNS searches its zones in the list of all zones.
    new ProjectIamMember(this, "external_dns_zones", {
      project: this.props.project.id,
      role: "roles/dns.reader",
      member,
    });
  }
}

/** See {@link GkeWorkloadIdentity}. */
export interface GkeWorkloadIdentityContext {
  readonly clusterName: string;
  readonly region: string;
  readonly pool: WorkloadPool;
}

/** The permissions in Google Cloud for pods of one service account. */
export class GkeWorkloadIdentity extends Construct {
  /** The IAM member of the pods, or of the service account that they impersonate. */
  readonly member: string;

  /** E-mail of the IAM service account that pods impersonate; undefined if the pods are principals. */
  readonly email?: string;

  /** The grants. Pods that need them must depend on them. */
  readonly rights: readonly ITerraformDependable[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: GkeWorkloadIdentitySpec & GkeWorkloadIdentityContext,
  ) {
    super(scope, id);
    const {
      namespace,
      serviceAccount,
      pool,
      via = defaults["workloadIdentities[].via"],
      grants = [],
    } = props;
    const account = via === "service-account" ? this.serviceAccount() : undefined;
    this.email = account?.email;
    this.member = account
      ? `serviceAccount:${account.email}`
      : serviceAccountPods(pool, namespace, serviceAccount);
    this.rights = [
      ...(account?.rights ?? []),
      ...grants.map((grant) => grantRole(this, this.member, grant, pool.project.id)),
    ];
  }

  /** An IAM service account, and the permission of the pods to impersonate it. */
  private serviceAccount(): { email: string; rights: ITerraformDependable[] } {
    const { namespace, serviceAccount, pool, clusterName, serviceAccountEmail } = this.props;
    const own =
      serviceAccountEmail === undefined
        ? new ServiceAccount(this, "service_account", {
            accountId: accountId(this.props, namespace, serviceAccount),
            displayName: boundedName(
              [`Pods of ${namespace}/${serviceAccount} in the GKE cluster ${clusterName}`],
              limits.displayName,
            ),
            dependsOn: pool.project.prerequisites("iam"),
          })
        : undefined;
    const email = own?.email ?? serviceAccountEmail!;
    const right = new ServiceAccountIamMember(this, "impersonation", {
      serviceAccountId: own?.name ?? `projects/-/serviceAccounts/${email}`,
      role: "roles/iam.workloadIdentityUser",
      member: impersonator(pool, namespace, serviceAccount),
    });
    return { email, rights: [right] };
  }
}
