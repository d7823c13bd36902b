import { choicesOf } from "../../modules/fact-tables/choices";
import { platformNames } from "../../modules/fact-tables/tables";
import { platforms } from "../../modules/environment/platforms";
import { clouds } from "../../modules/kubeadm/clouds";

const today = "2026-11-23";

test("every platform of files has choices", () => {
  expect([...platformNames].sort()).toEqual(Object.keys(platforms).sort());
});

test.each(platformNames)("%s has regions and versions, each once", (platform) => {
  for (const values of [choicesOf(platform, today).region, choicesOf(platform, today).kubernetesVersion]) {
    expect(values.length).toBeGreaterThan(1);
    expect(values.filter((value) => typeof value !== "string" || value === "")).toEqual([]);
    expect(new Set(values).size).toBe(values.length);
  }
});

test("versions are those in standard or extended support", () => {
  expect(choicesOf("aks", today).kubernetesVersion).toEqual(["1.34", "1.35", "1.36", "1.37"]);
  expect(choicesOf("aks", "2026-12-15").kubernetesVersion).toEqual(["1.35", "1.36", "1.37"]);
  expect(choicesOf("kubeadm", today).kubernetesVersion).toEqual(
    expect.arrayContaining([expect.stringMatching(/^1\.35\.\d+$/)]),
  );
});

test("regions of kubeadm clusters are those of each cloud", () => {
  expect(choicesOf("kubeadm", today).region).toEqual(
    Object.values(clouds).flatMap(({ regions }) => regions.names()),
  );
});
