import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import * as aks from "../aks/versions";
import type * as aws from "../aws/machine-types";
import type * as azure from "../azure/machine-types";
import {
  type AddedFacts,
  type AddedKubernetesVersion,
  type AddedMachineType,
  type AddedTables,
  type ExtendedPlatform,
  extendedPlatforms,
} from "../cluster/added-facts";
import { defineProblems, isError, type Problem } from "../cluster/problem";
import * as eks from "../eks/versions";
import * as gke from "../gke/versions";
import type { Excerpt } from "./excerpt";
import { allowOutside, inFile, isInside, readText, reportFile, rootOf, shown } from "./files";
import { factsFile } from "./facts-format";
import type { LocatedProblem } from "./problems";
import { reportStructure } from "./structure";
import { YamlText } from "./yaml-text";

const report = defineProblems("facts", {
  /**
   * A Kubernetes minor that the library does not know has all dates of its support.
   *
   * @remarks Decision of this project: checks and notices need the dates of each known minor.
   */
  "complete-versions": "error",

  /**
   * The support that follows standard support ends after it.
   *
   * @remarks Decision of this project: exchanged dates would make a supported minor unsupported.
   */
  "support-order": "error",

  /**
   * `asOf` is not in the future.
   *
   * @remarks Decision of this project: messages state the age of a table, which a date in the future would hide.
   */
  "date-passed": "error",

  /**
   * A machine type has the architecture, the vCPUs and the local disks that its name states.
   *
   * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
   * @remarks Azure: https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions
   */
  "machine-names": "error",
});

/** The facts of the directories of environment files. */
export interface FactsRead {
  readonly added: readonly AddedFacts[];
  readonly problems: readonly LocatedProblem[];
  readonly excerptOf: (problem: LocatedProblem) => Excerpt | undefined;
}

/** The fields of a file of facts. */
const fields = ["asOf", "source", ...extendedPlatforms];

// --- Date -------------------------------------------------------------------------------------------------------

/** The date may be a day ahead: the file can come from another time zone. */
function dateProblems({ asOf }: Pick<AddedFacts, "asOf">, today: Date): Problem[] {
  const day = 24 * 60 * 60 * 1000;
  if (new Date(asOf).getTime() <= today.getTime() + day) return [];
  const shownToday = today.toISOString().slice(0, 10);
  return [
    report["date-passed"](
      ["asOf"],
      `must be the date of the source, today (${shownToday}) or earlier, got ${asOf}`,
    ),
  ];
}

// --- Support dates ----------------------------------------------------------------------------------------------

type Late = "extendedSupportUntil" | "longTermSupportUntil";

/** The known minors of each platform, and the support that follows standard support. */
const supports: Readonly<Record<ExtendedPlatform, { known: object; late: Late }>> = {
  eks: { known: eks.kubernetesVersions, late: "extendedSupportUntil" },
  aks: { known: aks.kubernetesVersions, late: "longTermSupportUntil" },
  gke: { known: gke.kubernetesVersions, late: "extendedSupportUntil" },
};

function supportProblems(platform: ExtendedPlatform, { kubernetesVersions = {} }: AddedTables): Problem[] {
  const { known, late } = supports[platform];
  const rows = known as Readonly<Record<string, AddedKubernetesVersion>>;
  return Object.entries(kubernetesVersions).flatMap(([name, added]): Problem[] => {
    const path = [platform, "kubernetesVersions", name];
    const row = Object.hasOwn(rows, name) ? { ...rows[name], ...added } : added;
    const missing = (["standardSupportUntil", late] as const).filter((field) => row[field] === undefined);
    if (missing.length > 0) {
      const message = `${name} is not known, so it needs ${missing.join(" and ")}`;
      return [report["complete-versions"](path, message)];
    }
    const [standard, end] = [row.standardSupportUntil!, row[late]!];
    if (end >= standard) return [];
    const field = added[late] === undefined ? "standardSupportUntil" : late;
    const message =
      field === late
        ? `must be ${standard} or later, the end of standard support, got ${end}`
        : `must be ${end} or earlier, the value of ${late}, got ${standard}`;
    return [report["support-order"]([...path, field], message)];
  });
}

