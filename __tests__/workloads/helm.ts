import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import type { ProgramName } from "../../modules/workloads/chart";
import { charts } from "../../modules/workloads/charts";
import type { Values } from "../../modules/workloads/release";

/**
 * Real Helm and the charts of the catalogue. `HELM` is its path, `HELM_CHARTS` a folder with the files that `helm pull` downloads;
 * `package.sh` writes them from repositories with the source of the charts.
 */
export const helm =
  process.env.HELM ??
  (process.env.PATH ?? "")
    .split(":")
    .map((folder) => join(folder, "helm"))
    .find((path) => existsSync(path));

/** The folder with the charts. */
export const chartsFolder = process.env.HELM_CHARTS;

/** What a test of charts lacks; undefined if it can run. */
export const missingHelm: string | undefined =
  helm === undefined ? "no HELM" : chartsFolder === undefined ? "no HELM_CHARTS" : undefined;

/** A Kubernetes object. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- objects of all types
export type KubernetesObject = any;

/** Runs Helm, and returns what it prints. */
export const runHelm = (...args: string[]): string =>
  execFileSync(helm!, args, { encoding: "utf8", maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "pipe"] });

/** The file of a program's chart; undefined if the folder does not have it. */
export const chartFile = (program: ProgramName, version: string): string | undefined =>
  fileOf(charts[program].name, version);

/** The file of a chart; undefined if the folder does not have it. */
export function fileOf(chart: string, version: string): string | undefined {
  if (chartsFolder === undefined) return undefined;
  const file = join(chartsFolder, `${chart}-${version}.tgz`);
  return existsSync(file) ? file : undefined;
}

/** The default values of a chart. */
const defaultValues = (chart: string): Values =>
  parseAllDocuments(runHelm("show", "values", chart))[0].toJS() as Values;

/** The keys that neither the default values of a chart nor its schema, if it has one, have. */
export function unknownKeys(name: string, chart: string, keys: readonly string[]): string[] {
  const defaults = defaultValues(chart);
  return keys.filter((key) => !hasKey(defaults, key) && !isInSchema(name, chart, key));
}

/** Whether values have a key. Charts write maps whose keys are free, and values without a default, as `{}` or empty. */
function hasKey(values: Values, key: string): boolean {
  const steps = key.split(".");
  const parent = steps.slice(0, -1).reduce<unknown>((map, step) => (map as Values | null)?.[step], values);
  return typeof parent === "object" && parent !== null && Object.hasOwn(parent, steps.at(-1)!);
}

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** Whether the schema of a chart's values, if it has one, names a key: charts have keys without a default. */
function isInSchema(name: string, chart: string, key: string): boolean {
  const file = `${name}/values.schema.json`;
  if (!execFileSync("tar", ["-tzf", chart], { encoding: "utf8" }).split("\n").includes(file)) return false;
  const root = JSON.parse(
    execFileSync("tar", ["-xOzf", chart, file], { encoding: "utf8", maxBuffer: 2 ** 26 }),
  ) as Schema;
  const resolved = (schema: Schema | undefined): Schema | undefined =>
    schema?.$ref === undefined ? schema : root.$defs?.[schema.$ref.replace("#/$defs/", "")];
  const found = key
    .split(".")
    .reduce<Schema | undefined>((schema, step) => resolved(schema?.properties?.[step]), resolved(root));
  return found !== undefined;
}

/** Writes values to a file, for the time of an action. */
export function withValues<T>(values: object, action: (file: string) => T): T {
  const scratch = mkdtempSync(join(tmpdir(), "values-"));
  try {
    const file = join(scratch, "values.json");
    writeFileSync(file, JSON.stringify(values));
    return action(file);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** The objects of a chart, with its custom resource definitions. */
export function render(
  program: ProgramName,
  chart: string,
  values: Values,
  kubernetesMinor: string,
): KubernetesObject[] {
  const { namespace } = charts[program];
  const where = ["--namespace", namespace, "--kube-version", `${kubernetesMinor}.0`, "--include-crds"];
  const text = withValues(values, (file) =>
    runHelm("template", program, chart, ...where, "--skip-tests", "--values", file),
  );
  return parseAllDocuments(text)
    .map((document) => document.toJS() as KubernetesObject)
    .filter((object) => object !== null)
    .flatMap((object) => (object.kind === "List" ? object.items : [object]));
}
