import { DataGoogleProject } from "@cdktf/provider-google/lib/data-google-project";
import { ProjectService } from "@cdktf/provider-google/lib/project-service";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

/** The APIs that machines and their resources need. */
const apis = ["cloudresourcemanager", "compute", "dns", "iam", "storage"] as const;

/** The project of a cluster, that of the provider, with its APIs. */
export class Project extends Construct {
  readonly id: string;

  /** Number of the project, which is unique and never changes. */
  readonly number: string;

  private readonly services: ReadonlyMap<string, ProjectService>;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.services = new Map(
      apis.map((api) => [
        api,
        new ProjectService(this, api, {
          service: `${api}.googleapis.com`,
          // Other resources of the project may need the API.
          disableOnDestroy: false,
        }),
      ]),
    );
    const project = new DataGoogleProject(this, "project", {});
    this.id = project.projectId;
    this.number = project.number;
  }

  /** The resource that enables an API: a dependency of resources that need it. */
  prerequisites(name: (typeof apis)[number]): ITerraformDependable[] {
    return [this.services.get(name)!];
  }
}
