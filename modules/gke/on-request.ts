import type * as grants from "./grants";
import type * as privateNames from "./private-names";
import type * as recipients from "./recipients";
import type * as sharedVpc from "./shared-vpc";
import type * as backup from "./storage/backup";
import type * as fileSystem from "./storage/file-system";

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load the bindings of all of them with every cluster */

/** What most clusters do without: each is loaded with the first cluster that has it. */
export const onRequest = {
  grants: () => require("./grants") as typeof grants,
  privateNames: () => require("./private-names") as typeof privateNames,
  recipients: () => require("./recipients") as typeof recipients,
  sharedVpc: () => require("./shared-vpc") as typeof sharedVpc,
  backup: () => require("./storage/backup") as typeof backup,
  fileSystem: () => require("./storage/file-system") as typeof fileSystem,
} as const;
