import { DataGoogleProject } from "@cdktf/provider-google/lib/data-google-project";
import { ProjectService } from "@cdktf/provider-google/lib/project-service";
import { Aspects, type IAspect, type ITerraformDependable, TerraformResource } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { type Api, apisOf } from "./apis";
import type { AnyGkeClusterProps } from "../spec";

/** The project that a cluster is in: its id, its number, and the APIs that are switched on in it for the cluster. */
export class GkeProject extends Construct {
  /** Id of the project: as it was given, or as something in the project knows it. */
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
              // The provider's 6.x would switch the API off for the whole project when the cluster goes.
              disableOnDestroy: false,
            }),
          ]),
    );
    this.id = props.gke?.project ?? this.services.get("container")?.project ?? this.data.projectId;
  }

  /**
   * Number of the project, which names Google's service agents and workload identities. No resource knows it, so that it is
   * looked up when Terraform plans.
   */
  get number(): string {
    return this.data.number;
  }

  /** The resources that enable these APIs: dependencies of all that needs them. */
  prerequisites(...names: Api[]): ITerraformDependable[] {
    return names.flatMap((name) => this.services.get(name) ?? []);
  }

  /** An agent of Google's own that acts in this project, as a member of IAM. */
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
  googleApis: (project: string) => `${project}@cloudservices.gserviceaccount.com`,
} as const;

/** Sets the project of every resource below a scope that has none. */
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
