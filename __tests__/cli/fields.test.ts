import { main } from "../../cli/cdktf-clusters";
import { fieldsOf, plainPath } from "../../cli/field-model";
import { platforms } from "../../modules/environment/platforms";

function run(...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = main(["fields", ...argv], {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
  });
  return { code, stdout: out.join(""), stderr: err.join("") };
}

test("a field has meaning, type, default, values, kind of value and effect of a change on each platform", () => {
  const { code, stdout } = run("network.nat");
  expect(code).toBe(0);
  expect(stdout).toContain("network.nat (eks, aks, gke, kubeadm)\n");
  expect(stdout).toContain('  type      one of "none", "single", "per-zone", "regional"\n');
  expect(stdout).toContain('  default   eks, gke, kubeadm: "per-zone"\n            aks: "single"\n');
  expect(stdout).toContain("  value     literal\n");
  expect(stdout).toContain(
    "  change    eks, gke: in place\n            aks: replaces the resource\n            kubeadm: in place; on Azure not",
  );
});

test("a field that a platform refuses has the reason", () => {
  const { stdout } = run("access.private");
  expect(stdout).toMatch(/^access\.private \((?!.*gke)/);
  expect(stdout).toMatch(/^ {2}not on +gke: the API server always has a private address/m);
});

test.each([
  ["nodeGroups.size", "nodeGroups[].size (eks, aks, gke, kubeadm)"],
  ["clusters[0].nodeGroups[1].size", "nodeGroups[].size (eks, aks, gke, kubeadm)"],
  ["nodeGroups[].size", "nodeGroups[].size (eks, aks, gke, kubeadm)"],
  ["backend.bucket", "backend(s3).bucket (file)"],
])("%s is found", (name, title) => {
  expect(run(name).stdout.split("\n")[0]).toBe(title);
});

test("without a field, all fields of the first level are listed", () => {
  const { stdout } = run();
  for (const owner of ["environment", "eks", "aks", "gke"] as const) {
    const paths = [...fieldsOf(owner).keys()].filter((path) => !/[.[(]/.test(path));
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) expect(stdout).toMatch(new RegExp(`^${path} `, "m"));
  }
  expect(run("--platform", "gke").stdout).not.toMatch(/^aks /m);
});

test.each([
  ["nat", 'unknown field "nat"; did you mean "network.nat"?'],
  ["nodeGroups[].sise", 'unknown field "nodeGroups[].sise"; did you mean "nodeGroups.size"?'],
  ["qqqqqqqqqq", 'unknown field "qqqqqqqqqq"; "cdktf-clusters fields" lists the fields'],
])("%s is unknown", (name, message) => {
  expect(run(name)).toEqual({ code: 1, stdout: "", stderr: `${message}\n` });
});

test.each(["eks", "aks", "gke"] as const)("every field of the table of %s has a page", (platform) => {
  const known = new Set([...fieldsOf(platform).keys()].map(plainPath));
  const paths = Object.keys(platforms[platform].fields!()).filter((path) => !path.includes("*"));
  expect(paths.length).toBeGreaterThan(150);
  expect(paths.filter((path) => !known.has(plainPath(path)))).toEqual([]);
});

describe("lists of fields", () => {
  const pages = ["", "nodeGroups", "network", "storage.object", "backend", "access"].map(
    (name) => run(...(name === "" ? [] : [name])).stdout,
  );

  test("have the text of each platform", () => {
    const [all, groups, , objects] = pages;
    for (const text of [
      "platform            eks                     Amazon Elastic Kubernetes Service",
      "                    aks                     Azure Kubernetes Service",
      "                    gke                     Google Kubernetes Engine",
    ]) {
      expect(all.split("\n")).toContain(text);
    }
    expect(objects).toMatch(/^ {4}\.buckets {5}eks {12}ARNs of .*\n {17}aks {12}Ids of /m);
    expect(groups).toMatch(/^ {4}\[\]\.mode +aks /m);
  });

  test("have a complete text for each field, in lines of the terminal", () => {
    for (const page of pages) {
      const list = page.slice(page.search(/^( {2}fields|Fields of)/m)).split("\n");
      expect(list.length).toBeGreaterThan(4);
      // A name alone has no text. Further lines of a text have a larger indent.
      expect(list.filter((line) => line.endsWith("…") || /^( {4})?[\w.[(]\S*$/.test(line))).toEqual([]);
    }
    expect(pages[4]).toContain('    (s3).type                        "s3"\n');
    const narrow: string[] = [];
    main(["fields", "nodeGroups"], {
      stdout: { write: (text) => narrow.push(text), isTTY: true, columns: 84 },
      stderr: { write: () => undefined },
    });
    const lines = narrow.join("").split("  fields\n")[1].split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(84);
    expect(Math.max(...lines.map((line) => line.length))).toBeGreaterThan(75);
  });
});
