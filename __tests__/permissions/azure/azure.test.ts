import { permissionsFor, phases, type Phase } from "../../../modules/permissions";
import { builtInRoles } from "../../../modules/permissions/azure/built-in-roles";
import {
  azureResources,
  linkedActions,
  linkedArguments,
  provider,
} from "../../../modules/permissions/azure/resources";
import { azureRoles, providerActions } from "../../../modules/permissions/azure/roles";
import { kindOfId, ownersIn } from "../../../modules/permissions/azure/scopes";
import { sampleOfClusters, writtenFor } from "../../aks/provider-arguments";
import { shippedClusters } from "../../support/shipped";
import { callsFor, recordedCalls } from "../recorded";
import { checkedBy, deniedBy, isAllowed } from "./calls";

const subscription = "00000000-1111-2222-3333-444444444444";
const isOnAzure = (cluster: object) => "cloud" in cluster && cluster.cloud === "azure";
const stacks = new Map(
  shippedClusters()
    .filter(({ cluster }) => cluster.platform === "aks" || isOnAzure(cluster))
    .map((one) => [one.name, one]),
);

interface Parts {
  readonly provider: { readonly azurerm: readonly object[] };
  readonly resource: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
}

/** A stack whose file names the subscription. */
function configurationOf(name: string): Parts {
  const { provider: providers, ...rest } = stacks.get(name)!.stack.terraform as unknown as Parts;
  return { ...rest, provider: { azurerm: [{ ...providers.azurerm[0], subscription_id: subscription }] } };
}

const rolesOf = (name: string, phase: Phase, parts: object = {}) =>
  azureRoles(name, { ...configurationOf(name), ...parts }, phase);
const group = (name: string) => `/subscriptions/${subscription}/resourceGroups/${name}`;

test("each resource type of the shipped stacks has a row, and each row is used", () => {
  const types = [...stacks.keys()].flatMap((name) => Object.keys(configurationOf(name).resource));
  expect([...Object.keys(azureResources), "terraform_data"].sort()).toEqual([...new Set(types)].sort());
});

