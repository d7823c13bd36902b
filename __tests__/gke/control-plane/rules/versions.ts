import { type GkeRuleCases, cluster, variable, withGroups, withOptions } from "../../rule-support";

const onVersion = (kubernetesVersion: string) => cluster({ kubernetesVersion });

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/control-plane/version-format",
    passes: [
      ["a minor", onVersion("1.35")],
      ["a patch", onVersion("1.35.2")],
      ["a version of GKE", onVersion("1.35.2-gke.1001000")],
    ],
    fails: [
      [
        "a v",
        onVersion("v1.35"),
        'error kubernetesVersion: must be a version such as "1.35" or "1.35.1-gke.1000000", got "v1.35"',
      ],
      [
        "half a version of GKE",
        onVersion("1.35.2-gke"),
        'error kubernetesVersion: must be a version such as "1.35" or "1.35.1-gke.1000000", got "1.35.2-gke"',
      ],
      [
        "text without digits",
        onVersion("latest"),
        'error kubernetesVersion: must be a version such as "1.36" or "1.36.1-gke.1000000", got "latest"',
      ],
    ],
  },
  {
    rule: "gke/control-plane/version-supported",
    passes: [
      ["standard support", onVersion("1.35")],
      ["a patch of it", onVersion("1.36.1-gke.1000000")],
      ["a version that another rule refuses", onVersion("latest")],
    ],
    fails: [
      [
        "a version in extended support",
        onVersion("1.34"),
        'warning kubernetesVersion: 1.34 left standard support on 2026-10-01: GKE upgrades existing clusters and creates no new ones with it; in standard support: 1.35, 1.36, or use channel "extended" for support until about 2027-09-30',
      ],
      [
        "one on the extended channel",
        cluster({ kubernetesVersion: "1.34", upgrades: { channel: "extended" } }),
        "warning kubernetesVersion: 1.34 left standard support on 2026-10-01: on this channel it costs more until an upgrade, until about 2027-09-30; in standard support: 1.35, 1.36",
      ],
      [
        "a version without support",
        onVersion("1.31"),
        "error kubernetesVersion: 1.31 is not supported by GKE since 2026-10-25; in standard support: 1.35, 1.36",
      ],
      [
        "a version that is older than the table",
        onVersion("1.20"),
        "error kubernetesVersion: 1.20 is not supported by GKE any more; in standard support: 1.35, 1.36",
      ],
      [
        "a newer one",
        onVersion("1.40"),
        "warning kubernetesVersion: 1.40 is newer than the known versions (up to 1.36, as of 2026-08-31): GKE, or this channel, may not offer it yet",
      ],
    ],
  },
  {
    rule: "gke/control-plane/provider-minimum",
    passes: [
      ["the version of the bindings", withOptions({ providerMinimum: "6.50.0" })],
      ["one of the next major", withOptions({ providerMinimum: "7.24.0" })],
      ["one of the newest major", withOptions({ providerMinimum: "8.2.0" })],
    ],
    fails: [
      [
        "a range",
        withOptions({ providerMinimum: "~> 7.0" }),
        'error gke.providerMinimum: must be a release of the provider such as "7.22.0", got "~> 7.0"',
      ],
      [
        "an older one",
        withOptions({ providerMinimum: "6.49.3" }),
        "error gke.providerMinimum: must be at least 6.50.0, the version of the bindings, got 6.49.3",
      ],
      [
        "a version of an untested major version",
        withOptions({ providerMinimum: "9.0.0" }),
        "error gke.providerMinimum: must be below 9.0.0, which is not known here (as of 2026-11-28), got 9.0.0",
      ],
    ],
  },
  {
    rule: "cluster/fields/provider-version",
    passes: [
      [
        "new features with a new provider",
        cluster({
          nodeGroups: withGroups({ sandbox: "gvisor", drainOnDelete: true }).nodeGroups,
          gke: { providerMinimum: "7.22.0", defaultComputeClass: true },
        }),
      ],
      [
        "a minimum that another rule refuses",
        withOptions({ providerMinimum: "new", defaultComputeClass: true }),
      ],
      ["a minimum from a variable", withOptions({ providerMinimum: variable, defaultComputeClass: true })],
    ],
    fails: [
      [
        "new features with the bindings' provider",
        cluster({
          nodeGroups: withGroups({ sandbox: "gvisor" }, { drainOnDelete: true }).nodeGroups,
          gke: { defaultComputeClass: true },
        }),
        'error nodeGroups[0].sandbox: needs the provider google 7.22.0 or later, got 6.50.0; set gke.providerMinimum to "7.22.0", or providers.google.version of the environment',
        'error nodeGroups[1].drainOnDelete: needs the provider google 7.17.0 or later, got 6.50.0; set gke.providerMinimum to "7.17.0", or providers.google.version of the environment',
        'error gke.defaultComputeClass: needs the provider google 7.0.0 or later, got 6.50.0; set gke.providerMinimum to "7.0.0", or providers.google.version of the environment',
      ],
      [
        "a provider that is not new enough",
        cluster({
          nodeGroups: withGroups({ sandbox: "gvisor" }).nodeGroups,
          gke: { providerMinimum: "7.21.0" },
        }),
        'error nodeGroups[0].sandbox: needs the provider google 7.22.0 or later, got 7.21.0; set gke.providerMinimum to "7.22.0", or providers.google.version of the environment',
      ],
    ],
  },
];
