/** Small answers in the documented form of the tools' output. */

const parameter = (Name: string, Value: string) => ({ Name, Type: "String", Value });

export const aws = {
  "describe-cluster-versions.json": {
    clusterVersions: [
      {
        clusterVersion: "1.38",
        endOfStandardSupportDate: "2028-03-01T00:00:00+00:00",
        endOfExtendedSupportDate: "2029-03-01T00:00:00+00:00",
        versionStatus: "STANDARD_SUPPORT",
      },
      // Older versions of the tool answer seconds.
      {
        clusterVersion: "1.37",
        endOfStandardSupportDate: Date.parse("2027-12-05T00:00:00Z") / 1000,
        endOfExtendedSupportDate: Date.parse("2028-12-05T00:00:00Z") / 1000,
      },
    ],
  },
  "describe-addon-versions.json": {
    addons: [
      {
        addonName: "vpc-cni",
        addonVersions: [
          {
            addonVersion: "v1.24.0-eksbuild.1",
            compatibilities: [
              { clusterVersion: "1.38", defaultVersion: true },
              { clusterVersion: "1.37", defaultVersion: false },
            ],
          },
        ],
      },
      {
        addonName: "some-other-add-on",
        addonVersions: [
          { addonVersion: "v1.0.0", compatibilities: [{ clusterVersion: "1.38", defaultVersion: true }] },
        ],
      },
    ],
  },
  "get-parameters.json": {
    Parameters: [
      parameter(
        "/aws/service/eks/optimized-ami/1.38/amazon-linux-2023/x86_64/standard/recommended/release_version",
        "1.38.1-20270110",
      ),
      parameter("/aws/service/bottlerocket/aws-k8s-1.38/x86_64/latest/image_version", "1.70.0-abcdef01"),
    ],
    InvalidParameters: [],
  },
  "describe-instance-types.json": {
    InstanceTypes: [
      {
        InstanceType: "m99i.large",
        ProcessorInfo: { SupportedArchitectures: ["x86_64"] },
        InstanceStorageSupported: false,
        VCpuInfo: { DefaultVCpus: 2 },
        MemoryInfo: { SizeInMiB: 8192 },
        NetworkInfo: {
          DefaultNetworkCardIndex: 0,
          NetworkCards: [{ NetworkCardIndex: 0, MaximumNetworkInterfaces: 3 }],
          Ipv4AddressesPerInterface: 10,
        },
      },
    ],
  },
};

const sku = (name: string, family: string, capabilities: Readonly<Record<string, string>>) => ({
  name,
  family,
  resourceType: "virtualMachines",
  capabilities: Object.entries(capabilities).map(([of, value]) => ({ name: of, value })),
});

const location = (name: string, regionType: string, zones?: number) => ({
  name,
  metadata: { regionType },
  availabilityZoneMappings:
    zones === undefined ? null : Array.from({ length: zones }, (_, i) => ({ logicalZone: String(i + 1) })),
});

export const azure = {
  "get-versions.json": {
    values: [
      { version: "1.39", isPreview: true },
      { version: "1.38", isPreview: null },
      { version: "1.36", isDefault: true },
    ],
  },
  "list-skus.json": [
    sku("Standard_D4pds_v9", "standardDDSv9Family", {
      vCPUs: "4",
      MemoryGB: "16",
      CpuArchitectureType: "Arm64",
    }),
    sku("Standard_NC8_v9", "standardNCv9Family", { vCPUs: "8", MemoryGB: "64", GPUs: "1" }),
    sku("Standard_D4_Promo", "standardDFamily", { vCPUs: "4", MemoryGB: "16" }),
    sku("Basic_A1", "basicAFamily", { vCPUs: "1", MemoryGB: "1.75" }),
  ],
  "list-locations.json": [
    location("westeurope", "Physical", 3),
    location("ukwest", "Physical", 3),
    location("newplace", "Physical"),
    location("eastus2euap", "Physical", 3),
    location("europe", "Logical"),
  ],
};

const zones = (region: string, letters: readonly string[]) =>
  letters.map((letter) => `https://www.googleapis.com/compute/v1/projects/p/zones/${region}-${letter}`);

export const google = {
  "get-server-config.json": {
    channels: [{ channel: "REGULAR", defaultVersion: "1.36.4-gke.1000000" }],
    validMasterVersions: ["1.38.1-gke.1000000", "1.36.4-gke.1000000"],
  },
  "machine-types.json": [
    { name: "n9-standard-4", guestCpus: 4 },
    { name: "e2-standard-4", guestCpus: 4 },
  ],
  "regions.json": [
    { name: "europe-west13", zones: zones("europe-west13", ["d", "b"]) },
    { name: "europe-west1", zones: zones("europe-west1", ["a", "b", "c", "d"]) },
    { name: "us-central1", zones: zones("us-central1", ["a", "ai1a", "b", "c", "f"]) },
  ],
};
