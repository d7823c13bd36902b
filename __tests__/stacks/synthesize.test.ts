import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createStack } from "../../stacks";
import { synthesize } from "../../stacks/synthesize";
import { minimal as aks } from "../support/aks";
import { minimal as eks } from "../support/eks";

const out = mkdtempSync(join(tmpdir(), "synthesize-"));
afterAll(() => rmSync(out, { recursive: true }));

test("reports the stacks with the number of their resources, and removes those of earlier environments", () => {
  const first = synthesize(out, (app) => {
    createStack(app, { platform: "eks", ...eks, name: "one" });
    createStack(app, { platform: "aks", ...aks, name: "two" });
  });
  expect(first.stacks.map(({ name }) => name)).toEqual(["one", "two"]);
  for (const { resources } of first.stacks) expect(resources).toBeGreaterThan(10);
  expect(first.removed).toEqual([]);

  const second = synthesize(out, (app) => void createStack(app, { platform: "eks", ...eks, name: "one" }));
  expect(second).toEqual({ stacks: [first.stacks[0]], removed: ["two"] });
  expect(readdirSync(join(out, "stacks"))).toEqual(["one"]);
});

test("keeps files of Terraform and of users, and folders without Terraform JSON", () => {
  for (const name of ["old", "mine"]) mkdirSync(join(out, "stacks", name), { recursive: true });
  writeFileSync(join(out, "stacks/old/cdk.tf.json"), "{}");
  writeFileSync(join(out, "stacks/old/terraform.tfstate"), "{}");
  writeFileSync(join(out, "stacks/mine/notes"), "mine");
  const { removed } = synthesize(
    out,
    (app) => void createStack(app, { platform: "eks", ...eks, name: "one" }),
  );
  expect(removed).toEqual(["old"]);
  expect(readdirSync(join(out, "stacks/old"))).toEqual(["terraform.tfstate"]);
  expect(existsSync(join(out, "stacks/mine/notes"))).toBe(true);
});
