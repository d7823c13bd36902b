import type { WorkloadIdentitySpec } from "../../cluster/vocabulary";

/** Pods of one service account, and what they may do in Google Cloud. Without `grants` it has no rights yet. */
export interface GkeWorkloadIdentitySpec extends WorkloadIdentitySpec {
  /** What the pods may do. */
  readonly grants?: readonly GkeGrant[];

  /**
   * How pods get their rights.
   *
   * - `direct`: they have them by themselves (`principal://…/subject/ns/<namespace>/sa/<service account>`); nothing is to be
   *   done in the cluster.
   * - `service-account`: by a service account of IAM that they impersonate, for the few services that know no other principals. The
   *   Kubernetes service account needs the annotation `iam.gke.io/gcp-service-account` with the e-mail of the stack's output
   *   `workload_service_accounts`.
   *
   * @default "direct"
   * @literal
   */
  readonly via?: "direct" | "service-account";

  /** E-mail of an existing service account of IAM, for `via: service-account`; a new one when left out. */
  readonly serviceAccountEmail?: string;
}

/** A role, on one thing: on the cluster's project when nothing else is named. */
export interface GkeGrant {
  /**
   * A role of IAM: `roles/…`, or a custom one by its full name.
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

  /** When the role holds. */
  readonly condition?: GkeCondition;
}

/** A condition of IAM. */
export interface GkeCondition {
  /**
   * A few words that tell it from others.
   *
   * @literal
   */
  readonly title: string;

  /** In the Common Expression Language. */
  readonly expression: string;
}
