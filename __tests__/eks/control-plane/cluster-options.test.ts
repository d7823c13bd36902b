import { EksCapability } from "@cdktf/provider-aws/lib/eks-capability";
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { synthesizeEks } from "../../support/eks";

const identityCenterArn = "arn:aws:sso:::instance/ssoins-1234567890abcdef";

describe("capabilities", () => {
  const stack = synthesizeEks({
    eks: {
      capabilities: {
        ack: { policyArns: ["arn:aws:iam::111122223333:policy/team/buckets"] },
        kro: {},
        argocd: {
          identityCenterArn,
          identityCenterRegion: "eu-west-1",
          access: [
            { role: "ADMIN", users: ["u-1"], groups: ["g-1"] },
            { role: "VIEWER", groups: ["g-2"] },
          ],
          vpcEndpointIds: ["vpce-0a1b2c3d4e5f67890"],
        },
      },
    },
  });

  test.each([
    ["ack", "ACK"],
    ["kro", "KRO"],
    ["argocd", "ARGOCD"],
  ])("%s is a %s with a separate role, and keeps its resources", (name, type) => {
    expect(stack.resource(EksCapability, `add_ons_capabilities_${name}`)).toMatchObject({
      cluster_name: "${aws_eks_cluster.control_plane.id}",
      capability_name: name,
      type,
      role_arn: `\${aws_iam_role.add_ons_capabilities_${name}_role.arn}`,
      delete_propagation_policy: "RETAIN",
    });
    const role = stack.resource(IamRole, `add_ons_capabilities_${name}_role`);
    expect(role.name).toBe(`shop-eu-central-1-${name}`);
    expect(JSON.parse(role.assume_role_policy).Statement).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "capabilities.eks.amazonaws.com" },
        Action: ["sts:AssumeRole", "sts:TagSession"],
        Condition: {
          StringEqualsIfExists: { "aws:SourceAccount": ["${local.control_plane_account}"] },
          ArnLikeIfExists: {
            "aws:SourceArn": ["cluster/shop", "capability/shop/*"].map(
              (resource) => `arn:aws:eks:eu-central-1:\${local.control_plane_account}:${resource}`,
            ),
          },
        },
      },
    ]);
  });

  test("have their policies before they start", () => {
    const attachments = Object.keys(stack.resources(IamRolePolicyAttachment)).filter((name) =>
      name.startsWith("add_ons_capabilities"),
    );
    expect(attachments).toEqual(["add_ons_capabilities_ack_policy_buckets"]);
    expect(
      stack.graph.isOrdered(
        `aws_iam_role_policy_attachment.${attachments[0]}`,
        "aws_eks_capability.add_ons_capabilities_ack",
      ),
    ).toBe(true);
  });

  test("give access through Identity Center, and only from the VPC on request", () => {
    expect(stack.resource(EksCapability, "add_ons_capabilities_argocd").configuration).toEqual([
      {
        argo_cd: [
          {
            namespace: "argocd",
            aws_idc: [{ idc_instance_arn: identityCenterArn, idc_region: "eu-west-1" }],
            network_access: [{ vpce_ids: ["vpce-0a1b2c3d4e5f67890"] }],
            rbac_role_mapping: [
              {
                role: "ADMIN",
                identity: [
                  { type: "SSO_USER", id: "u-1" },
                  { type: "SSO_GROUP", id: "g-1" },
                ],
              },
              { role: "VIEWER", identity: [{ type: "SSO_GROUP", id: "g-2" }] },
            ],
          },
        ],
      },
    ]);
    expect(stack.resource(EksCapability, "add_ons_capabilities_kro").configuration).toBeUndefined();
  });

  test("are possible where there are no add-ons", () => {
    const auto = synthesizeEks({
      autoscaling: "auto-provisioning",
      nodeGroups: [],
      eks: { autoProvisioning: { by: "auto-mode" }, capabilities: { kro: {} } },
    });
    expect(Object.keys(auto.resources(EksCapability))).toEqual(["add_ons_capabilities_kro"]);
  });
});

describe("remote networks", () => {
  const remoteNetworks = { nodeCidrs: ["10.80.0.0/16"], podCidrs: ["10.85.0.0/16", "10.86.0.0/16"] };
  const stack = synthesizeEks({ eks: { remoteNetworks } });

  test("are arguments of the cluster", () => {
    expect(stack.resource(EksCluster).remote_network_config).toEqual({
      remote_node_networks: { cidrs: remoteNetworks.nodeCidrs },
      remote_pod_networks: { cidrs: remoteNetworks.podCidrs },
    });
    const nodesOnly = synthesizeEks({ eks: { remoteNetworks: { nodeCidrs: remoteNetworks.nodeCidrs } } });
    expect(nodesOnly.resource(EksCluster).remote_network_config).toEqual({
      remote_node_networks: { cidrs: remoteNetworks.nodeCidrs },
    });
  });

  test("reach the API server", () => {
    const rules = stack.resources(VpcSecurityGroupIngressRule);
    for (const cidr of [...remoteNetworks.nodeCidrs, ...remoteNetworks.podCidrs]) {
      expect(rules[`control_plane_remote_networks_${cidr.replace(/[./]/g, "_")}`]).toMatchObject({
        security_group_id: "${aws_eks_cluster.control_plane.vpc_config[0].cluster_security_group_id}",
        cidr_ipv4: cidr,
        ip_protocol: "tcp",
        from_port: 443,
        to_port: 443,
      });
    }
  });
});

test("the control plane has a tier only if it is set", () => {
  const tier = synthesizeEks({ eks: { controlPlaneTier: "tier-2xl" } }).resource(EksCluster);
  expect(tier.control_plane_scaling_config).toEqual({ tier: "tier-2xl" });
  expect(synthesizeEks().resource(EksCluster).control_plane_scaling_config).toEqual({ tier: "standard" });
});
