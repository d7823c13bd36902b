import type { ExtendedPlatform } from "../cluster/added-facts";
import * as eks from "../eks/versions";
import { date, described, list, map, number, oneOf, record, type Shape, text, truth } from "./facts-shapes";

/** The format of a file of facts. */

const minor = { pattern: /^1\.\d{2}$/, like: '"1.38"' };
const architecture = oneOf("x86_64", "arm64");
const letters = list(text(/^[a-z]$/, "a letter"));
const minors = Object.values<Pick<eks.KubernetesVersion, "addOns" | "images">>(eks.kubernetesVersions);
const addOns = [...minors.flatMap((row) => Object.keys(row.addOns)), ...Object.keys(eks.optionalAddOns)];
const images = minors.flatMap((row) => Object.keys(row.images));
const version = text(/^v\d+\.\d+\.\d+(-[a-z]+\.\d+)?$/, 'a version such as "v1.23.0-eksbuild.1"');
const release = text(/^\d+\.\d+\.\d+-[0-9a-f]+$/, 'a release such as "1.38.1-20270110"');

const since = "Only the dates that differ, if the library knows the minor.";
const standardSupportUntil = described(`Last day of standard support. ${since}`, date);
const extendedSupportUntil = described(`Last day of extended support. ${since}`, date);
const longTermSupportUntil = described(`Last day of long-term support. ${since}`, date);
const zones = described("Letters of the zones that a number of zones selects, in this order.", letters);
const regionRow = map({ zones }, ["zones"]);

/** The tables of each platform that a file can extend. */
const tables: Readonly<Record<ExtendedPlatform, Shape>> = {
  eks: map({
    kubernetesVersions: record(
      minor,
      map({
        standardSupportUntil,
        extendedSupportUntil,
        addOns: described(
          "Versions of EKS add-ons for the minor.",
          map(Object.fromEntries(addOns.map((name) => [name, version]))),
        ),
        images: described(
          "Releases of node images for the minor.",
          map(Object.fromEntries(images.map((name) => [name, release]))),
        ),
      }),
    ),
    regions: record({ pattern: /^[a-z]{2,4}(-[a-z]+)+-\d$/, like: "eu-west-4" }, regionRow),
    machineTypes: record(
      { pattern: /^[a-z0-9-]+\.[a-z0-9-]+$/, like: "m9i.large" },
      map(
        {
          architecture,
          vcpus: number(1),
          memoryGiB: number(0.5),
          interfaces: described("Network interfaces of a machine.", number(1)),
          addressesPerInterface: described("IPv4 addresses of each network interface.", number(2)),
          accelerator: oneOf("nvidia", "neuron"),
          localDisks: truth,
        },
        ["architecture", "vcpus", "memoryGiB", "interfaces", "addressesPerInterface"],
      ),
    ),
  }),
  aks: map({
    kubernetesVersions: record(minor, map({ standardSupportUntil, longTermSupportUntil })),
    regions: record(
      { pattern: /^[a-z]+\d*$/, like: "westeurope" },
      map(
        {
          hasZones: described("Whether the region has availability zones.", truth),
          cloud: oneOf("public", "usgovernment", "china"),
        },
        ["hasZones"],
      ),
    ),
    machineTypes: record(
      { pattern: /^Standard_[A-Za-z0-9_-]+$/, like: "Standard_D4ds_v7" },
      map(
        {
          architecture,
          vcpus: number(1),
          memoryGiB: number(0.5),
          family: described(
            "Name in quotas of vCPUs, such as standardDDSv6Family.",
            text(/^\S.*$/, "a name"),
          ),
        },
        ["architecture", "vcpus", "memoryGiB", "family"],
      ),
    ),
  }),
  gke: map({
    kubernetesVersions: record(minor, map({ standardSupportUntil, extendedSupportUntil })),
    regions: record({ pattern: /^[a-z]+(-[a-z]+)+\d+$/, like: "europe-west13" }, regionRow),
    machineFamilies: record(
      { pattern: /^[a-z]+\d+[a-z]*$/, like: "n5" },
      map(
        {
          architecture,
          bootDisks: described(
            "Types of boot disks that the family supports; the first one is the default.",
            list(oneOf("pd-balanced", "pd-standard", "pd-ssd", "hyperdisk-balanced")),
          ),
          localSsd: described(
            "Whether you choose local SSDs, the machine type brings them, or there are none.",
            oneOf("chosen", "brought", "none"),
          ),
        },
        ["architecture", "bootDisks", "localSsd"],
      ),
    ),
  }),
};

/** A file of facts. Its `schema` is the JSON Schema for editors. */
export const factsFile = map(
  {
    asOf: described("Day on which the source was read, not in the future.", date),
    source: described("URL of the source of the rows.", text(/^https?:\/\/\S+$/, "a URL")),
    ...tables,
  },
  ["asOf", "source"],
);
