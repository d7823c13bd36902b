import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { main } from "../../cli/cdktf-clusters";
import { useEmptyDirectory } from "../environment/directory";
import { run as runCommand, useEnvironments, writeEnvironment } from "./command";

useEmptyDirectory();

useEnvironments(() => {
  writeEnvironment("dev", "main", "batch");
  writeEnvironment("production", "main");
});

const json = (file: string) => JSON.parse(readFileSync(file, "utf8"));

const run = (...argv: string[]) => runCommand("export", ...argv);

test("every stack is exported, and listed", () => {
  expect(run("--out", "out")).toEqual({
    code: 0,
    stdout:
      "STACK            FOLDER               FILES\n" +
      "dev-main         out/dev-main             6\n" +
      "dev-batch        out/dev-batch            6\n" +
      "production-main  out/production-main      6\n",
    stderr: "",
  });
  expect(readdirSync("out").sort()).toEqual(["dev-batch", "dev-main", "production-main"]);
});

test("a folder whose stack no environment has is reported, and kept", () => {
  expect(run("--out", "out").code).toBe(0);
  mkdirSync("out/notes");
  writeFileSync("out/notes/README.md", "# Notes\n");
  rmSync("environments/production.yaml");
  const { code, stderr } = run("--out", "out", "--force");
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr:
      "out/production-main has an earlier export of a stack that no environment has: if its cluster was removed, run terraform destroy there, then delete the folder\n",
  });
  expect(readdirSync("out").sort()).toEqual(["dev-batch", "dev-main", "notes", "production-main"]);
});

test("a single file is not compared with the folders of others", () => {
  expect(run("--out", "out").code).toBe(0);
  process.env.ENVIRONMENTS = "environments/dev.yaml";
  try {
    expect(run("--out", "out", "--force")).toMatchObject({ code: 0, stderr: "" });
  } finally {
    delete process.env.ENVIRONMENTS;
  }
});

test("stacks are selected by name and by glob", () => {
  expect(run("*-main", "--out", "out").code).toBe(0);
  expect(readdirSync("out").sort()).toEqual(["dev-main", "production-main"]);
  expect(run("dev-batch", "--out", "more").code).toBe(0);
  expect(readdirSync("more")).toEqual(["dev-batch"]);
});

describe("the stack that installs programs", () => {
  const cluster = {
    platform: "eks",
    name: "main",
    region: "eu-west-1",
    kubernetesVersion: "1.35",
    network: { nat: "single" },
    access: { admins: ["arn:aws:iam::111122223333:role/admin"], publicFrom: ["203.0.113.0/24"] },
    nodeGroups: [{ name: "workers", machineTypes: ["m7i.large"], size: 3 }],
    workloads: { programs: { "cert-manager": true } },
  };
  const file = (more: object) =>
    writeFileSync("environments/test.yaml", JSON.stringify({ ...more, clusters: [cluster] }));
  const name = "test-main-workloads";
  const local = `${name} reads the state of test-main, so the file needs a backend that both folders reach: set backend, such as s3`;
  const s3 = { type: "s3", bucket: "acme", region: "eu-central-1" };

  test.each([
    ["with a local state", [], {}, local],
    ["with the backend of the pipeline", ["--backend", "s3"], {}, `${local}, and omit --backend`],
    [
      "with the backend of the pipeline instead of that of the file",
      ["--backend", "s3"],
      { backend: s3 },
      local.replace("set backend, such as s3", "omit --backend"),
    ],
  ])("is skipped %s, and refused if it is named", (_, options, more, reason) => {
    file(more);
    const { code, stderr } = run("test-*", "--out", "out", ...options);
    expect(code).toBe(0);
    expect(stderr).toContain(`skipped: ${reason}\n`);
    expect(readdirSync("out")).toEqual(["test-main"]);

    const named = run(name, "test-main", "--out", "more", ...options);
    expect(named.code).toBe(1);
    expect(named.stderr).toContain(`${reason}\n`);
    const alone = run("test-*-workloads", "--out", "more", ...options);
    expect(alone).toMatchObject({ code: 1, stdout: "" });
    expect(alone.stderr).toBe(`skipped: ${reason}\nnothing was exported: all selected stacks were skipped\n`);
    expect(existsSync("more")).toBe(false);
  });

  test("is a module whose inputs are outputs of the module of the cluster, also with a local state", () => {
    file({});
    expect(run("test-*", "--as", "module", "--out", "out").code).toBe(0);
    expect(readdirSync("out").sort()).toEqual(["test-main", name]);
    expect(existsSync(`out/${name}/objects-chart/Chart.yaml`)).toBe(true);
    expect(existsSync(`out/${name}/backend.tf.json`)).toBe(false);
    expect(Object.keys(json(`out/${name}/variables.tf.json`).variable)).toContain("storage_manifests");
  });

  test("is refused as a module if the environment has a variable with the name of an input", () => {
    const variables = { storage_manifests: { type: "string" } };
    file({ variables });
    const { code, stderr } = run(name, "--as", "module", "--out", "out");
    expect(code).toBe(1);
    expect(stderr).toContain(
      'variable "storage_manifests" of the environment has the name of an input of the module; rename it',
    );
    expect(existsSync("out")).toBe(false);
  });

  test("is a root module if both folders reach the state", () => {
    file({ backend: s3 });
    expect(run("test-*", "--out", "out").code).toBe(0);
    expect(readdirSync("out").sort()).toEqual(["test-main", name]);
  });
});

