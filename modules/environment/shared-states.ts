import { dirname } from "node:path";
import { defineProblems, type Path, type ProblemKind } from "../cluster/problem";
import { stateAddress, stateField } from "./backend/state";
import type { Layers } from "./layers";
import type { LoadedEnvironment } from "./loaded-environment";
import type { LocatedProblem } from "./problems";
import { stackNamesOf } from "./stack-names";

const report = defineProblems("environment", {
  /**
   * The stacks of all environments in a directory have different names.
   *
   * @remarks Decision of this project: CDKTF writes each stack into the directory of its name.
   */
  "stack-names-unique": "error",

  /**
   * Each stack of all environments in a directory has a separate Terraform state.
   *
   * @see https://developer.hashicorp.com/terraform/language/state
   */
  "states-unique": "error",
});

/** An environment, and the positions of its parts. */
export interface PlacedEnvironment {
  readonly environment: LoadedEnvironment;
  readonly layers: Layers;
  readonly path: string;
}

/**
 * Checks all environments of a directory together: two stacks with one name, and two stacks with one state. An apply of one would
 * destroy the resources of the other.
 */
export function sharedStates(
  environments: readonly PlacedEnvironment[],
): { environment: LoadedEnvironment; problem: LocatedProblem }[] {
  const owners = new Map<string, LoadedEnvironment>();
  return environments.flatMap(({ environment, layers, path }) => {
    const { name, clusters, settings } = environment;
    const backend = settings.backend ?? { type: "local" };
    const found = (kind: ProblemKind, at: Path, message: string) => ({
      environment,
      problem: layers.place(kind(at, message)),
    });

    /** The other environment that has the key; undefined if there is none. */
    const claim = (key: string) => {
      const owner = owners.get(`${dirname(path)} ${key}`) ?? environment;
      owners.set(`${dirname(path)} ${key}`, owner);
      return owner === environment ? undefined : owner;
    };
    const stacks = clusters.flatMap((cluster, i) => stackNamesOf(cluster).map((stack) => ({ stack, i })));
    return stacks.flatMap(({ stack, i }) => {
      const twin = claim(`stack ${stack}`);
      if (twin) {
        return [
          found(
            report["stack-names-unique"],
            ["clusters", i, "name"],
            `stack ${stack} is also one of environment ${twin.name}`,
          ),
        ];
      }
      const state = stateAddress(backend, { environment: name, stack });
      const other = state === undefined ? undefined : claim(`state ${state}`);
      if (!other) return [];
      const message = `the state ${state} is also that of environment ${other.name}; use {stack}`;
      return [found(report["states-unique"], ["backend", stateField(backend)], message)];
    });
  });
}
