import { DataProtectionBackupInstanceKubernetesCluster } from "@cdktf/provider-azurerm/lib/data-protection-backup-instance-kubernetes-cluster";
import { DataProtectionBackupVault } from "@cdktf/provider-azurerm/lib/data-protection-backup-vault";
import { KubernetesClusterNodePool } from "@cdktf/provider-azurerm/lib/kubernetes-cluster-node-pool";
import { MonitorAlertPrometheusRuleGroup } from "@cdktf/provider-azurerm/lib/monitor-alert-prometheus-rule-group";
import { NetappVolume } from "@cdktf/provider-azurerm/lib/netapp-volume";
import { PublicIp } from "@cdktf/provider-azurerm/lib/public-ip";
import { synthesizeAks } from "../../support/aks";
import type { Arguments } from "../../support/synthesized";
import { limits } from "../../../modules/aks/limits";

/** The behaviour of the provider without these settings, according to its source. */

describe.each([true, false])("with protection %p", (protection) => {
  const stack = synthesizeAks({ protection, storage: { backup: true, netApp: { sizeTiB: 4 } } });

  test("the guards of the provider follow the protection", () => {
    const [{ features }] = stack.terraform.provider.azurerm as Arguments[];
    expect(features).toEqual([
      {
        storage: [{ data_plane_available: false }],
        resource_group: [{ prevent_deletion_if_contains_resources: protection }],
        netapp: [{ prevent_volume_destruction: protection }],
      },
    ]);
  });

  test("soft delete of backups follows the protection", () => {
    expect(stack.resource(DataProtectionBackupVault).soft_delete).toBe(protection ? "On" : "Off");
    expect(stack.resource(DataProtectionBackupInstanceKubernetesCluster).lifecycle).toEqual({
      prevent_destroy: protection,
    });
  });
});

test("recording rules are enabled", () => {
  const stack = synthesizeAks({ observability: { managedPrometheus: true } });
  const groups = Object.values(stack.resources(MonitorAlertPrometheusRuleGroup));
  const rules = groups.flatMap(({ rule }) => rule as Arguments[]);
  expect(rules.length).toBeGreaterThan(5);
  expect(rules.filter(({ enabled }) => enabled !== true)).toEqual([]);
});

test("the address of a NAT gateway is in all zones, for any number of zones of the cluster", () => {
  expect(synthesizeAks({ network: { zones: 1 } }).resource(PublicIp).zones).toEqual(["1", "2", "3"]);
});

test("the IPv4 range of the network may mount a NetApp volume", () => {
  const stack = synthesizeAks({ network: { cidr: "10.9.0.0/16" }, storage: { netApp: { sizeTiB: 4 } } });
  const [rule] = stack.resource(NetappVolume).export_policy_rule as Arguments[];
  expect(rule.allowed_clients).toEqual(["10.9.0.0/16"]);
});

test("the temporary node pool of a rotation has a valid name for Windows", () => {
  const stack = synthesizeAks({
    kubernetesVersion: "1.34",
    network: { networkPolicy: "azure" },
    nodeGroups: [
      { name: "linux", machineTypes: ["Standard_D4ds_v5"], size: 3 },
      {
        name: "windows",
        machineTypes: ["Standard_D4ds_v5"],
        size: 3,
        image: { family: "windows-2022" },
        replacement: "rotate",
      },
    ],
  });
  const { name, temporary_name_for_rotation: temporary } = stack.resource(KubernetesClusterNodePool);
  expect(name).toMatch(/^[a-z][a-z0-9]*$/);
  expect(temporary).toMatch(/^[a-z][a-z0-9]*$/);
  expect(Math.max(...[name, temporary].map((text) => `${text}`.length))).toBeLessThanOrEqual(
    limits.windowsPoolName,
  );
});
