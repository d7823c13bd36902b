import type { AnyGkeClusterProps } from "../spec";

/** Whether GKE also adds nodes of machine types that no group has. The limits count too: another rule reports them without the value. */
export const hasAutoProvisioning = ({
  autoscaling,
  gke,
}: Pick<AnyGkeClusterProps, "autoscaling" | "gke">): boolean =>
  autoscaling === "auto-provisioning" || gke?.autoProvisioning !== undefined;