describe("the description for GitOps tools", () => {
  const reason =
    "dev-main-gitops reads the state of dev-main, so the file needs a backend that both folders reach: set backend, such as s3";

  test("is skipped with a local state, and refused if the cluster is named", () => {
    const all = run("--as", "gitops", "--out", "out");
    expect(all).toMatchObject({ code: 1, stdout: "" });
    expect(all.stderr).toContain(`skipped: ${reason}\n`);
    expect(all.stderr).toMatch(/\nnothing was exported: all selected stacks were skipped\n$/);
    expect(existsSync("out")).toBe(false);
    const named = run("dev-main", "--as", "gitops", "--out", "out");
    expect(named.code).toBe(1);
    expect(named.stderr).toContain(`${reason}\n`);
  });

  test("is refused if a cluster has the name of its folder", () => {
    const { clusters } = json("environments/dev.yaml");
    const backend = { type: "s3", bucket: "acme", region: "eu-central-1" };
    const more = [...clusters, { ...clusters[0], name: "main-gitops" }];
    writeFileSync("environments/dev.yaml", JSON.stringify({ backend, clusters: more }));
    const { code, stderr } = run("dev-main", "--as", "gitops", "--out", "out");
    expect(code).toBe(1);
    expect(stderr).toContain("dev-main-gitops is also a cluster; the description of dev-main has its folder");
    expect(existsSync("out")).toBe(false);
  });

  test("is a root module without providers", () => {
    const { clusters } = json("environments/dev.yaml");
    const backend = { type: "s3", bucket: "acme", region: "eu-central-1" };
    writeFileSync("environments/dev.yaml", JSON.stringify({ backend, clusters }));
    expect(run("dev-main", "--as", "gitops", "--out", "out").code).toBe(0);
    expect(readdirSync("out/dev-main-gitops").sort()).toEqual([
      "README.md",
      "backend.tf.json",
      "main.tf.json",
      "outputs.tf.json",
      "variables.tf.json",
      "versions.tf.json",
    ]);
    expect(Object.keys(json("out/dev-main-gitops/outputs.tf.json").output)).toEqual([
      "argocd_cluster_secret",
      "flux_config_map",
      "gitops",
    ]);
  });
});

test("a module has inputs", () => {
  expect(run("production-main", "--out", "out", "--as", "module").code).toBe(0);
  const { variable } = json("out/production-main/variables.tf.json");
  expect(Object.keys(variable)).toEqual([
    "admins",
    "kubernetes_version",
    "node_group_machine_types",
    "node_group_sizes",
    "viewers",
  ]);
  expect(readdirSync("out/production-main")).not.toContain("backend.tf.json");
});

