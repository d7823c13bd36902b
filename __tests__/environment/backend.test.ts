import { parse } from "yaml";
import { supportedBackends } from "../../modules/environment/check-settings";
import { problemsOf, rightText, useEmptyDirectory } from "./directory";

useEmptyDirectory();

/** The problems of a valid environment with this backend. Each must be on the line of its field. */
function problems(backend: string): string[] {
  const fields = Object.entries(parse(`{ ${backend} }`) as object);
  const lines = fields.map(([field, value]) => `  ${field}: ${JSON.stringify(value)}`);
  return problemsOf(`backend:\n${lines.join("\n")}\n${rightText}`).map((problem) => {
    const [, line, , text] = /^(\d+):(\d+) (.*)$/.exec(problem)!;
    const [, field] = /^backend\.?(\w*)/.exec(text)!;
    const place = fields.findIndex(([name]) => name === field);
    // The problem of an omitted field has the position of the map.
    expect(Number(line)).toBe(Math.max(place, 0) + 2);
    return text;
  });
}

/** For each type: backends with all fields, and mistakes with their messages. */
const cases: Readonly<Record<string, { right: string[]; wrong: Readonly<Record<string, string>> }>> = {
  local: {
    right: ["type: local", "type: local, path: 'states/{stack}.tfstate'"],
    wrong: {
      "type: local, path: '/var/{stack}'":
        'backend.path: must be a relative path of a file from the project\'s folder, outside of cdktf.out, got "/var/dev-main"',
      "type: local, path: 'cdktf.out/{stack}'":
        'backend.path: must be a relative path of a file from the project\'s folder, outside of cdktf.out, got "cdktf.out/dev-main"',
    },
  },
  s3: {
    right: [
      "type: s3, bucket: acme-state, region: eu-central-1",
      'type: s3, bucket: acme-state, region: eu-central-1, key: "k8s/{environment}/{cluster}", encrypt: true, kmsKeyId: "arn:aws:kms:eu-central-1:111122223333:key/a", allowedAccountIds: ["111122223333"], assumeRole: { roleArn: "arn:aws:iam::111122223333:role/State", sessionName: ci, externalId: x-1 }',
    ],
    wrong: {
      "type: s3, bucket: Acme, region: eu-central-1":
        'backend.bucket: must be 3 to 63 lower-case letters, digits, . and -, with a letter or digit at both ends, got "Acme"',
      "type: s3, bucket: acme, region: Frankfurt":
        'backend.region: must be a region such as eu-central-1, got "Frankfurt"',
      "type: s3, bucket: acme, region: eu-central-1, key: '/{stack}'":
        'backend.key: must be 1 to 1000 characters, without / at an end or two in a row, got "/dev-main"',
      "type: s3, bucket: acme, region: eu-central-1, kmsKeyId: a":
        'backend.kmsKeyId: must be the ARN of a KMS key, got "a"',
      'type: s3, bucket: acme, region: eu-central-1, allowedAccountIds: ["1"]':
        'backend.allowedAccountIds[0]: must be the 12 digits of an account, got "1"',
      "type: s3, bucket: acme, region: eu-central-1, allowedAccountIds: []":
        "backend.allowedAccountIds: must have at least one account; an empty list has no effect",
      'type: s3, bucket: acme, region: eu-central-1, forbiddenAccountIds: ["111122223333"], allowedAccountIds: ["111122223333"]':
        "backend.forbiddenAccountIds: excludes allowedAccountIds: set one of the two",
      "type: s3, bucket: acme, region: eu-central-1, assumeRole: { roleArn: Deploy }":
        'backend.assumeRole.roleArn: must be the ARN of a role, got "Deploy"',
      "type: s3, bucket: acme, region: eu-central-1, useLockfile: false":
        "backend.useLockfile: warning: two runs at the same time are not prevented: each can undo the other's changes",
      "type: s3, bucket: acme, region: eu-central-1, accessKey: AKIA":
        "backend.accessKey: secrets are not supported in files: set AWS_ACCESS_KEY_ID where Terraform runs",
      "type: s3, bucket: acme, region: eu-central-1, secret_key: x":
        "backend.secret_key: secrets are not supported in files: set AWS_SECRET_ACCESS_KEY where Terraform runs",
    },
  },
  azurerm: {
    right: [
      "type: azurerm, storageAccountName: acmestate, containerName: state",
      "type: azurerm, storageAccountName: acmestate, containerName: state, key: '{stack}', resourceGroupName: rg, subscriptionId: 00000000-0000-0000-0000-000000000000, tenantId: 00000000-0000-0000-0000-000000000000, clientId: 00000000-0000-0000-0000-000000000000, useAzureadAuth: false, useOidc: true, environment: china",
    ],
    wrong: {
      "type: azurerm, storageAccountName: acme-state, containerName: state":
        'backend.storageAccountName: must be 3 to 24 lower-case letters and digits, got "acme-state"',
      "type: azurerm, storageAccountName: acme, containerName: a--b":
        'backend.containerName: must be 3 to 63 lower-case letters, digits and single -, with a letter or digit at both ends, got "a--b"',
      "type: azurerm, storageAccountName: acme, containerName: abc, tenantId: acme":
        'backend.tenantId: must be a UUID such as 00000000-0000-0000-0000-000000000000, got "acme"',
      "type: azurerm, storageAccountName: acme, containerName: abc, accessKey: x":
        "backend.accessKey: secrets are not supported in files: set ARM_ACCESS_KEY where Terraform runs",
      "type: azurerm, storageAccountName: acme, containerName: abc, clientSecret: x":
        "backend.clientSecret: secrets are not supported in files: set ARM_CLIENT_SECRET where Terraform runs",
    },
  },
  gcs: {
    right: [
      "type: gcs, bucket: acme_state",
      "type: gcs, bucket: state.acme.com, prefix: 'k8s/{stack}', kmsEncryptionKey: projects/p/locations/l/keyRings/r/cryptoKeys/k, impersonateServiceAccount: tf@p.iam.gserviceaccount.com",
    ],
    wrong: {
      "type: gcs, bucket: goog-state":
        'backend.bucket: must be 3 to 63 lower-case letters, digits, -, _ and . (222 with dots), with a letter or digit at both ends, got "goog-state"',
      [`type: gcs, bucket: ${"a".repeat(64)}`]:
        "backend.bucket: must be at most 63 characters without dots, got 64",
      "type: gcs, bucket: acme, impersonateServiceAccount: me@acme.com":
        'backend.impersonateServiceAccount: must be the e-mail address of a service account, such as terraform@project.iam.gserviceaccount.com, got "me@acme.com"',
      "type: gcs, bucket: acme, credentials: key.json":
        "backend.credentials: secrets are not supported in files: set GOOGLE_BACKEND_CREDENTIALS or GOOGLE_APPLICATION_CREDENTIALS where Terraform runs",
    },
  },
  cloud: {
    right: [
      "type: cloud, organization: acme",
      "type: cloud, organization: acme, hostname: tfe.acme.com, project: Kubernetes clusters, workspace: 'k8s-{stack}'",
    ],
    wrong: {
      "type: cloud, organization: acme, hostname: 'https://tfe.acme.com'":
        'backend.hostname: must be a host without scheme and path, such as app.terraform.io, got "https://tfe.acme.com"',
      "type: cloud, organization: acme, workspace: 'k8s/{stack}'":
        'backend.workspace: must be 1 to 90 letters, digits, _ and -, got "k8s/dev-main"',
      "type: cloud, organization: acme, token: x":
        "backend.token: secrets are not supported in files: set TF_TOKEN_app_terraform_io (TF_TOKEN_ and the host, with _ for its dots) where Terraform runs",
    },
  },
  remote: {
    right: ["type: remote, organization: acme, hostname: tfe.acme.com, workspace: 'k8s-{stack}'"],
    wrong: {
      "type: remote, organization: a b": 'backend.organization: must be letters, digits, _ and -, got "a b"',
    },
  },
  http: {
    right: [
      "type: http, address: 'https://state.acme.com/{stack}'",
      "type: http, address: 'http://127.0.0.1:8080/{stack}', updateMethod: PUT, lockAddress: 'https://state.acme.com/{stack}/lock', lockMethod: POST, unlockAddress: 'https://state.acme.com/{stack}/lock', unlockMethod: DELETE, retryMax: 3, retryWaitMin: 2, retryWaitMax: 5",
    ],
    wrong: {
      "type: http, address: 'state/{stack}'":
        'backend.address: must be a URL such as https://state.example.com/{stack}, got "state/dev-main"',
      "type: http, address: 'http://state.acme.com/{stack}'":
        "backend.address: warning: the state and its secrets are sent over the network in clear text: use https",
      "type: http, address: 'https://me:secret@state.acme.com/{stack}'":
        "backend.address: must not have user and password: set TF_HTTP_USERNAME and TF_HTTP_PASSWORD instead",
      "type: http, address: 'https://state.acme.com/{stack}', password: x":
        "backend.password: secrets are not supported in files: set TF_HTTP_PASSWORD where Terraform runs",
      "type: http, address: 'https://state.acme.com/{stack}', retryWaitMin: 40":
        "backend.retryWaitMax: must be at least retryWaitMin (40), got 30",
      "type: http, address: 'https://state.acme.com/{stack}', retryMax: -1":
        "backend.retryMax: must be a whole number of at least 0, got -1",
    },
  },
  pg: {
    right: [
      "type: pg",
      "type: pg, schemaName: 'k8s_{stack}', skipSchemaCreation: true, skipTableCreation: true, skipIndexCreation: true",
    ],
    wrong: {
      "type: pg, schemaName: 'pg_{stack}'":
        'backend.schemaName: must be 1 to 63 characters, not start with pg_ and have no quotes, got "pg_dev-main"',
      "type: pg, connStr: 'postgres://a:b@c/d'":
        "backend.connStr: secrets are not supported in files: set PG_CONN_STR where Terraform runs",
    },
  },
};

