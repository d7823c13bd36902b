import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { awsPolicies, phases } from "../../../modules/permissions";
import { type AccessRequest, evaluate } from "../../../modules/permissions/iam";
import { shippedClusters } from "../../support/shipped";
import { accessesOf, denied, exceptions, type PhaseAccesses, unneeded } from "./accesses";

const folder = join(__dirname, "recorded");
const shipped = new Map(shippedClusters().map((one) => [one.name, one]));

/** The accesses that the deploy tests recorded with `UPDATE_CALLS=1`. */
const stacks = readdirSync(folder).map((file) => {
  const name = file.replace(/\.json$/, "");
  const { cluster, stack } = shipped.get(name)!;
  const accesses = JSON.parse(readFileSync(join(folder, file), "utf8")) as PhaseAccesses;
  const source = { name, platform: "eks", region: String(cluster.region), configuration: stack.terraform };
  return { name, source, accesses };
});

describe.each(stacks)("$name", ({ name, source, accesses }) => {
  test("calls in each phase", () => {
    for (const phase of phases) expect(accesses[phase].length).toBeGreaterThan(20);
  });

  test.each(phases)(
    "the policies for %s allow each recorded call, and no statement is without one",
    (phase) => {
      expect(denied(source, phase, accesses)).toEqual([]);
      expect(unneeded(source, phase, accesses)).toEqual([]);
    },
  );

  const { documents } = awsPolicies(source, "apply");
  const isAllowed = (one: AccessRequest) => evaluate(documents, one).decision === "allowed";
  const all = accessesOf(accesses, "apply");

  /** The accesses that are still allowed with another resource, or with another context. */
  function allowedWith(change: (one: AccessRequest) => AccessRequest): string[] {
    const changed = all.map(change).filter((one, i) => JSON.stringify(one) !== JSON.stringify(all[i]));
    expect(changed.length).toBeGreaterThan(20);
    return changed.filter(isAllowed).map(({ action, resource }) => `${action} on ${resource}`);
  }

  test("each call in another region is denied", () => {
    const other = (resource: string) => resource.replace(`:${source.region}:`, ":us-west-2:");
    expect(allowedWith((one) => ({ ...one, resource: other(one.resource) }))).toEqual([]);
  });

  test("each call on a resource of another cluster is denied", () => {
    expect(allowedWith((one) => ({ ...one, resource: one.resource.replaceAll(name, "other") }))).toEqual([]);
  });

  test("each call whose statement has a condition is denied with other tags, services and templates", () => {
    const conditional = all.filter(({ context, ...one }) => context !== undefined && !isAllowed(one));
    expect(conditional.length).toBeGreaterThan(20);
    const others = conditional.map(({ context = {}, ...one }) => ({
      ...one,
      context: Object.fromEntries(Object.keys(context).map((key) => [key, "other"])),
    }));
    expect(others.filter(isAllowed)).toEqual([]);
  });
});

test("a call without a statement, and a statement without a call, are reported", () => {
  const [{ source, accesses }] = stacks;
  const more = { action: "ec2:DeleteVpc", resource: `arn:aws:ec2:${source.region}:123456789012:vpc/vpc-1` };
  expect(denied(source, "destroy", { ...accesses, destroy: [...accesses.destroy, more] })).toEqual([
    expect.stringContaining("ec2:DeleteVpc"),
  ]);
  const less = accesses.destroy.filter(({ action }) => action !== "eks:DeleteCluster");
  expect(unneeded(source, "destroy", { ...accesses, destroy: less })).toEqual([
    expect.stringContaining("eks:DeleteCluster"),
  ]);
});

test("each exception has a reason", () => {
  for (const { because } of exceptions) expect(because).not.toBe("");
});
