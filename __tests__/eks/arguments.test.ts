import { type Argument, argumentTable, type Omitted } from "../../modules/eks/arguments";
import { fields } from "../../modules/eks/fields.generated";
import type { FieldTable } from "../../modules/cluster/fields";
import type { EksClusterProps, EksNodeGroupSpec } from "../../modules/eks/spec";
import { minimal, synthesizeEks } from "../support/eks";
import { errorsOf } from "../fields/mapping";
import { witnesses } from "../fields/witnesses";
import { shippedClusters } from "../support/shipped";
import { synthesizeStack } from "../support/stack";
import type { Arguments } from "../support/synthesized";

/** Arguments of Terraform itself. */
const meta = ["//", "depends_on", "lifecycle", "provider"];

/** Whether a removed argument does not get the setting of a file without it. */
const needsValue = (omitted: Omitted): boolean => ["required", "kept"].includes(omitted);

type Resources = Readonly<Record<string, Readonly<Record<string, Arguments>>>>;

const [group] = minimal.nodeGroups;
const own: EksNodeGroupSpec = { ...group, name: "own", kind: "self-managed" };

/** Clusters of all examples, and some with settings that no example has. */
const stacks: readonly Resources[] = [
  ...shippedClusters()
    .filter(({ cluster }) => cluster.platform === "eks")
    .map(({ stack }) => stack.terraform),
  synthesizeEks({ nodeGroups: [group, own, { ...own, name: "sized", size: { min: 1, max: 3 } }] }).terraform,
  synthesizeEks({ eks: { addOns: { "metrics-server": { version: "v0.8.0-eksbuild.2" } } } }).terraform,
  ...witnesses.eks
    .flatMap(({ before, after }) => [before, after])
    .filter((cluster) => errorsOf("eks", cluster).length === 0)
    .map((cluster) => synthesizeStack(cluster).terraform),
].map(({ resource }) => resource as Resources);

/** The values of an argument in all resources or blocks that can have it. */
function holders(type: string, path: readonly string[]): Arguments[] {
  const resources = stacks.flatMap((resource) => Object.values(resource[type] ?? {}));
  return path.slice(0, -1).reduce<Arguments[]>(
    (all, step) =>
      all.flatMap((one) => {
        const value = one[step] as Arguments | Arguments[] | undefined;
        return value === undefined ? [] : value;
      }),
    resources,
  );
}

describe.each(Object.entries(argumentTable))("%s", (type, { arguments: rows, source }) => {
  const table: Readonly<Record<string, Argument>> = rows;

  test("has a row for each argument that is written, and its source", () => {
    const blocks = new Set(
      Object.keys(table).flatMap((name) => {
        const steps = name.split(".");
        return steps.slice(1).map((_, i) => steps.slice(0, i + 1).join("."));
      }),
    );
    const paths = ["", ...blocks];
    const written = paths.flatMap((path) => {
      const steps = path === "" ? [""] : [...path.split("."), ""];
      return holders(type, steps).flatMap((holder) =>
        Object.keys(holder)
          .filter((name) => path !== "" || !meta.includes(name))
          .map((name) => (path === "" ? name : `${path}.${name}`)),
      );
    });
    expect([...new Set(written)].filter((name) => !table[name])).toEqual([]);
    expect(source).toMatch(
      /^https:\/\/github\.com\/hashicorp\/terraform-provider-aws\/blob\/v6\.25\.0\/internal\/service\/\w+\/\w+\.go$/,
    );
  });

  test.each(Object.entries(table).filter(([, { omitted, missing }]) => needsValue(omitted) && !missing))(
    "%s is always written, because its removal does not have the effect of the file",
    (name) => {
      const steps = name.split(".");
      const all = holders(type, steps);
      expect(all.length).toBeGreaterThan(0);
      expect(all.filter((holder) => holder[steps.at(-1)!] === undefined)).toEqual([]);
    },
  );

  test("an argument that may be missing is one whose removal needs a reason", () => {
    for (const [name, { omitted, missing }] of Object.entries(table)) {
      if (missing !== undefined)
        expect([name, needsValue(omitted), missing]).toEqual([name, true, expect.stringMatching(/\w/)]);
    }
  });
});

/** The first resource of a type with this name, or whose name begins with it. */
function resourceOf(props: Partial<EksClusterProps>, type: string, name: string): Arguments {
  const all = synthesizeEks(props).terraform.resource[type] as Record<string, Arguments>;
  return all[name] ?? all[Object.keys(all).find((one) => one.startsWith(name))!];
}

const ebs = (args: Arguments): Arguments => args.block_device_mappings[0].ebs as Arguments;
const addOns = (configuration?: Readonly<Record<string, unknown>>) => ({
  eks: {
    addOns: {
      "kube-proxy": { configuration },
      "metrics-server": { version: "v0.8.0-eksbuild.2", configuration },
    },
  },
});
const entry = (rest: object) => ({
  eks: { accessEntries: [{ principal: "arn:aws:iam::111122223333:role/teams/a/Ops", ...rest }] },
});
const entryName = "identity_111122223333_role_teams_a_Ops";

