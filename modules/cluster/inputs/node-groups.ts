import type { ClusterSpec, NodeGroupSpec } from "../vocabulary";
import type { Input, InputValidation, InputValue } from "./input";
import { referenceTo } from "./reference";
import type { Declaration, Declared } from "./table";

/** A field of a node group that is an input: an attribute of an object with one attribute for each group. */
interface GroupInput {
  readonly group: string;
  readonly type: string;
  readonly default: InputValue;
  readonly validation: readonly InputValidation[];
  readonly fields: Input["fields"];
}

type GroupDeclaration = GroupInput | { readonly fixed: string };

/** One variable for a field of all groups. Callers set the groups that they want to change. */
function groupsInput(
  name: string,
  description: string,
  declarations: readonly GroupDeclaration[],
): Declaration[] {
  const inputs = declarations.flatMap((one) => ("fixed" in one ? [] : [one]));
  const fixed = declarations.filter((one) => "fixed" in one);
  if (inputs.length === 0) return fixed;
  return [
    {
      name,
      type: `object({${inputs.map(({ group, type }) => `${group} = ${type}`).join(", ")}})`,
      description,
      default: Object.fromEntries(inputs.map(({ group, default: value }) => [group, value])),
      validation: inputs.flatMap(({ validation }) => validation),
      fields: Object.assign({}, ...inputs.map(({ fields }) => fields)) as Input["fields"],
    },
    ...fixed,
  ];
}

// --- Sizes --------------------------------------------------------------------------------------------------------

const sizesName = "node_group_sizes";

/**
 * Sizes with the limits that the rules set, the other groups being as in the file. Whether a group has a fixed size or a range is
 * fixed: Terraform reads `ignore_changes` before it knows any variable.
 *
 * @param step - a fixed size may only change by multiples of this number; undefined where it may not change
 */
export function sizesInput<Cluster extends ClusterSpec>(
  { cluster, accepts }: Declared<Cluster>,
  step: (group: Cluster["nodeGroups"][number]) => number | undefined = () => 1,
): Declaration[] {
  return groupsInput(
    sizesName,
    "Number of nodes of each node group, in total over all zones: a fixed number, or the range of an autoscaler",
    cluster.nodeGroups.map((group): GroupDeclaration => {
      const acceptsSize = (size: NodeGroupSpec["size"]) =>
        accepts({
          ...cluster,
          nodeGroups: cluster.nodeGroups.map((other) => (other === group ? { ...other, size } : other)),
        });
      return typeof group.size === "number"
        ? fixedSize(group.name, group.size, step(group), acceptsSize)
        : sizeRange(group.name, group.size, acceptsSize);
    }),
  );
}

function fixedSize(
  group: string,
  size: number,
  step: number | undefined,
  accepts: (size: number) => boolean,
): GroupDeclaration {
  const least = step && first(accepts, step === 1 ? 1 : step + (size % step), size, step);
  const most = step && last(accepts, size, step);
  if (!step || !least || least === most) return { fixed: `Size of node group ${group}: ${size}` };
  const value = referenceTo(sizesName, [group]);
  const inSteps = step === 1 ? "" : `, and differ from ${size} by a multiple of ${step}`;
  return {
    group,
    type: `optional(number, ${size})`,
    default: size,
    validation: [
      {
        condition: [
          isWhole(value, least, most),
          ...(step === 1 ? [] : [`(${value} - ${size % step}) % ${step} == 0`]),
        ].join(" && "),
        errorMessage: `The size of ${group} must be a whole number ${range(least, most)}${inSteps}.`,
      },
    ],
    fields: { [`nodeGroups.${group}.size`]: [group] },
  };
}

