import { TerminateInstancesCommand } from "@aws-sdk/client-ec2";
import { GetRoleCommand } from "@aws-sdk/client-iam";
import { added, type Inventory, takeInventory } from "../aws/inventory";
import { workersByZone } from "../aws/deployed-cluster";
import { kubeadmActions, RecordedActions } from "../iam/actions";
import { describeE2e } from "../setup/describe";
import { Deployment } from "../support/deployment";
import { documentOf, unprotect } from "../support/environments";
import { synthesizeDocument } from "../support/cloud-edits";
import { Matrix } from "../support/matrix";
import { actions, differences } from "../support/plan";
import { PROVIDER } from "../support/provider";
import { type StackJson } from "../support/provider-schema";
import { exampleDirectory } from "../support/synthesis";
import { type Workspace } from "../support/workspace";
import {
  bucketSetting,
  etcdDisks,
  furtherResources,
  hooksOf,
  machinesByGroup,
  mayUse,
  readTargets,
  securityRules,
} from "./deployed";
import { editedKubeadm, KUBEADM_EDITS } from "./edits";
import { AUTHORITY, Machines } from "./machines";

const STACK = { stack: "kubeadm-main", region: "eu-central-1" };
const SLOTS = [0, 1, 2].map((index) => `kubeadm-main-control-plane-${index}`);
const ZONES = ["a", "b", "c"].map((zone) => `eu-central-1${zone}`);

const log = (text: string) => process.stderr.write(`${text}\n`);

