import { VirtualMachineRunCommand } from "@cdktf/provider-azurerm/lib/virtual-machine-run-command";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import type { ResourceGroupRef } from "../../azure/resource-group";
import { hclString, json, resolvedText } from "../../cluster/encode";
import { stateFolder } from "../boot/paths";
import type { ControllerManagerProps } from "../software/cloud-controller-manager";
import type { Manifest } from "../software/manifests";

/** See {@link controllerManager}. */
export interface AzureIds {
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly place: ResourceGroupRef;

  /** Client id of the identity of control-plane machines. */
  readonly identity: string;
}

/**
 * The cloud controller manager of Azure. Control-plane machines are virtual machines, nodes are those of scale sets. Its configuration has no
 * secrets: the metadata service gives it tokens.
 *
 * @see https://cloud-provider-azure.sigs.k8s.io/install/configs/
 */
export const controllerManager = ({
  tenantId,
  subscriptionId,
  place,
  identity,
}: AzureIds): ControllerManagerProps => ({
  image: "mcr.microsoft.com/oss/v2/kubernetes/azure-cloud-controller-manager",
  command: ["cloud-controller-manager"],
  provider: "azure",
  configuration: json({
    cloud: "AzurePublicCloud",
    tenantId,
    subscriptionId,
    resourceGroup: place.resourceGroupName,
    location: place.location,
    vmType: "vmss",
    useInstanceMetadata: true,
    useManagedIdentityExtension: true,
    userAssignedIdentityID: identity,
  }),
  // The image has no certificate authorities.
  folders: ["/etc/ssl"],
  loadBalancers: false,
});

/** See {@link applyManifests}. */
export interface ApplyManifestsProps {
  readonly location: string;

  /** Id of the machine that applies them. */
  readonly machineId: string;
  readonly manifests: readonly Manifest[];

  /** The control plane works. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/**
 * Applies manifests, and removes the objects that they do not have any more. A machine does it, not the store: the identity that runs Terraform
 * needs no permission to write objects, which Azure gives to no role that manages resources.
 *
 * @see https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/#alternative-kubectl-apply-f-directory-prune
 */
export function applyManifests(scope: Construct, props: ApplyManifestsProps): VirtualMachineRunCommand {
  return new VirtualMachineRunCommand(scope, "manifests", {
    name: "manifests",
    location: props.location,
    virtualMachineId: props.machineId,
    source: { script: script(props.manifests) },
    dependsOn: [...props.dependsOn],
  });
}

/** Objects whose kind another object of the same list defines are accepted once the API server knows the kind. */
function script(manifests: readonly Manifest[]): string {
  const file = `${stateFolder}/terraform.yaml`;
  const text = manifests.map(({ content }) => content).join("\n---\n");
  const encoded = resolvedText(text, (resolved) => `\${base64gzip(${hclString(resolved)})}`);
  return [
    `base64 -d <<'END' | gunzip >${file}`,
    encoded,
    "END",
    "for attempt in 1 2 3 4 5 6; do",
    `  KUBECTL_APPLYSET=true kubectl --kubeconfig ${stateFolder}/admin.conf apply --server-side --force-conflicts --prune \\`,
    `    --applyset=configmaps/kubernetes-terraform -n kube-system -f ${file} && exit 0`,
    "  sleep 10",
    "done",
    "exit 1",
  ].join("\n");
}
