import type { WorkloadIdentitySpec } from "../../cluster/vocabulary";

/** The pods of one service account, and their roles in Google Cloud. Without `grants` they have none. */
export interface GkeWorkloadIdentitySpec extends WorkloadIdentitySpec {
  /** Roles of the pods. */
  readonly grants?: readonly GkeGrant[];

  /**
   * How pods get their roles.
   *
   * - `direct`: the pods are the principal (`principal://…/subject/ns/<namespace>/sa/<service account>`). The cluster
   *   needs no change.
   * - `service-account`: the pods impersonate a service account of IAM, for services that do not support other
   *   principals. The Kubernetes service account needs the annotation `iam.gke.io/gcp-service-account` with the e-mail
   *   from the stack's output `workload_service_accounts`.
   *
   * @default "direct"
   * @literal
   * @change replace
   */
  readonly via?: "direct" | "service-account";

  /**
   * E-mail of an existing service account of IAM, with `via: service-account`. If omitted, a new one.
   *
   * @change replace
   */
  readonly serviceAccountEmail?: string;
}

/** A role on one resource. If none is named, on the cluster's project. */
export interface GkeGrant {
  /**
   * A role of IAM: `roles/…`, or a custom role by its full name.
   *
   * @literal
   */
  readonly role: string;

  /** Id of another project. */
  readonly project?: string;

  /** Name of a bucket of Cloud Storage. */
  readonly bucket?: string;

  /** Id, or full name, of a secret of Secret Manager. */
  readonly secret?: string;

  /** Name of a Pub/Sub topic. */
  readonly topic?: string;

  /** Name of a Pub/Sub subscription. */
  readonly subscription?: string;

  /** Full name of a key of Cloud KMS: `projects/…/locations/…/keyRings/…/cryptoKeys/…`. */
  readonly key?: string;

  /** Id of a BigQuery dataset. */
  readonly dataset?: string;

  /** Full name of a repository of Artifact Registry: `projects/…/locations/…/repositories/…`. */
  readonly repository?: string;

  /** When the role applies. */
  readonly condition?: GkeCondition;
}

/** A condition of IAM. */
export interface GkeCondition {
  /**
   * Title of the condition.
   *
   * @literal
   */
  readonly title: string;

  /**
   * Expression in the Common Expression Language. Values of references in it have only letters, digits and `_./:@+-`, so that they cannot
   * change the condition.
   *
   * @shown
   */
  readonly expression: string;
}