// One deployment for all tests, which run in order.
describeE2e("the reference cluster of kubeadm on AWS", () => {
  let deployment: Deployment;
  let workspace: Workspace;
  let machines: Machines;
  const actionsOfCalls = new RecordedActions();
  const matrix = new Matrix(PROVIDER.name, PROVIDER.version);
  let before: { readonly inventory: Inventory; readonly further: readonly string[] };
  let outputs: Readonly<Record<string, unknown>>;
  let bucket: string;

  const takeAll = async () => ({
    inventory: await takeInventory(deployment.aws),
    further: await furtherResources(deployment.aws),
  });

  beforeAll(async () => {
    deployment = await Deployment.begin(STACK, {}, undefined, { observe: actionsOfCalls.observe });
    ({ workspace } = deployment);
    before = await takeAll();
    const document = documentOf(`${exampleDirectory}/kubeadm.yaml`, "kubeadm");
    unprotect(document);
    await deployment.use(document, "kubeadm");
    await workspace.init();
    expect(await workspace.validate()).toEqual([]);
    matrix.record(STACK.stack, "valid");
    machines = new Machines(deployment.aws);
  });

  afterAll(async () => {
    matrix.write();
    await machines?.stop();
    await deployment?.end();
  });

  test("is applied, and the machines of slots start one after another, before all nodes", async () => {
    const started = Date.now();
    actionsOfCalls.record();
    // With the command of CDKTF, as users do.
    await Promise.race([workspace.deploy(), machines.failure]);
    log(
      `${STACK.stack}: ${(await workspace.deployedResources()).length} resources in ${Date.now() - started} ms`,
    );
    actionsOfCalls.record("apply");
    matrix.record(STACK.stack, "applied");
    const slots = machines.events.filter(({ settings }) => settings.ROLE === "control-plane");
    expect(slots.map(({ what, settings }) => `${settings.SLOT_NAME} ${what}`)).toEqual(
      SLOTS.flatMap((name) => [`${name} started`, `${name} ready`]),
    );
    expect(machines.events.slice(0, 6)).toEqual(slots);
    expect(machines.groups("ready").slice(3).sort()).toEqual(
      [4, 3, 3].flatMap((count, i) => Array<string>(count).fill(`kubeadm-main.workers.${ZONES[i]}`)),
    );
    const { stdout } = await workspace.terraform(["output", "-json"]);
    const read = JSON.parse(stdout) as Record<string, { value: unknown }>;
    outputs = Object.fromEntries(Object.entries(read).map(([name, { value }]) => [name, value]));
    bucket = String(outputs.store_name);
  });

  test("returns the certificate authority that the first machine wrote", () => {
    expect(Buffer.from(String(outputs.cluster_ca_certificate), "base64").toString()).toBe(AUTHORITY);
    expect(outputs.cluster_endpoint).toBe("https://api.kubeadm-main.internal:6443");
  });

  test("has an empty second plan", async () => {
    actionsOfCalls.record();
    const { empty, text, json } = await workspace.plan();
    actionsOfCalls.record("plan");
    const found = differences(json);
    if (found.length > 0) log(text);
    expect(found).toEqual([]);
    expect(empty).toBe(true);
    matrix.record(STACK.stack, "second plan empty");
  });

  const hooks = [
    "autoscaling:EC2_INSTANCE_LAUNCHING ready ABANDON",
    "autoscaling:EC2_INSTANCE_TERMINATING leave CONTINUE",
  ];

  test("has three slots over three zones, each with its address, its disk and both hooks", async () => {
    const groups = await machinesByGroup(deployment.aws);
    const disks = await etcdDisks(deployment.aws);
    const addresses = outputs.control_plane_addresses as Record<string, string>;
    const found = await Promise.all(
      SLOTS.map(async (name) => {
        const [machine, ...others] = groups.get(name)!;
        const [disk] = disks.filter((one) => one.Attachments?.[0]?.InstanceId === machine.InstanceId);
        expect(others).toEqual([]);
        expect(disk).toMatchObject({ Encrypted: true, VolumeType: "gp3", Size: 20 });
        expect(disk.AvailabilityZone).toBe(machine.Placement?.AvailabilityZone);
        expect(machine.NetworkInterfaces).toHaveLength(1);
        expect(machine.NetworkInterfaces![0].PrivateIpAddress).toBe(addresses[name]);
        expect((await hooksOf(deployment.aws, name)).sort()).toEqual(hooks);
        return machine.Placement?.AvailabilityZone;
      }),
    );
    expect(found).toEqual(ZONES);
    expect(disks).toHaveLength(3);
  });

  test("has ten workers, 4, 3 and 3 in the zones, without public addresses", async () => {
    const groups = await machinesByGroup(deployment.aws);
    const workers = [...groups].filter(([name]) => !SLOTS.includes(name)).flatMap(([, found]) => found);
    expect(workersByZone(workers)).toEqual({ [ZONES[0]]: 4, [ZONES[1]]: 3, [ZONES[2]]: 3 });
    for (const worker of workers) expect(worker.PublicIpAddress).toBeUndefined();
    for (const zone of ZONES) {
      expect((await hooksOf(deployment.aws, `kubeadm-main.workers.${zone}`)).sort()).toEqual(hooks);
    }
  });

  test("balances requests over the addresses of the slots that are ready", async () => {
    const { targets, of, attributes } = await readTargets(deployment.aws);
    const addresses = Object.values(outputs.control_plane_addresses as Record<string, string>);
    expect(targets.sort()).toEqual(addresses.map((address) => `${address}:6443`).sort());
    expect(of("TargetType")).toBe("ip");
    expect(of("HealthCheckProtocol")).toBe("HTTPS");
    expect(of("HealthCheckPath")).toBe("/readyz");
    expect(of("HealthCheckPort")).toBe("6443");
    expect(attributes).toMatchObject({ "preserve_client_ip.enabled": "false" });
  });

  test("lets only slots reach etcd, and has no SSH", async () => {
    const rules = await securityRules(deployment.aws, "kubeadm-main");
    const inbound = rules.filter((rule) => rule.includes(" -> "));
    const reaching = (port: number, to: string) =>
      inbound.filter((rule) => {
        const [, target, protocol, first, last] = / -> (\S+): (\S+)(?: (-?\d+)-(-?\d+))?$/.exec(rule)!;
        const covers =
          protocol === "all" || (protocol === "tcp" && Number(first) <= port && port <= Number(last));
        return target === to && covers;
      });
    for (const port of [2379, 2380]) {
      expect(reaching(port, "control-plane")).toEqual(["control-plane -> control-plane: tcp 2379-2380"]);
    }
    expect(reaching(22, "control-plane")).toEqual([]);
    expect(reaching(22, "load-balancer")).toEqual([]);
    expect(reaching(22, "nodes")).toEqual(["nodes -> nodes: all"]);
    expect(inbound.filter((rule) => /\d\/\d+ -> /.test(rule))).toEqual([
      "0.0.0.0/0 -> control-plane: icmp 3-4",
      "0.0.0.0/0 -> nodes: icmp 3-4",
      "10.8.0.0/16 -> load-balancer: tcp 6443-6443",
    ]);
  });

  test("keeps keys in a private store that has versions, encryption and no public access", async () => {
    expect(await bucketSetting(deployment.aws, bucket, "versioning")).toContain("<Status>Enabled</Status>");
    expect(await bucketSetting(deployment.aws, bucket, "encryption")).toContain("AES256");
    const access = await bucketSetting(deployment.aws, bucket, "publicAccessBlock");
    expect([...access.matchAll(/<(\w+)>true</g)].map(([, name]) => name).sort()).toEqual([
      "BlockPublicAcls",
      "BlockPublicPolicy",
      "IgnorePublicAcls",
      "RestrictPublicBuckets",
    ]);
    expect(await bucketSetting(deployment.aws, bucket, "policy")).toContain("aws:SecureTransport");
  });

  test("lets only the control plane read keys, and nodes only what they need to join", async () => {
    const roleOf = async (name: string) => {
      const { Role: role } = await deployment.aws.iam.send(new GetRoleCommand({ RoleName: name }));
      return { name, arn: role!.Arn! };
    };
    const controlPlane = await roleOf("kubeadm-main-eu-central-1-control-plane");
    const nodes = await roleOf("kubeadm-main-eu-central-1-node");
    const found: Record<string, string> = {};
    for (const key of [
      "pki/bundle.tar",
      "admin/kubeconfig",
      "backups/etcd/x",
      "node/ca.crt",
      "assets/x",
      "initialized",
    ]) {
      const uses = [];
      for (const [role, name] of [
        [controlPlane, "control plane"],
        [nodes, "nodes"],
      ] as const) {
        if (await mayUse(deployment.aws, role, "s3:GetObject", bucket, key)) uses.push(`${name} read`);
        if (await mayUse(deployment.aws, role, "s3:PutObject", bucket, key)) uses.push(`${name} write`);
      }
      found[key] = uses.join(", ");
    }
    expect(found).toEqual({
      "pki/bundle.tar": "control plane read, control plane write",
      "admin/kubeconfig": "control plane read, control plane write",
      "backups/etcd/x": "control plane read, control plane write",
      "node/ca.crt": "control plane read, control plane write, nodes read",
      "assets/x": "control plane read, nodes read",
      initialized: "control plane read, control plane write",
    });
  });

  test("replaces a terminated control-plane machine by one with the same address, disk and name", async () => {
    const [old] = (await machinesByGroup(deployment.aws)).get(SLOTS[1])!;
    const [disk] = (await etcdDisks(deployment.aws)).filter(
      (one) => one.Attachments?.[0]?.InstanceId === old.InstanceId,
    );
    await deployment.aws.ec2.send(new TerminateInstancesCommand({ InstanceIds: [old.InstanceId!] }));
    const [, last] = await waitFor(async () => {
      const ready = machines.events.filter((one) => one.what === "ready" && one.settings.SLOT === "1");
      return ready.length === 2 ? ready : undefined;
    });
    expect(last.settings).toEqual(machines.events.find(({ settings }) => settings.SLOT === "1")!.settings);
    const [machine] = (await machinesByGroup(deployment.aws)).get(SLOTS[1])!;
    expect(machine.InstanceId).toBe(last.instance);
    expect(machine.InstanceId).not.toBe(old.InstanceId);
    expect(machine.PrivateIpAddress).toBe(old.PrivateIpAddress);
    const [now] = (await etcdDisks(deployment.aws)).filter((one) => one.VolumeId === disk.VolumeId);
    expect(now.Attachments?.map((one) => one.InstanceId)).toEqual([machine.InstanceId]);
    expect((await workspace.plan()).empty).toBe(true);
  });

  describe("an edit", () => {
    let base: StackJson;
    let planned = 0;

    beforeAll(async () => {
      base = await workspace.configuration();
    });
    afterAll(async () => {
      if (planned === KUBEADM_EDITS.length) matrix.record(STACK.stack, "edits", `${planned} planned`);
      await workspace.put("cdk.tf.json", base);
    });

    test.each(KUBEADM_EDITS)("$title", async ({ change, plan, refused }) => {
      await workspace.put("cdk.tf.json", {
        ...(await synthesizeDocument(editedKubeadm(change), "kubeadm")),
        terraform: base.terraform,
      });
      if (refused) {
        expect(await workspace.planError({ refresh: false })).toMatch(refused);
      } else {
        expect(actions((await workspace.plan({ refresh: false })).json)).toEqual(plan);
      }
      planned++;
    });
  });

  test("is destroyed and leaves nothing", async () => {
    const standing = await takeAll();
    expect(added(before.inventory, standing.inventory).length).toBeGreaterThan(50);
    expect(standing.further.map((one) => one.split(" ")[0])).toEqual(["bucket", "load", "target", "zone"]);
    actionsOfCalls.record();
    await workspace.tearDown();
    actionsOfCalls.record("destroy");
    const left = await takeAll();
    expect(added(before.inventory, left.inventory)).toEqual([]);
    expect(left.further).toEqual(before.further);
    expect(await workspace.deployedResources()).toEqual([]);
    matrix.record(STACK.stack, "destroyed");
  });

  test("the unit tests of permissions have the actions of these calls, recorded with UPDATE_CALLS=1", () => {
    expect(actionsOfCalls.found).toEqual(kubeadmActions(actionsOfCalls));
  });
});

async function waitFor<T>(find: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const found = await find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("nothing found in 20 s");
}