test("each row and each linked action names its source", () => {
  for (const { source } of Object.values(azureResources)) {
    expect(`${provider}${source}`).toMatch(/^https:\/\/github\.com\/hashicorp\/.*_resource\.go$/);
  }
  for (const { source } of Object.values(linkedActions))
    expect(source).toMatch(/^https:\/\/learn\.microsoft\.com\//);
});

/** Linked actions of fields that no shipped stack sets. */
const notShipped = ["Microsoft.Network/publicIPPrefixes/join/action"];
const imagesNotShipped = [
  "Microsoft.Compute/images/read",
  "Microsoft.Compute/galleries/images/versions/read",
];

test("each linked action is used", () => {
  const used = new Set(
    [...stacks.keys()].flatMap((name) => rolesOf(name, "apply").roles.flatMap(({ Actions }) => Actions)),
  );
  const actions = Object.values(linkedActions).map(({ action }) => action);
  expect(actions.filter((action) => !used.has(action))).toEqual([...imagesNotShipped, ...notShipped]);
});

test("a prefix of public addresses is joined", () => {
  const { resource } = configurationOf("dev-aks");
  const [[key, pool]] = Object.entries(resource.azurerm_kubernetes_cluster_node_pool);
  const prefix = `${group("hub")}/providers/Microsoft.Network/publicIPPrefixes/nodes`;
  const pools = { [key]: { ...pool, node_public_ip_prefix_id: prefix } };
  const changed = { ...resource, azurerm_kubernetes_cluster_node_pool: pools };
  const { roles, assignments } = rolesOf("dev-aks", "apply", { resource: changed });
  const { role } = assignments.find(({ scope }) => scope === prefix)!;
  expect(roles.find(({ Name }) => Name === role)!.Actions).toEqual(notShipped);
});

/** Arguments that no shipped stack sets. */
const argumentsNotShipped = ["node_public_ip_prefix_id", "outbound_ip_address_ids", "outbound_ip_prefix_ids"];

test("the type of each argument that names another resource is that of the shipped stacks", () => {
  const found = new Map<string, Set<string>>();
  const search = (value: unknown, argument: string): void => {
    if (typeof value === "object" && value !== null) {
      for (const [key, one] of Object.entries(value)) search(one, Array.isArray(value) ? argument : key);
      return;
    }
    const text = String(value);
    const [, type = ""] = /^\$\{(azurerm_\w+)\.\w+\.id\}$/.exec(text) ?? [];
    const kind = /^\/subscriptions\/[^$"]+\/providers\/[^$"]+$/.test(text)
      ? kindOfId(text)
      : azureResources[type]?.kind;
    if (kind !== undefined) found.set(argument, (found.get(argument) ?? new Set()).add(kind));
  };
  for (const name of stacks.keys()) {
    for (const [type, all] of Object.entries(configurationOf(name).resource)) {
      const owners = ownersIn(azureResources[type]);
      for (const config of Object.values(all)) {
        search(Object.fromEntries(Object.entries(config).filter(([key]) => !owners.includes(key))), "");
      }
    }
  }
  const linkable = [
    ...Object.keys(linkedActions),
    ...Object.values(azureResources).flatMap(({ links = {} }) => Object.keys(links)),
  ];
  const shipped = [...found].flatMap(([argument, kinds]) =>
    [...kinds].filter((kind) => linkable.includes(kind)).map((kind) => [argument, kind] as const),
  );
  const expected = Object.entries(linkedArguments).filter(([one]) => !argumentsNotShipped.includes(one));
  expect(new Map(shipped)).toEqual(new Map(expected));
  expect(shipped).toHaveLength(expected.length);
});

describe.each(Object.entries(linkedArguments))("a reference in %s", (argument, kind) => {
  const [type, { links = {} }] =
    Object.entries(azureResources).find(([, row]) => Object.hasOwn(row.links ?? {}, kind)) ??
    Object.entries(azureResources).find(([one]) => one === "azurerm_kubernetes_cluster_node_pool")!;
  const action = links[kind] ?? linkedActions[kind].action;

  test.each(["var.shared", "var.shared[0]", "data.terraform_remote_state.hub.outputs.shared"])(
    "to %s keeps the linked action",
    (shared) => {
      const { resource } = configurationOf("dev-aks");
      const scope = group(`RESOURCE_GROUP_OF_${shared.replace(/\W+/g, "_").replace(/_$/, "")}`);
      for (const value of [`\${${shared}}`, [`\${${shared}}`]]) {
        const added = { profile: [{ [argument]: value }] };
        const changed = { ...resource, [type]: { ...resource[type], added } };
        const { roles, assignments, unknownScopes } = rolesOf("dev-aks", "apply", { resource: changed });
        const { role } = assignments.find((one) => one.scope === scope)!;
        expect(roles.find(({ Name }) => Name === role)!.Actions).toContain(action);
        expect(unknownScopes).toContain(scope);
      }
    },
  );
});

test("each role that a shipped stack assigns has an id", () => {
  for (const [name, { cluster }] of stacks) {
    if (!isOnAzure(cluster)) expect(rolesOf(name, "apply").unknownRoles).toEqual([]);
  }
});

/** Azure checks them with another call, or only for a change or an unregistered resource provider. */
const withoutCall = new Set([
  providerActions.registers,
  ...Object.values(linkedActions).map(({ action }) => action),
  ...Object.values(azureResources).flatMap(({ also, links = {} }) => [
    ...(also?.update ?? []),
    ...Object.values(links),
  ]),
]);

const recorded = [...recordedCalls("azure")].flatMap(([name, calls]) =>
  phases.map((phase) => [name, phase, calls] as const),
);

test.each(recorded)("%s: the roles for %s allow each recorded call", (name, phase, calls) => {
  expect(calls[phase].length).toBeGreaterThan(10);
  expect(deniedBy(rolesOf(name, phase), calls[phase])).toEqual([]);
});

test.each(recorded)("%s: a recorded call needs each action for %s", (name, phase, calls) => {
  const { roles, assignments } = rolesOf(name, phase);
  const checked = callsFor(calls, phase).flatMap((call) => checkedBy(call) ?? []);
  // An assignment with one action allows a call, so that the action is needed on this scope.
  const unused = assignments.flatMap(({ role, scope }) => {
    const definition = roles.find(({ Name }) => Name === role)!;
    return definition.Actions.filter((action) => !withoutCall.has(action))
      .filter((action) => {
        const alone = {
          roles: [{ ...definition, Actions: [action] }],
          assignments: [{ role, scope }],
          unknownTypes: [],
          unknownRoles: [],
          unknownScopes: [],
        };
        return !checked.some((call) => isAllowed(alone, call));
      })
      .map((action) => `${action} on ${scope}`);
  });
  // All groups of a stack have the same role.
  const extra = assignments.filter(({ role }) => role.endsWith("-group")).slice(1);
  expect(unused.filter((one) => !extra.some(({ scope }) => one.endsWith(` on ${scope}`)))).toEqual([]);
});

test.each(recorded)(
  "%s: without the right to read the cluster, a recorded call of %s is denied",
  (name, phase, calls) => {
    const all = rolesOf(name, phase);
    const without = {
      ...all,
      roles: all.roles.map((role) => ({
        ...role,
        Actions: role.Actions.filter((action) => !/managedClusters\/read$/.test(action)),
      })),
    };
    expect(deniedBy(without, calls[phase])).not.toEqual([]);
  },
);

test.each([...stacks.keys()])("a plan of %s changes nothing", (name) => {
  const actions = rolesOf(name, "plan").roles.flatMap(({ Actions }) => Actions);
  const reads = /\/(read|(listClusterUserCredential|listKeys|sharedKeys)\/action)$/;
  expect(actions.filter((action) => !reads.test(action))).toEqual([providerActions.registers]);
});

const decide = (name: string, phase: Phase, call: string) =>
  isAllowed(rolesOf(name, phase), checkedBy(call)!) ? "allowed" : "denied";
const own = group("production-aks");
const cluster = "providers/Microsoft.ContainerService/managedClusters/production-aks";

test.each([
  ["plan", `GET ${own}/${cluster}`, "allowed"],
  ["plan", `PUT ${own}/${cluster}`, "denied"],
  ["apply", `PUT ${own}`, "allowed"],
  ["apply", `PUT ${own}/${cluster}`, "allowed"],
  ["apply", `DELETE ${group("other")}`, "denied"],
  ["apply", `PUT ${group("other")}/${cluster}`, "denied"],
  ["apply", `POST ${own}/${cluster}/listClusterAdminCredential`, "denied"],
  [
    "apply",
    `PUT /subscriptions/${subscription}/providers/Microsoft.Authorization/roleAssignments/1`,
    "denied",
  ],
  ["apply", `PUT ${own}/providers/Microsoft.Compute/virtualMachines/a`, "denied"],
  ["destroy", `DELETE ${own}`, "allowed"],
  ["destroy", `PUT ${own}/${cluster}`, "denied"],
] as const)("production-aks, %s: %s is %s", (phase, call, expected) => {
  expect(decide("production-aks", phase, call)).toBe(expected);
});

describe("the condition of an assignment with role assignments", () => {
  const conditions = (name: string, phase: Phase) =>
    new Map(rolesOf(name, phase).assignments.map(({ scope, condition }) => [scope, condition]));

  test("allows identities of the stack their roles, as service principals, and principals of the file theirs", () => {
    const condition = conditions("production-aks", "apply").get(own)!;
    const identities =
      /@Request\[[\w./]+:RoleDefinitionId\] ForAnyOfAnyValues:GuidEquals \{([^}]*)\} AND @Request\[[\w./]+:PrincipalType\] ForAnyOfAnyValues:StringEqualsIgnoreCase \{'ServicePrincipal'\}/;
    expect(identities.exec(condition)![1].split(", ").sort()).toEqual(
      ["Managed Identity Operator", "Network Contributor", "Private DNS Zone Contributor"]
        .map((role) => builtInRoles[role])
        .sort(),
    );
    expect(condition).toContain(
      "@Resource[Microsoft.Authorization/roleAssignments:PrincipalId] ForAnyOfAnyValues:GuidEquals {7d6f2c1e-0b7e-4c55-9a53-2f1f4a0c9a11}",
    );
  });

  test("limits each existing scope to its own role", () => {
    const zone = `${group("hub")}/providers/Microsoft.Network/privateDnsZones/private.germanywestcentral.azmk8s.io`;
    const condition = conditions("aks-existing-network-shop", "apply").get(zone)!;
    expect(condition).toContain(builtInRoles["Private DNS Zone Contributor"]);
    expect(condition).not.toContain(builtInRoles["Network Contributor"]);
  });

  test("is absent for a plan, and only for deletions in a destroy", () => {
    expect(conditions("production-aks", "plan").get(own)).toBeUndefined();
    const condition = conditions("production-aks", "destroy").get(own)!;
    expect(condition).toContain("roleAssignments/delete");
    expect(condition).not.toContain("roleAssignments/write");
  });

  test("does not allow a role without a known id, which is a warning", () => {
    const { resource } = configurationOf("dev-aks");
    const assignment = { principal_id: "${x.y.id}", role_definition_name: "Grafana Admin", scope: own };
    const changed = { ...resource, azurerm_role_assignment: { one: assignment } };
    const source = {
      name: "dev-aks",
      platform: "aks",
      region: "westeurope",
      configuration: { ...configurationOf("dev-aks"), resource: changed },
    };
    const { warnings, data } = permissionsFor(source, "apply");
    expect(warnings).toEqual([
      'the id of the role "Grafana Admin" is unknown, so the condition does not allow to assign it; add the id',
    ]);
    const [{ condition }] = (data.assignments as { scope: string; condition: string }[]).filter(
      ({ scope }) => scope === own,
    );
    expect(condition).toMatch(/^\(\(!\(ActionMatches\{'[\w./]+write'\}\)\)\) AND/);
  });
});

