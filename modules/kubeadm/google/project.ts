import type { Construct } from "constructs";
import { GoogleProject } from "../../google/project";

/** The APIs that machines and their resources need. */
const apis = ["cloudresourcemanager", "compute", "dns", "iam", "storage"] as const;

/** The project of a cluster, that of the provider, with its APIs. */
export class Project extends GoogleProject<(typeof apis)[number]> {
  readonly id: string;

  constructor(scope: Construct, id: string) {
    super(scope, id, { apis });
    this.id = this.data.projectId;
  }
}
