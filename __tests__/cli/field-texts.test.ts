import { changeText } from "../../modules/cluster/change-text";
import { fieldsOf, type Owner, platformNames, summaryOf } from "../../cli/field-model";

const owners: readonly Owner[] = [...platformNames, "environment"];
const fields = owners.flatMap((owner) =>
  [...fieldsOf(owner).values()].map((info) => ({ owner, ...info, summary: summaryOf(info) })),
);

test("there are many fields", () => {
  expect(fields.length).toBeGreaterThan(1000);
});

test("a text starts with a sentence, not with a list", () => {
  const lists = fields.filter(({ summary }) => /^\s*[-*] |\n/.test(summary));
  expect(lists.map(({ owner, path, summary }) => `${owner} ${path}: ${summary}`)).toEqual([]);
});

test("a text of a platform has no values of another one, and refusals alone name others", () => {
  const titles = { eks: /\bEKS\b/, aks: /\bAKS\b/, gke: /\bGKE\b/ };
  const foreign = fields.filter(
    ({ owner, description }) =>
      owner !== "environment" &&
      !description.startsWith("Not supported on ") &&
      Object.entries(titles).some(([name, title]) => name !== owner && title.test(description)),
  );
  expect(foreign.map(({ owner, path, description }) => `${owner} ${path}: ${description}`)).toEqual([]);
});

test("the note of a field whose change replaces something names what is replaced", () => {
  const notes = fields.flatMap(({ row }) => (row?.change === "replace" && row.note ? [row.note] : []));
  expect(notes.length).toBeGreaterThan(20);
  expect(
    notes.filter((note) => !/^(the )?[a-z][a-z -]*/.test(note) || /^in |^it |^[^,;]* (is|it) /.test(note)),
  ).toEqual([]);
});

test.each([
  ["replace", undefined, "replaces the resource"],
  [
    "replace",
    "the node group; in a self-managed group a rolling update",
    "replaces the node group; in a self-managed group a rolling update",
  ],
  ["in-place", "new nodes use it", "in place; new nodes use it"],
  ["other", undefined, "other"],
  [undefined, undefined, ""],
])("%s with the note %j is %j", (change, note, text) => {
  expect(changeText({ "in-place": "in place" }, change, note)).toBe(text);
});

test("the change of the machine types of EKS is one readable text", () => {
  const { row } = fieldsOf("eks").get("nodeGroups[].machineTypes")!;
  expect(changeText({}, row!.change, row!.note)).toBe(
    "replaces the node group; in a self-managed group a rolling update",
  );
});
