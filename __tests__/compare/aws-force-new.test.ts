import { awsForceNew } from "../../modules/compare/force-new";
import { predict } from "../../modules/compare/predict";
import { shippedClusters } from "../support/shipped";
import { arguments as forced, ifConfigured } from "./aws-force-new.json";

/** Arguments that force replacement only in some versions or with some values, and why the prediction is another one. */
const conditional: Readonly<Record<string, string>> = {
  "aws_eks_cluster.compute_config.node_role_arn": "another role in place of one",
  "aws_eks_cluster.encryption_config": "only the removal of the key replaces the cluster; protection refuses",
  "aws_fsx_lustre_file_system.file_system_type_version": "until 6.44, and for an older version of Lustre",
  "aws_fsx_lustre_file_system.storage_capacity": "a smaller size",
  "aws_lb.subnets": "other subnets of a network load balancer that has as many or more",
};

type Config = Readonly<Record<string, unknown>>;

/** A scalar argument of a shipped stack: its name without the positions in lists, and its resource before and after a change. */
interface Change {
  readonly argument: string;
  readonly before: Config;
  readonly after: Config;
}

const ownArguments = ["//", "depends_on", "lifecycle", "provider", "timeouts", "for_each", "dynamic"];

/** Each scalar argument of AWS, once, with another value. */
function changes(): ReadonlyMap<string, Change> {
  const found = new Map<string, Change>();
  for (const { stack } of shippedClusters()) {
    const resources = (stack.terraform.resource ?? {}) as Record<string, Record<string, Config>>;
    for (const [type, byName] of Object.entries(resources)) {
      if (!type.startsWith("aws_")) continue;
      for (const resource of Object.values(byName)) {
        const before = Object.fromEntries(
          Object.entries(resource).filter(([name]) => !ownArguments.includes(name)),
        );
        for (const path of scalarsIn(before)) {
          const argument = path.filter((key) => typeof key === "string").join(".");
          const name = `${type}.${argument}`;
          if (!found.has(name)) found.set(name, { argument, before, after: changed(before, path) });
        }
      }
    }
  }
  return found;
}

type Path = readonly (string | number)[];

function scalarsIn(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => scalarsIn(item, [...path, index]));
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, item]) => scalarsIn(item, [...path, key]));
  return [path];
}

function changed<T>(value: T, [key, ...rest]: Path): T {
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<
    string | number,
    unknown
  >;
  copy[key] = rest.length > 0 ? changed(copy[key], rest) : other(copy[key]);
  return copy as T;
}

function other(value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  // Documents are compared as JSON.
  return String(value).startsWith("{") ? '{"other":true}' : `${String(value)}x`;
}

const isIn = (argument: string, list: readonly string[] = []): boolean =>
  list.some((name) => argument === name || argument.startsWith(`${name}.`));

test("arguments are predicted to replace a resource exactly if they do in the provider", () => {
  const all = changes();
  const facts = forced as Readonly<Record<string, readonly string[]>>;
  const configured = ifConfigured as Readonly<Record<string, readonly string[]>>;
  const wrong = [...all].flatMap(([name, { argument, before, after }]) => {
    if (isIn(name, Object.keys(conditional))) return [];
    const type = name.split(".")[0];
    const [old, fresh] = [before, after].map((one) => ({ resource: { [type]: { one } } }));
    const [change] = predict(old, fresh).changes;
    const predicted = change?.action.startsWith("replaced") === true;
    const planned = isIn(argument, facts[type]) || isIn(argument, configured[type]);
    return predicted === planned ? [] : [`${name}: ${planned ? "replaced" : "in place"}`];
  });
  expect(all.size).toBeGreaterThan(300);
  expect(wrong).toEqual([]);
  const unused = Object.keys(conditional).filter((one) => ![...all.keys()].some((name) => isIn(name, [one])));
  expect(unused).toEqual([]);
});

test("the facts have each resource type of the table", () => {
  expect(Object.keys(forced).sort()).toEqual(Object.keys(awsForceNew).sort());
});

const resource = (type: string, config: object) => ({ resource: { [type]: { one: { ...config } } } });

test.each([
  [false, []],
  [true, ["update"]],
])("an EKS cluster that states Auto Mode as %s for the first time has the changes %j", (enabled, actions) => {
  const network = { ip_family: "ipv4" };
  const config = {
    compute_config: { enabled, node_pools: [] },
    kubernetes_network_config: { ...network, elastic_load_balancing: { enabled } },
    storage_config: { block_storage: { enabled } },
  };
  const before = resource("aws_eks_cluster", { kubernetes_network_config: network });
  const { changes: found } = predict(before, resource("aws_eks_cluster", config));
  expect(found.map(({ action }) => action)).toEqual(actions);
});

test.each([
  ["aws_fsx_lustre_file_system", { storage_capacity: 2400 }, { storage_capacity: 4800 }, "update"],
  [
    "aws_fsx_lustre_file_system",
    { storage_capacity: 4800 },
    { storage_capacity: 2400 },
    "replaced, destroy before create",
  ],
  ["aws_lb", { subnets: ["a", "b"] }, { subnets: ["a", "b", "c"] }, "update"],
  ["aws_lb", { subnets: ["a", "b"] }, { subnets: ["a", "c"] }, "replaced, destroy before create"],
  ["aws_lb", { subnets: ["a", "b"] }, { subnets: ["a"] }, "replaced, destroy before create"],
])("%s from %j to %j is %s", (type, before, after, action) => {
  expect(predict(resource(type, before), resource(type, after)).changes.map((one) => one.action)).toEqual([
    action,
  ]);
});
