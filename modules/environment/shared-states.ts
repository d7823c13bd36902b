import { dirname } from "node:path";
import { defineProblems, type Path, type ProblemKind } from "../cluster/problem";
import { backendFor, backendPath, stateAddress, stateField } from "./backend/state";
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

/** The stack that has a name or a state, and the field that decides it. */
interface Owner {
  readonly environment: LoadedEnvironment;
  readonly stack: string;
  readonly at: Path;
}

/**
 * Checks all environments of a directory together: two stacks with one name, and two stacks with one state. An apply of one would
 * destroy the resources of the other.
 */
export function sharedStates(
  environments: readonly PlacedEnvironment[],
): { environment: LoadedEnvironment; problem: LocatedProblem }[] {
  const owners = new Map<string, Owner>();
  return environments.flatMap(({ environment, layers, path }) => {
    const { name, clusters, settings } = environment;
    const found = (kind: ProblemKind, at: Path, message: string) => ({
      environment,
      problem: layers.place(kind(at, message)),
    });

    /** The other stack that has the key; undefined if there is none. */
    const claim = (key: string, stack: string, at: Path) => {
      const owner = owners.get(`${dirname(path)} ${key}`) ?? { environment, stack, at };
      owners.set(`${dirname(path)} ${key}`, owner);
      return owner.environment === environment && owner.stack === stack ? undefined : owner;
    };
    const stacks = clusters.flatMap((cluster, i) =>
      stackNamesOf(cluster).map((stack) => ({ stack, cluster: cluster.name, i })),
    );
    return stacks.flatMap(({ stack, cluster, i }) => {
      const nameAt = ["clusters", i, "name"];
      const twin = claim(`stack ${stack}`, stack, nameAt);
      if (twin) {
        return [
          found(
            report["stack-names-unique"],
            nameAt,
            `stack ${stack} is also one of environment ${twin.environment.name}`,
          ),
        ];
      }
      const backend = backendFor(settings, cluster) ?? { type: "local" };
      const own = backendPath(settings, cluster);
      const state = stateAddress(backend, { environment: name, stack });
      const at = [...own, stateField(backend)];
      const other = state === undefined ? undefined : claim(`state ${state}`, stack, at);
      if (!other) return [];
      const message = (owner: string) => `the state ${state} is also that of ${owner}; use {stack}`;
      const states = report["states-unique"];
      if (other.environment !== environment) {
        return [found(states, at, message(`environment ${other.environment.name}`))];
      }
      // One of the two clusters of the file has its own backend.
      return own[0] === "backends"
        ? [found(states, at, message(`stack ${other.stack}`))]
        : [found(states, other.at, message(`stack ${stack}`))];
    });
  });
}
