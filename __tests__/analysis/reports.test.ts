import { admin, clusters, jsonOf, type Managed, printed, withGroup } from "./reports";
import { textOf } from "./elements";

/**
 * Public reports of people who run EKS, AKS and GKE with Terraform, by kind: a file with their input has a message, or the JSON has what they
 * lacked. Wider tests of each kind are in the folders of the features.
 */

/** Inputs that a message refuses or warns of: the number, the reports, the platform, the fields, and the message. */
const refused: readonly (readonly [string, string, Managed, object, RegExp])[] = [
  [
    "1.1",
    "terraform-aws-eks #2746, #1863",
    "eks",
    { access: { admins: [admin] } },
    /access: warning: only the nodes can reach the API server.*access\.privateFrom/,
  ],
  [
    "1.3",
    "aws-efs-csi-driver #555",
    "eks",
    {
      network: { private: true },
      access: { admins: [admin], privateFrom: ["10.8.0.0/16"] },
      dns: { zones: ["Z0123456789ABC"] },
    },
    /dns: ExternalDNS could not work: it calls route53, which has no interface endpoint, and network\.private true/,
  ],
  [
    "1.6",
    "agents without egress",
    "aks",
    {
      network: {
        egress: {
          type: "none",
          registryId:
            "/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/r/providers/Microsoft.ContainerRegistry/registries/images",
        },
      },
    },
    /containerInsights: no path to Azure Monitor[^]*azurePolicy: no path to the policy service/,
  ],
  [
    "1.7",
    "Azure/AKS #1794",
    "aks",
    { network: { egress: { type: "route-table", nextHopAddress: "10.128.0.4" } } },
    /nextHopAddress: needs network\.peerings with the network of the appliance/,
  ],
  [
    "1.8",
    "terraform-google-kubernetes-engine #723, ingress-gce #584",
    "gke",
    {
      network: {
        existing: {
          network: "projects/shop-host/global/networks/shop",
          subnetwork: "projects/shop-host/regions/europe-west3/subnetworks/nodes",
          podRange: "pods",
          serviceRange: "services",
          hostProject: "shop-host",
        },
      },
    },
    /warning: [^\n]*(hostFirewall|loadBalancing\.firewall)/,
  ],
  [
    "2.3",
    "a second role of one service account",
    "eks",
    {
      workloadIdentities: [
        {
          namespace: "kube-system",
          serviceAccount: "ebs-csi-controller-sa",
          policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
        },
      ],
    },
    /workloadIdentities\[0\]: kube-system\/ebs-csi-controller-sa already has a role/,
  ],
  [
    "2.4",
    "terraform-aws-eks #2969",
    "eks",
    { access: { admins: ["arn:aws:iam::111122223333:role/AWSReservedSSO_Admin_0123456789abcdef"] } },
    /without its path.*use arn:aws:iam::111122223333:role\/aws-reserved\/sso\.amazonaws\.com\//,
  ],
  [
    "3.1",
    "add-ons without a node",
    "eks",
    withGroup("eks", { taints: [{ key: "a", value: "b", effect: "NoSchedule" }] }),
    /nodeGroups: CoreDNS and the EBS CSI driver would have no node to run on/,
  ],
  [
    "4.1",
    "terraform-aws-eks #3401, karpenter-provider-aws #1407",
    "eks",
    {
      autoscaling: "none",
      nodeGroups: [],
      storage: { block: false },
      encryption: { disks: "customer-key" },
      eks: { fargateProfiles: [{ name: "all", selectors: [{ namespace: "*" }] }] },
    },
    /encryption\.disks: /,
  ],
  [
    "4.2",
    "repair of AKS",
    "aks",
    withGroup("aks", { repair: false }),
    /repair: not supported on AKS: AKS repairs unhealthy nodes in any case/,
  ],
  [
    "4.3",
    "a reference in place of a boolean",
    "eks",
    withGroup("eks", { kind: "self-managed", repair: "${var.flag}" }),
    /nodeGroups\[0\]\.repair: /,
  ],
  [
    "4.4",
    "terraform-provider-google #19769",
    "gke",
    withGroup("gke", { machine: { hostMaintenance: "periodic" } }),
    /hostMaintenance: not supported on GKE: the provider google neither sends nor reads/,
  ],
  [
    "4.5",
    "terraform-provider-google #19037",
    "gke",
    withGroup("gke", {
      imageStreaming: true,
      secondaryDisks: [{ image: "projects/p/global/images/a" }, { image: "projects/p/global/images/b" }],
    }),
    /secondaryDisks: must be one disk: the provider google sends only the first one/,
  ],
  [
    "4.6",
    "terraform-google-kubernetes-engine #2042",
    "gke",
    { nodeGroups: [], gke: { mode: "autopilot" }, network: { dns: { scope: "vpc", domain: "x.example" } } },
    /dns\.scope: is not configurable in Autopilot mode[^]*dns\.domain: is not configurable in Autopilot mode/,
  ],
  [
    "8.1",
    "the end of NGINX in application routing",
    "aks",
    { loadBalancing: { controller: true } },
    /controller: warning: support of NGINX in the application routing add-on ends on 2026-11-30/,
  ],
  [
    "8.2",
    "the end of standard support of EKS",
    "eks",
    { kubernetesVersion: "1.34" },
    /warning: standard support of 1\.34 ends on 2026-12-02, in 2 days; plan an upgrade, newer minors/,
  ],
  [
    "8.2",
    "one line for missing pins",
    "eks",
    { kubernetesVersion: "1.37" },
    /^[^\n]*no versions of add-ons are pinned for Kubernetes 1\.37 yet: use one of 1\.\d+(?:, 1\.\d+)*, or set[^\n]*$/,
  ],
  [
    "8.3",
    "a VM size that may be new",
    "aks",
    withGroup("aks", { machineTypes: ["Standard_D4ds_v9"] }),
    /warning: "Standard_D4ds_v9" is not a known VM size \(as of \d{4}-\d\d-\d\d\); check the spelling, unless it is newer/,
  ],
  [
    "8.4",
    "the bound of Backup for GKE",
    "gke",
    { storage: { backup: { rpoMinutes: 60 } } },
    /rpoMinutes: must keep at most 360 backups: with one every 60 minutes retentionDays is at most 15, got 35/,
  ],
  [
    "8.5",
    "managed NAT with a subnet",
    "aks",
    { network: { egress: { type: "managed-nat" } } },
    /egress\.type: must be one of nat-gateway, load-balancer, route-table, none, got "managed-nat"/,
  ],
];