test("each type of backend has cases", () => {
  expect(Object.keys(cases).sort()).toEqual([...supportedBackends].sort());
});

describe.each(Object.entries(cases))("a backend of type %s", (_, { right, wrong }) => {
  test.each(right)("is valid with { %s }", (backend) => {
    expect(problems(backend)).toEqual([]);
  });

  test.each(Object.entries(wrong))("{ %s } is an error or a warning", (backend, message) => {
    expect(problems(backend)).toEqual([message]);
  });
});

describe("a backend", () => {
  test.each([
    [
      "organization: acme",
      'backend: missing field "type": must be one of local, s3, azurerm, gcs, cloud, remote, http, pg',
    ],
    [
      "type: S3",
      'backend.type: must be one of local, s3, azurerm, gcs, cloud, remote, http, pg, got "S3"; did you mean "s3"?',
    ],
    ["type: s3, bucket: acme", 'backend: missing field "region": Region of the bucket, e.g. `eu-central-1`'],
    [
      "type: s3, bucket: acme, region: eu-central-1, kye: x",
      'backend.kye: unknown field "kye"; did you mean "key"?',
    ],
    [
      'type: s3, bucket: "${var.x}", region: eu-central-1',
      'backend.bucket: must be a literal, got "${var.x}": Terraform reads a backend before it knows any variable',
    ],
    [
      "type: pg, schemaName: '{stak}'",
      "backend.schemaName: unknown placeholder {stak}; did you mean {stack}?",
    ],
    [
      "type: pg, schemaName: 'x{zone}'",
      "backend.schemaName: unknown placeholder {zone}; known: {stack}, {environment}, {cluster}",
    ],
    [
      "type: s3, bucket: '{environment}', region: eu-central-1",
      "backend.bucket: is the same for all stacks: {environment} is not supported in it",
    ],
  ])("{ %s }", (backend, message) => {
    expect(problems(backend)).toEqual([message]);
  });

  test("that is not a map", () => {
    expect(problemsOf(`backend: s3\n${rightText}`)).toEqual(['1:10 backend: must be a map, got "s3"']);
  });

  test("must differ between the stacks of an environment", () => {
    const second = rightText.split("\n").slice(2).join("\n").replace("main", "other");
    const two = (key: string) =>
      problemsOf(
        `backend: { type: s3, bucket: acme, region: eu-central-1, key: '${key}' }\n${rightText}${second}`,
      );
    expect(two("{environment}/state")).toEqual([
      '1:63 backend.key: must be different for each stack, got "dev/state" for 2 of them; use {stack}',
    ]);
    expect(two("{environment}/{cluster}")).toEqual([]);
  });
});

