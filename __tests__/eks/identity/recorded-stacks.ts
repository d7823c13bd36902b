import { synthesizeEks } from "../../support/eks";
import type { Synthesized } from "../../support/synthesized";

/** Stacks that together have every role that the constructs create. */
export const stacks: Readonly<Record<string, Synthesized>> = {
  services: synthesizeEks({
    encryption: { disks: "customer-key" },
    storage: {
      snapshots: true,
      file: true,
      object: {
        buckets: ["arn:aws:s3:::models"],
        keyIds: ["arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"],
      },
      lustre: { sizeGiB: 1200 },
      backup: true,
    },
    loadBalancing: { controller: true },
    dns: { zones: ["Z0123456789ABCDEFGHIJ"] },
    workloadIdentities: [
      { namespace: "shop", serviceAccount: "orders" },
      { namespace: "shop", serviceAccount: "reports", via: "irsa" },
    ],
    nodeGroups: [
      { name: "workers", machineTypes: ["m7i.large"], size: { min: 3, max: 6 } },
      { name: "own", kind: "self-managed", machineTypes: ["m7i.large"], size: { min: 3, max: 6 } },
    ],
    eks: {
      addOns: { "aws-fsx-csi-driver": { version: "v1.9.0-eksbuild.1" } },
      nodeTerminationHandler: true,
      fargateProfiles: [{ name: "batch", selectors: [{ namespace: "batch" }] }],
      remoteNetworks: { nodeCidrs: ["10.200.0.0/16"], credentials: "ssm" },
      capabilities: { kro: {} },
    },
  }),
  karpenter: synthesizeEks({ autoscaling: "auto-provisioning" }),
  "auto mode": synthesizeEks({
    autoscaling: "auto-provisioning",
    nodeGroups: [],
    eks: { autoProvisioning: { by: "auto-mode" } },
  }),
};
