import { defaults } from "../../modules/aks/defaults";
import schema from "../../modules/environment/environment.schema.json";

const definitions = schema.definitions as unknown as Readonly<
  Record<
    string,
    {
      readonly properties: Readonly<
        Record<string, { readonly default?: unknown; readonly description?: string }>
      >;
    }
  >
>;

/** Where each default is documented. */
const documented: Readonly<Record<keyof typeof defaults, readonly [type: string, field: string]>> = {
  cidr: ["AksNetworkSpec", "cidr"],
  podCidr: ["AksNetworkSpec", "podCidr"],
  serviceCidr: ["AksNetworkSpec", "serviceCidr"],
  nat: ["AksNetworkSpec", "nat"],
  podNetwork: ["AksNetworkSpec", "podNetwork"],
  tier: ["AksOptions", "tier"],
  channel: ["AksUpgradesSpec", "channel"],
  nodeImages: ["AksUpgradesSpec", "nodeImages"],
  imageFamily: ["AksImageSpec", "family"],
  diskGiB: ["AksDiskSpec", "sizeGiB"],
  retentionDays: ["AksObservabilitySpec", "retentionDays"],
  maxSurge: ["AksNodeUpgradeSpec", "maxSurge"],
  drainTimeoutMinutes: ["AksNodeUpgradeSpec", "drainTimeoutMinutes"],
  imageCleanerHours: ["AksOptions", "imageCleanerHours"],
  keyVaultSecretsInterval: ["AksOptions", "keyVaultSecretsInterval"],
  fileShareGiB: ["AksFileStorageSpec", "sizeGiB"],
  backupSchedule: ["AksBackupSpec", "schedule"],
  backupDays: ["AksBackupSpec", "retentionDays"],
  window: ["AksUpgradesSpec", "window"],
  nodeWindow: ["AksUpgradesSpec", "nodeWindow"],
  logTypes: ["AksObservabilitySpec", "logTypes"],
};

test.each(Object.entries(defaults))("%s is what the documentation says", (name, value) => {
  const [type, field] = documented[name as keyof typeof defaults];
  const said = definitions[type].properties[field].default;
  // Objects are written as in TypeScript, which the schema keeps as text.
  expect(said).toEqual(typeof said === "string" && typeof value === "object" ? shown(value) : value);
});

function shown(value: object): string {
  const fields = Object.entries(value).map(([name, field]) => `${name}: ${JSON.stringify(field)}`);
  return `{ ${fields.join(", ")} }`;
}
