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
        terraform: { required_providers: { aws: { source: "hashicorp/aws", version: ">= 6.0.0" } } },
      },
      "backend.tf.json": { terraform: { backend: { s3: { bucket: "states", key: "shop" } } } },
      "README.md": expect.any(String),
    });
  });

  test("documents inputs and outputs", () => {
    expect(files["README.md"]).toContain("| `owner` | `string` | required | Who \\| pays Sensitive. |");
    expect(files["README.md"]).toContain("| `id` | Its id |");
    expect(files["README.md"]).toContain("The state is kept by the backend `s3`");
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