function sizeRange(
  group: string,
  size: { readonly min: number; readonly max: number },
  accepts: (size: NodeGroupSpec["size"]) => boolean,
): GroupDeclaration {
  const acceptsMin = (min: number) => accepts({ min, max: size.max });
  const leastMin = first(acceptsMin, 0, size.min);
  const isAlwaysEmpty = leastMin === 0 && !acceptsMin(1);
  const least = first((max) => accepts({ min: Math.min(leastMin, max), max }), 1, size.max);
  const most = last((max) => accepts({ ...size, max }), size.max);
  const [min, max] = ["min", "max"].map((end) => referenceTo(sizesName, [group, end]));
  const field = `nodeGroups.${group}.size`;
  return {
    group,
    type: `optional(object({min = optional(number, ${size.min}), max = optional(number, ${size.max})}), {})`,
    default: { min: size.min, max: size.max },
    validation: [
      {
        condition: isWhole(max, least, most),
        errorMessage: `The max of ${group} must be a whole number ${range(least, most)}.`,
      },
      {
        condition: isAlwaysEmpty ? `${min} == 0` : `${isWhole(min, leastMin)} && ${min} <= ${max}`,
        errorMessage: isAlwaysEmpty
          ? `The min of ${group} must be 0.`
          : `The min of ${group} must be a whole number from ${leastMin} to its max.`,
      },
    ],
    fields: { [`${field}.min`]: [group, "min"], [`${field}.max`]: [group, "max"] },
  };
}

const isWhole = (value: string, least: number, most?: number): string =>
  `floor(${value}) == ${value} && ${value} >= ${least}${most === undefined ? "" : ` && ${value} <= ${most}`}`;

const range = (least: number, most?: number): string =>
  most === undefined ? `of at least ${least}` : `from ${least} to ${most}`;

/** The first number that is accepted, up to one that is. */
function first(accepts: (number: number) => boolean, from: number, known: number, step = 1): number {
  for (let number = from; number < known; number += step) if (accepts(number)) return number;
  return known;
}

/** The largest number that is accepted, from one that is; undefined where there seems to be none. */
function last(accepts: (number: number) => boolean, known: number, step = 1): number | undefined {
  let good = 0;
  let bad = 1;
  const isGood = (steps: number) => accepts(known + steps * step);
  while (isGood(bad)) {
    if (bad > 1e6) return undefined;
    good = bad;
    bad *= 2;
  }
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isGood(middle)) good = middle;
    else bad = middle;
  }
  return known + good * step;
}

// --- Machine types ------------------------------------------------------------------------------------------------

const machineTypesName = "node_group_machine_types";

/** What a platform accepts as machine types of a group, or why they are fixed. */
export type MachineTypeLimits =
  | { readonly fixed: string }
  | {
      /** Each type has a separate place in the configuration, so that there must be as many as in the file. */
      readonly sameNumber: boolean;

      /** A Terraform expression that must hold for each type, and what the types must be. */
      readonly condition: (type: string) => string;
      readonly mustBe: string;

      /** How many there may be. */
      readonly most: number;
    };

/** Machine types of the kinds that the rest of the configuration requires. */
export function machineTypesInput<Group extends NodeGroupSpec>(
  groups: readonly Group[],
  limitsOf: (group: Group) => MachineTypeLimits,
): Declaration[] {
  return groupsInput(
    machineTypesName,
    "Machine types of each node group, in order of preference",
    groups.map((group): GroupDeclaration => {
      const { name, machineTypes: types } = group;
      const limits = limitsOf(group);
      if ("fixed" in limits) {
        return { fixed: `Machine types of node group ${name} (${types.join(", ")}): ${limits.fixed}` };
      }
      const value = referenceTo(machineTypesName, [name]);
      const [least, most] = limits.sameNumber ? [types.length, types.length] : [1, limits.most];
      const field = `nodeGroups.${name}.machineTypes`;
      return {
        group: name,
        type: `optional(list(string), ${JSON.stringify(types)})`,
        default: types,
        validation: [
          {
            condition: `length(${value}) >= ${least} && length(${value}) <= ${most} && length(distinct(${value})) == length(${value})`,
            errorMessage: `Node group ${name} must have ${countOf(least, most)}.`,
          },
          {
            condition: `alltrue([for type in ${value} : ${limits.condition("type")}])`,
            errorMessage: `Each machine type of ${name} must be ${limits.mustBe}.`,
          },
        ],
        fields: limits.sameNumber
          ? Object.fromEntries(types.map((_, i) => [`${field}.${i}`, [name, i]]))
          : { [field]: [name] },
      };
    }),
  );
}

function countOf(least: number, most: number): string {
  if (most === 1) return "exactly one machine type";
  return `${least === most ? least : `${least} to ${most}`} different machine types`;
}
