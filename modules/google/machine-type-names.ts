/**
 * Names of predefined machine types: `<family>-<class>-<size>`, with a suffix for local SSDs or bare metal. Their date and source are
 * those of `machineFamiliesFact`. A missing name may be newer.
 *
 * Source: https://cloud.google.com/compute/docs/machine-resource, the pages of each family.
 */

/** Class -> sizes; an empty size is a name without one, such as `e2-medium`. */
type Sizes = Readonly<Record<string, readonly string[]>>;

const sizes = (text: string): readonly string[] => text.split(" ");

/** Each size also with a suffix. */
const also = (suffix: string, of: readonly string[]): readonly string[] => [
  ...of,
  ...of.map((size) => `${size}-${suffix}`),
];

/** The three classes of general families, with the same sizes. */
const general = (of: readonly string[]): Sizes => ({ standard: of, highmem: of, highcpu: of });

const powers = sizes("2 4 8 16 32");
const chips: Sizes = { hightpu: sizes("1t 2t 4t 8t"), standard: sizes("1t 2t 4t 8t") };
const gpus = also("nolssd", sizes("1g 2g 4g 8g"));

const sizesByFamily: Readonly<Record<string, Sizes>> = {
  a2: { highgpu: gpus, megagpu: ["16g"], ultragpu: gpus },
  a3: { highgpu: gpus, megagpu: ["8g"], edgegpu: also("nolssd", ["8g"]), ultragpu: also("nolssd", ["8g"]) },
  a4: { highgpu: also("nolssd", ["8g"]) },
  a4x: { highgpu: also("metal", ["4g"]), maxgpu: also("metal", ["4g"]) },
  c2: { standard: sizes("4 8 16 30 60") },
  c2d: general(sizes("2 4 8 16 32 56 112")),
  c3: general([...also("lssd", sizes("4 8 22 44 88 176")), "192-metal"]),
  c3d: general(also("lssd", sizes("4 8 16 30 60 90 180 360"))),
  c4: general([
    ...also("lssd", sizes("2 4 8 16 24 32 48 96 144 192 288")),
    ...sizes("288-metal 288-lssd-metal"),
  ]),
  c4a: general([...also("lssd", sizes("1 2 4 8 16 32 48 64 72")), "96-metal"]),
  c4d: general([...also("lssd", sizes("2 4 8 16 32 48 64 96 192 384")), "384-metal"]),
  ct3: chips,
  ct3p: chips,
  ct4p: chips,
  ct5lp: chips,
  ct5p: chips,
  ct6e: chips,
  e2: {
    standard: powers,
    highmem: sizes("2 4 8 16"),
    highcpu: powers,
    micro: [""],
    small: [""],
    medium: [""],
  },
  g2: { standard: sizes("4 8 12 16 24 32 48 96") },
  g4: { standard: sizes("6 12 24 48 96 192 384") },
  h3: { standard: ["88"] },
  h4d: { standard: ["192"], highmem: also("lssd", ["192"]) },
  m1: { megamem: ["96"], ultramem: sizes("40 80 160") },
  m2: { megamem: ["416"], hypermem: ["416"], ultramem: sizes("208 416") },
  m3: { megamem: sizes("64 128"), ultramem: sizes("32 64 128") },
  m4: {
    megamem: sizes("28 56 112 224"),
    hypermem: sizes("16 32 64"),
    ultramem: sizes("56 112 224"),
  },
  n1: {
    ...general([...powers, "64", "96"]),
    standard: ["1", ...powers, "64", "96"],
    megamem: ["96"],
    ultramem: sizes("40 80 160"),
  },
  n2: general([...powers, ...sizes("48 64 80 96 128")]),
  n2d: general([...powers, ...sizes("48 64 80 96 128 224")]),
  n4: general([...powers, ...sizes("48 64 80")]),
  n4a: general(["1", ...powers, ...sizes("48 64 80")]),
  n4d: general([...powers, ...sizes("48 64 80 96")]),
  t2a: { standard: ["1", ...powers, "48"] },
  t2d: { standard: ["1", ...powers, "48", "60"] },
  tpu7x: chips,
  z3: {
    highmem: [
      ...sizes("8 14 16 22 30 32 36 44 88 176"),
      ...sizes("14-standardlssd 22-standardlssd 44-standardlssd 88-standardlssd 176-standardlssd"),
      ...sizes("8-highlssd 16-highlssd 22-highlssd 32-highlssd 44-highlssd 88-highlssd 192-highlssd-metal"),
    ],
  },
};

/** Families whose machines can have a chosen number of vCPUs and memory. https://cloud.google.com/compute/docs/general-purpose-machines */
const withCustomTypes: readonly string[] = ["e2", "g2", "n1", "n2", "n2d", "n4", "n4a", "n4d"];

/** `custom-4-8192`, with extended memory `-ext`; shared-core machines of E2 have their name instead of vCPUs. */
const customShape = /^custom-(\d+|micro|small|medium)-\d+(-ext)?$/;

/** Whether a machine type has the form of a custom one of its family. */
export function isCustomType(machineType: string): boolean {
  const [family, ...shape] = machineType.split("-");
  return withCustomTypes.includes(family) && customShape.test(shape.join("-"));
}

/** Names of the predefined machine types of a family; empty for a family that the table does not have. */
export const typesOfFamily = (family: string): readonly string[] =>
  Object.hasOwn(sizesByFamily, family)
    ? Object.entries(sizesByFamily[family]).flatMap(([kind, those]) =>
        those.map((size) => [family, kind, ...(size === "" ? [] : [size])].join("-")),
      )
    : [];

/** The sizes of a family and class, for a message; undefined if the table has none. */
export function sizesOf(machineType: string): { readonly shape: string; readonly sizes: string } | undefined {
  const [family, kind] = machineType.split("-");
  const those = Object.hasOwn(sizesByFamily, family) ? sizesByFamily[family] : {};
  return Object.hasOwn(those, kind) && those[kind][0] !== ""
    ? { shape: `${family}-${kind}`, sizes: those[kind].join(", ") }
    : undefined;
}
