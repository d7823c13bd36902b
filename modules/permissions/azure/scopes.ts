import { cloudResources } from "../../cluster/terraform-types";
import type { AzureRow } from "./model";
import { azureResources, linkedActions, linkedArguments } from "./resources";

/** Arguments of a resource. */
export type Config = Readonly<Record<string, unknown>>;

/** A resource of the stack. */
export interface Instance {
  readonly type: string;
  readonly name: string;
  readonly config: Config;
}

/** Actions on one scope. */
export interface Access {
  readonly scope: string;
  readonly actions: readonly string[];
  readonly dataActions?: readonly string[];
  readonly condition?: string;
}

/** The subscription in scopes of a stack whose file has no subscription. */
export const unknownSubscription = "SUBSCRIPTION_ID";

/** The start of the resource group in the scope of a reference whose value only Terraform knows. */
export const unknownGroup = "RESOURCE_GROUP_OF_";

const idPattern =
  /\/subscriptions\/[^/"\s]+\/resourceGroups\/[^/"\s]+\/providers\/[^/"\s]+(?:\/[^/"\s\\)]+\/[^/"\s\\)]+)+/gi;

/** The type of Azure in the id of a resource: `Microsoft.Network/virtualNetworks/subnets`. */
export function kindOfId(id: string): string {
  const [namespace, ...rest] = id.slice(id.lastIndexOf("/providers/") + "/providers/".length).split("/");
  return [namespace, ...rest.filter((_, i) => i % 2 === 0)].join("/");
}

/** The arguments of a row with the id of the resource to which another one belongs. */
export const ownersIn = (row: AzureRow | undefined): string[] => [row?.on ?? []].flat();

/** The resources of a stack, and where in Azure they are. */
export class AzureView {
  readonly instances: readonly Instance[];
  readonly subscription: string;
  readonly provider: Config;
  readonly backend: Config | undefined;

  constructor(configuration: object) {
    const {
      resource = {},
      provider,
      terraform,
    } = configuration as {
      readonly resource?: Readonly<Record<string, Readonly<Record<string, Config>>>>;
      readonly provider?: { readonly azurerm?: readonly Config[] };
      readonly terraform?: { readonly backend?: { readonly azurerm?: Config } };
    };
    this.instances = Object.entries(cloudResources(resource)).flatMap(([type, all]) =>
      Object.entries(all).map(([name, config]) => ({ type, name, config })),
    );
    this.provider = provider?.azurerm?.[0] ?? {};
    this.backend = terraform?.backend?.azurerm;
    const { subscription_id: id } = this.provider;
    this.subscription = `/subscriptions/${typeof id === "string" && !id.includes("${") ? id : unknownSubscription}`;
  }

  of(type: string): readonly Instance[] {
    return this.instances.filter((one) => one.type === type);
  }

  group(name: string): string {
    return `${this.subscription}/resourceGroups/${name}`;
  }

  /** Ids of the resource groups that the stack creates. */
  get ownGroups(): readonly string[] {
    return this.of("azurerm_resource_group").map(({ config }) => this.group(String(config.name)));
  }

  /** The id of the resource group, or of an existing resource in it, on which the actions for a resource are checked. */
  scopeOf({ type, config }: Instance): string {
    const row = Object.hasOwn(azureResources, type) ? azureResources[type] : undefined;
    if (type === "azurerm_resource_group") return this.group(String(config.name));
    const owner = ownersIn(row).find((argument) => config[argument] !== undefined);
    if (owner !== undefined) return this.scopeOfValue(String(config[owner]));
    const group = String(config.resource_group_name);
    const scope = group.includes("${") ? this.scopeOfValue(group) : this.group(group);
    const [argument, kind] = row?.within ?? [];
    const around = argument === undefined ? "" : String(config[argument]);
    return kind === undefined || around.includes("${") || group.includes("${")
      ? scope
      : `${scope}/providers/${kind}/${around}`;
  }

  /** An id, the scope of a referenced resource, the group of an id inside an expression, or a placeholder. */
  private scopeOfValue(value: string): string {
    if (!value.includes("${")) return value;
    const [id] = value.match(idPattern) ?? [];
    if (id !== undefined) return id.split("/").slice(0, 5).join("/");
    const found = this.referenced(value)[0];
    return found === undefined
      ? this.group(`${unknownGroup}${value.replace(/\W+/g, "_").replace(/^_|_$/g, "")}`)
      : this.scopeOf(found);
  }

  /** The id of a key, which the stack also has as the scope of a role, or a placeholder. Names of vaults are unique in Azure. */
  scopeOfKey(url: string): string {
    const [, vault, key] = /^https:\/\/([^./]+)\.[^/]+\/keys\/([^/]+)/.exec(url) ?? [];
    const end = `/vaults/${vault}/keys/${key}`.toLowerCase();
    const ids = this.instances.flatMap(({ config }) => textsOf(config)).map(({ text }) => text);
    const found = ids.find((id) => id.toLowerCase().endsWith(end));
    return found ?? this.scopeOfValue(url.includes("${") ? url : `\${${url}}`);
  }

  private referenced(text: string): Instance[] {
    return [...text.matchAll(/\b(azurerm_\w+)\.(\w+)\./g)].flatMap(([, type, name]) =>
      this.instances.filter((one) => one.type === type && one.name === name),
    );
  }

  /** Actions on resources that a resource names, with their scopes. */
  linksOf({ type, config }: Instance): { readonly action: string; readonly scope: string }[] {
    const { links = {} } = azureResources[type];
    const omitted = [...ownersIn(azureResources[type]), "//", "depends_on", "lifecycle"];
    return textsOf(config)
      .filter(({ path: [argument] }) => !omitted.includes(argument))
      .flatMap((one) => this.namedIn(one))
      .flatMap(({ kind, scope }) => {
        const action = links[kind] ?? linkedActions[kind]?.action;
        return action === undefined ? [] : [{ action, scope }];
      });
  }

  /** The resources that an argument names by their ids, by references to resources of the stack, or by other references. */
  private namedIn({ path, text }: Text): { readonly kind: string; readonly scope: string }[] {
    const ids = (text.match(idPattern) ?? []).map((id) => ({ kind: kindOfId(id), scope: id }));
    const own = [...text.matchAll(/\$\{(azurerm_\w+)\.(\w+)\.id\}/g)].flatMap(([, kind, name]) =>
      this.instances
        .filter((one) => one.type === kind && one.name === name && Object.hasOwn(azureResources, kind))
        .map((one) => ({ kind: azureResources[kind].kind, scope: this.scopeOf(one) })),
    );
    const found = [...ids, ...own];
    const argument = path.at(-1)!;
    return found.length > 0 || !text.includes("${") || !Object.hasOwn(linkedArguments, argument)
      ? found
      : [{ kind: linkedArguments[argument], scope: this.scopeOfValue(text) }];
  }
}

/** A string in the arguments of a resource, with the names of the arguments around it. */
interface Text {
  readonly path: readonly string[];
  readonly text: string;
}

/** Whether an argument, also one inside a block, has a value; without a value, whether the resource has the argument. */
export const hasValue = (config: Config, argument: string, value?: string): boolean =>
  value === undefined
    ? config[argument] !== undefined
    : textsOf(config).some(({ path, text }) => path.at(-1) === argument && text === value);

function textsOf(value: unknown, path: readonly string[] = []): Text[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, path));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => textsOf(one, [...path, name]));
}
