import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { EksCluster } from "../../../modules/eks";
import { minimal, synthesizeEks, synthesizePlain } from "../../support/eks";

const account = "arn:aws:iam::111122223333";

test("a workload without permissions has a role that allows nothing", () => {
  const stack = synthesizeEks({ workloadIdentities: [{ namespace: "shop", serviceAccount: "orders" }] });
  const { role_arn } = stack.resource(EksPodIdentityAssociation, "identity_shop_orders");
  expect(role_arn).toBe("${aws_iam_role.identity_shop_orders_role.arn}");
  const rights = { ...stack.resources(IamRolePolicyAttachment), ...stack.resources(IamRolePolicy) };
  expect(Object.keys(rights).filter((id) => id.startsWith("identity_shop_orders"))).toEqual([]);
});

describe("a workload identity", () => {
  const stack = synthesizeEks({ tags: { team: "shop" } }, (cluster) => {
    cluster.addWorkloadIdentity({
      namespace: "shop",
      serviceAccount: "orders",
      managedPolicies: ["AmazonSQSReadOnlyAccess"],
      policyArns: [`${account}:policy/Orders`],
      statements: [{ sid: "Read", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::orders/*"] }],
    });
  });

  test("trusts the pods of one service account of this cluster", () => {
    const { name, assume_role_policy } = stack.resource(IamRole, "identity_shop_orders_role");
    expect(name).toMatch(/^shop-eu-central-1-orders-[0-9a-f]{8}$/);
    expect(JSON.parse(assume_role_policy)).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "pods.eks.amazonaws.com" },
          Action: ["sts:AssumeRole", "sts:TagSession"],
          Condition: {
            StringEquals: {
              "aws:RequestTag/eks-cluster-arn": ["${aws_eks_cluster.control_plane.arn}"],
              "aws:RequestTag/eks-cluster-name": ["shop"],
              "aws:RequestTag/kubernetes-namespace": ["shop"],
              "aws:RequestTag/kubernetes-service-account": ["orders"],
            },
          },
        },
      ],
    });
  });

  test("has exactly the given permissions", () => {
    const attached = Object.values(stack.resources(IamRolePolicyAttachment))
      .filter(({ role }) => role === "${aws_iam_role.identity_shop_orders_role.id}")
      .map(({ policy_arn }) => policy_arn);
    expect(attached).toEqual(["arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess", `${account}:policy/Orders`]);
    const { policy } = stack.resource(IamRolePolicy, "identity_shop_orders_role_statements");
    expect(JSON.parse(policy)).toEqual({
      Version: "2012-10-17",
      Statement: [
        { Sid: "Read", Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::orders/*"] },
      ],
    });
  });

  test("is associated with pods after the role has its policies", () => {
    for (const right of [
      "aws_iam_role_policy_attachment.identity_shop_orders_role_policy_AmazonSQSReadOnlyAccess",
      "aws_iam_role_policy_attachment.identity_shop_orders_role_policy_Orders",
      "aws_iam_role_policy.identity_shop_orders_role_statements",
    ]) {
      expect(stack.graph.isOrdered(right, "aws_eks_pod_identity_association.identity_shop_orders")).toBe(
        true,
      );
    }
  });

  test("has the tags of the cluster", () => {
    expect(stack.resource(EksPodIdentityAssociation, "identity_shop_orders").tags).toEqual({ team: "shop" });
  });
});

test("service accounts whose joined names are equal are refused, as in the props", () => {
  synthesizePlain((plain) => {
    const cluster = new EksCluster(plain, "cluster", minimal);
    cluster.addWorkloadIdentity({ namespace: "shop", serviceAccount: "eu-orders" });
    expect(() => cluster.addWorkloadIdentity({ namespace: "shop-eu", serviceAccount: "orders" })).toThrow(
      /workloadIdentities\[1\]: "shop-eu\/orders" and "shop\/eu-orders" would have the same Terraform address/,
    );
  });
});

test("a long name of a role is shortened to the limit of IAM and stays unique", () => {
  const stack = synthesizeEks({}, (cluster) => {
    for (const serviceAccount of ["a", "b"]) {
      cluster.addWorkloadIdentity({ namespace: "n".repeat(63), serviceAccount });
    }
  });
  const names = Object.values(stack.resources(IamRole)).map((role) => role.name);
  expect(names.filter((name) => name.length > 64)).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

describe("workloads of the file", () => {
  const statements = [{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::orders/*"] }];
  const stack = synthesizeEks({
    workloadIdentities: [
      { namespace: "shop", serviceAccount: "orders", statements },
      { namespace: "shop", serviceAccount: "reports", statements, via: "irsa" },
      { namespace: "shop", serviceAccount: "audit", statements, via: "irsa" },
    ],
  });

  test("have the same addresses as workloads that code adds", () => {
    expect(stack.addresses).toEqual(
      expect.arrayContaining([
        "aws_eks_pod_identity_association.identity_shop_orders",
        "aws_iam_role.identity_shop_orders_role",
        "aws_iam_role_policy.identity_shop_orders_role_statements",
      ]),
    );
  });

  test("keep role and policies with another value of `via`; only the trust policy changes", () => {
    const before = synthesizeEks({
      workloadIdentities: [{ namespace: "shop", serviceAccount: "reports", statements }],
    }).resource(IamRole, "identity_shop_reports_role");
    const after = stack.resource(IamRole, "identity_shop_reports_role");
    expect({ ...after, assume_role_policy: undefined }).toEqual({ ...before, assume_role_policy: undefined });
    expect(Object.keys(stack.resources(EksPodIdentityAssociation))).not.toContain("identity_shop_reports");
  });

  test("with a token of the cluster are trusted by subject and audience", () => {
    const { assume_role_policy } = stack.resource(IamRole, "identity_shop_reports_role");
    const host = "${local.identity_oidc_provider_host}";
    expect(JSON.parse(assume_role_policy).Statement).toEqual([
      {
        Effect: "Allow",
        Principal: { Federated: "${aws_iam_openid_connect_provider.identity_oidc_provider.arn}" },
        Action: ["sts:AssumeRoleWithWebIdentity"],
        Condition: {
          StringEquals: {
            [`${host}:sub`]: ["system:serviceaccount:shop:reports"],
            [`${host}:aud`]: ["sts.amazonaws.com"],
          },
        },
      },
    ]);
    expect(stack.terraform.locals.identity_oidc_provider_host).toBe(
      '${trimprefix(aws_eks_cluster.control_plane.identity[0].oidc[0].issuer, "https://")}',
    );
  });

  test("share one issuer, without a thumbprint", () => {
    expect(stack.resource(IamOpenidConnectProvider)).toEqual(
      expect.not.objectContaining({ thumbprint_list: expect.anything() }),
    );
    expect(synthesizeEks().resources(IamOpenidConnectProvider)).toEqual({});
  });

  test("output their roles, for annotations", () => {
    expect(stack.terraform.output.workload_identity_role_arns.value).toEqual({
      "shop/orders": "${aws_iam_role.identity_shop_orders_role.arn}",
      "shop/reports": "${aws_iam_role.identity_shop_reports_role.arn}",
      "shop/audit": "${aws_iam_role.identity_shop_audit_role.arn}",
    });
  });
});
