import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as TOML from "smol-toml";
import * as YAML from "yaml";
import { limits } from "../../../modules/eks/limits";
import { nodeImages, type UserDataFormat } from "../../../modules/eks/node-groups/images";
import {
  type Bootstrap,
  mimeBoundary,
  type NodeSettings,
  userDataOf,
} from "../../../modules/eks/node-groups/user-data";

const bootstrap: Bootstrap = {
  clusterName: "production-main",
  endpoint: "https://0123456789ABCDEF0123456789ABCDEF.gr7.eu-central-1.eks.amazonaws.com",
  certificateAuthority: Buffer.from("-----BEGIN CERTIFICATE-----\n".padEnd(1100, "M")).toString("base64"),
  serviceCidr: "172.20.0.0/16",
  clusterDns: "172.20.0.10",
};

/** A group with all fields of user data, except `userData`. */
const settings: NodeSettings = {
  maxPods: 110,
  labels: { workload: "batch", "example.com/tier": "low" },
  taints: [
    { key: "dedicated", value: "batch", effect: "NoSchedule" },
    { key: "dedicated", value: "batch", effect: "NoExecute" },
    { key: "preemptible", effect: "PreferNoSchedule" },
  ],
};
const onLocalDisks: NodeSettings = { ...settings, localStorage: "raid0" };

const families: readonly {
  readonly family: "al2023" | "bottlerocket" | "windows";
  readonly format: UserDataFormat;
  readonly group: NodeSettings;
}[] = [
  {
    family: "al2023",
    format: "nodeadm",
    group: { ...onLocalDisks, userData: '#!/bin/bash\nset -eu\necho "${HOME}" > /etc/motd\n' },
  },
  {
    family: "bottlerocket",
    format: "toml",
    group: { ...onLocalDisks, userData: "[settings.kubernetes]\nregistry-qps = 20\n" },
  },
  {
    family: "windows",
    format: "powershell",
    group: { ...settings, userData: 'Set-TimeZone -Id "UTC"\n' },
  },
];

test("each family of images is tested", () => {
  expect(families.map(({ family }) => family).sort()).toEqual(
    [...new Set(Object.values(nodeImages).map(({ family }) => family))].sort(),
  );
});

/** User data is a contract with images. To accept a change: UPDATE_GOLDEN=1 npm test */
describe.each(families)("user data of $family", ({ family, format, group }) => {
  test.each([
    ["managed", undefined],
    ["self-managed", bootstrap],
  ] as const)("in a %s group is the golden text, within the limit", (kind, bootstrap) => {
    const text = userDataOf(group, format, bootstrap)!;
    const file = join(__dirname, "golden/user-data", `${family}.${kind}.txt`);
    if (process.env.UPDATE_GOLDEN || !existsSync(file)) {
      if (process.env.CI) throw new Error(`${file} is missing`);
      writeFileSync(file, text);
    }
    expect(text).toBe(readFileSync(file, "utf8"));
    expect(Buffer.byteLength(text)).toBeLessThan(limits.userDataBytes / 2);
  });
});

