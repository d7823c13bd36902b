import { programPath, stateFolder } from "./paths";
import type { MachineSettings } from "./settings";
import { softwareUnits } from "./software-units";
import { unit } from "./unit";

/** The systemd units of a machine by path. */
export function unitsOf({ cluster, machine }: MachineSettings): Readonly<Record<string, string>> {
  const units: Record<string, string> = {
    ...softwareUnits(cluster.software),
    // Until it succeeds, or for ever if it waits. A machine that restarts runs it again, and finds nothing to do.
    "kubernetes-boot.service": unit("Makes this machine a node of the cluster", {
      Service: {
        Type: "oneshot",
        RemainAfterExit: "yes",
        ExecStart: `${programPath} boot`,
        Restart: "on-failure",
        RestartSec: "10",
        StandardOutput: "journal+console",
        StandardError: "journal+console",
      },
      Install: { WantedBy: "multi-user.target" },
    }),
  };
  if (machine.role === "control-plane" && cluster.authenticator !== undefined) {
    units["kubernetes-authenticator.service"] = unit("Authenticates people for the API server", {
      Service: {
        ExecStart: `aws-iam-authenticator server --config ${stateFolder}/authenticator/config.json`,
        Restart: "always",
        RestartSec: "5",
        NoNewPrivileges: "yes",
        ProtectSystem: "strict",
      },
      Install: { WantedBy: "multi-user.target" },
    });
  }
  const periodic: Record<string, readonly [description: string, timer: Readonly<Record<string, string>>]> =
    {};
  // Azure announces the end of machines of scale sets. Google Cloud waits for no machine.
  if (machine.hook !== undefined || (cluster.cloud === "azure" && machine.role === "worker")) {
    periodic.leave = [
      "Lets the cloud replace this machine when the cluster works without it",
      { OnBootSec: "20s", OnUnitActiveSec: "10s" },
    ];
  }
  if (machine.role === "control-plane") {
    Object.assign(periodic, {
      backup: [
        "Saves a snapshot of etcd in the store",
        { OnBootSec: "5min", OnUnitActiveSec: `${cluster.etcd.backupMinutes}min` },
      ],
      // Every slot on its own day, so that never two API servers restart at once. Certificates are valid for a year.
      renew: [
        "Renews certificates",
        { OnCalendar: `*-*-${String(1 + machine.slot * 5).padStart(2, "0")} 03:00:00`, Persistent: "true" },
      ],
      token: ["Renews the token for joining workers", { OnBootSec: "1min", OnUnitActiveSec: "20min" }],
      addons: ["Applies the manifests of the store", { OnBootSec: "2min", OnUnitActiveSec: "5min" }],
      approve: ["Approves the certificates of nodes", { OnBootSec: "10s", OnUnitActiveSec: "5s" }],
    } satisfies typeof periodic);
  }
  for (const [name, [description, timer]] of Object.entries(periodic)) {
    units[`kubernetes-${name}.service`] = unit(description, {
      Service: { Type: "oneshot", ExecStart: `${programPath} ${name}` },
    });
    units[`kubernetes-${name}.timer`] = unit(description, {
      Timer: { ...timer, AccuracySec: "1s" },
      Install: { WantedBy: "timers.target" },
    });
  }
  return Object.fromEntries(
    Object.entries(units).map(([name, content]) => [`/etc/systemd/system/${name}`, content]),
  );
}
