import type * as managedPrometheus from "./observability/managed-prometheus";
import type * as registryEndpoint from "./network/registry-endpoint";
import type * as backup from "./storage/backup";
import type * as fileShare from "./storage/file-share";
import type * as netApp from "./storage/net-app";

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load the bindings of all of them with every cluster */

/** What most clusters do without: each is loaded with the first cluster that has it. */
export const onRequest = {
  managedPrometheus: () => require("./observability/managed-prometheus") as typeof managedPrometheus,
  registryEndpoint: () => require("./network/registry-endpoint") as typeof registryEndpoint,
  backup: () => require("./storage/backup") as typeof backup,
  fileShare: () => require("./storage/file-share") as typeof fileShare,
  netApp: () => require("./storage/net-app") as typeof netApp,
} as const;
