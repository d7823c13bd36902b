import { AZURE_OUT_OF_CAPACITY, beginAzure, withFoundAzurerm } from "../../aks/azure-cloud";
import { describeEdits } from "../../support/edit-tests";
import { type Workspace } from "../../support/workspace";
import { editedKubeadmOnAzure, KUBEADM_AZURE_EDITS } from "./edits";

const stack = "kubeadm-azure-main";

/** Runs the commands of Terraform that the stack prints for a changed control plane. Returns the replaced slots in their order. */
async function replaceMachines(workspace: Workspace): Promise<string[]> {
  const { stdout } = await workspace.terraform(["output", "-json", "replacement_commands"]);
  const commands = (JSON.parse(stdout) as string[]).filter((command) => command.startsWith("terraform "));
  for (const command of commands)
    await workspace.terraform([...command.split(" ").slice(1), "-auto-approve", "-no-color"]);
  return commands.flatMap((command) => /-replace=\S+_slot_(\d)_machine /.exec(command)?.[1] ?? []);
}

describeEdits(
  {
    what: "a kubeadm cluster on Azure",
    provider: "azurerm",
    stack,
    file: "kubeadm-azure",
    begin: () => beginAzure(stack),
    edited: withFoundAzurerm(editedKubeadmOnAzure),
    edits: KUBEADM_AZURE_EDITS,
    isCreation: ({ method, path }) => method === "PUT" && /\/virtualMachines\/[^/]+$/i.test(path),
    failure: AZURE_OUT_OF_CAPACITY,
  },
  (clusters) => {
    test("the printed commands upgrade the control plane slot after slot, and then the nodes", () =>
      clusters.use(async (cluster, { workspace, server }) => {
        const from = server.calls.length;
        await cluster.use((one) => one.set("kubernetesVersion", "1.36.3"));
        expect(await replaceMachines(workspace)).toEqual(["0", "1", "2"]);
        await cluster.expectEmptyPlan();
        // The disk is detached, a machine ends, the next one gets the disk and works, before those of other slots end.
        const made = /^(PUT|DELETE) .*\/virtualMachines\/[^/]+-(\d)(\/runCommands\/ready)?$/;
        const calls = server.calls.slice(from).flatMap((call) => {
          const [, method, slot, isReady] = made.exec(call) ?? [];
          return slot === undefined ? [] : [`${slot} ${method}${isReady ? " ready" : ""}`];
        });
        const steps = ["PUT", "DELETE", "PUT", "PUT", "PUT ready"];
        expect(calls.filter((call) => !call.endsWith("DELETE ready"))).toEqual(
          [0, 1, 2].flatMap((slot) => steps.map((step) => `${slot} ${step}`)),
        );
        await cluster.use();
        await replaceMachines(workspace);
      }));
  },
);
