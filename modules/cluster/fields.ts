import { FieldTree } from "./field-tree";
import { error, type Path, type Finding } from "./problem";
import { isAtLeast, isRelease } from "./releases";
import { defineRules, type Rule, shown } from "./rules/rule";
import { isUnresolved } from "./tokens";

/**
 * What a change of a field's value does to a running cluster.
 *
 * - `in-place`: the cloud changes the resource.
 * - `rolling`: nodes are replaced one after another, within their group.
 * - `replace`: Terraform replaces a resource: a node group, a file system, a key.
 * - `refused`: the change would replace the cluster or lose data. `protection` stops it.
 * - `none`: Terraform changes nothing, since only checks read the field.
 */
export type Change = "in-place" | "rolling" | "replace" | "refused" | "none";

/** The types of values that files and props have in common. */
export type FieldType = "string" | "number" | "boolean" | "list" | "map";

/** One field of a platform's clusters, as the tags on its type state it. */
export interface Field {
  /** Each map that can have the field has it. */
  readonly required?: true;

  /** The types of which a value can be one. Omitted if it can be anything, and if the platform refuses the field. */
  readonly types?: readonly FieldType[];

  /** The types of the items of a list. */
  readonly items?: readonly FieldType[];

  /** The values to choose from: of the field, or of each item of a list. */
  readonly values?: readonly (string | number | boolean)[];

  /** The value of the omitted field. */
  readonly default?: unknown;

  /**
   * `value`: takes no reference, since it decides which resources exist. `shape`: its members are fixed, their values may be
   * references.
   */
  readonly literal?: "value" | "shape";
  readonly change?: Change;

  /** What a change replaces if it is `replace`, or what it does in addition. */
  readonly note?: string;

  /** The first version of the provider that supports the field, or one of its values: `azurerm 4.67.0 for "regional"`. */
  readonly since?: string;

  /** Why the platform does not support the field. */
  readonly refused?: string;

  /** Why only checks read the field, and no argument is mapped to it. */
  readonly checksOnly?: string;

  /** Why the order of the list has a meaning. The order of all other lists has none: another order changes nothing. */
  readonly ordered?: string;

  /** The text is a program, such as a shell script: `${…}` belongs to it and is no reference. */
  readonly program?: true;

  /** A map whose keys are names that the user chooses, with the types of its values; empty if they can be anything. */
  readonly freeKeys?: readonly FieldType[];

  /** The cloud or the cluster shows the value to others, so that it is not sensitive. Values of maps with free keys are shown, too. */
  readonly shown?: true;

  /**
   * The arguments of Terraform that the field changes, as synthesis shows: `aws_eks_node_group.scaling_config`. Of kubeadm clusters those on
   * one of the clouds.
   */
  readonly mapped?: readonly string[];
}

/**
 * The fields of a platform's clusters by path. `[]` is each item of a list, `.*` for each value of a map, and
 * `egress(nat-gateway)` for the member of a union whose field `type` is `nat-gateway`.
 */
export type FieldTable = Readonly<Record<string, Field>>;

/** The first version of a provider that supports a field, or one of its values. */
interface Since {
  readonly provider: string;
  readonly version: string;

  /** The value; undefined if all values but the default need the version. */
  readonly value?: string;
}

function parseSince(since: string): Since {
  const [, provider, version, value] = /^(\w+) (\d+\.\d+\.\d+)(?: for "(.+)")?$/.exec(since)!;
  return { provider, version, value };
}

/**
 * The rules that follow from a platform's field table alone.
 *
 * @param providerOf - the provider of a cluster, if the clusters of the platform have different ones
 */
export function fieldRules<Cluster extends object>(
  platform: string,
  fields: FieldTable,
  providerOf?: (cluster: Cluster) => string | undefined,
): readonly Rule<Cluster>[] {
  const rows = Object.entries(fields);
  const newer = new FieldTree(
    rows.flatMap(([path, { since, default: standard }]) =>
      since === undefined ? [] : [[path, { ...parseSince(since), standard }] as const],
    ),
  );
  const minimums = rows.filter(([path]) => path.endsWith(".providerMinimum"));
  const oldest = new FieldTree(minimums);
  const literals = new FieldTree(rows.filter(([, { literal }]) => literal !== undefined));
  const refused = new FieldTree(rows.filter(([, field]) => field.refused !== undefined));
  return defineRules<Cluster>("cluster/fields", {
    /**
     * A field that decides which resources exist is a literal: CDKTF creates the resources before Terraform knows the value of any
     * variable.
     *
     * @see https://developer.hashicorp.com/terraform/cdktf/concepts/tokens
     */
    literal(cluster) {
      return literals
        .valuesIn(cluster)
        .flatMap(({ path, value, row: { literal } }) => literalProblems(path, value, literal === "value"));
    },

    /**
     * A field that a platform does not support is refused with the reason.
     *
     * @remarks Decision of this project: no field is accepted without effect.
     */
    supported(cluster) {
      return refused
        .valuesIn(cluster)
        .filter(({ value }) => value !== undefined)
        .map(({ path, row }) => ({
          ...error(path, `not supported on ${platform}: ${row.refused}`),
          atKey: true,
        }));
    },

    /**
     * The oldest provider version that a cluster allows supports each field and value.
     *
     * @remarks Decision of this project: the oldest allowed provider accepts the configuration. The tag `@since` of a field has the
     *   version, from the changelog of the provider.
     */
    "provider-version"(cluster) {
      if (minimums.length === 0) return [];
      const [[option, { default: standard }]] = minimums;
      const minimum = oldest.valuesIn(cluster)[0]?.value ?? standard;
      // Another rule refuses what is no version.
      if (typeof minimum !== "string" || !isRelease(minimum)) return [];
      return newer
        .valuesIn(cluster)
        .filter(({ value, row }) => {
          if (providerOf !== undefined && providerOf(cluster) !== row.provider) return false;
          if (isAtLeast(minimum, row.version) || value === undefined || isUnresolved(value)) return false;
          return row.value === undefined ? value !== row.standard : value === row.value;
        })
        .map(({ path, row: { provider, version, value } }) =>
          error(
            path,
            `${value === undefined ? "" : `${shown(value)} `}needs the provider ${provider} ${version} or later, got ${minimum}; ` +
              `set ${option} to "${version}", or providers.${provider}.version of the environment`,
          ),
        );
    },
  });
}

/** Reports a value that only Terraform knows, where it decides which resources exist. */
export function literalProblem(path: Path, value: unknown): Finding[] {
  return literalProblems(path, value, false);
}

/** @param deep - whether the items of a list must be literals, too */
function literalProblems(path: Path, value: unknown, deep: boolean): Finding[] {
  if (isUnresolved(value)) {
    return [
      error(
        path,
        `must be a literal, got ${typeof value === "string" ? shown(value) : "a reference"}: ` +
          "it decides which resources exist, before Terraform knows any variable",
      ),
    ];
  }
  return deep && Array.isArray(value)
    ? value.flatMap((item, i) => literalProblems([...path, i], item, deep))
    : [];
}
