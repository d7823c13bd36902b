import { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { synthesizeAks } from "../../support/aks";

describe("the version with the default channel (hashicorp/terraform-provider-azurerm #26946)", () => {
  const { lifecycle, default_node_pool: pool } = synthesizeAks().resource(KubernetesCluster);

  test("leaves no difference after an automatic patch", () => {
    expect(lifecycle.ignore_changes).toEqual(["kubernetes_version"]);
    expect(pool).not.toHaveProperty("orchestrator_version");
  });

  test("reports a newer minor of the file in the plan", () => {
    expect(lifecycle.postcondition).toEqual([
      {
        condition:
          '${(tonumber(element(split(".", self.current_kubernetes_version), 1)) >= tonumber(element(split(".", "1.35"), 1)))}',
        error_message: expect.stringContaining('upgrades.channel "none"'),
      },
    ]);
  });

  test.each(["stable", "rapid", "none"] as const)("%s has no condition on the minor", (channel) => {
    const other = synthesizeAks({ upgrades: { channel } }).resource(KubernetesCluster);
    expect(other.lifecycle).not.toHaveProperty("postcondition");
    expect(other.lifecycle.ignore_changes).toEqual(channel === "none" ? [] : ["kubernetes_version"]);
  });
});
