import { dirname } from "node:path";
import { error, type Path } from "../cluster/problem";
import { stateAddress, stateField } from "./backend/state";
import type { Layers } from "./layers";
import type { LoadedEnvironment } from "./load";
import type { LocatedProblem } from "./problems";

/** An environment, and where its parts stand. */
export interface PlacedEnvironment {
  readonly environment: LoadedEnvironment;
  readonly layers: Layers;
  readonly path: string;
}

/**
 * What only all environments of a folder together show: stacks of one name, and stacks on one state, whose applies would
 * destroy what the other made.
 */
export function sharedStates(
  environments: readonly PlacedEnvironment[],
): { environment: LoadedEnvironment; problem: LocatedProblem }[] {
  const owners = new Map<string, LoadedEnvironment>();
  return environments.flatMap(({ environment, layers, path }) => {
    const { name, clusters, settings } = environment;
    const backend = settings.backend ?? { type: "local" };
    const found = (at: Path, message: string) => ({ environment, problem: layers.place(error(at, message)) });

    /** The environment that has the key already, if it is another one. */
    const claim = (key: string) => {
      const owner = owners.get(`${dirname(path)} ${key}`) ?? environment;
      owners.set(`${dirname(path)} ${key}`, owner);
      return owner === environment ? undefined : owner;
    };
    return clusters.flatMap((cluster, i) => {
      const twin = claim(`stack ${cluster.name}`);
      if (twin) {
        return [
          found(["clusters", i, "name"], `stack ${cluster.name} is also one of environment ${twin.name}`),
        ];
      }
      const state = stateAddress(backend, { environment: name, stack: cluster.name });
      const other = state === undefined ? undefined : claim(`state ${state}`);
      if (!other) return [];
      const message = `the state ${state} is also that of environment ${other.name}; use {stack}`;
      return [found(["backend", stateField(backend)], message)];
    });
  });
}
