import { plainConfiguration, rootModule } from "../../modules/export";

const stack = (blocks: object) => plainConfiguration(JSON.stringify(blocks));
const root = (blocks: object, emptyBackend?: string) =>
  rootModule(stack(blocks), { name: "shop", emptyBackend });

describe("a stack without CDKTF's metadata", () => {
  test("has no comments in its elements, and keeps them in maps", () => {
    expect(
      stack({
        "//": { metadata: { version: "0.21.0" } },
        resource: { aws_vpc: { main: { "//": { metadata: {} }, tags: { "//": "mine" } } } },
        output: { id: { "//": {}, value: 1 } },
        terraform: { "//": {}, backend: {} },
      }),
    ).toEqual({
      resource: { aws_vpc: { main: { tags: { "//": "mine" } } } },
      output: { id: { value: 1 } },
      terraform: { backend: {} },
    });
  });

  test("does not depend on the order of its parts", () => {
    const [one, other] = [
      { b: { y: 1, x: [{ d: 1, c: 2 }] }, a: {} },
      { a: {}, b: { x: [{ c: 2, d: 1 }], y: 1 } },
    ].map((tags) => JSON.stringify(stack({ resource: { aws_vpc: { main: { tags } } } })));
    expect(one).toBe(other);
  });

  test("must not contain paths of the machine", () => {
    const text = JSON.stringify({ resource: { aws_s3_object: { a: { source: "/home/me/out/x" } } } });
    expect(() => plainConfiguration(text, ["/home/me/out"])).toThrow(
      "resource.aws_s3_object.a.source has a path of this machine: /home/me/out",
    );
    expect(() => plainConfiguration(text, ["/elsewhere", "/"])).not.toThrow();
  });
});

