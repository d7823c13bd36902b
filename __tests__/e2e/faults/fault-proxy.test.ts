import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { CreateVpcCommand, EC2Client } from "@aws-sdk/client-ec2";
import { CreateNodegroupCommand, EKSClient } from "@aws-sdk/client-eks";
import { CreateRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { DUMMY_CREDENTIALS } from "../aws/clients";
import { describeE2e } from "../setup/describe";
import { type AwsCall, readCall } from "./calls";
import { FAULT_KINDS, type FaultKind, FaultProxy, noFaults } from "./fault-proxy";
import { CHANGES, killAt, moments, type When } from "./kills";
import { schedule, type Shares, unanswered } from "./schedule";

/** Replaces the emulator: records requests, and has one answer per service. */
class Upstream {
  /** Number of calls whose connection breaks. */
  breakOff = 0;

  private constructor(
    private readonly server: Server,
    readonly reached: string[],
  ) {}

  static async start(): Promise<Upstream> {
    const reached: string[] = [];
    const server = createServer((request, response) => {
      request.resume().on("end", () => {
        reached.push(request.url!);
        if (upstream.breakOff-- > 0) {
          request.socket.destroy();
          return;
        }
        const [, service] = /aws4_request/.test(request.headers.authorization ?? "")
          ? /\/([^/]+)\/aws4_request/.exec(request.headers.authorization!)!
          : [];
        response.writeHead(200).end(ANSWERS[service!]);
      });
    });
    const upstream = new Upstream(server, reached);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return upstream;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

const ANSWERS: Readonly<Record<string, string>> = {
  ec2: "<CreateVpcResponse><vpc><vpcId>vpc-1</vpcId></vpc></CreateVpcResponse>",
  iam: "<CreateRoleResponse><CreateRoleResult><Role><RoleName>a</RoleName></Role></CreateRoleResult></CreateRoleResponse>",
  kms: "{}",
  eks: "{}",
};

describeE2e("the fault proxy", () => {
  let upstream: Upstream;
  let proxy: FaultProxy;

  beforeEach(async () => {
    upstream = await Upstream.start();
    proxy = await FaultProxy.start(upstream.endpoint);
  });

  afterEach(async () => {
    await proxy.stop();
    await upstream.stop();
  });

  const config = () => ({
    endpoint: proxy.endpoint,
    region: "eu-central-1",
    credentials: DUMMY_CREDENTIALS,
    maxAttempts: 1,
  });
  const calls: Readonly<Record<string, () => Promise<unknown>>> = {
    ec2: () => new EC2Client(config()).send(new CreateVpcCommand({ CidrBlock: "10.0.0.0/16" })),
    iam: () =>
      new IAMClient(config()).send(new CreateRoleCommand({ RoleName: "a", AssumeRolePolicyDocument: "{}" })),
    kms: () => new KMSClient(config()).send(new CreateKeyCommand({})),
    eks: () => createNodeGroup("token"),
  };
  const createNodeGroup = (clientRequestToken: string) =>
    new EKSClient(config()).send(
      new CreateNodegroupCommand({
        clusterName: "a",
        nodegroupName: "b",
        nodeRole: "c",
        subnets: [],
        clientRequestToken,
      }),
    );

  const always = (kind: FaultKind) => proxy.use(() => ({ kind }));

  test.each([
    ["ec2", "throttled", "RequestLimitExceeded", 503],
    ["ec2", "error 500", "InternalError", 500],
    ["ec2", "error 503", "Unavailable", 503],
    ["iam", "throttled", "Throttling", 400],
    ["iam", "error 500", "InternalFailure", 500],
    ["iam", "error 503", "ServiceUnavailable", 503],
    ["kms", "throttled", "ThrottlingException", 400],
    ["kms", "error 500", "InternalFailure", 500],
    ["kms", "error 503", "ServiceUnavailable", 503],
    ["eks", "throttled", "ThrottlingException", 429],
    ["eks", "error 500", "ServerException", 500],
    ["eks", "error 503", "ServiceUnavailableException", 503],
  ] as const)("refuses in the format of %s: %s", async (service, kind, name, status) => {
    always(kind);
    await expect(calls[service]()).rejects.toMatchObject({ name, $metadata: { httpStatusCode: status } });
    expect(upstream.reached).toEqual([]);
    expect(proxy.count(kind)).toBe(1);
  });

  test("cuts before a call is done", async () => {
    always("cut before");
    await expect(calls.ec2()).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(upstream.reached).toHaveLength(0);
  });

  test("cuts after a call is done, and before it is answered", async () => {
    always("cut after");
    await expect(calls.ec2()).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(upstream.reached).toHaveLength(1);
    expect(proxy.calls[0].answered).toBe(false);
  });

  test("answers late", async () => {
    always("delayed");
    const began = Date.now();
    await calls.ec2();
    expect(Date.now() - began).toBeGreaterThanOrEqual(250);
  });

  test.each(Object.keys(calls))("passes calls of %s and their answers on", async (service) => {
    await calls[service]();
    expect(upstream.reached).toHaveLength(1);
    expect(proxy.calls).toMatchObject([{ call: { service, changes: true }, answered: true }]);
  });

  test("forwards a call with a repeated token once", async () => {
    await createNodeGroup("one");
    await createNodeGroup("one");
    expect(upstream.reached).toHaveLength(1);
    await createNodeGroup("two");
    expect(upstream.reached).toHaveLength(2);
  });

  test("forwards a call again if the first attempt with its token failed", async () => {
    upstream.breakOff = 1;
    await expect(createNodeGroup("one")).rejects.toMatchObject({ $metadata: { httpStatusCode: 502 } });
    await createNodeGroup("one");
    expect(upstream.reached).toHaveLength(2);
  });

  test("refuses an invalid request", async () => {
    const { status } = await fetch(proxy.endpoint, { method: "POST", body: "{" });
    expect(status).toBe(400);
    expect(upstream.reached).toEqual([]);
  });

  test("resets the counts for each source of faults", async () => {
    always("throttled");
    await expect(calls.kms()).rejects.toThrow();
    proxy.use(noFaults);
    expect(proxy.calls).toEqual([]);
    await calls.kms();
  });
});

const call = (operation: string, index = 0): AwsCall => ({
  service: "ec2",
  operation,
  protocol: "ec2",
  changes: !operation.startsWith("Describe"),
  key: `${operation} ${index}`,
});

describeE2e("a schedule", () => {
  const shares: Shares = {
    throttled: 0.15,
    "error 500": 0.15,
    "error 503": 0.15,
    "cut before": 0.15,
    "cut after": 0.15,
    delayed: 0.15,
  };
  const options = { seed: "a", shares, maximumFailures: 3 };
  const run = (seed: string, times: number, operation = "DescribeVpcs") => {
    const source = schedule({ ...options, seed });
    return Array.from({ length: times }, (_, index) => source(call(operation, index % 50)).kind);
  };

  test("depends only on the seed", () => {
    expect(run("a", 500)).toEqual(run("a", 500));
    expect(run("a", 500)).not.toEqual(run("b", 500));
  });

  test("has every kind of fault, with about the given frequency", () => {
    const kinds = run("a", 10_000);
    for (const kind of FAULT_KINDS) {
      const share = kinds.filter((one) => one === kind).length / kinds.length;
      expect(share).toBeGreaterThan(0.08);
      expect(share).toBeLessThan(0.2);
    }
  });

  test("forwards a call after the maximum number of failures", () => {
    const source = schedule({ seed: "a", shares: { throttled: 1 }, maximumFailures: 3 });
    const kinds = Array.from({ length: 8 }, () => source(call("CreateVpc")).kind);
    const [no, yes] = ["throttled", undefined];
    expect(kinds).toEqual([no, no, no, yes, no, no, no, yes]);
  });

  test("never loses the answer to a change", () => {
    expect(run("a", 5_000, "CreateVpc")).not.toContain("cut after");
    expect(run("a", 5_000)).toContain("cut after");
  });

  test("can lose only the first answer of every kind of change", () => {
    const source = unanswered();
    const kinds = ["CreateVpc", "CreateVpc", "DescribeVpcs", "CreateSubnet"].map(
      (operation) => source(call(operation)).kind,
    );
    expect(kinds).toEqual(["cut after", undefined, undefined, "cut after"]);
  });
});

describeE2e("a moment", () => {
  /** The call during which Terraform is killed, in a sequence of calls. */
  const killedWith = (when: When, operations: readonly string[]) => {
    let killed: string | undefined;
    const source = killAt({ call: 2, when }, ({ operation }) => (killed = operation));
    const kinds = operations.map((operation) => {
      const { kind, then } = source(call(operation));
      then?.();
      return kind;
    });
    return { killed, kinds };
  };

  const operations = ["CreateVpc", "DescribeVpcs", "CreateSubnet", "DescribeSubnets", "CreateRoute"];

  test.each([
    ["lost", [undefined, undefined, "cut before", undefined, undefined]],
    ["unanswered", [undefined, undefined, "cut after", undefined, undefined]],
    ["answered", [undefined, undefined, undefined, "cut before", undefined]],
  ] as const)("is counted by changes: %s", (when, kinds) => {
    expect(killedWith(when, operations)).toEqual({ killed: "CreateSubnet", kinds });
  });

  test.each(["apply", "destroy"] as const)("is evenly distributed over %s", (command) => {
    const twenty = moments(command, 20).map((moment) => moment.call);
    expect(new Set(twenty).size).toBe(20);
    expect(twenty[0]).toBe(1);
    const steps = twenty.slice(1).map((one, index) => one - twenty[index]);
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1);
    expect(twenty.at(-1)).toBe(CHANGES[command]);
  });

  test.each(["apply", "destroy"] as const)("is the hardest if there are only two of %s", (command) => {
    expect(moments(command, 2).map(({ when }) => when)).toEqual(["unanswered", "unanswered"]);
  });

  test.each(["apply", "destroy"] as const)("needs no call after the last call of %s", (command) => {
    expect(moments(command).at(-1)!.when).not.toBe("answered");
    expect(new Set(moments(command).map(({ when }) => when)).size).toBe(3);
  });
});

describeE2e("a call", () => {
  const signed = (service: string) => ({
    authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/eu-central-1/${service}/aws4_request`,
  });

  test("is read in every protocol, with its token", () => {
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const requests = [
      { url: "/", headers: { ...signed("ec2"), ...form }, body: "Action=CreateNatGateway&ClientToken=t" },
      { url: "/", headers: { ...signed("iam"), ...form }, body: "Action=GetRole&RoleName=a" },
      { url: "/", headers: { ...signed("kms"), "x-amz-target": "TrentService.CreateKey" }, body: "{}" },
      {
        url: "/clusters/a/node-groups",
        headers: signed("eks"),
        body: JSON.stringify({ clientRequestToken: "t" }),
      },
    ];
    const known = requests.map((request) => readCall({ method: "POST", ...request }));
    expect(known).toMatchObject([
      { service: "ec2", protocol: "ec2", operation: "CreateNatGateway", changes: true, token: "t" },
      { service: "iam", protocol: "query", operation: "GetRole", changes: false },
      { service: "kms", protocol: "json", operation: "CreateKey", changes: true },
      { service: "eks", protocol: "rest-json", operation: "CreateNodegroup", changes: true, token: "t" },
    ]);
    expect(known.map(({ token }) => token)).toEqual(["t", undefined, undefined, "t"]);
  });

  test("has one key for all its attempts, and a different key from other calls", () => {
    const key = (body: string, authorization: string) =>
      readCall({ method: "POST", url: "/", headers: { authorization }, body }).key;
    expect(key("a", "one")).toBe(key("a", "two"));
    expect(key("a", "one")).not.toBe(key("b", "one"));
  });
});
