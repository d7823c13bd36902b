import { Token } from "cdktf";
import { cluster, type EksRuleCases, existing, variable, withAddOns } from "../../rule-support";

const loop: Record<string, unknown> = {};
loop.self = loop;

const configured = (configuration: Record<string, unknown>) => withAddOns({ coredns: { configuration } });

const fluentBit = {
  namespace: "fluent-bit",
  serviceAccount: "fluent-bit",
  policyArns: ["arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"],
};

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/add-ons/add-on-version-format",
    passes: [
      [
        "versions",
        withAddOns({
          coredns: { version: "v1.13.2-eksbuild.11" },
          "vpc-cni": { version: "latest" },
          "kube-proxy": { version: variable },
        }),
      ],
    ],
    fails: [
      [
        "a version without its build",
        withAddOns({ "vpc-cni": { version: "1.21.1" } }),
        'error eks.addOns.vpc-cni.version: must be a version such as "v1.21.1-eksbuild.1", or "latest"; got "1.21.1"',
      ],
    ],
  },
  {
    rule: "eks/add-ons/kube-proxy-version",
    passes: [
      [
        "a version that is none",
        { ...withAddOns({ "kube-proxy": { version: "v1.36.0-eksbuild.14" } }), kubernetesVersion: variable },
      ],
      ["the cluster's", withAddOns({ "kube-proxy": { version: "v1.35.3-eksbuild.13" } })],
      [
        "an older one, in the middle of an upgrade",
        withAddOns({ "kube-proxy": { version: "v1.34.6-eksbuild.13" } }),
      ],
    ],
    fails: [
      [
        "a newer one",
        withAddOns({ "kube-proxy": { version: "v1.36.0-eksbuild.14" } }),
        'error eks.addOns.kube-proxy.version: must not be newer than the cluster (1.35), got "v1.36.0-eksbuild.14"',
      ],
    ],
  },
  {
    rule: "eks/add-ons/add-on-configuration",
    passes: [
      [
        "what JSON has, and references",
        configured({
          a: [1, "b", true, null, { c: {} }],
          d: Token.asString({ e: "f" }),
          g: Token.asList({ h: "i" }),
        }),
      ],
    ],
    fails: [
      [
        "a list",
        configured([1] as never),
        "error eks.addOns.coredns.configuration: must be a map of settings, got [1]",
      ],
      [
        "what JSON lacks",
        configured({ a: { b: [undefined] }, c: Number.NaN, d: () => 1, e: new Date(0) }),
        "error eks.addOns.coredns.configuration.a.b[0]: must be text, a number, true, false, a list or a map, got nothing",
        "error eks.addOns.coredns.configuration.c: must be text, a number, true, false, a list or a map, got NaN",
        "error eks.addOns.coredns.configuration.d: must be text, a number, true, false, a list or a map, got a function",
        "error eks.addOns.coredns.configuration.e: must be text, a number, true, false, a list or a map, got a Date",
      ],
      [
        "a loop",
        configured(loop),
        "error eks.addOns.coredns.configuration.self: must be text, a number, true, false, a list or a map, got a " +
          "circular reference",
      ],
    ],
  },
  {
    rule: "eks/add-ons/ebs-driver-installed",
    passes: [
      ["settings and storage", withAddOns({ "aws-ebs-csi-driver": { version: "latest" } })],
      ["neither", cluster({ storage: { block: false } })],
    ],
    fails: [
      [
        "settings and no storage",
        cluster({
          storage: { block: false },
          eks: { addOns: { "aws-ebs-csi-driver": { version: "latest" } } },
        }),
        "error eks.addOns.aws-ebs-csi-driver: has no effect: the driver is not installed with storage.block false; omit " +
          "one of them",
      ],
    ],
  },
  {
    rule: "eks/add-ons/add-on-names",
    passes: [
      ["known add-ons", withAddOns({ "metrics-server": { version: "latest" }, coredns: {} })],
      [
        "an add-on of a partner, which no table has",
        withAddOns({ kubecost_kubecost: { version: "v2.5.0-eksbuild.0" } }),
      ],
    ],
    fails: [
      [
        "misspelled names",
        withAddOns({ vpc_cni: {}, metricserver: { version: "latest" } }),
        'error at key eks.addOns.vpc_cni: is not an add-on of EKS that is known here; did you mean "vpc-cni"?',
        'error at key eks.addOns.metricserver: is not an add-on of EKS that is known here; did you mean "metrics-server"?',
      ],
      [
        "a path",
        withAddOns({ "oci://charts/x": { version: "latest" } }),
        'error at key eks.addOns["oci://charts/x"]: must be the name of an add-on such as "metrics-server", got "oci://charts/x"',
      ],
    ],
  },
  {
    rule: "eks/add-ons/add-on-addresses",
    passes: [
      ["different names", withAddOns({ adot: { version: "latest" }, "cert-manager": { version: "latest" } })],
    ],
    fails: [
      [
        "names that differ in punctuation",
        withAddOns({ "acme-agent": { version: "latest" }, acme_agent: { version: "latest" } }),
        'error at key eks.addOns.acme_agent: "acme_agent" and "acme-agent" would have the same Terraform address; rename one of them',
      ],
    ],
  },
  {
    rule: "eks/add-ons/add-on-identities",
    passes: [
      ["another add-on", withAddOns({ "fluent-bit": { version: "latest", identities: [fluentBit] } })],
    ],
    fails: [
      [
        "an add-on that the cluster installs itself",
        withAddOns({
          "vpc-cni": { identities: [{ ...fluentBit, namespace: "kube-system", serviceAccount: "aws-node" }] },
        }),
        "error eks.addOns.vpc-cni.identities: must be omitted: the cluster creates the role of vpc-cni",
      ],
    ],
  },
  {
    rule: "eks/add-ons/add-on-images-reachable",
    passes: [
      ["a network with egress", withAddOns({ datadog_operator: { version: "latest" } })],
      [
        "add-ons of AWS and of the community",
        cluster({
          network: { private: true },
          eks: {
            addOns: {
              "aws-guardduty-agent": { version: "latest" },
              "kube-state-metrics": { version: "latest" },
            },
          },
        }),
      ],
      [
        "an existing network",
        cluster({ network: { existing }, eks: { addOns: { datadog_operator: { version: "latest" } } } }),
      ],
    ],
    fails: [
      ...[{ private: true }, { nat: "none" } as const].map((network): EksRuleCases["fails"][number] => [
        `an add-on of a partner with ${JSON.stringify(network)}`,
        cluster({ network, eks: { addOns: { datadog_operator: { version: "latest" } } } }),
        "warning eks.addOns.datadog_operator: is not an add-on of AWS or of the community: its images are in a registry of another region or " +
          "of its vendor, to which a network without egress has no path; install it from images in your own registry, or use NAT",
      ]),
    ],
  },
  {
    rule: "eks/add-ons/add-on-needs",
    passes: [
      [
        "all that is needed",
        {
          ...withAddOns({
            adot: { version: "latest" },
            "cert-manager": { version: "latest" },
            "external-dns": { version: "latest" },
          }),
          dns: { zones: ["Z0123456789ABCDEFGHIJ"] },
        },
      ],
    ],
    fails: [
      [
        "neither another add-on nor permissions",
        withAddOns({ adot: { version: "latest" }, "external-dns": { version: "latest" } }),
        "warning eks.addOns.adot: needs cert-manager in the cluster: add eks.addOns.cert-manager, or install it before",
        "warning eks.addOns.external-dns: has no permissions: set dns.zones, or identities for external-dns/external-dns",
      ],
    ],
  },
];
