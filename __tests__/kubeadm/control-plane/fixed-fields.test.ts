import { fields } from "../../../modules/kubeadm/fields.generated";
import type { FieldTable } from "../../../modules/cluster/fields";
import { shippedClusters } from "../../support/shipped";
import type { Arguments } from "../../support/synthesized";

/** The e2e tests plan other values with Terraform. */

const refused = Object.entries<FieldTable[string]>(fields)
  .filter(([, { change }]) => change === "refused")
  .map(([path]) => path);

const clusters = shippedClusters().filter(({ cluster }) => cluster.platform === "kubeadm");

test.each(clusters.map(({ name, stack }) => [name, stack] as const))(
  "%s records all fields that a running cluster cannot change",
  (_, stack) => {
    const records = Object.values(stack.terraform.resource.terraform_data as Record<string, Arguments>);
    const inputs = Object.assign({}, ...records.map(({ input }) => input)) as Record<string, string>;
    const ofCloud = inputs.cloud === "azure" ? ["network.nat"] : [];
    expect(Object.keys(inputs).sort()).toEqual([...refused, ...ofCloud].sort());
    for (const { input, lifecycle } of records) {
      expect(lifecycle.ignore_changes).toEqual(["input"]);
      const [[field, value], ...others] = Object.entries(input as Record<string, string>);
      expect(others).toEqual([]);
      expect(lifecycle.postcondition).toMatchObject([
        { condition: `\${(lookup(self.output, "${field}", "${value}") == "${value}")}` },
      ]);
    }
  },
);

test("the fields include the network of pods and its ranges", () => {
  expect(refused).toEqual(expect.arrayContaining(["network.cni", "network.podCidr", "network.serviceCidr"]));
});