test("without a subscription in the file, the scopes have a placeholder", () => {
  const roles = azureRoles("production-aks", stacks.get("production-aks")!.stack.terraform, "plan");
  expect(roles.assignments.map(({ scope }) => scope)).toEqual([
    "/subscriptions/SUBSCRIPTION_ID",
    "/subscriptions/SUBSCRIPTION_ID/resourceGroups/production-aks",
  ]);
});

test.each([
  [undefined, [], true],
  ["none", undefined, false],
  ["none", ["Microsoft.Insights"], true],
])("with the registrations %p and %p, the register action is given: %p", (set, more, expected) => {
  const azurerm = [{ resource_provider_registrations: set, resource_providers_to_register: more }];
  const { roles } = rolesOf("dev-aks", "apply", { provider: { azurerm } });
  expect(roles[0].Actions.includes(providerActions.registers)).toBe(expected);
});

describe("the state in a container", () => {
  const account = { storage_account_name: "states", container_name: "terraform", key: "dev-aks.tfstate" };
  const stateRoles = (backend: object) =>
    rolesOf("dev-aks", "plan", { terraform: { backend: { azurerm: { ...account, ...backend } } } });

  test("is read and locked by its path, with Entra ID", () => {
    const { roles, assignments } = stateRoles({ resource_group_name: "states" });
    const scope = `${group("states")}/providers/Microsoft.Storage/storageAccounts/states/blobServices/default/containers/terraform`;
    const assignment = assignments.find((one) => one.scope === scope)!;
    const blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";
    expect(roles.find(({ Name }) => Name === assignment.role)).toMatchObject({
      Actions: [],
      DataActions: [`${blobs}/read`, `${blobs}/write`],
    });
    expect(assignment.condition).toContain(`@Resource[${blobs}:path] StringEquals 'dev-aks.tfstate'`);
  });

  test("needs the keys of the account without Entra ID", () => {
    const { roles } = stateRoles({ resource_group_name: "states", use_azuread_auth: false });
    expect(roles.flatMap(({ Actions }) => Actions)).toContain(
      "Microsoft.Storage/storageAccounts/listKeys/action",
    );
  });
});

