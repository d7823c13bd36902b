import { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import { ContainerNodePool } from "@cdktf/provider-google/lib/container-node-pool";
import { type Argument, clusterReplacements, googleArguments } from "../../modules/gke/arguments";
import { fields } from "../../modules/gke/fields.generated";
import type { FieldTable } from "../../modules/cluster/fields";
import type { AnyGkeClusterProps, GkeNodeGroupSpec } from "../../modules/gke/spec";
import { minimal, poolOf, synthesizeGke } from "../support/gke";
import type { Synthesized } from "../support/synthesized";

const group = { name: "workers", machineTypes: ["n2-standard-4"], size: { min: 3, max: 9 } };

/** What a field needs in addition, with and without its value. */
const needs: Readonly<Record<string, Partial<AnyGkeClusterProps>>> = {
  "nodeGroups[].disk.iops": on({ machineTypes: ["n4-standard-4"] }),
  "nodeGroups[].disk.throughputMiBps": on({ machineTypes: ["n4-standard-4"] }),
  "nodeGroups[].disk.storagePools": on({
    machineTypes: ["n4-standard-4"],
    zones: ["europe-west3-a"],
  }),
  "nodeGroups[].soleTenant.minNodeCpus": on({
    soleTenant: {
      affinity: [{ key: "compute.googleapis.com/node-group-name", operator: "in", values: ["shop"] }],
    },
  }),
  "nodeGroups[].upgrade.blueGreen.batchNodes": on({ upgrade: { strategy: "blue-green" } }),
  "nodeGroups[].upgrade.blueGreen.batchPercent": on({ upgrade: { strategy: "blue-green" } }),
  "nodeGroups[].confidential": on({ machineTypes: ["n2d-standard-4"] }),
  "nodeGroups[].bandwidth": on({ machineTypes: ["n2-standard-32"] }),
  "nodeGroups[].fastSocket": on({ machineTypes: ["a2-highgpu-1g"] }),
};

function on(patch: object): Partial<AnyGkeClusterProps> {
  return { nodeGroups: [{ ...group, ...patch }] };
}

/** A copy with a value at a path. */
function withValue(target: object, [step, ...rest]: readonly string[], value: unknown): object {
  const inner = (target as Record<string, unknown>)[step.replace("[]", "")];
  if (step.endsWith("[]")) {
    const [first] = inner as object[];
    return { ...target, [step.slice(0, -2)]: [withValue(first, rest, value)] };
  }
  return { ...target, [step]: rest.length === 0 ? value : withValue((inner ?? {}) as object, rest, value) };
}

function valueAt(target: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], target);
}

const resourceOf = {
  google_container_cluster: (stack: Synthesized) => stack.resource(ContainerCluster),
  google_container_node_pool: (stack: Synthesized) => stack.resource(ContainerNodePool),
} as const;

const rows = (Object.keys(resourceOf) as (keyof typeof resourceOf)[]).flatMap((type) =>
  Object.entries<Argument>(googleArguments[type]).map(([path, argument]) => ({ type, path, ...argument })),
);

/** The argument with the field set, and with the field removed. */
function both({ type, path, field, example, since }: (typeof rows)[number]) {
  const without = {
    ...minimal,
    nodeGroups: [group],
    ...(since === undefined ? {} : { gke: { providerMinimum: since } }),
    ...needs[field],
  };
  // A field of node groups needs no cluster.
  const isAlone =
    type === "google_container_node_pool" && field.startsWith("nodeGroups[].") && since === undefined;
  const [set, removed] = [withValue(without, field.split("."), example), without].map((props) =>
    isAlone
      ? poolOf((props as typeof without).nodeGroups[0] as Partial<GkeNodeGroupSpec>)
      : resourceOf[type](synthesizeGke(props)),
  );
  return { set, removed, values: [set, removed].map((resource) => valueAt(resource, path)) };
}

describe("the argument table", () => {
  test.each(rows)("$type $path: the removal of $field changes the plan", (row) => {
    const { set, removed, values } = both(row);
    expect(values[0]).toBeDefined();
    expect(values[0]).not.toEqual(values[1]);
    const { answer, omitted, forcesReplacement } = row;
    const { change, note = "" } = (fields as FieldTable)[row.field];
    if (forcesReplacement) expect(change).toBe("replace");
    if (answer === "omits") {
      expect(values[1]).toBeUndefined();
      expect(omitted).not.toBe("kept");
      expect(omitted).not.toBe("not-sent");
    } else if (answer === "renames") {
      expect(set.name_prefix).not.toBe(removed.name_prefix);
      expect(set.name_prefix.length).toBeLessThanOrEqual(14);
    } else if ("writes" in answer) {
      expect(values[1]).toEqual(answer.writes);
      expect((removed.lifecycle.ignore_changes ?? []).join(" ")).not.toContain(row.path.split(".")[0]);
    } else {
      expect(answer.stays).not.toBe("");
      expect(note).not.toBe("");
    }
  });

  test("the fields exist", () => {
    for (const { field } of rows) expect(Object.keys(fields)).toContain(field);
  });
});

