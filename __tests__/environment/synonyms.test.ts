import { readFileSync } from "node:fs";
import { problemsOf, useEmptyDirectory, withLines } from "./directory";
import { synonymOf, synonyms } from "../../modules/environment/synonyms";

/** The fields of each map of the schema. */
const { definitions } = JSON.parse(readFileSync("modules/environment/environment.schema.json", "utf8")) as {
  definitions: Record<string, Schema>;
};

interface Schema {
  readonly properties?: Record<string, Schema>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

const maps = Object.values(definitions).flatMap(mapsIn);
function mapsIn(schema: Schema): string[][] {
  const inside = [...Object.values(schema.properties ?? {}), ...(schema.anyOf ?? [])].flatMap(mapsIn);
  const own = schema.properties ? [Object.keys(schema.properties)] : [];
  return [...own, ...inside, ...(schema.items ? mapsIn(schema.items) : [])];
}

test("each name applies to a map that does not allow it, and whose fields include its synonym", () => {
  const unused = synonyms.flatMap((row) =>
    row.names
      .filter((name) => !maps.some((map) => !map.includes(name) && synonymOf(name, map) === row))
      .map((name) => `${name} for ${row.field.join(".")}`),
  );
  expect(unused).toEqual([]);
});

test("each step of a synonym is a field", () => {
  const fields = new Set(maps.flat());
  expect(synonyms.flatMap(({ field }) => field.filter((name) => !fields.has(name)))).toEqual([]);
});

describe("a value of another tool", () => {
  useEmptyDirectory();

  test.each([
    ["aws", "eks"],
    ["Azure", "aks"],
    ["gcp", "gke"],
    ["google", "gke"],
    ["k8s", "kubeadm"],
    ["eks-auto", "eks"],
    ["EKS_Fargate", "eks"],
    ["gke-autopilot", "gke"],
    ["Autopilot", "gke"],
    ["AKS", "aks"],
  ])("for a platform, %s, is reported with %s", (other, platform) => {
    expect(problemsOf(withLines({ 4: `    platform: ${other}` }), {})[0]).toBe(
      `4:15 clusters[0].platform: must be one of eks, aks, gke, kubeadm, got "${other}"; did you mean "${platform}"?`,
    );
  });

  test.each([
    ["gcp", "google"],
    ["gke", "google"],
    ["Amazon", "aws"],
    ["eks", "aws"],
    ["azurerm", "azure"],
    ["aks", "azure"],
  ])("for a cloud, %s, is reported with %s", (other, cloud) => {
    const problems = problemsOf(withLines({ 4: `    platform: kubeadm\n    cloud: ${other}` }), {});
    expect(problems).toContain(
      `5:12 clusters[0].cloud: must be one of aws, azure, google, got "${other}"; did you mean "${cloud}"?`,
    );
  });

  test("is missing: the message has the values", () => {
    expect(problemsOf(withLines({ 4: "    platform: kubeadm" }), {})).toContain(
      '3:5 clusters[0]: missing field "cloud": The cloud of the machines; must be one of aws, azure, google',
    );
  });

  test.each([
    ["preemptible", "spot"],
    ["low-priority", "spot"],
    ["Regular", "on-demand"],
  ])("for a capacity, %s, is reported with %s", (other, capacity) => {
    expect(problemsOf(withLines({ 14: `        size: 3\n        capacity: ${other}` }))).toEqual([
      `15:19 clusters[0].nodeGroups[0].capacity: must be one of on-demand, spot, got "${other}"; did you mean "${capacity}"?`,
    ]);
  });
});

describe("an unknown field", () => {
  useEmptyDirectory();

  test("of another platform is reported as such, and not as a typo", () => {
    expect(problemsOf(withLines({ 14: "        size: 3\n    aks: {}" }))).toEqual([
      '15:5 clusters[0].aks: unknown field "aks"; aks is for platform aks; this cluster is on eks',
    ]);
  });

  test("for the current number of nodes is reported without a synonym", () => {
    expect(problemsOf(withLines({ 14: "        size: { min: 3, max: 6, desiredSize: 4 }" }))).toEqual([
      '14:33 clusters[0].nodeGroups[0].size.desiredSize: unknown field "desiredSize"; remove it: the autoscaler owns the number between min and max',
    ]);
  });

  test("of another tool is reported with its synonym, and the synonym is not reported as missing", () => {
    expect(
      problemsOf(withLines({ 13: "        instanceTypes: [m6i.large]", 14: "        desired_capacity: 3" })),
    ).toEqual([
      '13:9 clusters[0].nodeGroups[0].instanceTypes: unknown field "instanceTypes"; did you mean "machineTypes"?',
      '14:9 clusters[0].nodeGroups[0].desired_capacity: unknown field "desired_capacity"; did you mean "size", as in size: 3, or size: { min: 3, max: 6 }?',
    ]);
  });

  test("that belongs in another map is reported with the path", () => {
    expect(problemsOf(withLines({ 14: "        size: 3\n        volumeSize: 100" }))).toEqual([
      '15:9 clusters[0].nodeGroups[0].volumeSize: unknown field "volumeSize"; did you mean "disk.sizeGiB", as in disk: { sizeGiB: 100 }?',
    ]);
  });

  /** The advice on a field, on each line that is put into a file of a platform. */
  const adviceOn = (text: string): string =>
    problemsOf(text, {})
      .flatMap((problem) => /unknown field "\w+"; (.*)$/.exec(problem)?.[1] ?? [])
      .join("; ");

  const group = (field: string) => withLines({ 14: `        size: 3\n        ${field}` });
  const cluster = (field: string) => withLines({ 14: `        size: 3\n    ${field}` });
  const kubeadm = (lines: string) => withLines({ 4: `    platform: kubeadm\n    cloud: aws\n    ${lines}` });

  test.each([
    [
      "an instance type",
      kubeadm("controlPlane: { machines: 3, instanceType: a }"),
      'did you mean "machineType"?',
    ],
    [
      "a count of machines",
      kubeadm("controlPlane: { count: 3, machineType: a }"),
      'did you mean "machines", as in machines: 3?',
    ],
    [
      "a number of nodes",
      group("desired: 3"),
      'did you mean "size", as in size: 3, or size: { min: 3, max: 6 }?',
    ],
    [
      "a public endpoint",
      withLines({ 7: "    access: { admins: [], public: true }" }),
      'did you mean "publicFrom", as in publicFrom: [203.0.113.0/24]?',
    ],
    [
      "a public endpoint, on a platform without one",
      withLines({
        4: "    platform: kubeadm\n    cloud: aws",
        7: "    access: { admins: [], public: true }",
      }),
      "allowed: privateFrom, admins",
    ],
  ])("of another tool, %s, has a suggestion", (_, text, advice) => {
    expect(adviceOn(text)).toBe(advice);
  });

  test.each([
    ["a range, in the cluster", cluster("podCidr: 10.8.0.0/16"), "its place is clusters[].network.podCidr"],
    [
      "a range, in snake case",
      cluster("service_cidr: 10.8.0.0/16"),
      "its place is clusters[].network.serviceCidr",
    ],
    ["a range, in options", kubeadm("kubeadm: { podCidr: a }"), "its place is clusters[].network.podCidr"],
    [
      "the version, in a group",
      group('kubernetesVersion: "1.35"'),
      "its place is clusters[].kubernetesVersion",
    ],
    ["a field of the file, in a cluster", cluster("providers: {}"), "its place is providers"],
    [
      "a field of a cluster, in the file",
      withLines({ 1: "region: us-east-1" }),
      "its place is clusters[].region",
    ],
    [
      "a list of a group, in the network",
      withLines({ 10: "      taints: []" }),
      "its place is clusters[].nodeGroups[].taints",
    ],
  ])("that exists at another place, %s, is reported with the place", (_, text, advice) => {
    expect(adviceOn(text)).toBe(advice);
  });

  test("with one wrong letter is a typo, also if another place has a field of this name", () => {
    expect(adviceOn(group("zone: [us-east-1a]"))).toBe('did you mean "zones"?');
  });

  test("that has many places is reported with the fields of its map", () => {
    expect(adviceOn(withLines({ 10: "      type: a" }))).toMatch(/^allowed: cidr, /);
  });

  test("of a backend, the table of locks, is removed", () => {
    const backend = "backend: { type: s3, bucket: acme, region: us-east-1, dynamodb_table: locks }";
    expect(adviceOn(withLines({ 1: backend }))).toBe(
      "remove it: useLockfile, which is true by default, locks the state with an object in the bucket",
    );
  });
});