test("unknown resource types are listed", () => {
  const resource = { ...configurationOf("dev-aks").resource, azurerm_container_registry: { main: {} } };
  expect(rolesOf("dev-aks", "apply", { resource }).unknownTypes).toEqual(["azurerm_container_registry"]);
});

const references = Object.entries(azureResources)
  .filter(([type]) => type !== "azurerm_resource_group")
  .flatMap(([type, row]) =>
    [...ownersIn(row), "resource_group_name"].map((argument) => [type, argument] as const),
  );

test.each(
  references.flatMap((one) =>
    ["var.hub", "data.azurerm_subnet.hub.id", "local.ids[0]"].map(
      (reference) => [...one, reference] as const,
    ),
  ),
)("%s with %s = ${%s} has a placeholder as scope, and a warning", (type, argument, reference) => {
  const { resource } = configurationOf("dev-aks");
  const added = { ...resource[type], added: { [argument]: `\${${reference}}` } };
  const configuration = { ...configurationOf("dev-aks"), resource: { ...resource, [type]: added } };
  const source = { name: "dev-aks", platform: "aks", region: "westeurope", configuration };
  const scope = group(`RESOURCE_GROUP_OF_${reference.replace(/\W+/g, "_").replace(/_$/, "")}`);
  for (const phase of phases) {
    const { data, warnings } = permissionsFor(source, phase);
    expect((data.assignments as { scope: string }[]).map((one) => one.scope)).toContain(scope);
    expect(warnings).toContain(
      `the scope ${scope} is a reference that only Terraform knows; replace it with the id`,
    );
  }
});

