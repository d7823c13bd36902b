/** Tags by which machines and their resources belong to a cluster. Policies have conditions on them. */

/** Role of a machine in its cluster. */
export type MachineRole = "control-plane" | "node";

/**
 * The cloud controller manager and the CSI driver find the resources of a cluster by this tag.
 *
 * @see https://cloud-provider-aws.sigs.k8s.io/prerequisites/
 */
export const ownedTag = (clusterName: string): Record<string, string> => ({
  [`kubernetes.io/cluster/${clusterName}`]: "owned",
});

/** The tags of a machine and its disks. */
export const machineTags = (clusterName: string, role: MachineRole): Record<string, string> => ({
  ...ownedTag(clusterName),
  "k8s.io/role": role,
});
