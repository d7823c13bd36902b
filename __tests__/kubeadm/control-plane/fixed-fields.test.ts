import { fields } from "../../../modules/kubeadm/fields.generated";
import type { FieldTable } from "../../../modules/cluster/fields";
import { shippedClusters } from "../../support/shipped";

/** The e2e tests plan other values with Terraform. */

const refused = Object.entries<FieldTable[string]>(fields)
  .filter(([, { change }]) => change === "refused")
  .map(([path]) => path);

const clusters = shippedClusters().filter(({ cluster }) => cluster.platform === "kubeadm");

test.each(clusters.map(({ name, stack }) => [name, stack] as const))(
  "%s records all fields that a running cluster cannot change",
  (_, stack) => {
    const record = stack.terraform.resource.terraform_data.fixed_fields;
    const ofCloud = (record.input as Record<string, string>).cloud === "azure" ? ["network.nat"] : [];
    expect(Object.keys(record.input as object).sort()).toEqual([...refused, ...ofCloud].sort());
    expect(record.lifecycle.ignore_changes).toEqual(["input"]);
    const conditions = (record.lifecycle.postcondition as { readonly condition: string }[]).map(
      ({ condition }) => condition,
    );
    for (const [field, value] of Object.entries(record.input as Record<string, string>)) {
      expect(conditions).toContain(`\${(lookup(self.output, "${field}", "${value}") == "${value}")}`);
    }
  },
);

test("the fields include the network of pods and its ranges", () => {
  expect(refused).toEqual(expect.arrayContaining(["network.cni", "network.podCidr", "network.serviceCidr"]));
});
