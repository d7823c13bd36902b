import { cloudResources } from "../../cluster/terraform-types";
import type { GoogleRow } from "./model";

/** Arguments of a resource. */
export type Config = Readonly<Record<string, unknown>>;

/** A resource or data source of the stack. */
export interface Instance {
  readonly type: string;
  readonly name: string;
  readonly config: Config;
  readonly isData: boolean;
}

/** Permissions on one resource of Google. */
export interface Access {
  readonly resource: string;
  readonly permissions: readonly string[];
  readonly condition?: string;
}

/** The project in resources of a stack whose file has no project. */
export const unknownProject = "PROJECT_ID";

type Blocks = Readonly<Record<string, Readonly<Record<string, Config>>>>;

const isReference = (value: unknown) => typeof value !== "string" || value.includes("${");

/** The resources of a stack, and where in Google Cloud they are. */
export class GoogleView {
  readonly instances: readonly Instance[];
  readonly project: string;
  readonly backend: Config | undefined;

  constructor(configuration: object) {
    const {
      resource = {},
      data = {},
      provider,
      terraform,
    } = configuration as {
      readonly resource?: Blocks;
      readonly data?: Blocks;
      readonly provider?: { readonly google?: readonly Config[] };
      readonly terraform?: { readonly backend?: { readonly gcs?: Config } };
    };
    const all = (blocks: Blocks, isData: boolean): Instance[] =>
      Object.entries(blocks).flatMap(([type, named]) =>
        Object.entries(named).map(([name, config]) => ({ type, name, config, isData })),
      );
    this.instances = [...all(cloudResources(resource), false), ...all(data, true)];
    this.backend = terraform?.backend?.gcs;
    const { project } = provider?.google?.[0] ?? {};
    // Each service of the cluster's project has the project of the file.
    const services = Object.values(resource.google_project_service ?? {}).map((one) => one.project);
    const own = [project, ...services].find((one) => one !== undefined && !isReference(one));
    this.project = own === undefined ? unknownProject : (own as string);
  }

  of(type: string): readonly Instance[] {
    return this.instances.filter((one) => one.type === type);
  }

  /** The project around a resource; buckets have none in their name. */
  projectOf(resource: string): string {
    const [, project] = resource.split("/");
    return project === "_" ? this.project : project;
  }

  private ownProject({ project }: Config): string {
    return isReference(project) ? this.project : (project as string);
  }

  /** The project with the resource, or an existing resource that the arguments name. */
  resourceOf({ config }: Instance, { on }: GoogleRow): string {
    const project = this.ownProject(config);
    if (on === undefined) return `projects/${project}`;
    const names = [...on.matchAll(/\{(\w+)\}/g)].map(([, argument]) => argument);
    const isExisting = names.every((argument) => argument === "project" || !isReference(config[argument]));
    if (!isExisting) return `projects/${project}`;
    const named = on.replace(/\{(\w+)\}/g, (_, argument: string) =>
      argument === "project" ? project : String(config[argument]),
    );
    // A field accepts a name, or a path that contains the project.
    return named.slice(named.lastIndexOf("projects/"));
  }

  /** Limits permissions to an object; undefined if its name is a reference. The rest of a bucket's name can be one. */
  objectCondition({ config }: Instance): string | undefined {
    if (isReference(config.name)) return undefined;
    const own = /^\$\{google_storage_bucket\.(\w+)\./.exec(String(config.bucket))?.[1];
    const bucket =
      this.of("google_storage_bucket").find(({ name }) => name === own)?.config.name ?? config.bucket;
    const [start] = String(bucket).split("${");
    return [
      "resource.type == 'storage.googleapis.com/Object'",
      `resource.name.startsWith('projects/_/buckets/${start}')`,
      `resource.name.endsWith('/objects/${String(config.name)}')`,
    ].join(" && ");
  }

  /** The service accounts of nodes: those of the stack, and those of the file. */
  get nodeServiceAccounts(): string[] {
    const configs = [...this.of("google_container_cluster"), ...this.of("google_container_node_pool")];
    const values = [
      ...configs.flatMap(({ config }) => valuesOf(config, "service_account")),
      ...this.of("google_compute_instance_template").flatMap(({ config }) =>
        valuesOf(config.service_account, "email"),
      ),
    ];
    const emails = values.flatMap((value): string[] => {
      const name = /\$\{google_service_account\.(\w+)\./.exec(value)?.[1];
      if (name === undefined) return value.includes("@") ? [value] : [];
      return this.of("google_service_account")
        .filter((one) => one.name === name)
        .map(
          ({ config }) => `${String(config.account_id)}@${this.ownProject(config)}.iam.gserviceaccount.com`,
        );
    });
    return [...new Set(emails)].map((email) => {
      const project = /@([\w-]+)\.iam\.gserviceaccount\.com$/.exec(email)?.[1] ?? this.project;
      return `projects/${project}/serviceAccounts/${email}`;
    });
  }

  /** The roles that the stack grants on a project, as IAM names them. A reference to a role outside of the stack remains. */
  grantedRoles(resource: string): string[] {
    const grants = this.of("google_project_iam_member").filter(
      ({ config }) => `projects/${this.ownProject(config)}` === resource,
    );
    return [...new Set(grants.map(({ config }) => this.roleOf(String(config.role))))].sort();
  }

  /** A custom role of the stack has the name `projects/PROJECT/roles/ID`. */
  private roleOf(role: string): string {
    const name = /^\$\{google_project_iam_custom_role\.(\w+)\.(?:name|id)\}$/.exec(role)?.[1];
    const found = this.of("google_project_iam_custom_role").find((one) => one.name === name);
    if (found === undefined || isReference(found.config.role_id)) return role;
    return `projects/${this.ownProject(found.config)}/roles/${String(found.config.role_id)}`;
  }
}

/** The texts of all elements with a key. */
function valuesOf(value: unknown, wanted: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === wanted && typeof one === "string" ? [one] : valuesOf(one, wanted),
  );
}
