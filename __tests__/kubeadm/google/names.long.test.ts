import fc from "fast-check";
import { isError } from "../../../modules/cluster/problem";
import { computeName } from "../../../modules/google/names";
import { clusterProblems } from "../../../modules/kubeadm/rules";
import { synthesizeKubeadm } from "../../support/kubeadm";
import { googleGroup, onGoogle, today } from "../rule-support";

/** Names as the rules accept them: many long ones, many "-" and digits. */
const nameOf = (most: number) =>
  fc
    .tuple(
      fc.constantFrom(..."az"),
      fc.string({ unit: fc.constantFrom(..."-----a0z9"), maxLength: most - 1, size: "max" }),
    )
    .map((parts) => parts.join(""));

/** What Google accepts, by resource type and argument; all others have names of Compute Engine. */
const forms: Readonly<Record<string, RegExp>> = {
  "google_compute_instance_template.name_prefix": /^[a-z][a-z0-9-]{0,36}$/,
  "google_compute_instance_group_manager.base_instance_name": /^[a-z]([a-z0-9-]{0,56}[a-z0-9])?$/,
  "google_compute_region_instance_group_manager.base_instance_name": /^[a-z]([a-z0-9-]{0,56}[a-z0-9])?$/,
  "google_service_account.account_id": /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
  "google_project_iam_custom_role.role_id": /^[A-Za-z0-9_.]{3,64}$/,
  "google_storage_bucket.name": /^(?!goog)[a-z0-9](?!.*g[o0]{2}gle)[a-z0-9-]{1,61}[a-z0-9]$/,
};
const computeForm = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;
const argumentNames = ["name", "name_prefix", "base_instance_name", "account_id", "role_id"] as const;

/** Objects of Cloud Storage and records of DNS have other names. */
const withoutForm = ["google_storage_bucket_object", "google_dns_record_set"];

test("names of resources are valid for each name of a cluster and of its groups", () => {
  fc.assert(
    fc.property(nameOf(47), fc.uniqueArray(nameOf(80), { minLength: 1, maxLength: 3 }), (name, groups) => {
      const props = onGoogle({
        name,
        autoscaling: "none",
        nodeGroups: groups.map((group, i) =>
          googleGroup({ name: group, spread: i === 1 ? "per-zone" : "one-group" }),
        ),
      });
      fc.pre(!clusterProblems(props, { today }).some(isError));
      const { resource } = synthesizeKubeadm(props).terraform as unknown as {
        resource: Record<string, Record<string, Record<string, unknown>>>;
      };
      const names = new Set<string>();
      for (const [type, named] of Object.entries(resource)) {
        for (const config of withoutForm.includes(type) ? [] : Object.values(named)) {
          for (const argument of argumentNames) {
            if (config[argument] === undefined) continue;
            const text = String(config[argument]).replace(/\$\{data\.google_project[^}]*\}/, "123456789012");
            const form = forms[`${type}.${argument}`] ?? computeForm;
            if (!form.test(text)) throw new Error(`${type}.${argument}: ${text}`);
            if (argument !== "name") continue;
            const key = `${type} ${text} ${String(config.zone)}`;
            if (names.has(key)) throw new Error(`two resources are ${key}`);
            names.add(key);
          }
        }
      }
    }),
    { numRuns: 40, seed: 20261129 },
  );
});

test("names that end in - have a hash, and differ from those without -", () => {
  expect(computeName(["shop", "workers"], 63)).toBe("shop-workers");
  const names = ["workers-", "workers--"].map((group) => computeName(["shop", group], 63));
  for (const name of names) expect(name).toMatch(/^shop-workers-[0-9a-f]{8}$/);
  expect(new Set(names).size).toBe(2);
});
