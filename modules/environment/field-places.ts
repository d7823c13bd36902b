import type { FieldTable } from "../cluster/fields";
import type { Platforms } from "./platforms";
import { fieldNames } from "./structure";

/** The fields of the first level of clusters on any platform, by their paths in the file. */
export const fieldsOfClusters = (platforms: Platforms): string[] => [
  ...new Set(
    Object.values(platforms).flatMap(({ definition }) =>
      fieldNames(definition).map((field) => `clusters[].${field}`),
    ),
  ),
];

/** The fields of the file and of a platform's clusters, without those that the platform refuses, by their paths in the file. */
export const fieldsOfFile = (fields: FieldTable): string[] => [
  ...fieldNames("Environment"),
  ...Object.entries(fields).flatMap(([path, { refused }]) =>
    refused === undefined ? `clusters[].${path}` : [],
  ),
];