/** Fields that are set and then removed, with the value of the argument without the field. */
describe("a field that is removed changes the plan", () => {
  test.each<
    [
      string,
      string,
      string,
      Partial<EksClusterProps>,
      Partial<EksClusterProps>,
      (args: Arguments) => unknown,
      unknown,
    ]
  >([
    [
      "eks.addOns.*.configuration",
      "aws_eks_addon",
      "add_ons_kube_proxy",
      addOns({ mode: "ipvs" }),
      addOns(),
      (args) => args.configuration_values,
      "{}",
    ],
    [
      "eks.addOns.*.configuration",
      "aws_eks_addon",
      "add_ons_other_metrics_server",
      addOns({ replicas: 3 }),
      addOns(),
      (args) => args.configuration_values,
      "{}",
    ],
    [
      "eks.accessEntries[].groups",
      "aws_eks_access_entry",
      entryName,
      entry({ groups: ["ops"], policies: [{ policy: "AmazonEKSViewPolicy" }] }),
      entry({ policies: [{ policy: "AmazonEKSViewPolicy" }] }),
      (args) => args.kubernetes_groups,
      [],
    ],
    [
      "eks.accessEntries[].userName",
      "aws_eks_access_entry",
      entryName,
      entry({ groups: ["ops"], userName: "ops" }),
      entry({ groups: ["ops"] }),
      (args) => args.user_name,
      "arn:aws:sts::111122223333:assumed-role/Ops/{{SessionName}}",
    ],
    [
      "eks.controlPlaneTier",
      "aws_eks_cluster",
      "control_plane",
      { eks: { controlPlaneTier: "tier-xl" } },
      {},
      (args) => args.control_plane_scaling_config.tier,
      "standard",
    ],
    [
      "network.ipFamily",
      "aws_eks_cluster",
      "control_plane",
      { network: { ipFamily: "ipv6" } },
      {},
      (args) => args.kubernetes_network_config.ip_family,
      "ipv4",
    ],
    [
      "nodeGroups[].disk.iops",
      "aws_launch_template",
      "node_groups_workers",
      { nodeGroups: [{ ...group, disk: { iops: 6000 } }] },
      {},
      (args) => ebs(args).iops,
      3000,
    ],
    [
      "upgrades.support",
      "aws_eks_cluster",
      "control_plane",
      { upgrades: { support: "extended" } },
      {},
      (args) => args.upgrade_policy.support_type,
      "STANDARD",
    ],
    [
      "nodeGroups[].repairPolicy",
      "aws_eks_node_group",
      "node_groups_workers",
      { nodeGroups: [{ ...group, repairPolicy: { stopAbove: 2 } }] },
      {},
      (args) => args.node_repair_config,
      { enabled: true },
    ],
    [
      "nodeGroups[].upgrade",
      "aws_eks_node_group",
      "node_groups_workers",
      { nodeGroups: [{ ...group, upgrade: { maxUnavailable: 2 } }] },
      {},
      (args) => args.update_config,
      { max_unavailable_percentage: 33 },
    ],
    [
      "nodeGroups[].labels",
      "aws_eks_node_group",
      "node_groups_workers",
      { nodeGroups: [{ ...group, labels: { team: "a" } }] },
      {},
      (args) => args.labels,
      undefined,
    ],
  ])("%s of %s.%s", (_, type, name, on, off, read, without) => {
    const [before, after] = [on, off].map((props) => read(resourceOf(props, type, name)));
    expect(before).not.toEqual(after);
    expect(after).toEqual(without);
  });

  test("an admin who had Kubernetes groups and a user name has none", () => {
    const admin = "arn:aws:iam::111122223333:user/ann";
    const args = resourceOf(
      { access: { admins: [admin] } },
      "aws_eks_access_entry",
      "identity_111122223333_user_ann",
    );
    expect(args).toMatchObject({ kubernetes_groups: [], user_name: admin });
  });

  test("Auto Mode cannot be omitted while it is on", () => {
    const conditionsOf = (props: Partial<EksClusterProps>) =>
      JSON.stringify(resourceOf(props, "aws_eks_cluster", "control_plane").lifecycle.postcondition ?? []);
    expect(conditionsOf({})).toContain('set eks.autoMode to \\"off\\"');
    const on = { autoscaling: "auto-provisioning", eks: { autoProvisioning: { by: "auto-mode" } } } as const;
    expect(conditionsOf(on)).not.toContain("eks.autoMode");
    expect(conditionsOf({ eks: { autoMode: "off" } })).not.toContain("eks.autoMode");
  });
});

test("arguments that replace a resource belong to fields whose documentation states it", () => {
  const replaced: Readonly<Record<string, string>> = {
    "network.ipFamily": "aws_eks_cluster.kubernetes_network_config",
    "network.serviceCidr": "aws_eks_cluster.kubernetes_network_config",
  };
  for (const field of Object.keys(replaced)) {
    const { change = "", note = "" } = (fields as FieldTable)[field];
    expect([field, `${change} ${note}`]).toEqual([field, expect.stringMatching(/refused|replace/)]);
  }
});