describe("fields whose change replaces the cluster", () => {
  const extra: Readonly<Record<string, Partial<AnyGkeClusterProps>>> = {
    "encryption.disksKeyId": { encryption: { disks: "customer-key" } },
    "gke.alphaFeatures": { upgrades: { channel: "none" }, ...on({ repair: false }) },
  };

  test.each(clusterReplacements)("$field changes $argument, and its documentation states it", (row) => {
    const base: object = {
      ...minimal,
      ...(row.inAutopilot ? { nodeGroups: [], gke: { mode: "autopilot" } } : on({})),
      ...extra[row.field],
    };
    const [before, after] = row.between.map((value) =>
      valueAt(
        resourceOf.google_container_cluster(synthesizeGke(withValue(base, row.field.split("."), value))),
        row.argument,
      ),
    );
    expect(before).not.toEqual(after);
    const { change, note = "" } = (fields as FieldTable)[row.field];
    expect(`${change} ${note}`).toMatch(/^(refused|replace)\b|replaces the cluster/);
    if (row.inAutopilot) expect(note).toMatch(/Autopilot/);
  });
});

/** Arguments that GKE fills in: each later plan would show a difference if another value, or none, were written. */
describe("values that GKE fills in", () => {
  const pool = (patch: object) => resourceOf.google_container_node_pool(synthesizeGke(on(patch)));

  test.each([
    ["c3-standard-8-lssd", 2],
    ["c4-highmem-32-lssd", 5],
    ["c4a-standard-72-lssd", 16],
    ["z3-highmem-88", 12],
    ["z3-highmem-14-standardlssd", 1],
    ["a3-highgpu-8g", 16],
    ["a2-ultragpu-2g", 2],
  ])("terraform-provider-google #17068: %s brings %i local SSDs", (type, count) => {
    expect(pool({ machineTypes: [type] }).node_config.ephemeral_storage_local_ssd_config).toEqual({
      local_ssd_count: count,
    });
    const block = pool({ machineTypes: [type], localSsd: { count, use: "block" } }).node_config;
    expect(block.local_nvme_ssd_block_config).toEqual({ local_ssd_count: count });
    expect(block.ephemeral_storage_local_ssd_config).toBeUndefined();
  });

  test.each([
    "n2-standard-4",
    "c3-standard-8",
    "e2-standard-4",
    "x9-standard-8-lssd",
    "c4-standard-constructor",
  ])("%s brings no known local SSDs", (type) => {
    const { node_config: node } = pool({ machineTypes: [type] });
    expect(node.ephemeral_storage_local_ssd_config).toBeUndefined();
    expect(node.local_nvme_ssd_block_config).toBeUndefined();
  });

  test.each(["flex-start", "queued"])(
    "provisioning %s: GKE decides about upgrades and repair",
    (provisioning) => {
      const made = pool({ machineTypes: ["a2-highgpu-1g"], size: { min: 0, max: 3 }, provisioning });
      expect(made.upgrade_settings).toBeUndefined();
      expect(made.management.auto_repair).toBe(false);
      expect(made.autoscaling.location_policy).toBe("ANY");
      expect(made.node_config.reservation_affinity).toEqual({ consume_reservation_type: "NO_RESERVATION" });
      expect(made.node_config.max_run_duration).toBe(provisioning === "flex-start" ? "604800s" : undefined);
    },
  );

  test("a removed GPU of an N1 machine is a difference", () => {
    const withGpu = pool({ machineTypes: ["n1-standard-4"], gpu: { type: "nvidia-tesla-t4", count: 1 } });
    expect(withGpu.node_config.guest_accelerator).toHaveLength(1);
    const without = pool({ machineTypes: ["n1-standard-4"] });
    expect(without.node_config.guest_accelerator).toEqual([{ type: "", count: 0 }]);
    expect(pool({}).node_config.guest_accelerator).toBeUndefined();
  });

  test("nodes without a channel have a complete version, or follow the control plane", () => {
    const upgrades = { channel: "none" } as const;
    const poolIn = (kubernetesVersion: string, props: Partial<AnyGkeClusterProps> = {}) =>
      resourceOf.google_container_node_pool(
        synthesizeGke({ ...on({}), kubernetesVersion, upgrades, ...props }),
      );
    const complete = poolIn("1.35.2-gke.1001000");
    expect([complete.version, complete.management.auto_upgrade]).toEqual(["1.35.2-gke.1001000", false]);
    for (const version of ["1.35", "1.35.2"]) {
      const follows = poolIn(version);
      expect([follows.version, follows.management.auto_upgrade]).toEqual([undefined, true]);
    }
    const alpha = poolIn("1.35", { gke: { alphaFeatures: true }, ...on({ repair: false }) });
    expect([alpha.version, alpha.management.auto_upgrade]).toEqual([undefined, false]);
  });

  // With IP endpoints off, the API answers true and false: https://github.com/hashicorp/terraform-provider-google/issues/27901
  test("terraform-provider-google #27901: without IP endpoints the values are those of the API", () => {
    const cluster = resourceOf.google_container_cluster(
      synthesizeGke({ access: { admins: [], ipEndpoint: false, dnsEndpoint: true } }),
    );
    expect(cluster.private_cluster_config).toMatchObject({
      enable_private_endpoint: true,
      master_global_access_config: { enabled: false },
    });
    expect(cluster.private_cluster_config.private_endpoint_subnetwork).toBeUndefined();
    expect(cluster.master_authorized_networks_config).toBeUndefined();
  });

  // terraform-provider-google #26882: an ignored state would also keep DECRYPTED.
  test("terraform-provider-google #26882: a change to a customer key is written", () => {
    const stateOf = (secrets: "platform-key" | "customer-key") =>
      resourceOf.google_container_cluster(synthesizeGke({ encryption: { secrets } }));
    expect(stateOf("platform-key").database_encryption.state).toBe("DECRYPTED");
    const encrypted = stateOf("customer-key");
    expect(encrypted.database_encryption.state).toBe("ENCRYPTED");
    expect(JSON.stringify(encrypted.lifecycle)).not.toContain("database_encryption");
  });
});
