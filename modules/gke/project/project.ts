import { DataGoogleProject } from "@cdktf/provider-google/lib/data-google-project";
import { ProjectService } from "@cdktf/provider-google/lib/project-service";
import { Aspects, type IAspect, type ITerraformDependable, TerraformResource } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { type Api, apisOf } from "./apis";
import type { AnyGkeClusterProps } from "../spec";

/** The project of a cluster: its id, its number, and the APIs that are enabled for the cluster. */
export class GkeProject extends Construct {
  /** Id of the project: a given id, or an attribute of a resource in the project. */
  readonly id: string;

  /** The APIs by their short names; empty if they are enabled elsewhere. */
  readonly services: ReadonlyMap<Api, ProjectService>;

  private source?: DataGoogleProject;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AnyGkeClusterProps,
  ) {
    super(scope, id);
    this.services = new Map(
      props.gke?.projectServices === false
        ? []
        : apisOf(props).map((api) => [
            api,
            new ProjectService(this, api, {
              project: props.gke?.project,
              service: `${api}.googleapis.com`,
              // Provider versions 6.x would disable the API for the whole project when the cluster is destroyed.
              disableOnDestroy: false,
            }),
          ]),
    );
    this.id = props.gke?.project ?? this.services.get("container")?.project ?? this.data.projectId;
  }

  /**
   * Number of the project, which is part of the names of service agents and workload identities. No resource has it as an attribute, so a
   * data source reads it during the plan.
   */
  get number(): string {
    return this.data.number;
  }

  /** The resources that enable these APIs: dependencies of resources that need the APIs. */
  prerequisites(...names: Api[]): ITerraformDependable[] {
    return names.flatMap((name) => this.services.get(name) ?? []);
  }

  /** A service agent of Google in this project, as an IAM member. */
  agent(service: keyof typeof agents): string {
    return `serviceAccount:${agents[service](this.number)}`;
  }

  private get data(): DataGoogleProject {
    return (this.source ??= new DataGoogleProject(this, "project", { projectId: this.props.gke?.project }));
  }
}

/** E-mails of Google's service agents. Source: https://cloud.google.com/iam/docs/service-agents */
const agents = {
  gke: (project: string) => `service-${project}@container-engine-robot.iam.gserviceaccount.com`,
  compute: (project: string) => `service-${project}@compute-system.iam.gserviceaccount.com`,
  filestore: (project: string) => `service-${project}@cloud-filer.iam.gserviceaccount.com`,
  backup: (project: string) => `service-${project}@gcp-sa-gkebackup.iam.gserviceaccount.com`,
  googleApis: (project: string) => `${project}@cloudservices.gserviceaccount.com`,
} as const;

/** Sets the project of each resource below a scope that has none. */
export function placeInProject(scope: Construct, project: string | undefined): void {
  if (project !== undefined) Aspects.of(scope).add(new Placement(project));
}

/** A resource with a `project` argument, as the bindings generate it. */
interface Placeable extends TerraformResource {
  readonly projectInput?: string;
  project: string;
}

class Placement implements IAspect {
  constructor(private readonly project: string) {}

  visit(node: IConstruct): void {
    if (isPlaceable(node) && node.projectInput === undefined) node.project = this.project;
  }
}

function isPlaceable(node: IConstruct): node is Placeable {
  return (
    TerraformResource.isTerraformResource(node) &&
    node.terraformResourceType.startsWith("google_") &&
    "projectInput" in node
  );
}
