import type {
  EksClusterProps,
  EksFargateProfileSpec,
  EksWorkloadIdentitySpec,
} from "../../../../modules/eks/spec";
import { cluster, type EksRuleCases, group, variable, withAddOns } from "../../rule-support";

const policy = "arn:aws:iam::111122223333:policy/Orders";
const workload = (patch: Partial<EksWorkloadIdentitySpec> = {}): EksWorkloadIdentitySpec => ({
  namespace: "shop",
  serviceAccount: "orders",
  policyArns: [policy],
  ...patch,
});
const withWorkloads = (
  workloadIdentities: EksWorkloadIdentitySpec[],
  patch: Partial<EksClusterProps> = {},
): EksClusterProps => cluster({ workloadIdentities, ...patch });

const onFargate = (selectors: EksFargateProfileSpec["selectors"]): Partial<EksClusterProps> => ({
  eks: { fargateProfiles: [{ name: "apps", selectors }] },
});

const long = Array.from({ length: 300 }, (_, i) => `arn:aws:s3:::a-bucket-with-quite-a-long-name-${i}`);

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/identity/workload-names",
    passes: [
      ["names", withWorkloads([workload({ namespace: "shop-2", serviceAccount: "orders.v1" })])],
      ["references", withWorkloads([workload({ namespace: variable, serviceAccount: variable })])],
    ],
    fails: [
      [
        "capitals and blanks",
        withWorkloads([workload({ namespace: "Shop", serviceAccount: "the orders" })]),
        'error workloadIdentities[0].namespace: must be a namespace such as "shop", got "Shop"',
        'error workloadIdentities[0].serviceAccount: must be a service account such as "orders", got "the orders"',
      ],
    ],
  },
  {
    rule: "eks/identity/workloads-unique",
    passes: [
      [
        "two accounts, and that of the autoscaler where there is none",
        withWorkloads(
          [workload(), workload({ namespace: "kube-system", serviceAccount: "cluster-autoscaler" })],
          { autoscaling: "none" },
        ),
      ],
    ],
    fails: [
      [
        "an identity of an add-on whose account has a role from another field",
        {
          ...withAddOns({
            "external-dns": {
              version: "latest",
              identities: [{ namespace: "external-dns", serviceAccount: "external-dns" }],
            },
            adot: { version: "latest", identities: [{ namespace: "shop", serviceAccount: "orders" }] },
          }),
          dns: { zones: ["Z0123456789ABCDEFGHIJ"] },
          workloadIdentities: [{ namespace: "shop", serviceAccount: "orders" }],
        },
        "error eks.addOns.external-dns.identities[0]: external-dns/external-dns already gets its role from dns; omit one of the two",
        "error eks.addOns.adot.identities[0]: shop/orders already gets its role from workloadIdentities[0]; omit one of the two",
      ],
      [
        "a workload identity for the account of a known add-on",
        {
          ...withAddOns({ "amazon-cloudwatch-observability": { version: "latest" } }),
          workloadIdentities: [{ namespace: "amazon-cloudwatch", serviceAccount: "cloudwatch-agent" }],
        },
        "error workloadIdentities[0]: amazon-cloudwatch/cloudwatch-agent already has a role, which the cluster creates",
      ],
      [
        "an account twice",
        withWorkloads([workload(), workload()]),
        "error workloadIdentities[1]: shop/orders is a duplicate of [0]",
      ],
      [
        "service accounts of the cluster",
        withWorkloads(
          [
            workload({ namespace: "kube-system", serviceAccount: "cluster-autoscaler" }),
            workload({ namespace: "kube-system", serviceAccount: "aws-load-balancer-controller" }),
            workload({ namespace: "external-dns", serviceAccount: "external-dns" }),
          ],
          { loadBalancing: { controller: true }, dns: { zones: ["Z1"] } },
        ),
        "error workloadIdentities[0]: kube-system/cluster-autoscaler already has a role, which the cluster creates",
        "error workloadIdentities[1]: kube-system/aws-load-balancer-controller already has a role, which the cluster " +
          "creates",
        "error workloadIdentities[2]: external-dns/external-dns already has a role, which the cluster creates",
      ],
      [
        "accounts of drivers, of the VPC CNI, of Karpenter and of the termination handler",
        withWorkloads(
          [
            "aws-node",
            "ebs-csi-controller-sa",
            "efs-csi-controller-sa",
            "s3-csi-driver-sa",
            "karpenter",
            "aws-node-termination-handler",
          ].map((serviceAccount) => workload({ namespace: "kube-system", serviceAccount })),
          {
            nodeGroups: [group({ size: 3 })],
            autoscaling: "auto-provisioning",
            storage: { file: true, object: { buckets: ["arn:aws:s3:::models"] } },
            eks: { nodeTerminationHandler: true },
          },
        ),
        ...[
          "aws-node",
          "ebs-csi-controller-sa",
          "efs-csi-controller-sa",
          "s3-csi-driver-sa",
          "karpenter",
          "aws-node-termination-handler",
        ].map(
          (name, i) =>
            `error workloadIdentities[${i}]: kube-system/${name} already has a role, which the cluster creates`,
        ),
      ],
    ],
  },
  {
    rule: "eks/identity/fargate-credentials",
    passes: [
      ["tokens", withWorkloads([workload({ via: "irsa" })], onFargate([{ namespace: "shop" }]))],
      ["another namespace", withWorkloads([workload()], onFargate([{ namespace: "batch" }]))],
      [
        "a namespace that only Terraform knows",
        withWorkloads([workload({ namespace: variable })], onFargate([{ namespace: "s*" }])),
      ],
    ],
    fails: [
      [
        "an add-on on Fargate",
        cluster({
          eks: {
            fargateProfiles: [{ name: "logs", selectors: [{ namespace: "fluent-bit" }] }],
            addOns: {
              "fluent-bit": {
                version: "latest",
                identities: [{ namespace: "fluent-bit", serviceAccount: "fluent-bit" }],
              },
            },
          },
        }),
        'error eks.addOns.fluent-bit.identities[0]: pods of the add-on would get no credentials: the Fargate profile "logs" selects the ' +
          "namespace fluent-bit, and Fargate has no EKS Pod Identity; give the profile labels that select only other pods",
      ],
      [
        "a profile for the namespace, by a pattern",
        withWorkloads(
          [workload(), workload({ serviceAccount: "mail", via: "pod-identity" })],
          onFargate([{ namespace: "sh*" }]),
        ),
        ...[0, 1].map(
          (i) =>
            `error workloadIdentities[${i}].via: must be "irsa": the Fargate profile "apps" selects the namespace shop, and pods on ` +
            "Fargate get no credentials through EKS Pod Identity",
        ),
      ],
      [
        "a profile for some pods of the namespace",
        withWorkloads([workload()], onFargate([{ namespace: "shop", labels: { compute: "fargate" } }])),
        'warning workloadIdentities[0]: pods that the Fargate profile "apps" selects by their labels get no credentials through EKS ' +
          'Pod Identity; set via to "irsa" if this workload has such pods',
      ],
    ],
  },
  {
    rule: "eks/identity/workloads-have-permissions",
    passes: [
      ["a policy", withWorkloads([workload({ policyArns: [variable] })])],
      [
        "a statement without policies",
        withWorkloads([
          workload({ policyArns: [], statements: [{ actions: ["s3:Get*"], resources: ["*"] }] }),
        ]),
      ],
    ],
    fails: [
      [
        "a service account alone, and empty lists",
        withWorkloads([
          { namespace: "shop", serviceAccount: "orders" },
          workload({ policyArns: [], statements: [] }),
        ]),
        ...[0, 1].map(
          (i) =>
            `warning workloadIdentities[${i}]: has no permissions: the role of the pods allows nothing; set policyArns or ` +
            "statements, or attach permissions to the role elsewhere",
        ),
      ],
    ],
  },
  {
    rule: "eks/identity/workload-permissions",
    passes: [
      [
        "a policy",
        withWorkloads([workload({ policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess", variable] })]),
      ],
      [
        "statements",
        withWorkloads([
          workload({
            policyArns: undefined,
            statements: [{ sid: "Read", actions: ["s3:Get*"], resources: ["arn:aws:s3:::orders/*"] }],
          }),
        ]),
      ],
    ],
    fails: [
      [
        "a role, a policy twice, and eleven",
        withWorkloads([
          workload({ policyArns: ["arn:aws:iam::111122223333:role/Orders", policy, policy] }),
          workload({ policyArns: Array.from({ length: 11 }, (_, i) => `${policy}${i}`) }),
        ]),
        'error workloadIdentities[0].policyArns[0]: must be the ARN of an IAM policy such as arn:aws:iam::111122223333:policy/Orders, got "arn:aws:iam::111122223333:role/Orders"',
        `error workloadIdentities[0].policyArns[2]: "${policy}" is a duplicate of [1]`,
        "error workloadIdentities[1].policyArns: must be at most 10 policies, got 11",
      ],
      [
        "statements about nothing",
        withWorkloads([
          workload({ statements: [{ sid: "a b", actions: [], resources: [] }] }),
          workload({ statements: [{ actions: ["GetObject"], resources: ["*"] }] }),
        ]),
        'error workloadIdentities[0].statements[0].sid: must be letters and digits, got "a b"',
        "error workloadIdentities[0].statements[0].actions: must have at least one action, got none",
        "error workloadIdentities[0].statements[0].resources: must have at least one ARN, got none",
        'error workloadIdentities[1].statements[0].actions[0]: must be an action such as "s3:GetObject", got "GetObject"',
      ],
      [
        "statements that are too long",
        withWorkloads([workload({ statements: [{ actions: ["s3:ListBucket"], resources: long }] })]),
        "error workloadIdentities[0].statements: must be at most 10240 characters as a policy, got 15287; create a " +
          "policy and use its ARN",
      ],
    ],
  },
];
