import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { isError } from "../../modules/cluster/problem";
import { loadEnvironments } from "../../modules/environment";
import { type Place, placesOf, withProbes } from "./probes";
import { synthesizeStack } from "../support/stack";

const today = new Date("2026-11-23");
const scratch = mkdtempSync(join(tmpdir(), "variables-"));
afterAll(() => rmSync(scratch, { recursive: true }));

function load(text: string) {
  const file = join(scratch, "probe.yaml");
  writeFileSync(file, text);
  const { environments, problems } = loadEnvironments(file, { today });
  return { environments, refusals: problems.filter(isError).map(({ message }) => message) };
}

/** One place in so many is probed, which covers each file. `PLACES=all` probes all of them. */
const share = process.env.PLACES === "all" ? 1 : 10;

/** The messages of places that accept no reference. Windows images have no release. */
const literal =
  /must be (a literal|.* that is written out|.* written as a literal)|^AWS publishes no parameters for releases of Windows/;

/**
 * A reference must not be lost: either the file is refused because the place must be literal, or Terraform gets the reference. A value
 * that only TypeScript evaluates (`if (spec.x)`) would treat any string as true.
 */
describe.each(readdirSync("examples").filter((name) => name.endsWith(".yaml")))("in %s", (name) => {
  const text = readFileSync(join("examples", name), "utf8");
  const refused = new Map<Place, string[]>();
  // User data belongs to the shell.
  const all = placesOf(parseDocument(text))
    .filter(({ path }) => path.at(-1) !== "userData")
    .filter((_, i) => i % share === 0);
  for (const place of all) {
    const { refusals } = load(withProbes(text, [place]));
    if (refusals.length > 0) refused.set(place, refusals);
  }

  test("a place that accepts no reference has a clear message", () => {
    const silent = [...refused].filter(([, refusals]) => !refusals.some((message) => literal.test(message)));
    expect(silent).toEqual([]);
    expect(refused.size).toBeGreaterThan(Math.floor(5 / share));
    if (share === 1) expect(single.length).toBeGreaterThan(0);
  });

  // A list and its elements cannot both be replaced. In EKS clusters every list decides which resources exist.
  const taken = all.filter((place) => !refused.has(place));
  const [lists, single] = [true, false].map((isList) =>
    taken.filter(({ type }) => (type === "list(string)") === isList),
  );
  const rounds = [["single values", single] as const, ["lists", lists] as const];

  // In a sample, an example may have no such place.
  for (const [name, places] of rounds.filter(([, places]) => places.length > 0)) {
    test(`a variable for ${name} reaches Terraform`, () => {
      const { environments, refusals } = load(withProbes(text, places));
      expect(refusals).toEqual([]);
      const json = environments.flatMap(({ clusters, settings }) =>
        clusters.map((cluster) => synthesizeStack(cluster, settings).terraform),
      );
      const seen = JSON.stringify(json.map(({ variable: _, ...rest }) => rest));
      const lost = places.filter((_, i) => !seen.includes(`\${var.probe_${i}}`));
      expect(lost.map(({ path }) => path.join("."))).toEqual([]);
    });
  }
});