test("the clusters without these inputs have no error", () => {
  for (const platform of Object.keys(clusters) as Managed[]) {
    expect(printed(platform, {}).filter((line) => !line.includes("warning"))).toEqual([]);
  }
});

test.each(refused)("%s (%s): %s refuses or reports the input", (_, __, platform, fields, message) => {
  expect(printed(platform, fields as never).join("\n")).toMatch(message);
});

const https = { from_port: 443, to_port: 443, ip_protocol: "tcp" };

describe("what the reports lacked is in the JSON", () => {
  test("1.1 (terraform-aws-eks #2746, #1863): privateFrom opens 443 to ranges and security groups", () => {
    const group = "sg-0123456789abcdef0";
    const json = jsonOf("eks", { access: { admins: [admin], privateFrom: ["10.8.0.0/16", group] } });
    const type = "aws_vpc_security_group_ingress_rule";
    expect(json.has(type, { ...https, cidr_ipv4: "10.8.0.0/16" })).toBe(true);
    expect(json.has(type, { ...https, referenced_security_group_id: group })).toBe(true);
  });

  test("1.2 (aws-load-balancer-controller #2462): the webhook port of the controller is open", () => {
    const json = jsonOf("eks", { network: { nodeRules: "restricted" }, loadBalancing: { controller: true } });
    const open = { from_port: 9443, to_port: 9443, ip_protocol: "tcp" };
    expect(json.has("aws_vpc_security_group_ingress_rule", open)).toBe(true);
  });

  test("1.3 (aws-efs-csi-driver #555): a private network has the endpoint of EFS", () => {
    const access = { admins: [admin], privateFrom: ["10.8.0.0/16"] };
    const json = jsonOf("eks", { network: { private: true }, access, storage: { file: true } });
    const names = json.args("aws_vpc_endpoint").map(({ service_name: name }) => textOf(name));
    expect(names).toContainEqual(expect.stringMatching(/\.elasticfilesystem$/));
  });

  test("1.4 (amazon-vpc-cni-k8s #1505): security groups for pods bring the policy of the cluster role", () => {
    const configuration = { env: { ENABLE_POD_ENI: "true" } };
    const json = jsonOf("eks", { eks: { addOns: { "vpc-cni": { configuration } } } });
    const policies = json.args("aws_iam_role_policy_attachment").map(({ policy_arn: arn }) => textOf(arn));
    expect(policies).toContainEqual(expect.stringMatching(/\/AmazonEKSVPCResourceController$/));
  });

  test("1.5 (Azure/AKS #674): the subnet of nodes lets clients of a public controller in", () => {
    const json = jsonOf("aks", { loadBalancing: { controller: true } });
    const ports = json
      .args("azurerm_network_security_rule")
      .filter(({ direction, access }) => direction === "Inbound" && access === "Allow")
      .map(({ destination_port_range: one, destination_port_ranges: some }) => textOf(some ?? one));
    expect(ports.join(" ")).toContain("443");
  });

  test("1.9 (terraform-provider-google #23670): nodes may read the secrets of registries, with the API", () => {
    const authority = { hosts: ["registry.example.com"], secretVersion: "projects/p/secrets/ca/versions/1" };
    const json = jsonOf("gke", withGroup("gke", { registryAuthorities: [authority] }));
    expect(
      json.has("google_secret_manager_secret_iam_member", { role: "roles/secretmanager.secretAccessor" }),
    ).toBe(true);
    expect(json.has("google_project_service", { service: "secretmanager.googleapis.com" })).toBe(true);
  });

  test("2.1 (terraform-aws-eks #3477): Karpenter on Fargate has credentials by a token", () => {
    const json = jsonOf("eks", {
      autoscaling: "auto-provisioning",
      nodeGroups: [],
      storage: { block: false },
      eks: { fargateProfiles: [{ name: "system", selectors: [{ namespace: "kube-system" }] }] },
    });
    const trusts = json.args("aws_iam_role").map(({ assume_role_policy: trust }) => textOf(trust));
    expect(trusts).toContainEqual(expect.stringContaining('"system:serviceaccount:kube-system:karpenter"'));
    expect(json.all("aws_iam_openid_connect_provider")).toHaveLength(1);
    const accounts = json
      .args("aws_eks_pod_identity_association")
      .map(({ service_account: name }) => textOf(name));
    expect(accounts).not.toContain("karpenter");
  });

  test("2.2 (aws-load-balancer-controller #2437): the controller on Fargate has credentials by a token", () => {
    const json = jsonOf("eks", {
      loadBalancing: { controller: true },
      eks: { fargateProfiles: [{ name: "system", selectors: [{ namespace: "kube-system" }] }] },
    });
    const account = "system:serviceaccount:kube-system:aws-load-balancer-controller";
    const trusts = json.args("aws_iam_role").map(({ assume_role_policy: trust }) => textOf(trust));
    expect(trusts).toContainEqual(expect.stringContaining(`"${account}"`));
  });

  test("5.1 (terraform-provider-azurerm #30990): the driver of GPUs is written", () => {
    const json = jsonOf("aks", {
      nodeGroups: [
        { name: "system", machineTypes: ["Standard_D4ds_v5"], size: 3 },
        { name: "gpu", machineTypes: ["Standard_NC24ads_A100_v4"], size: 1 },
      ],
    });
    expect(json.has("azurerm_kubernetes_cluster_node_pool", { gpu_driver: "Install" })).toBe(true);
  });

  test("5.2 (terraform-provider-azurerm #26946): an automatic patch leaves no difference", () => {
    const [{ lifecycle }] = jsonOf("aks", {}).args("azurerm_kubernetes_cluster");
    expect(lifecycle.ignore_changes).toContain("kubernetes_version");
  });

  test("5.3 (terraform-provider-azurerm #22360): KEDA that is off is written", () => {
    const [{ workload_autoscaler_profile: profile }] = jsonOf("aks", { aks: { keda: false } }).args(
      "azurerm_kubernetes_cluster",
    );
    expect(profile.keda_enabled).toBe(false);
  });

  test("5.4 (terraform-provider-google #17068): local SSDs that machines bring are written", () => {
    const json = jsonOf("gke", withGroup("gke", { machineTypes: ["c3-standard-8-lssd"] }));
    const [{ node_config: node }] = json.args("google_container_node_pool");
    expect(textOf(node)).toContain('"local_ssd_count":2');
  });
});

describe("5.5: settings of GKE that Google fills in are written", () => {
  test.each(["queued", "flex-start"])("provisioning %s", (provisioning) => {
    const jobs = { name: "jobs", machineTypes: ["g2-standard-4"], size: { min: 0, max: 4 }, provisioning };
    const { nodeGroups } = clusters.gke as unknown as { nodeGroups: object[] };
    const pools = jsonOf("gke", { nodeGroups: [...nodeGroups, jobs] }).args("google_container_node_pool");
    const pool = pools.find(({ name_prefix: name }) => name === "jobs-")!;
    expect(pool).toMatchObject({ initial_node_count: 0, management: { auto_repair: false } });
    expect(pool.node_config.reservation_affinity).toEqual({ consume_reservation_type: "NO_RESERVATION" });
  });

  test("upgrades.channel none with a minor", () => {
    const json = jsonOf("gke", { upgrades: { channel: "none" } });
    const [cluster] = json.args("google_container_cluster");
    expect(cluster).toMatchObject({
      min_master_version: "1.35",
      release_channel: { channel: "UNSPECIFIED" },
    });
    // Google answers with a patch. A pool without a version has that of the control plane.
    expect(json.args("google_container_node_pool").map(({ version }) => version)).toEqual([undefined]);
  });
});
