import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DescribeInstancesCommand, type Instance, TerminateInstancesCommand } from "@aws-sdk/client-ec2";
import { request } from "../e2e/aws/query";
import { Guard } from "../e2e/iam/guard";
import { installMoto } from "../e2e/emulator/moto";
import { furtherResources, policiesOf, securityRules } from "../e2e/kubeadm/deployed";
import { Machines } from "../e2e/kubeadm/machines";
import { prepareProvider } from "../e2e/setup/provider-mirror";
import { Deployment } from "../e2e/support/deployment";
import { documentOf, unprotect } from "../e2e/support/environments";
import { awsEnvironment } from "../e2e/support/environment";
import { exampleDirectory } from "../e2e/support/synthesis";
import { ApiServer } from "./api-server";
import { buildLimit } from "./cluster";
import { MetadataServer } from "./metadata-server";
import { builtControllerManager } from "./programs";

const version = { kubernetes: "1.35.4", controllerManager: "1.35.3" };
const region = "eu-central-1";
const clusterName = "kubeadm-main";
const uninitialized = "node.cloudprovider.kubernetes.io/uninitialized";

/**
 * The labels that kubeadm gives nodes of the control plane. They are no targets of load balancers of Services.
 *
 * @see https://kubernetes.io/docs/reference/labels-annotations-taints/#node-kubernetes-io-exclude-from-external-load-balancers
 */
const controlPlaneLabels = {
  "node-role.kubernetes.io/control-plane": "",
  "node.kubernetes.io/exclude-from-external-load-balancers": "",
};

interface Node {
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
  readonly spec: { readonly taints?: readonly { readonly key: string }[]; readonly providerID: string };
  readonly status: { readonly addresses?: readonly { readonly type: string; readonly address: string }[] };
}

interface Service {
  readonly spec: { readonly ports: readonly { readonly nodePort: number }[] };
  readonly status: { readonly loadBalancer: { readonly ingress?: readonly { readonly hostname: string }[] } };
}

interface Container {
  readonly args: readonly string[];
}

const missing = ["go", "terraform", "python3", "openssl", "kubectl"].find(
  (program) => spawnSync("which", [program]).status !== 0,
);
if (missing !== undefined) console.log(`skipped: the cloud controller manager needs ${missing}`);
const describeManager = missing === undefined || process.env.REQUIRE_LAB === "1" ? describe : describe.skip;

/**
 * The real program with the arguments, the permissions in the cluster and the policies of the machines that Terraform wrote. The machines
 * are instances of the emulator and objects of an API server: no kubelet runs.
 */
