import { DataAwsEksAddonVersion } from "@cdktf/provider-aws/lib/data-aws-eks-addon-version";
import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { kubernetesVersions } from "../../../modules/eks/versions";
import { synthesizeEks } from "../../support/eks";

/** Addresses of the add-ons, by their names in EKS. */
const addressOf = {
  "vpc-cni": "add_ons_vpc_cni",
  "kube-proxy": "add_ons_kube_proxy",
  coredns: "add_ons_coredns",
  "eks-pod-identity-agent": "add_ons_eks_pod_identity_agent",
  "aws-ebs-csi-driver": "storage_block",
} as const;
const addOns = Object.entries(addressOf) as [keyof typeof addressOf, string][];

describe("the core add-ons by default", () => {
  const stack = synthesizeEks();

  test("are these five", () => {
    const names = Object.entries(stack.resources(EksAddon)).map(([address, { addon_name }]) => [
      addon_name,
      address,
    ]);
    expect(Object.fromEntries(names)).toEqual(addressOf);
  });

  test.each(addOns)("%s has the version that is pinned for the cluster's", (name, address) => {
    expect(stack.resource(EksAddon, address)).toMatchObject({
      cluster_name: "${aws_eks_cluster.control_plane.id}",
      addon_version: kubernetesVersions["1.35"].addOns[name],
      resolve_conflicts_on_create: "OVERWRITE",
      resolve_conflicts_on_update: "OVERWRITE",
    });
  });

  test("need no data source", () => {
    expect(stack.dataSources(DataAwsEksAddonVersion)).toEqual({});
  });

  test("have another pinned version with another Kubernetes", () => {
    const later = synthesizeEks({ kubernetesVersion: "1.36" });
    for (const [name, address] of addOns) {
      expect(later.resource(EksAddon, address).addon_version).toBe(kubernetesVersions["1.36"].addOns[name]);
    }
  });

  test("have no settings", () => {
    for (const [, address] of addOns) {
      expect(stack.resource(EksAddon, address).configuration_values).toBe("{}");
    }
  });
});

describe("an add-on", () => {
  const stack = synthesizeEks({
    eks: {
      addOns: {
        "vpc-cni": { configuration: { env: { ENABLE_PREFIX_DELEGATION: "true" } } },
        coredns: { version: "v1.13.1-eksbuild.1", configuration: { replicaCount: 3 } },
        "aws-ebs-csi-driver": { version: "latest" },
        "kube-proxy": { version: "latest" },
      },
    },
  });

  test("has the version of the file", () => {
    expect(stack.resource(EksAddon, "add_ons_coredns").addon_version).toBe("v1.13.1-eksbuild.1");
  });

  test.each([
    ["kube-proxy", "add_ons_kube_proxy"],
    ["aws-ebs-csi-driver", "storage_block"],
  ])("%s has the newest version that fits on request", (name, address) => {
    expect(stack.dataSources(DataAwsEksAddonVersion)[`${address}_latest`]).toMatchObject({
      addon_name: name,
      kubernetes_version: "1.35",
      most_recent: true,
    });
    expect(stack.resource(EksAddon, address).addon_version).toBe(
      `\${data.aws_eks_addon_version.${address}_latest.version}`,
    );
  });

  test("has the settings of the file, as JSON", () => {
    const settings = (address: string) => JSON.parse(stack.resource(EksAddon, address).configuration_values);
    expect(settings("add_ons_coredns")).toEqual({ replicaCount: 3 });
    expect(settings("add_ons_vpc_cni")).toEqual({ env: { ENABLE_PREFIX_DELEGATION: "true" } });
  });
});

describe("the roles of add-ons", () => {
  const stack = synthesizeEks();

  test.each([
    ["add_ons_vpc_cni", "aws-node", "AmazonEKS_CNI_Policy"],
    ["storage_block", "ebs-csi-controller-sa", "service-role/AmazonEBSCSIDriverPolicy"],
  ])("%s: one for %s, by pod identity, with %s and nothing else", (address, serviceAccount, policy) => {
    expect(stack.resource(EksAddon, address).pod_identity_association).toEqual([
      { service_account: serviceAccount, role_arn: `\${aws_iam_role.${address}_role.arn}` },
    ]);
    const [statement] = JSON.parse(stack.resource(IamRole, `${address}_role`).assume_role_policy).Statement;
    expect(statement.Principal).toEqual({ Service: "pods.eks.amazonaws.com" });
    expect(statement.Action).toEqual(["sts:AssumeRole", "sts:TagSession"]);
    expect(statement.Condition.StringEquals).toEqual({
      "aws:RequestTag/eks-cluster-arn": ["${aws_eks_cluster.control_plane.arn}"],
      "aws:RequestTag/eks-cluster-name": ["shop"],
      "aws:RequestTag/kubernetes-namespace": ["kube-system"],
      "aws:RequestTag/kubernetes-service-account": [serviceAccount],
    });
    const attached = Object.values(stack.resources(IamRolePolicyAttachment))
      .filter(({ role }) => role === `\${aws_iam_role.${address}_role.id}`)
      .map(({ policy_arn }) => policy_arn);
    expect(attached).toEqual([`arn:aws:iam::aws:policy/${policy}`]);
  });

  test("the others have none", () => {
    for (const address of ["add_ons_kube_proxy", "add_ons_coredns", "add_ons_eks_pod_identity_agent"]) {
      expect(stack.resource(EksAddon, address).pod_identity_association).toBeUndefined();
    }
  });
});
