import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { LinuxVirtualMachineScaleSet } from "@cdktf/provider-azurerm/lib/linux-virtual-machine-scale-set";
import { VirtualMachineRunCommand } from "@cdktf/provider-azurerm/lib/virtual-machine-run-command";
import { StorageBucketObject } from "@cdktf/provider-google/lib/storage-bucket-object";
import { components } from "../../../modules/kubeadm/software/components";
import type { KubeadmClusterProps } from "../../../modules/kubeadm/spec";
import { knownMinors, newestRelease } from "../../../modules/kubeadm/versions";
import { synthesizeKubeadm } from "../../support/kubeadm";
import { controllerManagerObjects, onClouds } from "./manifests";

const clouds = Object.keys(onClouds) as KubeadmClusterProps["cloud"][];

interface DaemonSet {
  spec: {
    template: {
      spec: {
        hostNetwork: boolean;
        nodeSelector: Record<string, string>;
        tolerations: { key: string; operator: string }[];
        containers: {
          image: string;
          args: string[];
          env: { name: string; value: string }[];
          volumeMounts?: { mountPath: string; readOnly: boolean }[];
        }[];
      };
    };
  };
}

const daemonSet = (props: KubeadmClusterProps): DaemonSet["spec"]["template"]["spec"] => {
  const found = controllerManagerObjects(props).find(({ kind }) => kind === "DaemonSet");
  return (found as unknown as DaemonSet).spec.template.spec;
};

const container = (props: KubeadmClusterProps) => daemonSet(props).containers[0];