describe("a root module", () => {
  const files = root({
    resource: { aws_vpc: { main: {} } },
    provider: { aws: [{ region: "eu-central-1" }] },
    variable: { owner: { type: "string", description: "Who | pays", sensitive: true } },
    output: { id: { value: "${aws_vpc.main.id}", description: "Its id" } },
    terraform: {
      backend: { s3: { bucket: "states", key: "shop" } },
      required_providers: { aws: { source: "hashicorp/aws", version: ">= 6.0.0" } },
    },
  });

  test("has each part in its conventional file", () => {
    const json = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, name.endsWith(".json") ? JSON.parse(text) : text]),
    );
    expect(json).toEqual({
      "main.tf.json": {
        provider: { aws: [{ region: "eu-central-1" }] },
        resource: { aws_vpc: { main: {} } },
      },
      "variables.tf.json": {
        variable: { owner: { type: "string", description: "Who | pays", sensitive: true } },
      },
      "outputs.tf.json": { output: { id: { value: "${aws_vpc.main.id}", description: "Its id" } } },
      "versions.tf.json": {
        terraform: {
          required_version: ">= 1.3.0",
          required_providers: { aws: { source: "hashicorp/aws", version: ">= 6.0.0" } },
        },
      },
      "backend.tf.json": { terraform: { backend: { s3: { bucket: "states", key: "shop" } } } },
      "README.md": expect.any(String),
    });
  });

  test("documents inputs and outputs", () => {
    expect(files["README.md"]).toContain("| owner | Who \\| pays Sensitive. | `string` | n/a | yes |");
    expect(files["README.md"]).toContain("| id | Its id |");
    expect(files["README.md"]).toContain("The state is kept by the backend `s3`");
  });

  test("documents itself in the form of terraform-docs, with a link to each resource", () => {
    const readme = files["README.md"];
    expect([...readme.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
      "Usage",
      ...["Requirements", "Providers", "Modules", "Resources", "Inputs", "Outputs"],
    ]);
    expect(readme).toContain(
      "| [aws_vpc.main](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc) | resource |",
    );
    expect(readme).toContain("| Name | Description | Type | Default | Required |");
    expect(readme).toMatch(/<!-- BEGIN_TF_DOCS -->\n\n## Requirements[^]*<!-- END_TF_DOCS -->\n$/);
    expect(readme).toContain("```sh\nexport TF_VAR_owner=…\nterraform init\n");
    const empty = root({ data: { terraform_remote_state: { other: {} } } })["README.md"];
    expect(empty).toContain("| terraform_remote_state.other | data source |");
    for (const kind of ["providers", "modules", "inputs", "outputs"]) expect(empty).toContain(`No ${kind}.`);
    expect(root({})["README.md"]).toContain("No resources.");
  });

  test.each<[what: string, blocks: object, variable: string | undefined]>([
    ["azurerm", { provider: { azurerm: [{ features: [{}] }] } }, "ARM_SUBSCRIPTION_ID"],
    ["azurerm with a subscription", { provider: { azurerm: [{ subscription_id: "1" }] } }, undefined],
    ["google", { provider: { google: [{ region: "europe-west3" }] } }, "GOOGLE_PROJECT"],
    ["google with a project", { provider: { google: [{ project: "acme" }] } }, undefined],
    [
      "a cluster of Google in the project of the provider",
      { provider: { google: [{}] }, data: { google_project: { project: {} } } },
      "GOOGLE_PROJECT",
    ],
    [
      "a cluster of Google with its project",
      { provider: { google: [{}] }, data: { google_project: { project: { project_id: "acme" } } } },
      undefined,
    ],
    ["aws", { provider: { aws: [{}] } }, undefined],
  ])("names the variable that %s needs", (_, blocks, variable) => {
    const first = variable === undefined ? "" : `export ${variable}=…\n`;
    expect(root(blocks)["README.md"]).toContain(`\`\`\`sh\n${first}terraform init\n`);
  });

  test.each<[what: string, blocks: object, emptyBackend: string | undefined, version: string]>([
    ["nothing special", {}, undefined, "1.3.0"],
    ["a lock file of s3", { terraform: { backend: { s3: { use_lockfile: true } } } }, undefined, "1.10.0"],
    ["an empty backend", { terraform: { backend: { s3: { use_lockfile: true } } } }, "s3", "1.3.0"],
    ["imports", { import: [{ to: "a.b", id: "c" }] }, undefined, "1.5.0"],
    ["no imports", { import: [] }, undefined, "1.3.0"],
    ["removed blocks", { removed: [{ from: "a.b" }] }, undefined, "1.7.0"],
    [
      "imports and a lock file",
      { import: [{ to: "a.b", id: "c" }], terraform: { backend: { s3: { use_lockfile: true } } } },
      undefined,
      "1.10.0",
    ],
    ["its own version", { terraform: { required_version: ">= 9" } }, undefined, "9"],
  ])("with %s requires the Terraform version that has it", (_, blocks, emptyBackend, version) => {
    const { "versions.tf.json": versions, "README.md": readme } = root(blocks, emptyBackend);
    const { terraform } = JSON.parse(versions) as { terraform: { required_version: string } };
    expect(terraform.required_version).toBe(`>= ${version}`);
    expect(readme).toContain(`| terraform | >= ${version} |`);
  });

  test("has a local state in its folder", () => {
    const { "backend.tf.json": backend } = root({
      terraform: { backend: { local: { path: "../../../states/shop.tfstate" } } },
    });
    expect(JSON.parse(backend)).toEqual({ terraform: { backend: { local: { path: "shop.tfstate" } } } });
  });

  test("keeps a workspace of HCP Terraform", () => {
    const cloud = { organization: "acme", workspaces: { name: "shop" } };
    const { "backend.tf.json": backend, "README.md": readme } = root({ terraform: { cloud } });
    expect(JSON.parse(backend)).toEqual({ terraform: { cloud } });
    expect(readme).toContain("HCP Terraform");
  });

  test("has an empty backend if the pipeline configures it", () => {
    const { "backend.tf.json": backend, "README.md": readme } = root(
      { terraform: { backend: { local: {} } } },
      "s3",
    );
    expect(JSON.parse(backend)).toEqual({ terraform: { backend: { s3: {} } } });
    expect(readme).toContain("terraform init -backend-config=FILE");
  });

  test("supports the backends of Terraform", () => {
    expect(() => root({}, "s4")).toThrow(/^unknown backend "s4"; Terraform has azurerm, .*s3$/);
  });
});
