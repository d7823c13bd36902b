import { Graph } from "../support/graph";
import { exported, stacksOf } from "./stacks";

const stacks = stacksOf("environments", "examples");

test("there are stacks of all platforms", () => {
  const platforms = stacks.map(([, { clusters }]) => clusters[0].platform);
  expect([...new Set(platforms)].sort()).toEqual(["aks", "eks", "gke", "kubeadm"]);
  expect(stacks.length).toBeGreaterThan(50);
});

describe.each(stacks)("%s as a root module", (_, environment) => {
  const files = exported(environment, "root");

  test("has all elements of the stack, and no paths of this machine", () => {
    const blocks = Object.entries(files).flatMap(([name, text]) =>
      name.endsWith(".json") ? [JSON.parse(text)] : [],
    );
    const graph = new Graph(Object.assign({}, ...blocks));
    expect(graph.addresses.length).toBeGreaterThan(10);
    expect(graph.unresolved).toEqual([]);
    const text = Object.values(files).join("");
    expect(text).not.toMatch(/"\/\/"|cdktf\.out|\.\.\//);
    expect(text).not.toContain(process.cwd());
  });

  test("requires a Terraform version, and documents each element", () => {
    const { terraform } = JSON.parse(files["versions.tf.json"]) as {
      terraform: { required_version: string };
    };
    const main = JSON.parse(files["main.tf.json"]) as Record<
      "resource" | "data",
      Record<string, object> | undefined
    >;
    expect(terraform.required_version).toMatch(/^>= 1\.\d+\.0$/);
    const elements = [main.resource, main.data].flatMap((block) => Object.entries(block ?? {}));
    const names = elements.flatMap(([type, byName]) =>
      Object.keys(byName).map((name) => `[${type}.${name}](`),
    );
    expect(names.filter((name) => !files["README.md"].includes(name))).toEqual([]);
  });

  test("has the same bytes a second time", () => {
    expect(exported(environment, "root")).toEqual(files);
  });
});

describe.each(stacks)("%s as a child module", (name, environment) => {
  const files = exported(environment, "module");
  const json = (file: string) => JSON.parse(files[`${file}.tf.json`]);
  const { variable } = json("variables") as { variable: Record<string, { default?: unknown }> };
  const all = Object.assign({}, json("main"), json("outputs"), { variable });

  test("has references that resolve", () => {
    const graph = new Graph(all);
    expect(graph.unresolved).toEqual([]);
    expect(graph.cycle).toBeUndefined();
  });

  test("uses each input, and each has a default", () => {
    const declared = Object.entries(variable ?? {}).filter(
      ([name]) => !environment.settings.variables?.[name],
    );
    // The caller of a module of a kubeadm cluster sets nothing.
    const expected = name.startsWith("kubeadm-") ? [] : ["admins", "viewers"];
    expect(declared.map(([name]) => name)).toEqual(expect.arrayContaining(expected));
    for (const [name, { default: value }] of declared) {
      expect(files["main.tf.json"]).toMatch(new RegExp(`\\$\\{[^"]*\\bvar\\.${name}\\b`));
      expect(value).toBeDefined();
    }
  });

  test("has no output that mentions outputs of the root module", () => {
    expect(files["outputs.tf.json"]).not.toContain("terraform output");
    expect(files["main.tf.json"]).toContain(name);
  });

  test("has a README with the required provider", () => {
    const [cluster] = environment.clusters;
    const { platform, region } = cluster;
    const onCloud = "cloud" in cluster ? cluster.cloud : undefined;
    const azure = 'provider "azurerm" {\n  features {';
    const [aws, google] = ["aws", "google"].map((name) => `provider "${name}" {\n  region = "${region}"\n`);
    const provider = {
      eks: aws,
      aks: 'provider "azurerm" {\n  resource_providers_to_register = [',
      gke: google,
      kubeadm: onCloud === undefined ? aws : { aws, azure, google }[onCloud],
    };
    expect(files["README.md"]).toContain(provider[platform]);
    expect(files["README.md"].includes("data_plane_available = false")).toBe(
      platform === "aks" || onCloud === "azure",
    );
  });
});

const chosen = [
  "production-main",
  "production-aks",
  "production-gke",
  "self-managed-main",
  "existing-vpc-shop",
];

test.each(stacks.filter(([name]) => chosen.includes(name)))(
  "%s as a child module has the addresses of the root module, except for admins and viewers",
  (_, environment) => {
    const [root, module] = (["root", "module"] as const).map((as) => {
      const main = JSON.parse(exported(environment, as)["main.tf.json"]);
      return new Graph(main).addresses.filter((address) => !isGrant.test(address));
    });
    expect(module).toEqual(root);
    expect(module.length).toBeGreaterThan(20);
  },
);

test.each(stacks.filter(([name]) => chosen.includes(name)))(
  "%s as a child module is the same in a second export",
  (_, environment) => {
    expect(exported(environment, "module")).toEqual(exported(environment, "module"));
  },
);

/** Grants of principals: a resource for each, or one for all of them. The address of a subnet tag contains the id of the subnet. */
const isGrant =
  /^(aws_eks_access_\w+\.identity_|azurerm_role_assignment\.identity_(admin|viewer)_|google_project_iam_member\.identity_\w+_(admin|viewer)$|aws_ec2_tag\.)/;
