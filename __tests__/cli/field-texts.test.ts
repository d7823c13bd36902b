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