// --- Machine types ----------------------------------------------------------------------------------------------

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load the machine types of all clouds for each command */
/** What the name of a machine type states, by platform. */
const named: Readonly<Partial<Record<ExtendedPlatform, (name: string) => Partial<AddedMachineType>>>> = {
  eks(name) {
    const { architectureByName, localDisksByName } = require("../aws/machine-types") as typeof aws;
    // Types without a "d" can also have disks.
    return { architecture: architectureByName(name), localDisks: localDisksByName(name) || undefined };
  },
  aks(name) {
    const { architectureByName, vcpusByName } = require("../azure/machine-types") as typeof azure;
    return { architecture: architectureByName(name), vcpus: vcpusByName(name) };
  },
};
/* eslint-enable @typescript-eslint/no-require-imports */

function machineProblems(platform: ExtendedPlatform, { machineTypes = {} }: AddedTables): Problem[] {
  return Object.entries(machineTypes).flatMap(([name, row]) =>
    Object.entries(named[platform]?.(name) ?? {})
      .map(([field, value]) => ({ field, value, got: row[field as keyof AddedMachineType] }))
      .filter(({ value, got }) => value !== undefined && got !== undefined && got !== value)
      .map(({ field, value, got }) =>
        report["machine-names"](
          [platform, "machineTypes", name, field],
          `must be ${value}, as the name ${name} states, got ${got}`,
        ),
      ),
  );
}

// --- Reading ----------------------------------------------------------------------------------------------------

/** Reads `facts.yaml` of the directories of environment files, if there is one. */
export function readFacts(locations: readonly string[], today: Date): FactsRead {
  const paths = [...new Set(locations.flatMap(pathsOf))];
  const read = paths.map((path) => readFile(path, today));
  return {
    added: read.flatMap(({ added }) => added ?? []),
    problems: read.flatMap(({ problems }) => problems),
    excerptOf({ file, line, column }) {
      const found = read.find(({ path }) => resolve(path) === resolve(file));
      return line === undefined || column === undefined ? undefined : found?.text?.excerpt(line, column);
    },
  };
}

function pathsOf(location: string): string[] {
  const state = statSync(location, { throwIfNoEntry: false });
  const folder = state?.isDirectory() ? location : dirname(location);
  return ["facts.yaml", "facts.yml"].map((name) => join(folder, name)).filter((path) => existsSync(path));
}

interface FileRead {
  readonly path: string;
  readonly text?: YamlText;

  /** Undefined if the file has errors. */
  readonly added?: AddedFacts;
  readonly problems: readonly LocatedProblem[];
}

function readFile(path: string, today: Date): FileRead {
  if (!isInside(path, rootOf(path))) {
    const message = `is a symbolic link to a file outside of its folder: ${allowOutside}`;
    return { path, problems: [inFile(reportFile.inside([], message), path)] };
  }
  const content = readText(path);
  if ("failure" in content) {
    const { kind, message } = content.failure;
    return { path, problems: [inFile(kind([], message), path)] };
  }
  const text = new YamlText(content.text, { fields, needed: "asOf" });
  const located = (problem: Problem): LocatedProblem => ({ ...text.place(problem), file: shown(path) });
  const syntax = text.problems.map((problem) => ({ ...problem, file: shown(path) }));
  if (text.value === undefined || syntax.some(isError)) return { path, text, problems: syntax };
  if (text.isForeign) {
    const message = `has none of the fields of a file of facts: ${fields.join(", ")}; an environment needs another file name`;
    return { path, text, problems: [located(reportStructure["unknown-field"]([], message))] };
  }
  const structure = factsFile(text.value, []);
  const facts = text.value as AddedFacts;
  const found =
    structure.length > 0
      ? structure
      : [
          ...dateProblems(facts, today),
          ...extendedPlatforms.flatMap((platform) => [
            ...supportProblems(platform, facts[platform] ?? {}),
            ...machineProblems(platform, facts[platform] ?? {}),
          ]),
        ];
  const problems = found.map(located);
  return { path, text, problems, added: problems.length > 0 ? undefined : { ...facts, file: shown(path) } };
}
