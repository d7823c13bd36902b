import { distributeEvenly } from "../../cluster/scaling";
import type { ClusterSpec, NodeGroupSpec, SizeRange } from "../../cluster/vocabulary";
import type { JsonObject } from "../configuration";
import { differingPlaces, type Place } from "./differences";
import { quoted } from "./hcl";
import type { Stack } from "./stack";
import { most } from "./limits";

type Size = NodeGroupSpec["size"];

/** What a number of the stack is, seen from a node group's size. */
interface Formula {
  readonly of: (size: Size) => number;
  readonly expression: (group: string) => string;
}

/** The input for the size of one node group. */
export interface SizeInput {
  readonly group: string;
  readonly size: Size;

  /** The numbers that follow from it. */
  readonly places: readonly { readonly place: Place; readonly formula: Formula }[];

  /** Ends of what the rules allow, all else being as the file says. */
  readonly limits: SizeLimits;
}

interface SizeLimits {
  /** Of a fixed size, or of `max`. */
  readonly least: number;
  readonly most: number | undefined;

  /** Of `min`. */
  readonly leastMin: number;
}

export const sizesName = "node_group_sizes";

/**
 * The size of a node group as an input: the stack is made with several sizes, and every number that follows them must be the
 * size, one of its ends, or its share of one.
 *
 * @returns a reason when a stack with another size has another shape, or a number that can't be explained
 */
export function sizeInput<Cluster extends ClusterSpec>(
  { cluster, accepts, synthesize }: Stack<Cluster>,
  group: NodeGroupSpec,
): SizeInput | string {
  const withSize = (size: Size): Cluster => ({
    ...cluster,
    nodeGroups: cluster.nodeGroups.map((other) => (other.name === group.name ? { ...other, size } : other)),
  });
  const limits = limitsOf(group.size, (size) => accepts(withSize(size)));
  const samples = samplesOf(group.size).filter((size) => accepts(withSize(size)));
  if (samples.length < 2) return "the rules leave it no other size";

  const sizes = [group.size, ...samples];
  const found = differingPlaces(sizes.map((size) => synthesize(withSize(size))));
  if (found === undefined) return "other sizes make other resources";
  const places = found.map((place) => ({ place, formula: formulaOf(place, sizes) }));
  const unexplained = places.find(({ formula }) => formula === undefined);
  if (unexplained)
    return `${unexplained.place.path.join(".")} follows it in a way that Terraform can't repeat`;

  const zero =
    typeof group.size === "object" && limits.leastMin === 0 ? { ...group.size, min: 0 } : undefined;
  const isAlikeAtZero =
    zero === undefined || differingPlaces([synthesize(cluster), synthesize(withSize(zero))]);
  return {
    group: group.name,
    size: group.size,
    places: places as SizeInput["places"],
    limits: isAlikeAtZero ? limits : { ...limits, leastMin: 1 },
  };
}

/** Sizes beside the present one, far enough apart to tell formulas from each other. */
function samplesOf(size: Size): Size[] {
  if (typeof size === "number") return [1, 2, 4, 5, 11].map((more) => size + more);
  const { min, max } = size;
  const ends: readonly (readonly [number, number])[] = [
    [1, 1],
    [0, 2],
    [2, 5],
    [4, 4],
    [1, 11],
  ];
  return ends.map(([a, b]) => ({ min: Math.min(min + a, max + b), max: max + b }));
}

function formulaOf({ values }: Place, sizes: readonly Size[]): Formula | undefined {
  return formulas(sizes[0]).find((formula) =>
    sizes.every((size, i) => String(formula.of(size)) === String(values[i])),
  );
}

/** The size or an end of it, then its shares among up to six zones. */
function formulas(size: Size): Formula[] {
  const ends = typeof size === "number" ? [undefined] : (["min", "max"] as const);
  const whole = ends.map((end): Formula => ({
    of: (of) => endOf(of, end),
    expression: (group) => reference(group, end),
  }));
  const shares = ends.flatMap((end) =>
    [2, 3, 4, 5, 6].flatMap((hands) =>
      Array.from({ length: hands }, (_, hand): Formula => ({
        of: (of) => distributeEvenly(endOf(of, end), hands)[hand],
        expression: (group) => shareOf(reference(group, end), hand, hands),
      })),
    ),
  );
  return [...whole, ...shares];
}

const endOf = (size: Size, end: keyof SizeRange | undefined): number =>
  end === undefined ? (size as number) : (size as SizeRange)[end];

const reference = (group: string, end?: keyof SizeRange): string =>
  `var.${sizesName}[${quoted(group)}]${end === undefined ? "" : `.${end}`}`;

/** The share of one part in {@link distributeEvenly}. */
const shareOf = (total: string, hand: number, hands: number): string =>
  hand === hands - 1 ? `floor(${total} / ${hands})` : `floor((${total} + ${hands - 1 - hand}) / ${hands})`;

/** What the rules allow, by trying. A cluster's other groups are as large as they are. */
function limitsOf(size: Size, accepts: (size: Size) => boolean): SizeLimits {
  if (typeof size === "number") {
    return { least: least(accepts, 1, size), most: most(accepts, size), leastMin: 0 };
  }
  const withMin = (min: number) => accepts({ min, max: size.max });
  const leastMin = withMin(0) ? 0 : least(withMin, 1, size.min);
  const withMax = (max: number) => accepts({ min: Math.min(leastMin, max), max });
  return {
    least: least(withMax, 1, size.max),
    most: most((max) => accepts({ ...size, max }), size.max),
    leastMin,
  };
}

function least(accepts: (number: number) => boolean, from: number, known: number): number {
  for (let number = from; number < known; number++) if (accepts(number)) return number;
  return known;
}

// --- The variable -----------------------------------------------------------------------------------------------

/** One variable for the sizes of all groups; what a caller leaves out is as the file says. */
export function sizesVariable(inputs: readonly SizeInput[]): JsonObject {
  return {
    description:
      "Numbers of nodes by node group, over all zones: a number that Terraform holds, or the range of an autoscaler",
    type: `object({${inputs.map(({ group, size }) => `${group} = ${typeOf(size)}`).join(", ")}})`,
    default: {},
    nullable: false,
    validation: inputs.flatMap(validationsOf),
  };
}

function typeOf(size: Size): string {
  if (typeof size === "number") return `optional(number, ${size})`;
  return `optional(object({min = optional(number, ${size.min}), max = optional(number, ${size.max})}), {})`;
}

function validationsOf({ group, size, limits: { least, most, leastMin } }: SizeInput): JsonObject[] {
  const isWhole = (value: string, from: number, to?: number) =>
    `floor(${value}) == ${value} && ${value} >= ${from}${to === undefined ? "" : ` && ${value} <= ${to}`}`;
  const range = (from: number, to?: number) =>
    to === undefined ? `of at least ${from}` : `from ${from} to ${to}`;
  if (typeof size === "number") {
    return [
      {
        condition: `\${${isWhole(reference(group), least, most)}}`,
        error_message: `The size of ${group} must be a whole number ${range(least, most)}.`,
      },
    ];
  }
  const [min, max] = [reference(group, "min"), reference(group, "max")];
  return [
    {
      condition: `\${${isWhole(max, least, most)}}`,
      error_message: `The max of ${group} must be a whole number ${range(least, most)}.`,
    },
    {
      condition: `\${${isWhole(min, leastMin)} && ${min} <= ${max}}`,
      error_message: `The min of ${group} must be a whole number from ${leastMin} to its max.`,
    },
  ];
}
