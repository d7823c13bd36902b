import { cloudResources } from "../../modules/cluster/terraform-types";
import {
  aksTable,
  type Configuration,
  gkeTable,
  kubeadmAzureTable,
  kubeadmGoogleTable,
} from "../../modules/recover";
import { fill } from "../../modules/recover/commands";
import { allClusters, writtenFor } from "../aks/provider-arguments";
import { kubeadmStacks, stacks, tables } from "./stacks";

const platforms = ["eks", "aks", "gke"] as const;
const stacksOn = (platform: (typeof platforms)[number]) =>
  stacks.filter((stack) => stack.platform === platform);

/** The names in braces of a template. */
const namesIn = (template: string) => [...template.matchAll(/\{([\w.]+)\}/g)].map(([, name]) => name);

/** Types that no shipped file creates, which other values of fields create. */
const notShipped = [
  "google_pubsub_subscription_iam_member",
  "google_artifact_registry_repository_iam_member",
];

test("the tables of kubeadm clusters have each type of their stacks", () => {
  for (const platform of ["kubeadm", "kubeadm-azure", "kubeadm-google"] as const) {
    const own = kubeadmStacks[platform];
    expect(own).not.toEqual([]);
    const types = new Set(own.flatMap(({ json }) => Object.keys(cloudResources(json.resource ?? {}))));
    expect([...types].filter((type) => !Object.hasOwn(tables[platform].resources, type))).toEqual([]);
  }
  for (const [platform, own, managed] of [
    ["kubeadm-azure", kubeadmAzureTable, aksTable],
    ["kubeadm-google", kubeadmGoogleTable, gkeTable],
  ] as const) {
    const ownTypes = Object.keys(own.resources).filter((type) => !Object.hasOwn(managed.resources, type));
    const used = new Set(kubeadmStacks[platform].flatMap(({ json }) => Object.keys(json.resource ?? {})));
    expect(ownTypes.filter((type) => !used.has(type))).toEqual([]);
  }
});

/** Arguments of searches that a resource of a stack does not have. */
function missingArguments(
  platform: keyof typeof tables,
  own: readonly { readonly name: string; readonly json: Configuration }[],
): string[] {
  const { resources, derivedOf: derivedBy } = tables[platform];
  return own.flatMap(({ name, json }) =>
    Object.entries(json.resource ?? {}).flatMap(([type, all]) => {
      const row = resources[type];
      if (row === undefined || !("find" in row)) return [];
      return Object.entries(all).flatMap(([id, values]) =>
        [row.find, row.findDuplicates ?? "", row.importId]
          .flatMap(namesIn)
          .filter((one) => one !== "found")
          // References to a cluster end with its id, which has these parts.
          .filter((one) => !["derived.cluster", "derived.location"].includes(one))
          .filter((one) => fill(`{${one}}`, { ...values, derived: derivedBy(values, "scope") }) === undefined)
          .map((one) => `${name} ${type}.${id}: ${one}`),
      );
    }),
  );
}

test.each(["kubeadm-azure", "kubeadm-google"] as const)(
  "the table of %s clusters searches only by arguments that each resource has",
  (platform) => {
    expect(missingArguments(platform, kubeadmStacks[platform])).toEqual([]);
  },
);

test("the tables of Azure search only by arguments that each resource has with azurerm 5", () => {
  const written = writtenFor("5.0.0", allClusters()).map(({ terraform }) => ({
    name: terraform.output.cluster_name.value as string,
    json: terraform as Configuration,
  }));
  expect(written.length).toBeGreaterThan(12);
  expect(missingArguments("kubeadm-azure", written)).toEqual([]);
});

describe.each(platforms)("the table of %s", (platform) => {
  const { resources } = tables[platform];
  const own = stacksOn(platform);

  test("has each type of the shipped environments", () => {
    expect(own.length).toBeGreaterThan(12);
    const types = new Set(own.flatMap(({ json }) => Object.keys(json.resource ?? {})));
    const isOwn = (type: string) => /^(aws|azurerm|google)_/.test(type);
    expect([...types].filter((type) => isOwn(type) && !Object.hasOwn(resources, type)).sort()).toEqual([]);
    expect(Object.keys(resources).filter((type) => !types.has(type) && !notShipped.includes(type))).toEqual(
      [],
    );
  });

  test("searches only by arguments that each resource has", () => {
    expect(missingArguments(platform, own)).toEqual([]);
  });
});
