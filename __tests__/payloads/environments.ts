import type { Place } from "./places";

/** A valid environment with all fields that its clusters share. */
const base = {
  tags: { team: "shop" },
  variables: {
    office: {
      type: "string",
      description: "Range",
      default: "192.0.2.0/24",
      validation: [{ condition: "can(cidrhost(var.office, 0))", errorMessage: "must be a range" }],
    },
  },
  providers: {
    aws: { defaultTags: { owner: "team" }, allowedAccountIds: ["111122223333"] },
    azurerm: { subscriptionId: "00000000-0000-0000-0000-000000000001" },
    google: { defaultLabels: { owner: "team" } },
  },
  clusters: [
    {
      name: "main",
      platform: "eks",
      region: "eu-central-1",
      kubernetesVersion: "1.35",
      access: { admins: ["arn:aws:iam::111122223333:role/Admin"], publicFrom: ["${var.office}"] },
      nodeGroups: [{ name: "workers", machineTypes: ["m6i.large"], size: { min: 3, max: 6 } }],
    },
  ],
};

const backends: readonly Readonly<Record<string, string>>[] = [
  { type: "local", path: "state/{stack}.tfstate" },
  { type: "s3", bucket: "states", region: "eu-central-1", key: "{environment}/{stack}" },
  {
    type: "azurerm",
    resourceGroupName: "rg",
    storageAccountName: "states",
    containerName: "c",
    key: "{stack}",
  },
  { type: "gcs", bucket: "states", prefix: "{stack}" },
  { type: "cloud", organization: "example", workspace: "{stack}" },
  { type: "remote", hostname: "app.terraform.io", organization: "example", workspace: "{stack}" },
  { type: "http", address: "https://states.example.com/{stack}" },
  { type: "pg", schemaName: "{stack}" },
];

const keys = ["tags", "providers.aws.defaultTags", "providers.google.defaultLabels", "variables"];

/** Places in fields that all clusters share. */
export const environments: readonly Place[] = [
  ...placesIn(base, []),
  ...keys.map((path) => ({
    name: `${path} (key)`,
    with: (payload: string) =>
      edited(base, path.split("."), (map) =>
        Object.fromEntries([...Object.entries(map as object), [payload, "a"]]),
      ),
  })),
  ...backends.flatMap((backend) =>
    placesIn(backend, ["backend"]).map((place) => ({
      name: `backend ${backend.type} ${place.name}`,
      with: (payload: string) => ({ ...base, backend: place.with(payload) }),
    })),
  ),
  ...["extends", "backend", "clusters", "providers"].map((name) => ({
    name,
    with: (payload: string) => ({ ...base, [name]: payload }),
  })),
];

/** A place at each text of a value. */
function placesIn(value: unknown, at: readonly string[], root: unknown = value): Place[] {
  if (typeof value === "string") {
    const steps = at[0] === "backend" ? at.slice(1) : at;
    return [{ name: at.join("."), with: (payload) => edited(root, steps, () => payload) }];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => placesIn(item, [...at, key], root));
}

function edited(
  value: unknown,
  [step, ...rest]: readonly string[],
  edit: (value: unknown) => unknown,
): object {
  if (step === undefined) return edit(value) as object;
  if (Array.isArray(value)) {
    return value.map((item: unknown, i) => (String(i) === step ? edited(item, rest, edit) : item));
  }
  return Object.fromEntries(
    Object.entries(value as object).map(([key, item]) => [
      key,
      key === step ? edited(item, rest, edit) : (item as unknown),
    ]),
  );
}
