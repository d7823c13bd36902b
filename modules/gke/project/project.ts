import { Aspects, type IAspect, TerraformResource } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { GoogleProject } from "../../google/project";
import { type Api, apisOf } from "./apis";
import type { AnyGkeClusterProps } from "../spec";

/** The project of a cluster: its id, its number, and the APIs that are enabled for the cluster. */
export class GkeProject extends GoogleProject<Api> {
  /** Id of the project: a given id, or an attribute of a resource in the project. */
  readonly id: string;

  constructor(scope: Construct, id: string, props: AnyGkeClusterProps) {
    const { project, projectServices } = props.gke ?? {};
    super(scope, id, { project, apis: projectServices === false ? [] : apisOf(props) });
    this.id = project ?? this.services.get("container")?.project ?? this.data.projectId;
  }

  /** A service agent of Google in this project, as an IAM member. */
  agent(service: keyof typeof agents): string {
    return `serviceAccount:${agents[service](this.number)}`;
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
