import type * as capabilities from "./capabilities";
import type * as fargate from "./fargate";
import type * as hybridNodes from "./hybrid-nodes";
import type * as karpenter from "./karpenter";
import type * as terminationHandler from "./node-termination-handler";
import type * as selfManaged from "./node-groups/self-managed";
import type * as backup from "./storage/backup";
import type * as fileSystem from "./storage/file-system";
import type * as lustre from "./storage/lustre";

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load the bindings of all of them with every cluster */

/** What most clusters do without: each is loaded with the first cluster that has it. */
export const onRequest = {
  capabilities: () => require("./capabilities") as typeof capabilities,
  fargate: () => require("./fargate") as typeof fargate,
  hybridNodes: () => require("./hybrid-nodes") as typeof hybridNodes,
  karpenter: () => require("./karpenter") as typeof karpenter,
  terminationHandler: () => require("./node-termination-handler") as typeof terminationHandler,
  selfManaged: () => require("./node-groups/self-managed") as typeof selfManaged,
  backup: () => require("./storage/backup") as typeof backup,
  fileSystem: () => require("./storage/file-system") as typeof fileSystem,
  lustre: () => require("./storage/lustre") as typeof lustre,
} as const;
