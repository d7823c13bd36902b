import { VirtualMachineRunCommand } from "@cdktf/provider-azurerm/lib/virtual-machine-run-command";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { createHash } from "node:crypto";
import { hclString, partsOf, resolvedText } from "../../cluster/encode";

/** See {@link runCommand}. */
export interface RunCommandProps {
  readonly name: string;
  readonly location: string;

  /** Id of the machine that runs the script. */
  readonly machineId: string;
  readonly script: string;
  readonly dependsOn: readonly ITerraformDependable[];
}

/**
 * Runs a script on a machine, and again when it changes. The name has a hash of the script, so that another script replaces the command: Terraform
 * repeats a creation that failed. The provider stores the new script also if an update fails, and the next plan is then empty. Terraform hashes a
 * script with references, whose values change while the script is the same.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/main/internal/services/compute/virtual_machine_run_command_resource.go
 */
export function runCommand(
  scope: Construct,
  id: string,
  { name, location, machineId, script, dependsOn }: RunCommandProps,
): VirtualMachineRunCommand {
  const hash = resolvedText(script, (text) =>
    isOpen(text)
      ? `\${substr(sha256(${hclString(text)}), 0, ${hashLength})}`
      : createHash("sha256").update(text).digest("hex").slice(0, hashLength),
  );
  return new VirtualMachineRunCommand(scope, id, {
    name: `${name}-${hash}`,
    location,
    virtualMachineId: machineId,
    source: { script },
    dependsOn: [...dependsOn],
  });
}

const hashLength = 12;

/** Whether a script has references. Those of manifests are to resources that exist as long as the cluster. */
const isOpen = (text: string): boolean =>
  partsOf(text).some((part) => "expression" in part && !part.expression.startsWith("base64gzip("));
