import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argumentVersions as azurermArguments } from "../../modules/azure/provider-arguments";
import type { ArgumentVersionTable } from "../../modules/cluster/provider-arguments";
import { isAtLeast } from "../../modules/cluster/releases";
import { type Argument, argumentTable } from "../../modules/eks/arguments";
import { awsProvider } from "../../modules/aws/provider";
import { argumentVersions as googleArguments } from "../../modules/google/provider-arguments";
import type { AnyGkeClusterProps } from "../../modules/gke/spec";
import { elementsOf, sampleOfClusters } from "../aks/provider-arguments";
import { InvalidClusterError } from "../../modules/cluster/problem";
import {
  ARGUMENTS_OF_LATER_PROVIDERS,
  removeArgument,
  removeUnsupportedArguments,
} from "../e2e/support/unsupported-arguments";
import { minimal, synthesizeGke } from "../support/gke";
import { shippedClusters } from "../support/shipped";
import type { Arguments, Synthesized } from "../support/synthesized";

/** Stacks of clusters by the oldest provider version that they are written for. */
type Write = (version: string) => Synthesized;

interface Provider {
  readonly name: string;
  readonly table: ArgumentVersionTable;
  readonly clusters: readonly Write[];
}

const gke =
  (props: Partial<AnyGkeClusterProps>): Write =>
  (providerMinimum) =>
    synthesizeGke({ ...props, gke: { ...props.gke, providerMinimum } });

const providers: readonly Provider[] = [
  {
    name: "azurerm",
    table: azurermArguments,
    clusters: sampleOfClusters().map(([, , , write]) => write),
  },
  {
    name: "google",
    table: googleArguments,
    clusters: [
      gke({ storage: { backup: true } }),
      gke({ gke: { defaultComputeClass: true } }),
      gke({
        nodeGroups: [...minimal.nodeGroups, { ...minimal.nodeGroups[0], name: "b", sandbox: "gvisor" }],
      }),
    ],
  },
];

/** The first value of an argument in the resources of a type; undefined if none has it. */
function valueOf(type: string, argument: string, stack: Synthesized): unknown {
  return Object.values(elementsOf(type, stack))
    .map((resource) =>
      argument.split(".").reduce<unknown>((value, step) => {
        const block = (Array.isArray(value) ? value[0] : value) as Arguments | undefined;
        return block?.[step];
      }, resource),
    )
    .find((value) => value !== undefined);
}

type Side = { readonly writes: unknown } | { readonly refused: string } | "not written";

/** What a cluster writes for a version. */
function sideOf(write: Write, version: string, type: string, argument: string): Side {
  try {
    const value = valueOf(type, argument, write(version));
    return value === undefined ? "not written" : { writes: value };
  } catch (error) {
    if (!(error instanceof InvalidClusterError)) throw error;
    return { refused: error.message };
  }
}

const isWritten = (side: Side): boolean => typeof side === "object" && "writes" in side;

/** The last version before a release. Its minor is an invented one if the release starts a major. */
function before(release: string): string {
  const [major, minor] = release.split(".").map(Number);
  return minor > 0 ? `${major}.${minor - 1}.0` : `${major - 1}.999.0`;
}

const differences = providers.flatMap(({ name, table, clusters }) =>
  Object.entries(table).flatMap(([type, rows]) =>
    Object.entries(rows).map(([argument, row]) => ({ name, type, argument, row, clusters })),
  ),
);

const FILE = join(__dirname, "provider-arguments.json");
const accepted = JSON.parse(readFileSync(FILE, "utf8")) as Readonly<Record<string, unknown>>;
const isUpdate = process.env.UPDATE_GOLDEN !== undefined;

/** What both sides of each difference between provider versions have. `UPDATE_GOLDEN=1` writes the file. */
describe("the differences between versions of a provider", () => {
  const found: Record<string, unknown> = {};

  test.each(differences)("$name: $type, $argument", ({ name, type, argument, row, clusters }) => {
    const release = (row.since ?? row.until)!;
    const versions = row.since ? [before(release), release] : [release, before(release)];
    const [lacking, having] = clusters
      .map((write) => versions.map((version) => sideOf(write, version, type, argument)))
      .find((sides) => isWritten(sides[1]))!;
    expect(isWritten(lacking)).toBe(false);
    const key = `${name} ${type}.${argument}`;
    found[key] = { [versions[0]]: lacking, [versions[1]]: having };
    if (!isUpdate) expect(found[key]).toEqual(accepted[key]);
  });

  test("are those of the file", () => {
    if (isUpdate) writeFileSync(FILE, `${JSON.stringify(found, null, 2)}\n`);
    else expect(Object.keys(accepted)).toEqual(Object.keys(found));
  });
});

/** Older versions than 6.25 are not supported. 5.100 serves the deploy tests. */
describe("the differences between aws 5.100 and the supported versions", () => {
  const newer = Object.entries(argumentTable).flatMap(([type, { arguments: rows }]) =>
    Object.entries<Argument>(rows)
      .filter(([, { since }]) => since !== undefined)
      .map(([argument, { since }]) => [`${type}.${argument}`, since!] as const),
  );

  test.each(newer)("%s: all supported versions have it", (_, since) => {
    expect(isAtLeast(awsProvider.minimum, since)).toBe(true);
  });

  test.each(ARGUMENTS_OF_LATER_PROVIDERS)(
    "$argument is written, and removed for 5.100 only",
    ({ argument }) => {
      const [type, ...path] = argument.split(".");
      if (path.length > 0) expect(newer.map(([name]) => name)).toContain(argument);
      const stacks = shippedClusters()
        .filter(({ cluster }) => cluster.platform === "eks")
        .map(({ stack }) => stack);
      const has = stacks.find(
        ({ terraform }) => removeArgument(structuredClone(terraform), argument).length > 0,
      );
      expect(has).toBeDefined();
      const older = structuredClone(has!.terraform);
      removeUnsupportedArguments(older, ARGUMENTS_OF_LATER_PROVIDERS);
      expect(removeArgument(older, argument)).toEqual([]);
      expect(Object.keys(has!.terraform.resource)).toContain(type);
    },
  );
});
