import { DataGoogleProject } from "@cdktf/provider-google/lib/data-google-project";
import { ProjectService } from "@cdktf/provider-google/lib/project-service";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

/** See {@link GoogleProject}. */
export interface GoogleProjectProps<Api extends string> {
  /** Id of the project; if omitted, that of the provider. */
  readonly project?: string;

  /** The APIs to enable, by the first part of their names (`<name>.googleapis.com`). */
  readonly apis: readonly Api[];
}

/** The project of a cluster: its number, and the APIs that are enabled for the cluster. */
export class GoogleProject<Api extends string> extends Construct {
  /** The APIs by their short names; empty if they are enabled elsewhere. */
  readonly services: ReadonlyMap<Api, ProjectService>;

  private readonly given?: string;
  private source?: DataGoogleProject;

  constructor(scope: Construct, id: string, { project, apis }: GoogleProjectProps<Api>) {
    super(scope, id);
    this.given = project;
    this.services = new Map(
      apis.map((api) => [
        api,
        new ProjectService(this, api, {
          project,
          service: `${api}.googleapis.com`,
          // Other resources of the project may need the API. Provider versions 6.x would disable it when the cluster is destroyed.
          disableOnDestroy: false,
        }),
      ]),
    );
  }

  /**
   * Number of the project, which is unique and never changes. No resource has it as an attribute, so a data source reads it during the
   * plan.
   */
  get number(): string {
    return this.data.number;
  }

  /** The resources that enable these APIs: dependencies of resources that need the APIs. */
  prerequisites(...names: Api[]): ITerraformDependable[] {
    return names.flatMap((name) => this.services.get(name) ?? []);
  }

  protected get data(): DataGoogleProject {
    return (this.source ??= new DataGoogleProject(this, "project", { projectId: this.given }));
  }
}
