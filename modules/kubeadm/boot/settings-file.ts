import { Encoder } from "../../cluster/encode";
import { defaultIssuer } from "./documents";
import { apiServerPort, type MachineSettings } from "./settings";

/**
 * The settings as the boot program reads them: variables of the shell. Only this file contains references of Terraform.
 *
 * @param insert - returns the text for the value of an expression. If omitted, it is `${…}`
 */
export function settingsFile(settings: MachineSettings, insert?: (expression: string) => string): string {
  const { cluster, machine } = settings;
  const { software, etcd } = cluster;
  const slot = machine.role === "control-plane" ? cluster.slots[machine.slot] : undefined;
  const values: Readonly<Record<string, string | number | boolean | undefined>> = {
    CLOUD: cluster.cloud,
    CLUSTER: cluster.name,
    REGION: cluster.region,
    KUBERNETES_VERSION: cluster.kubernetesVersion,
    ENDPOINT: cluster.endpoint,
    PORT: apiServerPort,
    BUCKET: cluster.store.bucket,
    SLOT_NAMES: cluster.slots.map(({ name }) => name).join(" "),
    SLOT_ADDRESSES: cluster.slots.map(({ address }) => address).join(" "),
    ROLE: machine.role,
    ...(machine.role === "control-plane" && {
      SLOT: machine.slot,
      SLOT_NAME: slot?.name,
      SLOT_ADDRESS: slot?.address,
      DISK_ID: machine.diskId,
      RESTORE: etcd.restore,
      SERVICE_ACCOUNT_ISSUER: cluster.serviceAccountIssuer ?? defaultIssuer,
      WORKER_ROLE: cluster.workerRole,
      AUTHENTICATOR: cluster.authenticator,
      ADMINISTRATORS: cluster.administrators,
    }),
    ...(machine.role === "worker" && { NETWORK: cluster.podNetwork }),
    IDENTITY: machine.identity,
    TENANT: cluster.tenant,
    HOOK_NAME: machine.hook?.name,
    HOOK_GROUP: machine.hook?.group,
    SOFTWARE_SOURCE: software.source,
    SOFTWARE_MIRROR: software.mirror,
  };
  const encoder = new Encoder(insert ?? ((expression) => `\${${expression}}`));
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value === undefined ? "" : encoder.shell(String(value))}\n`)
    .join("");
}