test("the majors of the provider, with their arguments, need the same roles on the same scopes", () => {
  const clusters = sampleOfClusters().filter(([, , oldest], _, [[, , least]]) => oldest === least);
  const [old, current] = ["4.81.0", "5.0.0"].map((version) => writtenFor(version, clusters));
  expect(clusters.length).toBeGreaterThan(2);
  for (const [i, [name]] of clusters.entries()) {
    for (const phase of phases) {
      const [before, after] = [old, current].map((all) => azureRoles(name, all[i].terraform, phase));
      expect(after).toEqual(before);
      expect(JSON.stringify(after)).not.toContain("undefined");
    }
  }
});

test("a scope in a resource type without a row is its group", () => {
  const { resource } = configurationOf("dev-aks");
  const registry = { main: { resource_group_name: "images" } };
  const assignment = {
    principal_id: "p",
    role_definition_name: "AcrPull",
    scope: "${azurerm_container_registry.main.id}",
  };
  const changed = {
    ...resource,
    azurerm_container_registry: registry,
    azurerm_role_assignment: { one: assignment },
  };
  const { assignments } = rolesOf("dev-aks", "apply", { resource: changed });
  expect(assignments.map(({ scope }) => scope)).toContain(group("images"));
});

test.each([
  { role_definition_name: "constructor" },
  { role_definition_name: "toString" },
  { role_definition_id: "${var.role}" },
])("the role %p has no known id", (role) => {
  const { resource } = configurationOf("dev-aks");
  const one = { principal_id: "p", scope: own, ...role };
  const changed = { ...resource, azurerm_role_assignment: { one } };
  expect(rolesOf("dev-aks", "apply", { resource: changed }).unknownRoles).toEqual(Object.values(role));
});
