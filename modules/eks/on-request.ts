import type * as capabilities from "./add-ons/capabilities";
import type * as fargate from "./node-groups/fargate";
import type * as hybridNodes from "./node-groups/hybrid-nodes";
import type * as karpenter from "./autoscaling/karpenter";
import type * as terminationHandler from "./autoscaling/node-termination-handler";
import type * as selfManaged from "./node-groups/self-managed";
import type * as backup from "./storage/backup";
import type * as fileSystem from "./storage/file-system";
import type * as lustre from "./storage/lustre";

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load the bindings of all of them with every cluster */

/** What most clusters do without: each is loaded with the first cluster that has it. */
export const onRequest = {
  capabilities: () => require("./add-ons/capabilities") as typeof capabilities,
  fargate: () => require("./node-groups/fargate") as typeof fargate,
  hybridNodes: () => require("./node-groups/hybrid-nodes") as typeof hybridNodes,
  karpenter: () => require("./autoscaling/karpenter") as typeof karpenter,
  terminationHandler: () => require("./autoscaling/node-termination-handler") as typeof terminationHandler,
  selfManaged: () => require("./node-groups/self-managed") as typeof selfManaged,
  backup: () => require("./storage/backup") as typeof backup,
  fileSystem: () => require("./storage/file-system") as typeof fileSystem,
  lustre: () => require("./storage/lustre") as typeof lustre,
} as const;
