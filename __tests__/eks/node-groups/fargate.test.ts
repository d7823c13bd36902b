import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { EksFargateProfile } from "@cdktf/provider-aws/lib/eks-fargate-profile";
import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { EksClusterProps, EksFargateProfileSpec } from "../../../modules/eks/spec";
import { minimal, synthesizeEks } from "../../support/eks";

const system: EksFargateProfileSpec = { name: "system", selectors: [{ namespace: "kube-system" }] };
const batch: EksFargateProfileSpec = {
  name: "batch",
  selectors: [{ namespace: "batch-*", labels: { compute: "fargate" } }, { namespace: "reports" }],
};
const withProfiles = (
  fargateProfiles: readonly EksFargateProfileSpec[],
  patch: Partial<EksClusterProps> = {},
) => synthesizeEks({ nodeGroups: [], storage: { block: false }, ...patch, eks: { fargateProfiles } });
const alone = withProfiles([system, batch]);

describe("a Fargate profile", () => {
  test("selects pods, in the private subnets", () => {
    expect(alone.resource(EksFargateProfile, "node_groups_fargate_profiles_batch")).toMatchObject({
      cluster_name: "${aws_eks_cluster.control_plane.id}",
      pod_execution_role_arn: "${aws_iam_role.node_groups_fargate_profiles_role.arn}",
      selector: [{ namespace: "batch-*", labels: { compute: "fargate" } }, { namespace: "reports" }],
      subnet_ids: ["a", "b", "c"].map((zone) => `\${aws_subnet.network_private_eu_central_1${zone}.id}`),
    });
  });

  test("has another name after each change, so that both can exist", () => {
    const nameOf = (profile: EksFargateProfileSpec, patch: Partial<EksClusterProps> = {}) =>
      withProfiles([system, profile], patch).resource(EksFargateProfile, "node_groups_fargate_profiles_batch")
        .fargate_profile_name;
    const name = nameOf(batch);
    expect(name).toMatch(/^batch-[0-9a-f]{8}$/);
    expect(nameOf(batch)).toBe(name);
    expect(nameOf({ ...batch, selectors: batch.selectors.slice(1) })).not.toBe(name);
    expect(nameOf({ ...batch, selectors: [{ namespace: "batch-*" }, batch.selectors[1]] })).not.toBe(name);
    expect(nameOf(batch, { network: { zones: 2 } })).not.toBe(name);
  });

  test("keeps its address and name when another is added before it", () => {
    const other = { ...batch, name: "other" };
    const name = "node_groups_fargate_profiles_batch";
    expect(withProfiles([other, system, batch]).resource(EksFargateProfile, name)).toEqual(
      alone.resource(EksFargateProfile, name),
    );
  });
});

test("the pod execution role trusts only profiles of this cluster", () => {
  const { assume_role_policy } = alone.resource(IamRole, "node_groups_fargate_profiles_role");
  expect(JSON.parse(assume_role_policy).Statement).toEqual([
    {
      Effect: "Allow",
      Principal: { Service: "eks-fargate-pods.amazonaws.com" },
      Action: ["sts:AssumeRole"],
      Condition: {
        ArnLike: {
          "aws:SourceArn": [
            "arn:aws:eks:eu-central-1:${local.node_groups_fargate_profiles_account}:fargateprofile/shop/*",
          ],
        },
      },
    },
  ]);
  expect(alone.terraform.locals).toMatchObject({
    node_groups_fargate_profiles_account: '${element(split(":", aws_eks_cluster.control_plane.arn), 4)}',
  });
  expect(alone.resource(IamRolePolicyAttachment, "node_groups_fargate_profiles_role_policy").policy_arn).toBe(
    "arn:aws:iam::aws:policy/AmazonEKSFargatePodExecutionRolePolicy",
  );
});

describe("a cluster of Fargate only", () => {
  test("runs CoreDNS there, after the profile is created", () => {
    const coredns = alone.resource(EksAddon, "add_ons_coredns");
    expect(JSON.parse(coredns.configuration_values)).toEqual({ computeType: "Fargate" });
    for (const profile of ["system", "batch"]) {
      const address = `aws_eks_fargate_profile.node_groups_fargate_profiles_${profile}`;
      expect(alone.graph.isOrdered(address, "aws_eks_addon.add_ons_coredns")).toBe(true);
    }
  });

  test("keeps other settings of CoreDNS", () => {
    const stack = synthesizeEks({
      nodeGroups: [],
      storage: { block: false },
      eks: { fargateProfiles: [system], addOns: { coredns: { configuration: { replicaCount: 3 } } } },
    });
    expect(JSON.parse(stack.resource(EksAddon, "add_ons_coredns").configuration_values)).toEqual({
      computeType: "Fargate",
      replicaCount: 3,
    });
  });

  test("has no resources of nodes, and no autoscaler", () => {
    expect(alone.resources(EksPodIdentityAssociation)).toEqual({});
    expect(
      alone.addresses.filter((address) => /node_groups_(role|security_group)|autoscaling/.test(address)),
    ).toEqual([]);
  });

  test("starts pods after routes, permissions of admins and the policies of the role exist", () => {
    const profile = "aws_eks_fargate_profile.node_groups_fargate_profiles_system";
    for (const before of [
      "aws_route.network_private_eu_central_1a_internet",
      "aws_eks_access_policy_association.identity_111122223333_role_Admin_admin",
      "aws_iam_role_policy_attachment.node_groups_fargate_profiles_role_policy",
    ]) {
      expect(alone.graph.isOrdered(before, profile)).toBe(true);
    }
    expect(alone.graph.unresolved).toEqual([]);
    expect(alone.graph.cycle).toBeUndefined();
  });
});

describe("Fargate and node groups", () => {
  const mixed = withProfiles([batch], { nodeGroups: minimal.nodeGroups, storage: {} });

  test("leaves CoreDNS on nodes", () => {
    expect(mixed.resource(EksAddon, "add_ons_coredns").configuration_values).toBe("{}");
  });

  test("allows traffic between pods on both, and to CoreDNS", () => {
    const rules = mixed.resources(VpcSecurityGroupIngressRule);
    expect(rules.node_groups_pod_traffic_nodes_from_eks).toMatchObject({
      security_group_id: "${aws_security_group.node_groups_security_group.id}",
      referenced_security_group_id:
        "${aws_eks_cluster.control_plane.vpc_config[0].cluster_security_group_id}",
      ip_protocol: "-1",
    });
    expect(rules.node_groups_pod_traffic_eks_from_nodes).toMatchObject({ ip_protocol: "-1" });
    expect(Object.keys(synthesizeEks().resources(VpcSecurityGroupIngressRule)).join()).not.toContain(
      "pod_traffic",
    );
  });

  test("a group and a profile may have one name", () => {
    const [group] = minimal.nodeGroups;
    const stack = withProfiles([{ ...batch, name: group.name }], { nodeGroups: [group], storage: {} });
    expect(stack.graph.unresolved).toEqual([]);
  });
});
