import { isError } from "../modules/cluster/problem";
import { sizeOf } from "../modules/cluster/size";
import {
  loadEnvironmentFiles,
  planOf,
  report,
  summaryOf,
  type LoadedEnvironment,
} from "../modules/environment";
import { type Call, defaultLocation } from "./call";
import { adviceOnMissing } from "./missing-files";
import { githubCommands, jsonProblems, sarifLog } from "./formats";
import { planTables } from "./plan-table";
import { table } from "./table";

/** `cdktf-clusters validate`. Returns the exit code. */
export function validate({ operands, options, stdout, stderr }: Call): number {
  const loaded = loadEnvironmentFiles(operands.length > 0 ? operands : [defaultLocation()], {
    adviceOnMissing,
  });
  const { environments, problems, excerptOf } = loaded;
  const [strict, withPlan] = [options.has("strict"), options.has("plan")];
  const failed = strict ? problems.length > 0 : problems.some(isError);

  switch (options.get("format")) {
    case "json": {
      const plans = withPlan && !failed ? { plans: environments.map(plansOf) } : {};
      const shown = environments.map((environment) => summary(environment));
      stdout.write(json({ ...jsonProblems(loaded), environments: failed ? [] : shown, ...plans }));
      return failed ? 1 : 0;
    }
    case "sarif":
      stdout.write(json(sarifLog(loaded)));
      return failed ? 1 : 0;
    case "github":
      // Each line is a command, and its text is escaped: a printable stream would escape the command.
      stdout.raw.write(githubCommands(loaded));
      if (problems.length > 0) stderr.write(`${summaryOf(problems)}\n`);
      return failed ? 1 : 0;
  }

  const display = { ...stderr.display, rich: stderr.display.rich || options.has("format") };
  if (report(problems, stderr.raw, { display, excerptOf, strict })) return 1;
  stdout.write(table([["FILE", "CLUSTERS", "WORKERS"], ...environments.map(row)]));
  if (withPlan) {
    for (const { clusters } of environments) stdout.write(planTables(clusters.map(planOf)));
  }
  return 0;
}

/** Numbers of addresses are `bigint`: IPv6 has more than 2^53. */
const json = (value: object): string =>
  `${JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? Number(part) : part), 2)}\n`;

interface Summary {
  readonly file: string;
  readonly clusters: readonly string[];
  readonly workers: { readonly min: number; readonly max: number };
}

function summary({ file, clusters }: LoadedEnvironment): Summary {
  const sizes = clusters.flatMap(({ nodeGroups }) => nodeGroups.map(({ size }) => sizeOf(size)));
  return {
    file,
    clusters: clusters.map(({ name }) => name),
    workers: {
      min: sizes.reduce((sum, size) => sum + size.min, 0),
      max: sizes.reduce((sum, size) => sum + size.max, 0),
    },
  };
}

function row(environment: LoadedEnvironment): string[] {
  const { file, clusters, workers } = summary(environment);
  const { min, max } = workers;
  return [file, String(clusters.length), min === max ? String(min) : `${min}–${max}`];
}

const plansOf = ({ file, clusters }: LoadedEnvironment) => ({ file, clusters: clusters.map(planOf) });
