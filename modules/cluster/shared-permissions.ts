import type { Path } from "./problem";

/** A permission that a cluster grants to a principal which other clusters can have too. */
export interface SharedPermission {
  /** The field that asks for it. */
  readonly path: Path;

  /** Identifies the permission: the role, the resource and the principal. */
  readonly key: string;

  /** The role and the principal, for messages. */
  readonly what: string;

  /**
   * What the user does about it.
   *
   * @default grant it in one of the clusters, or outside of both
   */
  readonly remedy?: string;
}