describe("the backend of a single cluster", () => {
  const s3 = "backend: { type: s3, bucket: acme, region: eu-central-1 }";
  const second = rightText.split("\n").slice(2).join("\n").replace("main", "other");
  const two = (...lines: string[]) => problemsOf(`${lines.join("\n")}\n${rightText}${second}`);

  test("replaces the common one, with another type, or the same type", () => {
    expect(two(s3, "backends: { other: { type: gcs, bucket: acme } }")).toEqual([]);
    expect(two("backends:", "  other: { type: s3, bucket: acme-2, region: us-east-1, key: fixed }")).toEqual(
      [],
    );
  });

  test("has the rules of a backend", () => {
    expect(two("backends: { other: { type: gcs, bucket: goog-state, key: x } }")).toEqual([
      '1:53 backends.other.key: unknown field "key"; allowed: type, bucket, prefix, kmsEncryptionKey, impersonateServiceAccount',
    ]);
    expect(two("backends: { other: { type: gcs, bucket: goog-state } }")).toEqual([
      expect.stringMatching(/^1:41 backends\.other\.bucket: must be 3 to 63 lower-case letters/),
    ]);
    expect(
      two("backends: { other: { type: s3, bucket: acme, region: eu-central-1, accessKey: AKIA } }"),
    ).toEqual([
      expect.stringMatching(
        /backends\.other\.accessKey: secrets are not supported in files: set AWS_ACCESS_KEY_ID/,
      ),
    ]);
    expect(two('backends: { other: { type: gcs, bucket: "${var.state}" } }')).toEqual([
      expect.stringMatching(/backends\.other\.bucket: must be a literal/),
    ]);
    expect(two("backends: { other: local }")).toEqual(['1:20 backends.other: must be a map, got "local"']);
    expect(two("backends: local")).toEqual(['1:11 backends: must be a map, got "local"']);
  });

  test("is that of a cluster of the file", () => {
    expect(two("backends: { othr: { type: local }, search: { type: local } }")).toEqual([
      '1:13 backends.othr: no cluster has the name "othr"; did you mean "other"?',
      '1:36 backends.search: no cluster has the name "search"; clusters: main, other',
    ]);
  });

  test("does not have the state of another cluster, and the key of one cluster may be fixed", () => {
    const fixed = (key: string) => `{ type: s3, bucket: acme, region: eu-central-1, key: ${key} }`;
    expect(two(`backend: ${fixed("a")}`, `backends: { other: ${fixed("b")} }`)).toEqual([]);
    expect(two(`backend: ${fixed("a")}`, `backends: { other: ${fixed("a")} }`)).toEqual([
      "2:73 backends.other.key: the state s3://acme/a is also that of stack dev-main; use {stack}",
    ]);
  });

  test("is not a field of the cluster", () => {
    expect(problemsOf(`${rightText}    backend: { type: local }\n`)).toEqual([
      expect.stringMatching(
        /clusters\[0\]\.backend: unknown field "backend"; it is a field of the file: backend for all clusters, or backends with the name of this cluster$/,
      ),
    ]);
  });
});
