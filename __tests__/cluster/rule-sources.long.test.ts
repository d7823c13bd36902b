import { execFileSync } from "node:child_process";
import { aksRules } from "../../modules/aks/rules";
import { clusterRules } from "../../modules/cluster/rules";
import { eksRules } from "../../modules/eks/rules";
import { gkeRules } from "../../modules/gke/rules";
import { kubeadmRules } from "../../modules/kubeadm/rules";

/** A rule as `docs/rules.md` lists it. */
interface Entry {
  readonly id: string;
  readonly file: string;
  readonly summary: string;
  readonly see: readonly string[];
  readonly remarks?: string;
}

const entries = JSON.parse(
  execFileSync("node", ["scripts/rules.mjs", "--json"], { encoding: "utf8", maxBuffer: 16 * 1024 * 1024 }),
) as readonly Entry[];

test("docs/rules.md lists every rule, with an id that is unique", () => {
  const listed = entries.map(({ id }) => id);
  const ids = [...clusterRules, ...eksRules, ...aksRules, ...gkeRules, ...kubeadmRules].map(({ id }) => id);
  expect(new Set(listed).size).toBe(listed.length);
  expect(ids.filter((id) => !listed.includes(id))).toEqual([]);
});

test("each rule states what it requires, and its source", () => {
  const hasSource = ({ see, remarks = "" }: Entry) =>
    see.some((url) => URL.canParse(url.split(" ")[0])) || remarks.startsWith("Decision of this project:");
  expect(entries.filter(({ summary }) => summary === "").map(({ id }) => id)).toEqual([]);
  expect(entries.filter((entry) => !hasSource(entry)).map(({ id, file }) => `${id} (${file})`)).toEqual([]);
});
