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
    expect(problemsOf(withLines({ 4: `    platform: ${other}` }), {})).toEqual([
      `4:15 clusters[0].platform: must be one of eks, aks, gke, kubeadm, got "${other}"; did you mean "${platform}"?`,
    ]);
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
});
