import type * as grants from "./identity/grants";
import type * as privateNames from "./network/private-names";
import type * as recipients from "./observability/recipients";
import type * as sharedVpc from "./network/shared-vpc";
import type * as backup from "./storage/backup";
import type * as fileSystem from "./storage/file-system";

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load the bindings of all of them with every cluster */

/** What most clusters do without: each is loaded with the first cluster that has it. */
export const onRequest = {
  grants: () => require("./identity/grants") as typeof grants,
  privateNames: () => require("./network/private-names") as typeof privateNames,
  recipients: () => require("./observability/recipients") as typeof recipients,
  sharedVpc: () => require("./network/shared-vpc") as typeof sharedVpc,
  backup: () => require("./storage/backup") as typeof backup,
  fileSystem: () => require("./storage/file-system") as typeof fileSystem,
} as const;
