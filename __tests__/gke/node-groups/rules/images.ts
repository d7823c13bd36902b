import { type GkeRuleCases, cluster, group, on, withGroups } from "../../rule-support";

const image = "projects/shop/global/images/cache";

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/node-groups/container-optimized-os-required",
    passes: [
      ["Container-Optimized OS", withGroups({ imageStreaming: true, sandbox: "gvisor" })],
      ["Ubuntu", withGroups({ image: { family: "ubuntu" }, imageStreaming: false })],
    ],
    fails: [
      [
        "Ubuntu with all of it",
        withGroups({
          image: { family: "ubuntu" },
          imageStreaming: true,
          sandbox: "gvisor",
          fastSocket: true,
          secondaryDisks: [{ image }],
        }),
        'error nodeGroups[0].sandbox: needs the image "cos", the group has "ubuntu"',
        'error nodeGroups[0].imageStreaming: needs the image "cos", the group has "ubuntu"',
        'error nodeGroups[0].secondaryDisks: needs the image "cos", the group has "ubuntu"',
        'error nodeGroups[0].fastSocket: needs the image "cos", the group has "ubuntu"',
      ],
    ],
  },
  {
    rule: "gke/node-groups/windows-unsupported-fields",
    passes: [["Windows", withGroups({ image: { family: "windows", windowsVersion: "2019" }, gvnic: false })]],
    fails: [
      [
        "a version without it",
        withGroups({ image: { windowsVersion: "2022" } }),
        'error nodeGroups[0].image.windowsVersion: needs family "windows"; omit it',
      ],
      [
        "what is of Linux",
        on("c4a-standard-4", {
          image: { family: "windows" },
          linux: {},
          kubelet: {},
          gvnic: true,
          confidential: "sev",
          additionalNetworks: [{ network: "a", subnetwork: "b" }],
        }),
        "error nodeGroups[0].machineTypes[0]: c4a-standard-4 does not support Windows",
        "error nodeGroups[0].confidential: is not supported on Windows; omit it",
        "error nodeGroups[0].linux: is not supported on Windows; omit it",
        "error nodeGroups[0].kubelet: is not supported on Windows; omit it",
        "error nodeGroups[0].additionalNetworks: is not supported on Windows; omit it",
        "error nodeGroups[0].gvnic: is not supported on Windows; omit it",
      ],
    ],
  },
  {
    rule: "gke/node-groups/sandbox-machine-types",
    passes: [["a machine", on("e2-standard-2", { sandbox: "gvisor" })]],
    fails: [
      [
        "a small one",
        on("e2-medium", { sandbox: "gvisor" }),
        "error nodeGroups[0].machineTypes[0]: e2-medium is too small for gVisor; use e2-standard-2 or larger",
      ],
    ],
  },
  {
    rule: "gke/node-groups/sandbox-needs-plain-node-group",
    passes: [["both", withGroups({ sandbox: "gvisor" }, { name: "plain" })]],
    fails: [
      [
        "one",
        withGroups({ sandbox: "gvisor" }),
        "error nodeGroups: must contain a group without sandbox: GKE does not run its system pods in gVisor",
      ],
    ],
  },
  {
    rule: "gke/node-groups/secondary-disks",
    passes: [
      ["a cache", withGroups({ imageStreaming: true, secondaryDisks: [{ image, use: "container-images" }] })],
    ],
    fails: [
      [
        "no streaming, and no image",
        withGroups({ secondaryDisks: [{ image: "cache" }] }),
        "error nodeGroups[0].secondaryDisks: needs imageStreaming, which is off",
        'error nodeGroups[0].secondaryDisks[0].image: must be the full name of an image such as projects/shop/global/images/cache, got "cache"',
      ],
      [
        "two",
        withGroups({ imageStreaming: true, secondaryDisks: [{ image }, { image }] }),
        "error nodeGroups[0].secondaryDisks: must be one disk: the provider google sends only the first one (6.50 to 8.0), got 2",
      ],
    ],
  },
  {
    rule: "gke/node-groups/registry-authorities",
    passes: [
      [
        "a registry",
        withGroups({
          registryAuthorities: [
            { hosts: ["registry.example.com:5000"], secretVersion: "projects/shop/secrets/ca/versions/1" },
          ],
        }),
      ],
    ],
    fails: [
      [
        "none",
        withGroups({ registryAuthorities: [{ hosts: [], secretVersion: "ca" }] }),
        "error nodeGroups[0].registryAuthorities[0].hosts: must name at least one registry",
        'error nodeGroups[0].registryAuthorities[0].secretVersion: must be the full name of a secret\'s version such as projects/shop/secrets/ca/versions/1, got "ca"',
      ],
      [
        "an address",
        cluster({
          nodeGroups: [
            group({
              registryAuthorities: [
                { hosts: ["https://r.example.com"], secretVersion: "projects/1/secrets/ca/versions/latest" },
              ],
            }),
          ],
        }),
        'error nodeGroups[0].registryAuthorities[0].hosts[0]: must be the name of a registry such as registry.example.com, got "https://r.example.com"',
      ],
    ],
  },
];
