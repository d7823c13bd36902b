import {
  onAzure,
  admin,
  cluster,
  type KubeadmRuleCases,
  onGoogle,
  variable,
  withAccess,
} from "../../rule-support";

export const cases: readonly KubeadmRuleCases[] = [
  {
    rule: "kubeadm/access/principals",
    passes: [
      [
        "a role and a user with a path",
        withAccess({ admins: [admin, "arn:aws:iam::111122223333:user/ops/jane"] }),
      ],
      ["a reference", withAccess({ admins: [variable] })],
      ["an object id on Azure", onAzure()],
      [
        "a service account on Google Cloud",
        onGoogle({
          access: {
            admins: ["serviceAccount:ci@shop.iam.gserviceaccount.com"],
            privateFrom: ["10.8.0.0/16"],
          },
        }),
      ],
    ],
    fails: [
      [
        "a name on Azure",
        onAzure({ access: { admins: ["ann@example.com"], privateFrom: ["10.8.0.0/16"] } }),
        'error access.admins[0]: must be an object id of Entra ID such as 11111111-2222-3333-4444-555555555555, got "ann@example.com"',
      ],
      [
        "a group on Google Cloud",
        onGoogle({ access: { admins: ["group:ops@example.com"], privateFrom: ["10.8.0.0/16"] } }),
        "error access.admins[0]: the API server knows no groups of Google; list their members, such as user:ann@example.com",
      ],
      [
        "a role of AWS on Google Cloud",
        onGoogle({ access: { admins: [admin], privateFrom: ["10.8.0.0/16"] } }),
        'error access.admins[0]: must be a user or a service account such as user:ann@example.com, got "arn:aws:iam::111122223333:role/PlatformAdmin"',
      ],
      [
        "a session of a role",
        withAccess({ admins: ["arn:aws:sts::111122223333:assumed-role/Admin/jane"] }),
        'error access.admins[0]: must be the ARN of an IAM role or user such as arn:aws:iam::111122223333:role/PlatformAdmin, got "arn:aws:sts::111122223333:assumed-role/Admin/jane"',
      ],
      [
        "a name",
        withAccess({ admins: [admin, "PlatformAdmin"] }),
        'error access.admins[1]: must be the ARN of an IAM role or user such as arn:aws:iam::111122223333:role/PlatformAdmin, got "PlatformAdmin"',
      ],
      [
        "a role of another partition",
        withAccess({ admins: ["arn:aws-cn:iam::111122223333:role/Admin"] }),
        'error access.admins[0]: must be in the partition of eu-central-1, aws; got "arn:aws-cn:iam::111122223333:role/Admin"',
      ],
      [
        "a role with a path",
        withAccess({ admins: ["arn:aws:iam::111122223333:role/platform/Admin"] }),
        "error access.admins[0]: the authenticator compares roles without their path; use arn:aws:iam::111122223333:role/Admin",
      ],
    ],
  },
  {
    rule: "kubeadm/access/admins-need-egress",
    passes: [
      ["administrators in a private network on AWS", cluster({ network: { private: true } })],
      ["administrators and egress on Google Cloud", onGoogle({ network: { nat: "regional" } })],
      [
        "no administrators in a private network on Google Cloud",
        onGoogle({ network: { private: true }, access: { admins: [], privateFrom: ["10.8.0.0/16"] } }),
      ],
    ],
    fails: [
      [
        "a private network on Google Cloud",
        onGoogle({ network: { private: true } }),
        "error access.admins: has no effect with network.private: true: the API server reads the public keys of accounts.google.com, which has no private address; use [] and the certificate for emergencies, or a network with egress",
      ],
      [
        "a network without egress on Google Cloud",
        onGoogle({ network: { nat: "none" } }),
        "error access.admins: has no effect with network.nat: none: the API server reads the public keys of accounts.google.com, which has no private address; use [] and the certificate for emergencies, or a network with egress",
      ],
    ],
  },
  {
    rule: "kubeadm/access/principals-unique",
    passes: [["two principals", withAccess({ admins: [admin, "arn:aws:iam::111122223333:role/Other"] })]],
    fails: [
      [
        "a duplicate",
        withAccess({ admins: [admin, admin] }),
        `error access.admins[1]: "${admin}" is a duplicate of [0]`,
      ],
    ],
  },
  {
    rule: "kubeadm/access/cluster-has-admin",
    passes: [["an administrator", cluster()]],
    fails: [
      [
        "none",
        withAccess({ admins: [] }),
        "warning access.admins: the cluster has no administrator: the certificate for emergencies in the store is the only access",
      ],
    ],
  },
  {
    rule: "kubeadm/access/private-ranges",
    passes: [["private ranges", withAccess({ privateFrom: ["10.8.0.0/16", "192.168.4.0/24"] })]],
    fails: [
      [
        "a public range",
        withAccess({ privateFrom: ["203.0.113.0/24"] }),
        "error access.privateFrom[0]: must be within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, got 203.0.113.0/24",
      ],
      [
        "an address",
        withAccess({ privateFrom: ["10.8.0.1"] }),
        'error access.privateFrom[0]: must be an IPv4 range such as 10.0.0.0/16, got "10.8.0.1"; this address alone is 10.8.0.1/32',
      ],
      [
        "a duplicate",
        withAccess({ privateFrom: ["10.8.0.0/16", "10.8.0.0/16"] }),
        "error access.privateFrom[1]: 10.8.0.0/16 is a duplicate of [0]",
      ],
    ],
  },
  {
    rule: "kubeadm/access/clients-reach-api-server",
    passes: [["a range of clients", cluster()]],
    fails: [
      [
        "no range",
        withAccess({ privateFrom: undefined }),
        "warning access: no client can reach the API server: list the ranges of your networks in access.privateFrom",
      ],
      [
        "an empty list",
        withAccess({ privateFrom: [] }),
        "warning access: no client can reach the API server: list the ranges of your networks in access.privateFrom",
      ],
    ],
  },
];