test("a pipeline can configure the backend", () => {
  expect(run("production-main", "--out", "out", "--backend", "azurerm").code).toBe(0);
  expect(json("out/production-main/backend.tf.json")).toEqual({ terraform: { backend: { azurerm: {} } } });
});

describe("nothing is written", () => {
  afterEach(() => expect(readdirSync(".").filter((name) => name !== "mine")).toEqual(["environments"]));

  test.each([
    [["--as", "root"], "export needs --out DIR"],
    [["--out", "out", "--as", "hcl"], '--as must be one of root, module, gitops, got "hcl"'],
    [
      ["--out", "out", "--as", "module", "--backend", "s3"],
      "a module has no backend: use --backend with --as root",
    ],
    [
      ["--out", "out", "--as", "gitops", "--backend", "s3"],
      "--as gitops reads the backend of the file: use --backend with --as root",
    ],
    [["--out", "out", "--plan"], "export has no option --plan"],
    [["--out"], "--out needs a value: --out DIR"],
  ])("if the command line is invalid: %j", (argv, message) => {
    const { code, stderr } = run(...argv);
    expect(code).toBe(2);
    expect(stderr).toBe(`cdktf-clusters: ${message}\nSee "cdktf-clusters help export".\n`);
  });

  test.each([
    [["prodution-main"], 'unknown stack "prodution-main"; did you mean "production-main"?'],
    [["x-*"], 'unknown stack "x-*"; known: dev-main, dev-batch, production-main'],
    [["--backend", "s4"], 'unknown backend "s4"; Terraform has azurerm, consul'],
  ])("if %j does not exist", (argv, message) => {
    const { code, stderr } = run(...argv, "--out", "out");
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  test("if a file has an error", () => {
    writeFileSync("environments/production.yaml", "clusters: []\n");
    const { code, stderr } = run("dev-main", "--out", "out");
    expect(code).toBe(1);
    expect(stderr).toContain("environments/production.yaml:1:11 clusters: ");
  });

  test("if the folder of any stack is not empty", () => {
    mkdirSync("mine/production-main", { recursive: true });
    writeFileSync("mine/production-main/notes.md", "mine");
    const { code, stderr } = run("--out", "mine");
    expect(code).toBe(1);
    expect(stderr).toBe(
      "mine/production-main is not empty: it has notes.md; --force replaces what an export wrote [output/free]\n",
    );
    expect(readdirSync("mine")).toEqual(["production-main"]);
    expect(readdirSync("mine/production-main")).toEqual(["notes.md"]);
  });

  test("if --force would replace a README that is not that of an export", () => {
    expect(run("--out", "mine").code).toBe(0);
    expect(run("--out", "mine", "--force").code).toBe(0);
    writeFileSync("mine/production-main/README.md", "# How we run production\n");
    const { code, stderr } = run("--out", "mine", "--force");
    expect(code).toBe(1);
    expect(stderr).toBe(
      "mine/production-main/README.md is not that of an export: move it, or choose another folder [output/free]\n",
    );
    expect(readFileSync("mine/production-main/README.md", "utf8")).toBe("# How we run production\n");
  });

  test.each(["main.tf.json", "backend.tf.json", "objects-chart"])(
    "if --force would replace %s in a folder without the README of an export",
    (name) => {
      mkdirSync("mine/production-main", { recursive: true });
      writeFileSync(`mine/production-main/${name}`, "{}\n");
      const { code, stderr } = run("production-main", "--out", "mine", "--force");
      expect(code).toBe(1);
      expect(stderr).toBe(
        `mine/production-main/${name} is not that of an export, which has a README.md: move it, or choose another folder [output/free]\n`,
      );
      expect(readdirSync("mine/production-main")).toEqual([name]);
      expect(readFileSync(`mine/production-main/${name}`, "utf8")).toBe("{}\n");
    },
  );
});

test("an option of export is refused in other commands", () => {
  const err: string[] = [];
  const silent = { write: () => true };
  expect(main(["validate", "--force"], { stdout: silent, stderr: { write: (text) => err.push(text) } })).toBe(
    2,
  );
  expect(err.join("")).toContain("validate has no option --force");
});