describe("read back", () => {
  const userData = (family: string, kind: string) =>
    readFileSync(join(__dirname, "golden/user-data", `${family}.${kind}.txt`), "utf8");

  /** Bodies of the parts of a MIME text by their types, as RFC 2046 has it. */
  function partsOf(text: string): Record<string, string> {
    const [, ...parts] = text.split(`\n--${mimeBoundary}`);
    return Object.fromEntries(
      parts.slice(0, -1).map((part) => {
        const [head, ...body] = part.split("\n\n");
        return [/Content-Type: ([^;]+)/.exec(head)![1], body.join("\n\n")];
      }),
    );
  }

  test("a self-managed node of Amazon Linux finds its cluster, and registers with its labels and taints", () => {
    const parts = partsOf(userData("al2023", "self-managed"));
    expect(Object.keys(parts)).toEqual(["application/node.eks.aws", "text/x-shellscript"]);
    expect(YAML.parse(parts["application/node.eks.aws"])).toEqual({
      apiVersion: "node.eks.aws/v1alpha1",
      kind: "NodeConfig",
      spec: {
        cluster: {
          name: bootstrap.clusterName,
          apiServerEndpoint: bootstrap.endpoint,
          certificateAuthority: bootstrap.certificateAuthority,
          cidr: bootstrap.serviceCidr,
        },
        kubelet: {
          config: { maxPods: 110 },
          flags: [
            "--node-labels=workload=batch,example.com/tier=low",
            "--register-with-taints=dedicated=batch:NoSchedule,dedicated=batch:NoExecute,preemptible=:PreferNoSchedule",
          ],
        },
        instance: { localStorage: { strategy: "RAID0" } },
      },
    });
  });

  test("a managed node of Amazon Linux has only settings that EKS does not add", () => {
    expect(YAML.parse(partsOf(userData("al2023", "managed"))["application/node.eks.aws"]).spec).toEqual({
      kubelet: { config: { maxPods: 110 } },
      instance: { localStorage: { strategy: "RAID0" } },
    });
  });

  const mounting = {
    "mount-local-disks": {
      commands: [
        ["apiclient", "ephemeral-storage", "init"],
        [
          "apiclient",
          "ephemeral-storage",
          "bind",
          "--dirs",
          "/var/lib/containerd",
          "/var/lib/kubelet",
          "/var/log/pods",
        ],
      ],
      essential: true,
      mode: "always",
    },
  };

  test("a self-managed node of Bottlerocket finds its cluster, and registers with its labels and taints", () => {
    expect(TOML.parse(userData("bottlerocket", "self-managed"))).toEqual({
      settings: {
        kubernetes: {
          "registry-qps": 20,
          "cluster-name": bootstrap.clusterName,
          "api-server": bootstrap.endpoint,
          "cluster-certificate": bootstrap.certificateAuthority,
          "cluster-dns-ip": "172.20.0.10",
          "max-pods": 110,
          "node-labels": { workload: "batch", "example.com/tier": "low" },
          "node-taints": {
            dedicated: ["batch:NoSchedule", "batch:NoExecute"],
            preemptible: [":PreferNoSchedule"],
          },
        },
        "bootstrap-commands": mounting,
      },
    });
  });

  test("settings of the user for DNS and pods of Bottlerocket take precedence over defaults", () => {
    const userData = '[settings.kubernetes]\ncluster-dns-ip = "169.254.20.10"\nmax-pods = 60\n';
    const { settings } = TOML.parse(userDataOf({ userData }, "toml", { ...bootstrap, maxPods: 110 })!) as {
      settings: { kubernetes: object };
    };
    expect(settings.kubernetes).toMatchObject({
      "cluster-dns-ip": "169.254.20.10",
      "max-pods": 60,
      "cluster-name": bootstrap.clusterName,
    });
  });

  test("a managed node of Bottlerocket has only settings that EKS does not add", () => {
    expect(TOML.parse(userData("bottlerocket", "managed"))).toEqual({
      settings: {
        kubernetes: { "registry-qps": 20, "max-pods": 110 },
        "bootstrap-commands": mounting,
      },
    });
  });

  test("a self-managed Windows node runs the commands of the user, then joins with the script of the image", () => {
    const [open, own, script, call, close, end] = userData("windows", "self-managed").split("\n");
    expect([open, own, close, end]).toEqual(["<powershell>", 'Set-TimeZone -Id "UTC"', "</powershell>", ""]);
    expect(script).toContain("$env:ProgramFiles\\Amazon\\EKS\\Start-EKSBootstrap.ps1");
    expect(Object.fromEntries([...call.matchAll(/-(\w+) '([^']*)'/g)].map(([, k, v]) => [k, v]))).toEqual({
      EKSClusterName: bootstrap.clusterName,
      APIServerEndpoint: bootstrap.endpoint,
      Base64ClusterCA: bootstrap.certificateAuthority,
      ServiceCIDR: bootstrap.serviceCidr,
      DNSClusterIP: bootstrap.clusterDns,
      KubeletExtraArgs:
        "--node-labels=workload=batch,example.com/tier=low --register-with-taints=dedicated=batch:NoSchedule," +
        "dedicated=batch:NoExecute,preemptible=:PreferNoSchedule --max-pods=110",
    });
  });

  test("a managed Windows node runs the commands of the user, and EKS adds its own after them", () => {
    expect(userData("windows", "managed")).toBe('<powershell>\nSet-TimeZone -Id "UTC"\n</powershell>\n');
  });
});