describeManager("the cloud controller manager of AWS", () => {
  const server = new ApiServer(version.kubernetes);
  let deployment: Deployment;
  let guard: Guard;
  let metadata: MetadataServer;
  let manager: ChildProcess;
  let instances: readonly Instance[];
  const logFile = join(server.folder, "cloud-controller-manager.log");

  beforeAll(async () => {
    const program = builtControllerManager(version.controllerManager);
    await installMoto();
    await prepareProvider();
    await server.start();
    deployment = await Deployment.begin({ stack: clusterName, region });
    const document = documentOf(`${exampleDirectory}/kubeadm.yaml`, "kubeadm");
    unprotect(document);
    document.setIn(["clusters", 0, "loadBalancing"], { controller: true });
    await deployment.use(document, "kubeadm");
    await deployment.workspace.init();
    const machines = new Machines(deployment.aws);
    await Promise.race([deployment.workspace.apply(), machines.failure]);
    await machines.stop();
    instances = await runningInstances();
    const slot = instances.find((one) => nameOf(one).endsWith("control-plane-0"))!;
    const { args } = applyManifest();
    guard = await Guard.start(deployment.aws.endpoint.url);
    guard.enforce(await policiesOf(deployment.aws, `${clusterName}-${region}-control-plane`));
    metadata = await MetadataServer.start(metadataOf(slot));
    for (const one of instances) await server.call("POST", "/api/v1/nodes", newNode(one));
    const log = openSync(logFile, "a");
    manager = spawn(
      program,
      [...args.filter((arg) => !arg.startsWith("--secure-port")), ...clientOptions()],
      {
        env: { ...process.env, ...awsEnvironment(guard.endpoint), ...metadataEnvironment(metadata) },
        stdio: ["ignore", log, log],
      },
    );
  }, buildLimit);

  afterAll(async () => {
    manager?.kill("SIGKILL");
    metadata?.stop();
    await guard?.stop();
    server.stop();
    await deployment?.end();
  });

  const nameOf = ({ Tags: tags = [] }: Instance): string => tags.find(({ Key }) => Key === "Name")!.Value!;

  async function runningInstances(): Promise<readonly Instance[]> {
    const { Reservations: reservations = [] } = await deployment.aws.ec2.send(
      new DescribeInstancesCommand({ Filters: [{ Name: "instance-state-name", Values: ["running"] }] }),
    );
    return reservations.flatMap((one) => one.Instances ?? []);
  }

  /** The resources of the state. */
  const deployed = () =>
    (
      JSON.parse(readFileSync(deployment.workspace.stateFile, "utf8")) as {
        resources: { type: string; name: string; instances: { attributes: Record<string, string> }[] }[];
      }
    ).resources;

  /** Applies the manifest that Terraform wrote to the store, and returns the container of the program. */
  function applyManifest(): Container {
    const [manifest] = deployed().filter(({ name }) => name.endsWith("cloud_controller_manager_json"));
    const text = manifest.instances[0].attributes.content;
    const file = join(server.folder, "manifest.json");
    writeFileSync(file, text);
    server.kubectl("apply", "--server-side", "--validate=strict", "-f", file);
    const { items } = JSON.parse(text) as {
      items: { kind: string; spec: { template: { spec: { containers: Container[] } } } }[];
    };
    return items.find(({ kind }) => kind === "DaemonSet")!.spec.template.spec.containers[0];
  }

  /** The account of the program, in place of the one that a pod gets. */
  function clientOptions(): string[] {
    const kubeconfig = join(server.folder, "cloud-controller-manager.json");
    const config = JSON.parse(readFileSync(server.kubeconfig, "utf8")) as { users: { user: object }[] };
    const token = server.kubectl("create", "token", "cloud-controller-manager", "-n", "kube-system").trim();
    config.users[0].user = { token };
    writeFileSync(kubeconfig, JSON.stringify(config), { mode: 0o600 });
    return [
      ...["kubeconfig", "authentication-kubeconfig", "authorization-kubeconfig"].map(
        (option) => `--${option}=${kubeconfig}`,
      ),
      "--secure-port=0",
      "--v=2",
    ];
  }

  const newNode = (one: Instance): object => ({
    apiVersion: "v1",
    kind: "Node",
    metadata: {
      name: one.PrivateDnsName,
      labels: nameOf(one).includes("control-plane") ? controlPlaneLabels : {},
      // The kubelet writes it for its option --node-ip.
      annotations: { "alpha.kubernetes.io/provided-node-ip": one.PrivateIpAddress },
    },
    spec: {
      providerID: `aws:///${one.Placement!.AvailabilityZone}/${one.InstanceId}`,
      taints: [{ key: uninitialized, value: "true", effect: "NoSchedule" }],
    },
  });

  const nodes = (): readonly Node[] =>
    (JSON.parse(server.kubectl("get", "nodes", "-o", "json")) as { items: Node[] }).items;

  async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 120; tries++) {
      if (manager.exitCode !== null) break;
      if (await holds()) return;
      await sleep(1000);
    }
    const log = readFileSync(logFile, "utf8").split("\n");
    const problems = log.filter((line) => /^[EWF]\d{4}|^panic/.test(line)).slice(-3);
    throw new Error([`not ${what}, exit code ${manager.exitCode}`, ...problems].join("\n"));
  }

  test("initializes all nodes", async () => {
    await until("all nodes initialized", () =>
      nodes().every(({ spec }) => !spec.taints?.some(({ key }) => key === uninitialized)),
    );
    for (const { metadata, spec, status } of nodes()) {
      const machine = instances.find(({ InstanceId: id }) => spec.providerID.endsWith(`/${id}`))!;
      expect(metadata.labels).toMatchObject({
        "node.kubernetes.io/instance-type": machine.InstanceType,
        "topology.kubernetes.io/region": region,
        "topology.kubernetes.io/zone": machine.Placement!.AvailabilityZone,
      });
      expect(status.addresses).toContainEqual({ type: "InternalIP", address: machine.PrivateIpAddress });
    }
  });

  /** The ids of the subnets of a tier. */
  const subnetsOf = (tier: string): string[] =>
    deployed()
      .filter(({ type, name }) => type === "aws_subnet" && name.startsWith(`network_${tier}_`))
      .map(({ instances: [{ attributes }] }) => attributes.id)
      .sort();

  /** The rules of the group of nodes for traffic from others than the cluster's own groups. */
  const openToNodes = async (): Promise<string[]> =>
    (await securityRules(deployment.aws, clusterName)).filter((rule) =>
      /^(?!(control-plane|load-balancer|nodes) ).* -> nodes:/.test(rule),
    );

  const annotation = "service.beta.kubernetes.io/aws-load-balancer";
  const classic = {
    named: (name: string) => ({ Version: "2012-06-01", "LoadBalancerNames.member.1": name }),
    from: (name: string) => `k8s-elb-${name}`,
  };
  const network = {
    named: (name: string) => ({ Version: "2015-12-01", "Names.member.1": name }),
    from: () => "0.0.0.0/0",
  };
  const services = [
    { name: "classic", annotations: {}, tier: "public", ...classic },
    { name: "network", annotations: { [`${annotation}-type`]: "nlb" }, tier: "public", ...network },
    {
      name: "internal",
      annotations: { [`${annotation}-type`]: "nlb", [`${annotation}-internal`]: "true" },
      tier: "private",
      ...network,
    },
  ];

  test.each(services)("creates and deletes the load balancer of a Service: $name", async (one) => {
    const { name, annotations, tier, named, from } = one;
    const path = "/api/v1/namespaces/default/services";
    const before = { resources: await furtherResources(deployment.aws), rules: await openToNodes() };
    await server.call("POST", path, {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name, annotations },
      spec: { type: "LoadBalancer", selector: { app: "web" }, ports: [{ port: 443, targetPort: 8443 }] },
    });
    const read = () => server.call<Service>("GET", `${path}/${name}`);
    await until("a load balancer", async () => (await read())!.status.loadBalancer.ingress !== undefined);
    const { spec, status } = (await read())!;
    const [balancer] = status.loadBalancer.ingress![0].hostname.split(/[-.]/);
    const answer = await request(deployment.aws.endpoint, {
      service: "elasticloadbalancing",
      body: { Action: "DescribeLoadBalancers", ...named(balancer) },
    });
    expect([...new Set(answer.match(/\bsubnet-\w+/g))].sort()).toEqual(subnetsOf(tier));
    const port = spec.ports[0].nodePort;
    expect(await openToNodes()).toContain(
      `${from(balancer)} -> nodes: ${name === "classic" ? "all" : `tcp ${port}-${port}`}`,
    );
    await server.call("DELETE", `${path}/${name}`);
    await until("deleted", async () => (await read()) === undefined);
    expect({ resources: await furtherResources(deployment.aws), rules: await openToNodes() }).toEqual(before);
  });

  test("deletes the node of a machine that ended", async () => {
    const worker = instances.find((one) => nameOf(one).includes("workers"))!;
    await deployment.aws.ec2.send(new TerminateInstancesCommand({ InstanceIds: [worker.InstanceId!] }));
    // The kubelet reports no more.
    const status = { conditions: [{ type: "Ready", status: "Unknown" }] };
    await server.call("PATCH", `/api/v1/nodes/${worker.PrivateDnsName}/status`, { status });
    await until("deleted", () => nodes().every(({ metadata }) => metadata.name !== worker.PrivateDnsName));
    expect(nodes()).toHaveLength(instances.length - 1);
  });

  test("the tables of permissions know each call", () => {
    expect(guard.unknown).toEqual([]);
  });
});

/** What the SDK and the program read about the machine on which they run. */
function metadataOf(machine: Instance): Record<string, string> {
  const [card] = machine.NetworkInterfaces!;
  const mac = card.MacAddress!;
  const zone = machine.Placement!.AvailabilityZone!;
  const cards = "meta-data/network/interfaces/macs/";
  return {
    "meta-data/instance-id": machine.InstanceId!,
    "meta-data/local-hostname": machine.PrivateDnsName!,
    "meta-data/local-ipv4": machine.PrivateIpAddress!,
    "meta-data/mac": mac,
    "meta-data/placement/availability-zone": zone,
    "meta-data/placement/region": region,
    [cards]: `${mac}/`,
    [`${cards}${mac}/vpc-id`]: machine.VpcId!,
    [`${cards}${mac}/subnet-id`]: machine.SubnetId!,
    "dynamic/instance-identity/document": JSON.stringify({
      region,
      availabilityZone: zone,
      instanceId: machine.InstanceId,
    }),
  };
}

const metadataEnvironment = ({ endpoint }: MetadataServer): Record<string, string> => ({
  AWS_EC2_METADATA_DISABLED: "false",
  AWS_EC2_METADATA_SERVICE_ENDPOINT: endpoint,
});
