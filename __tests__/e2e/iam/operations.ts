import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { venvPython } from "../emulator/moto";
import { type RawRequest, readCall } from "../faults/calls";

/** A call of AWS with its parameters, as the service reads it. */
export interface Operation {
  /** The prefix of its actions. */
  readonly service: string;
  readonly region: string;

  /** As AWS names it, e.g. `CreateVpc`. */
  readonly name: string;
  readonly parameters: Parameters;
}

type Tags = Readonly<Record<string, string>>;

/** The parameters of a form (`SubnetId.1`), or of JSON and a path. */
export class Parameters {
  constructor(private readonly values: Readonly<Record<string, unknown>>) {}

  /** The value of a parameter. */
  one(name: string): string | undefined {
    return this.all(name)[0];
  }

  /** The value of a parameter, or its list of values. */
  all(name: string): string[] {
    const direct = this.values[name];
    if (direct !== undefined) return [direct].flat().filter((one) => typeof one === "string");
    return this.entries()
      .filter(([key]) => key.startsWith(`${name}.`) && /^\.(?:member\.)?\d+$/.test(key.slice(name.length)))
      .map(([, value]) => String(value));
  }

  /** A structure of JSON. */
  object(name: string): Parameters {
    return new Parameters((this.values[name] ?? {}) as Record<string, unknown>);
  }

  /** A list of structures. */
  objects(name: string): Parameters[] {
    const direct = this.values[name];
    if (Array.isArray(direct)) return direct.map((one) => new Parameters(one as Record<string, unknown>));
    const items = new Map<string, Record<string, unknown>>();
    for (const [key, value] of this.entries()) {
      const rest = key.startsWith(`${name}.`) ? key.slice(name.length + 1) : "";
      const [, index, field] = /^(?:member\.)?(\d+)\.(.+)$/.exec(rest) ?? [];
      if (index !== undefined) items.set(index, { ...items.get(index), [field]: value });
    }
    return [...items.values()].map((one) => new Parameters(one));
  }

  /** Whether a parameter or a structure is set. */
  has(name: string): boolean {
    return Object.hasOwn(this.values, name) || this.entries().some(([key]) => key.startsWith(`${name}.`));
  }

  /** The tags of a parameter: a map, or a list of keys and values. */
  tags(name: string): Tags {
    const direct = this.values[name];
    if (typeof direct === "object" && direct !== null && !Array.isArray(direct)) return direct as Tags;
    return Object.fromEntries(
      this.objects(name).map((tag) => [
        tag.one("Key") ?? tag.one("TagKey") ?? "",
        tag.one("Value") ?? tag.one("TagValue") ?? "",
      ]),
    );
  }

  /** A structure of a form, whose members have the names behind the prefix. */
  part(prefix: string): Parameters {
    const found = this.entries().filter(([key]) => key.startsWith(`${prefix}.`));
    return new Parameters(
      Object.fromEntries(found.map(([key, value]) => [key.slice(prefix.length + 1), value])),
    );
  }

  private entries(): [string, unknown][] {
    return Object.entries(this.values);
  }
}

/** Reads the operation of a request. */
export function operationOf(request: RawRequest): Operation {
  const { service, protocol, operation } = readCall(request);
  const region = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? "")?.[1] ?? "";
  const { body, url } = request;
  if (protocol === "ec2" || protocol === "query") {
    const form = Object.fromEntries(new URLSearchParams(body));
    return { service, region, name: operation, parameters: new Parameters(form) };
  }
  const json = body.startsWith("{") ? (JSON.parse(body) as Record<string, unknown>) : {};
  if (protocol === "json") return { service, region, name: operation, parameters: new Parameters(json) };
  const { pathname, searchParams } = new URL(url, "http://aws");
  const found = restOperation(modelOf(service, pathname), request, pathname, searchParams);
  const query = Object.fromEntries(searchParams);
  const all = { ...query, ...json, ...found?.path };
  return {
    service,
    region,
    name: found?.name ?? `${request.method} ${pathname}`,
    parameters: new Parameters(all),
  };
}

// --- Operations of paths -----------------------------------------------------------------------------------------

