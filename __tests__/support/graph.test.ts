import { Graph } from "./graph";

/** A chain of three resources: `c` depends on `b` by an argument, `b` depends on `a` by `depends_on`. */
const row = {
  resource: {
    aws_vpc: { a: { cidr_block: "10.0.0.0/16" } },
    aws_subnet: { b: { depends_on: ["aws_vpc.a"] } },
    aws_instance: { c: { network: [{ subnet_id: "${aws_subnet.b.id}" }] } },
  },
};

describe("order", () => {
  const graph = new Graph(row);

  test("is direct or transitive", () => {
    expect(graph.isOrdered("aws_vpc.a", "aws_subnet.b")).toBe(true);
    expect(graph.isOrdered("aws_vpc.a", "aws_instance.c")).toBe(true);
  });

  test("has one direction", () => {
    expect(graph.isOrdered("aws_instance.c", "aws_vpc.a")).toBe(false);
    expect(graph.isOrdered("aws_vpc.a", "aws_vpc.a")).toBe(false);
  });

  test("is an error for unknown resources", () => {
    expect(() => graph.isOrdered("aws_vpc.z", "aws_vpc.a")).toThrow("aws_vpc.z is not declared");
    expect(() => graph.isOrdered("aws_vpc.a", "aws_vpc.z")).toThrow("aws_vpc.z is not declared");
  });
});

describe("unresolved references", () => {
  const unresolved = (config: object, others: object = {}) =>
    new Graph({ resource: { aws_subnet: { x: config } }, ...others }).unresolved;

  test.each([
    ["an argument", { vpc_id: "${aws_vpc.missing.id}" }, "aws_vpc.missing"],
    ["a list in a block", { a: [{ b: ["${aws_vpc.missing.id}"] }] }, "aws_vpc.missing"],
    [
      "the middle of a string",
      { arn: "arn:aws:s3:::${aws_s3_bucket.missing.id}/*" },
      "aws_s3_bucket.missing",
    ],
    ["a function", { cidr: "${cidrsubnet(aws_vpc.missing.cidr_block, 4, 1)}" }, "aws_vpc.missing"],
    ["an index", { zone: "${aws_vpc.missing.list[0].name}" }, "aws_vpc.missing"],
    ["a data source", { ami: "${data.aws_ami.missing.id}" }, "data.aws_ami.missing"],
    ["a variable", { name: "${var.missing}" }, "var.missing"],
    ["a local value", { name: "${local.missing}" }, "local.missing"],
    ["depends_on", { depends_on: ["aws_vpc.missing"] }, "aws_vpc.missing"],
    ["a provider's alias", { provider: "aws.missing" }, "aws.missing"],
  ])("are found in %s", (_, config, missing) => {
    expect(unresolved(config)).toEqual([`aws_subnet.x -> ${missing}`]);
  });

  test("of outputs are found", () => {
    const { unresolved } = new Graph({ output: { id: { value: "${aws_vpc.missing.id}" } } });
    expect(unresolved).toEqual(["output.id -> aws_vpc.missing"]);
  });

  test.each([
    ["a shell's variable", { user_data: "echo $${aws_vpc.missing}" }],
    ["plain text", { description: "see aws_vpc.missing" }],
    ["metadata", { "//": { metadata: { path: "${aws_vpc.missing}" } } }],
  ])("are not detected in %s", (_, config) => {
    expect(unresolved(config)).toEqual([]);
  });

  test.each([
    ["a variable", { name: "${var.v}" }, { variable: { v: {} } }],
    ["a local value", { name: "${local.l}" }, { locals: { l: 1 } }],
    ["a data source", { ami: "${data.aws_ami.d.id}" }, { data: { aws_ami: { d: {} } } }],
    ["a provider's alias", { provider: "aws.west" }, { provider: { aws: [{ alias: "west" }] } }],
    ["an argument with the name provider", { network_policy: { provider: "CALICO" } }, {}],
    ["a provider", { provider: "aws" }, { provider: { aws: [{ region: "eu-central-1" }] } }],
  ])("do not include %s that exists", (_, config, others) => {
    expect(unresolved(config, others)).toEqual([]);
  });
});

describe("cycles", () => {
  test("do not include chains", () => {
    expect(new Graph(row).cycle).toBeUndefined();
  });

  test("are found with all their members", () => {
    const graph = new Graph({
      resource: {
        aws_vpc: { start: { x: "${aws_subnet.a.id}" } },
        aws_subnet: { a: { x: "${aws_subnet.b.id}" }, b: { depends_on: ["aws_subnet.a"] } },
      },
    });
    expect(graph.cycle).toEqual(["aws_subnet.a", "aws_subnet.b", "aws_subnet.a"]);
  });

  test("of a resource with itself are found", () => {
    const graph = new Graph({ resource: { aws_vpc: { a: { x: "${aws_vpc.a.id}" } } } });
    expect(graph.cycle).toEqual(["aws_vpc.a", "aws_vpc.a"]);
  });

  test("do not include two paths to a resource", () => {
    const graph = new Graph({
      resource: {
        aws_vpc: { a: {} },
        aws_subnet: { b: { x: "${aws_vpc.a.id}" }, c: { x: "${aws_vpc.a.id}" } },
        aws_instance: { d: { x: "${aws_subnet.b.id}", y: "${aws_subnet.c.id}" } },
      },
    });
    expect(graph.cycle).toBeUndefined();
  });
});

test("addresses are those of resources and data sources, sorted", () => {
  const graph = new Graph({
    ...row,
    data: { aws_ami: { d: {} } },
    output: { id: { value: 1 } },
    variable: { v: {} },
    provider: { aws: [{}, { alias: "west" }] },
  });
  expect(graph.addresses).toEqual(["aws_instance.c", "aws_subnet.b", "aws_vpc.a", "data.aws_ami.d"]);
});