describe.each(clouds)("the cloud controller manager on %s", (cloud) => {
  const props = onClouds[cloud]();

  test("runs on control-plane machines before nodes are ready", () => {
    const { hostNetwork, nodeSelector, tolerations } = daemonSet(props);
    expect(hostNetwork).toBe(true);
    expect(nodeSelector).toEqual({ "node-role.kubernetes.io/control-plane": "" });
    expect(tolerations.map(({ key }) => key).sort()).toEqual([
      "node-role.kubernetes.io/control-plane",
      "node.cloudprovider.kubernetes.io/uninitialized",
      "node.kubernetes.io/not-ready",
    ]);
  });

  test("reaches the API server on its machine, without a network of pods", () => {
    expect(container(props).env).toEqual([
      { name: "KUBERNETES_SERVICE_HOST", value: "api.production-shop.internal" },
      { name: "KUBERNETES_SERVICE_PORT", value: "6443" },
    ]);
  });

  test("runs the controllers of nodes only", () => {
    expect(container(props).args).toContain(
      "--controllers=cloud-node-controller,cloud-node-lifecycle-controller",
    );
    const [role] = controllerManagerObjects(props).filter(({ kind }) => kind === "ClusterRole");
    expect(JSON.stringify(role)).not.toContain("services/status");
  });

  test.each(knownMinors())("has the version of Kubernetes %s", (minor) => {
    const { version, source } = components[minor].cloudControllerManager[cloud];
    expect(container(onClouds[cloud]({ kubernetesVersion: newestRelease(minor)! })).image).toMatch(
      new RegExp(`:${version.replaceAll(".", "\\.")}$`),
    );
    expect(source).toMatch(/^https:\/\//);
  });

  test("is never newer than the API server, and at most one minor older", () => {
    for (const minor of knownMinors()) {
      const { version } = components[minor].cloudControllerManager[cloud];
      const own = Number(version.replace(/^v(1\.)?/, "").split(".")[0]);
      const api = Number(minor.split(".")[1]);
      expect([api, api - 1]).toContain(own);
    }
  });

  test("is omitted if the cluster has its own", () => {
    const stack = synthesizeKubeadm(onClouds[cloud]({ kubeadm: { cloudControllerManager: false } }));
    expect(JSON.stringify(stack.terraform)).not.toContain("--cloud-provider=");
  });
});

test("AWS: load balancers of Services need their controller and its permissions", () => {
  const props = onClouds.aws({ loadBalancing: { controller: true } });
  expect(container(props).args).toContain(
    "--controllers=cloud-node-controller,cloud-node-lifecycle-controller,service-lb-controller",
  );
  const [role] = controllerManagerObjects(props).filter(({ kind }) => kind === "ClusterRole");
  expect(JSON.stringify(role)).toContain("services/status");
});

test("images of registry.k8s.io come from the registry that replaces it, others do not", () => {
  const kubeadm = { software: { imageRepository: "registry.example.com/k8s" } };
  expect(container(onClouds.aws({ kubeadm })).image).toMatch(
    /^registry\.example\.com\/k8s\/provider-aws\/cloud-controller-manager:/,
  );
  expect(container(onClouds.azure({ kubeadm })).image).toMatch(/^mcr\.microsoft\.com\//);
});

test("Azure: the configuration has references and no secret", () => {
  const config = controllerManagerObjects(onClouds.azure()).find(({ kind }) => kind === "ConfigMap");
  const { config: text } = config!.data as { config: string };
  expect(JSON.parse(text)).toEqual({
    cloud: "AzurePublicCloud",
    tenantId: "${data.azurerm_client_config.control_plane_client.tenant_id}",
    subscriptionId: "${data.azurerm_client_config.control_plane_client.subscription_id}",
    resourceGroup: "${azurerm_resource_group.resource_group.name}",
    location: "${azurerm_resource_group.resource_group.location}",
    vmType: "vmss",
    useInstanceMetadata: true,
    useManagedIdentityExtension: true,
    userAssignedIdentityID: "${azurerm_user_assigned_identity.identity_control_plane_identity.client_id}",
  });
});

describe("Azure", () => {
  const command = (name: string, props = onClouds.azure()) =>
    synthesizeKubeadm(props).resource(VirtualMachineRunCommand, `control_plane_${name}`);
  const scriptOf = (name: string) => (command(name).source as { script: string }).script;
  const ready = [0, 1, 2].map(
    (slot) => `azurerm_virtual_machine_run_command.control_plane_slot_${slot}_ready`,
  );
  const managed = "azurerm_virtual_machine_run_command.control_plane_controller_manager";

  test("the first machine applies both sets of manifests when the control plane works", () => {
    expect(command("controller_manager").depends_on).toEqual(ready);
    expect(command("manifests").depends_on).toEqual([...ready, managed]);
    const program = "/usr/local/lib/kubernetes-boot/boot.sh manifests";
    expect(scriptOf("controller_manager").split("\n").at(-1)).toBe(`${program} controller-manager`);
    expect(scriptOf("manifests").split("\n").at(-1)).toBe(`${program} terraform`);
  });

  test("nodes wait for the cloud controller manager, not for own manifests", () => {
    const pools = Object.values(synthesizeKubeadm(onClouds.azure()).resources(LinuxVirtualMachineScaleSet));
    expect(pools).not.toEqual([]);
    for (const { depends_on: dependencies } of pools) {
      expect(dependencies).toContain(managed);
      expect(dependencies).not.toContain("azurerm_virtual_machine_run_command.control_plane_manifests");
    }
  });

  test("sets without manifests have different objects, and remove those that they had", () => {
    const kubeadm = { cloudControllerManager: false };
    const scripts = ["controller_manager", "manifests"].map(
      (name) => (command(name, onClouds.azure({ kubeadm })).source as { script: string }).script,
    );
    for (const [i, set] of ["controller-manager", "terraform"].entries()) {
      expect(scripts[i]).toContain(`kubernetes-boot-no-manifests-${set}`);
      expect(scripts[i].split("\n").at(-1)).toBe(`/usr/local/lib/kubernetes-boot/boot.sh manifests ${set}`);
    }
  });

  test("a reference in a script replaces the command when its value changes", () => {
    const admins = ["${azuread_group.Admins.object_id}"];
    const { name, source } = command("administrators", onClouds.azure({ access: { admins } }));
    const reference = 'lower("${azuread_group.Admins.object_id}")';
    expect((source as { script: string }).script).toContain(`jsonencode("azure:\${${reference}}")`);
    expect(name).toMatch(/^administrators-\$\{substr\(sha256\(".*"\), 0, 12\)\}$/s);
    expect(name).toContain(`azure:\${${reference}}`);
  });

  test.each<[string, Partial<KubeadmClusterProps>]>([
    ["controller_manager", { kubernetesVersion: "1.36.2" }],
    ["manifests", { kubernetesVersion: "1.36.2" }],
    ["administrators", { access: { admins: [] } }],
  ])("another script of %s replaces the command, so that a failed one runs again", (name, patch) => {
    const first = command(name).name;
    expect(first).toMatch(/^[a-z-]+-[0-9a-f]{12}$/);
    expect(command(name).name).toBe(first);
    expect(command(name, onClouds.azure(patch)).name).not.toBe(first);
  });
});

test("AWS: the list has the checksum of each manifest, and is written before machines start", () => {
  const stack = synthesizeKubeadm(onClouds.aws());
  expect(stack.resource(S3Object, "control_plane_manifests_index")).toMatchObject({
    key: "assets/manifests/index",
    content:
      "# 1.36.3\ncloud-controller-manager.json ${sha256(aws_s3_object.control_plane_manifests_cloud_controller_manager_json.content)}\ncilium.yaml ${sha256(aws_s3_object.control_plane_manifests_cilium_yaml.content)}\n",
  });
  const manifest = stack.resource(S3Object, "control_plane_manifests_cloud_controller_manager_json");
  expect(manifest.key).toBe("assets/manifests/cloud-controller-manager.json");
  expect(stack.resources(S3BucketVersioningA)).not.toEqual({});
  expect(manifest.depends_on).toContain("aws_s3_bucket_versioning.control_plane_store_versions");
});

test.each([
  ["aws", "aws_s3_object"],
  ["google", "google_storage_bucket_object"],
] as const)(
  "on %s, a cluster without manifests lists one object, so that the machines remove the others",
  (cloud, type) => {
    const stack = synthesizeKubeadm(onClouds[cloud]({ kubeadm: { cloudControllerManager: false } }));
    const objects = Object.entries(stack.terraform.resource[type]).filter(([name]) =>
      name.startsWith("control_plane_manifests"),
    );
    expect(objects.map(([name]) => name).sort()).toEqual([
      "control_plane_manifests_index",
      "control_plane_manifests_no_manifests_json",
    ]);
    const [index, manifest] = objects.map(([, object]) => (object as { content: string }).content).sort();
    expect(index).toMatch(/^# 1\.36\.3\nno-manifests\.json \$\{sha256\(/);
    expect(JSON.parse(manifest)).toMatchObject({ kind: "ConfigMap" });
  },
);

test("Google Cloud: the list has the checksum of each manifest", () => {
  const stack = synthesizeKubeadm(onClouds.google());
  expect(stack.resource(StorageBucketObject, "control_plane_manifests_index")).toMatchObject({
    name: "assets/manifests/index",
    content:
      "# 1.36.3\ncloud-controller-manager.json ${sha256(google_storage_bucket_object.control_plane_manifests_cloud_controller_manager_json.content)}\ncilium.yaml ${sha256(google_storage_bucket_object.control_plane_manifests_cilium_yaml.content)}\n",
  });
});

test("own manifests are text, also if they look like expressions of Terraform", () => {
  const written = synthesizeKubeadm(onClouds.aws()).resource(S3Object, "control_plane_manifests_cilium_yaml");
  expect(written).toMatchObject({ key: "assets/manifests/cilium.yaml" });
  expect(written.content).toContain('"$${HOME} %%{ if } is no expression of Terraform"');
  const { script } = synthesizeKubeadm(onClouds.azure()).resource(
    VirtualMachineRunCommand,
    "control_plane_manifests",
  ).source as { script: string };
  expect(script).toContain("\\u0024{HOME} \\u0025{ if }");
});