/** Folders of botocore for the services with paths. */
const folders: Readonly<Record<string, string>> = {
  backup: "backup",
  eks: "eks",
  elasticfilesystem: "efs",
  route53: "route53",
  s3: "s3",
  s3control: "s3control",
};

/** S3 Control signs requests like S3, and has the version of its API in the path. */
const modelOf = (service: string, pathname: string): string =>
  service === "s3" && pathname.startsWith("/v20180820/") ? "s3control" : service;

interface Route {
  readonly name: string;
  readonly method: string;
  readonly parts: readonly string[];
  /** Parameters of the query without which it is another operation: `versioning`, `uploadId`. */
  readonly query: readonly string[];
  /** The same of headers: `x-amz-copy-source`. */
  readonly headers: readonly string[];
}

/** The model of a service. */
interface Model {
  readonly operations: Readonly<
    Record<
      string,
      {
        readonly http: { readonly method: string; readonly requestUri: string };
        readonly input?: { readonly shape: string };
        readonly deprecated?: boolean;
      }
    >
  >;
  readonly shapes: Readonly<
    Record<
      string,
      {
        readonly required?: readonly string[];
        readonly members?: Readonly<
          Record<string, { readonly location?: string; readonly locationName?: string }>
        >;
      }
    >
  >;
}

const routes = new Map<string, readonly Route[]>();

/** The operation of a path, from the model of the service that the AWS CLI uses. */
function restOperation(
  service: string,
  { method, headers }: RawRequest,
  pathname: string,
  query: URLSearchParams,
): { name: string; path: Record<string, string> } | undefined {
  const given = pathname.split("/").filter(Boolean);
  for (const { name, method: wanted, parts, ...needed } of routesOf(service)) {
    const isPath = parts.at(-1)?.endsWith("+}") ?? false;
    if (wanted !== method || (isPath ? given.length < parts.length : parts.length !== given.length)) continue;
    if (!parts.every((part, i) => part.startsWith("{") || part === given[i])) continue;
    if (!needed.query.every((one) => query.has(one)) || !needed.headers.every((one) => headers[one]))
      continue;
    const variables = parts.flatMap((part, i) =>
      part.startsWith("{") ? [[part.replace(/^\{|\+?\}$/g, ""), decodeURIComponent(given[i])]] : [],
    );
    return { name, path: Object.fromEntries(variables) as Record<string, string> };
  }
  return undefined;
}

function routesOf(service: string): readonly Route[] {
  const known = routes.get(service);
  if (known) return known;
  const folder = folders[service];
  const read = folder === undefined ? [] : readRoutes(folder);
  routes.set(service, read);
  return read;
}

function readRoutes(folder: string): Route[] {
  const lib = join(venvPython(), "../../lib");
  const [python] = readdirSync(lib).filter((name) => name.startsWith("python3"));
  const data = join(lib, python, "site-packages/botocore/data", folder);
  const [version] = readdirSync(data).sort().reverse();
  const { operations, shapes } = JSON.parse(
    gunzipSync(readFileSync(join(data, version, "service-2.json.gz"))).toString(),
  ) as Model;
  const found = Object.entries(operations)
    .filter(([, { deprecated }]) => !deprecated)
    .map(([name, { http, input }]) => {
      const [path, query = ""] = http.requestUri.split("?");
      const { required = [], members = {} } = shapes[input?.shape ?? ""] ?? {};
      const inPlace = (place: string) =>
        required
          .map((one) => members[one])
          .flatMap(({ location, locationName }) => (location === place ? [locationName!] : []));
      const parameters = query.split("&").filter(Boolean);
      return {
        name,
        method: http.method,
        parts: path.split("/").filter(Boolean),
        query: [...parameters.map((one) => one.split("=")[0]), ...inPlace("querystring")],
        headers: inPlace("header"),
      };
    });
  // A fixed part has precedence over a variable, and an operation that needs more over one that needs less.
  const needs = ({ query, headers }: Route) => query.length + headers.length;
  return found.sort((a, b) => variablesIn(a) - variablesIn(b) || needs(b) - needs(a));
}

const variablesIn = ({ parts }: Route): number => parts.filter((part) => part.startsWith("{")).length;
