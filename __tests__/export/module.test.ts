import { App } from "cdktf";
import type { InputTable } from "../../modules/cluster/inputs";
import { InputError } from "../../modules/cluster/problem";
import { childModule, plainConfiguration } from "../../modules/export";
import { createStack } from "../../stacks";
import { minimal } from "../support/eks";

const version: InputTable["inputs"][number] = {
  name: "kubernetes_version",
  type: "string",
  description: "Kubernetes version",
  default: "1.35",
  validation: [],
  fields: { kubernetesVersion: [] },
};

/** The module of a stack with the given blocks. */
function moduleOf(blocks: object, table: InputTable = { inputs: [version], fixed: ["Zones: a"] }) {
  const configuration = plainConfiguration(JSON.stringify(blocks));
  const cluster = { ...minimal, tags: { team: "shop" } };
  const files = childModule(configuration, { cluster, table });
  return { files, readme: files["README.md"], json: (name: string) => JSON.parse(files[`${name}.tf.json`]) };
}

const blocks = {
  resource: { thing: { a: { provider: "aws.west", version: "${var.kubernetes_version}" } } },
  provider: { aws: [{ region: "eu-central-1" }, { alias: "west", region: "eu-west-1" }] },
  variable: {
    kubernetes_version: { type: "string", default: "1.35" },
    cost: { type: "string" },
    role: { type: "string", default: "x" },
    unused: { type: "string", default: "y" },
  },
  terraform: { backend: { local: {} }, required_providers: { aws: { source: "hashicorp/aws" } } },
};

describe("a child module", () => {
  test("has no backend and no providers, and declares aliases of providers", () => {
    const { files, json } = moduleOf(blocks);
    expect(Object.keys(files).sort()).toEqual([
      "README.md",
      "main.tf.json",
      "outputs.tf.json",
      "variables.tf.json",
      "versions.tf.json",
    ]);
    expect(json("main")).toEqual({ resource: blocks.resource });
    expect(json("variables")).toEqual({ variable: blocks.variable });
    expect(json("versions").terraform).toEqual({
      required_version: ">= 1.3.0",
      required_providers: { aws: { source: "hashicorp/aws", configuration_aliases: ["aws.west"] } },
    });
  });

  test("keeps the Terraform requirements of the stack", () => {
    const { json } = moduleOf({ terraform: { required_version: ">= 1.10", backend: { s3: {} } } });
    expect(json("versions").terraform).toEqual({ required_version: ">= 1.10", required_providers: {} });
  });

  test("cannot import", () => {
    expect(() => moduleOf({ ...blocks, import: [{ to: "a.b", id: "c" }] })).toThrow(
      "a module cannot import resources: export the stack as a root module",
    );
  });

  test("cannot have a variable of the environment with the name of an input", () => {
    const settings = { variables: { kubernetes_version: { type: "string" as const } } };
    const create = () =>
      createStack(new App(), { platform: "eks", ...minimal }, settings, { inputs: [version], fixed: [] });
    expect(create).toThrow(InputError);
    expect(create).toThrow(
      'variable "kubernetes_version" of the environment has the name of an input of the module; rename it',
    );
  });
});

describe("the README of a module", () => {
  const exampleOf = (readme: string) => /^```hcl\n([^]*?)^```$/m.exec(readme)![1];

  test("shows the providers, the variables that they and the module need, and inputs", () => {
    const azurerm = [
      {
        features: [{ storage: [{ data_plane_available: false }], netapp: [{}] }],
        subscription_id: "${var.role}",
        ids: ["a", "b"],
        tags: { "a b": "c" },
      },
    ];
    const { readme } = moduleOf({ ...blocks, provider: { azurerm } });
    expect(exampleOf(readme)).toBe(`provider "azurerm" {
  ids             = ["a", "b"]
  subscription_id = var.role
  tags            = { "a b" = "c" }
  features {
    netapp {}
    storage {
      data_plane_available = false
    }
  }
}

variable "cost" {
  type = string
}

variable "role" {
  type    = string
  default = "x"
}

module "cluster" {
  source             = "./shop"
  kubernetes_version = "1.35"
  cost               = var.cost
  role               = var.role
}
`);
  });

  test("passes manifests to the root module, because only its outputs can be printed", () => {
    const output = { storage_manifests: { value: [] }, cluster_name: { value: "shop" } };
    const { readme } = moduleOf({ ...blocks, output });
    expect(exampleOf(readme)).toContain(
      'output "storage_manifests" {\n  value = module.cluster.storage_manifests\n}\n',
    );
    expect(readme).toContain("terraform output -json storage_manifests | kubectl apply -f -");
    expect(moduleOf(blocks).readme).not.toContain("terraform output");
  });

  test("lists inputs, requirements and fixed values", () => {
    const { readme } = moduleOf(blocks);
    expect(readme).toContain('| kubernetes_version | n/a | `string` | `"1.35"` | no |');
    expect(readme).toContain("| cost | n/a | `string` | n/a | yes |");
    expect(readme).toContain(
      "## Requirements\n\n| Name | Version |\n| --- | --- |\n| terraform | >= 1.3.0 |\n| aws | any |\n",
    );
    expect(readme).toContain('- Tags: { team = "shop" }\n- Zones: a\n');
    expect(readme).toContain("- Name: `shop`.");
  });
});
