import type { VirtualMachineRunCommand } from "@cdktf/provider-azurerm/lib/virtual-machine-run-command";
import type { Construct } from "constructs";
import type { ResourceGroupRef } from "../../azure/resource-group";
import { hclString, json, resolvedText } from "../../cluster/encode";
import { programPath, stateFolder } from "../boot/paths";
import type { ControllerManagerProps } from "../software/cloud-controller-manager";
import { filled, type Manifest } from "../software/manifests";
import { runCommand, type RunCommandProps } from "./run-command";

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
export interface ApplyManifestsProps extends Omit<RunCommandProps, "script"> {
  /** Name of the set. Objects that it does not have any more are removed, those of other sets are not. */
  readonly set: string;
  readonly manifests: readonly Manifest[];

  /** Machines with an older version of Kubernetes do not apply them. */
  readonly kubernetesVersion: string;
}

/**
 * Applies manifests, and removes the objects that they do not have any more. A machine does it, not the store: the identity that runs Terraform
 * needs no permission to write objects, which Azure gives to no role that manages resources.
 */
export function applyManifests(
  scope: Construct,
  id: string,
  props: ApplyManifestsProps,
): VirtualMachineRunCommand {
  return runCommand(scope, id, { ...props, script: script(props) });
}

function script({ set, manifests, kubernetesVersion }: ApplyManifestsProps): string {
  const folder = `${stateFolder}/${set}`;
  const text = filled(manifests, set)
    .map(({ content }) => content)
    .join("\n---\n");
  const encoded = resolvedText(text, (resolved) => `\${base64gzip(${hclString(resolved)})}`);
  return [
    "set -e",
    `mkdir -p ${folder}`,
    `echo ${kubernetesVersion} >${folder}.version`,
    `base64 -d <<'END' | gunzip >${folder}/manifests.yaml`,
    encoded,
    "END",
    `${programPath} manifests ${set}`,
  ].join("\n");
}
