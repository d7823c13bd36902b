import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { synthesizeEks } from "../../support/eks";
import type { Synthesized } from "../../support/synthesized";

/** All kinds of storage, in a cluster of two zones. */
export const full = synthesizeEks({
  network: { zones: 2 },
  encryption: { disks: "customer-key" },
  storage: {
    block: { defaultClass: false },
    snapshots: true,
    file: { accessPoints: { shop: { path: "/shop", uid: 1000, gid: 1001 } } },
    object: { buckets: ["arn:aws:s3:::models"] },
    lustre: { sizeGiB: 2400, zone: "eu-central-1b" },
    backup: true,
  },
  eks: { addOns: { "aws-fsx-csi-driver": { version: "v1.9.0-eksbuild.1" } } },
});

export const nodes = "${aws_security_group.node_groups_security_group.id}";

export const statements = (stack: Synthesized, name: string) =>
  JSON.parse(stack.resource(IamRolePolicy, name).policy).Statement;
