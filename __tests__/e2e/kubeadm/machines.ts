import {
  CompleteLifecycleActionCommand,
  DescribeAutoScalingGroupsCommand,
} from "@aws-sdk/client-auto-scaling";
import { AttachVolumeCommand, DescribeInstanceAttributeCommand } from "@aws-sdk/client-ec2";
import { gunzipSync } from "node:zlib";
import { type AwsClients } from "../aws/clients";
import { request, send } from "../aws/query";

/** The settings of a machine, as its boot program reads them: variables of the shell. */
export type Settings = Readonly<Record<string, string>>;

/** A new machine, or one that is ready. */
export interface MachineEvent {
  readonly what: "started" | "ready";
  readonly instance: string;
  readonly settings: Settings;
}

/**
 * Does what the boot program does with AWS: reads its user data, attaches the etcd disk, writes the files of the store and completes the
 * launching hook. The emulator has no machines. Tests of the boot program check that it does the same.
 */
export class Machines {
  readonly events: MachineEvent[] = [];
  private readonly finished = new Set<string>();
  private readonly started = new Set<string>();
  /** Fails with the first error of a machine, and never succeeds. */
  readonly failure: Promise<never>;
  private readonly running: Promise<void>;
  private stopped = false;

  constructor(private readonly aws: AwsClients) {
    this.running = this.run();
    this.failure = new Promise((_, reject) => this.running.catch(reject));
    this.failure.catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running.catch(() => undefined);
  }

  /** The groups of the events with one name, in their order. */
  groups(what: MachineEvent["what"]): string[] {
    return this.events.filter((event) => event.what === what).map(({ settings }) => settings.HOOK_GROUP);
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const { AutoScalingGroups: groups = [] } = await this.aws.autoScaling.send(
        new DescribeAutoScalingGroupsCommand({}),
      );
      const waiting = groups
        .flatMap((group) => group.Instances ?? [])
        .filter(
          ({ LifecycleState: state, InstanceId: id }) => state === "Pending:Wait" && !this.finished.has(id!),
        );
      await Promise.all(waiting.map(({ InstanceId: id }) => this.boot(id!)));
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }

  private async boot(instance: string): Promise<void> {
    const settings = await readSettings(this.aws, instance);
    if (!this.started.has(instance)) {
      this.started.add(instance);
      this.events.push({ what: "started", instance, settings });
    }
    const isReady =
      settings.ROLE === "control-plane"
        ? await this.controlPlane(instance, settings)
        : (await this.read(settings, "node/ca.crt")) && (await this.read(settings, "node/join.conf"));
    if (!isReady) return;
    this.finished.add(instance);
    await this.aws.autoScaling.send(
      new CompleteLifecycleActionCommand({
        LifecycleHookName: settings.HOOK_NAME,
        AutoScalingGroupName: settings.HOOK_GROUP,
        LifecycleActionResult: "CONTINUE",
        InstanceId: instance,
      }),
    );
    this.events.push({ what: "ready", instance, settings });
  }

  private async controlPlane(instance: string, settings: Settings): Promise<boolean> {
    await this.aws.ec2.send(
      new AttachVolumeCommand({ VolumeId: settings.DISK_ID, InstanceId: instance, Device: "/dev/sdf" }),
    );
    if (settings.SLOT === "0") await this.write(settings, "pki/bundle.tar", "keys");
    else if (!(await this.read(settings, "initialized"))) return false;
    await this.write(settings, "node/ca.crt", AUTHORITY, "text/plain");
    await this.write(settings, "node/join.conf", "token");
    await this.write(settings, `node/version-${settings.SLOT}`, settings.KUBERNETES_VERSION);
    await this.write(settings, "admin/kubeconfig", "certificate");
    await this.write(settings, "initialized", settings.CLUSTER);
    return true;
  }

  private async read({ BUCKET }: Settings, key: string): Promise<boolean> {
    const { status } = await send(this.aws.endpoint, { service: "s3", path: `/${BUCKET}/${key}` });
    return status === 200;
  }

  private async write({ BUCKET }: Settings, key: string, body: string, type?: string): Promise<void> {
    const headers: Record<string, string> = type === undefined ? {} : { "content-type": type };
    await request(this.aws.endpoint, {
      service: "s3",
      method: "PUT",
      path: `/${BUCKET}/${key}`,
      body,
      headers,
    });
  }
}

/** The certificate authority in the store, which no real certificate is necessary for. */
export const AUTHORITY = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

/** The settings in the user data of a machine, which EC2 delivers. */
export async function readSettings({ ec2 }: AwsClients, instance: string): Promise<Settings> {
  const { UserData: data } = await ec2.send(
    new DescribeInstanceAttributeCommand({ InstanceId: instance, Attribute: "userData" }),
  );
  return settingsOf(data!.Value!);
}

/** The settings in user data, which is compressed and encoded. */
export function settingsOf(userData: string): Settings {
  const text = gunzipSync(Buffer.from(userData, "base64")).toString();
  const { write_files: files } = JSON.parse(text.replace(/^#cloud-config\n/, "")) as {
    write_files: { path: string; content: string }[];
  };
  const file = files.find(({ path }) => path.endsWith("/settings"))!;
  const lines = Buffer.from(file.content, "base64").toString().trim().split("\n");
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, value] = /^(\w+)=(.*)$/.exec(line)!;
      return [name, value.replace(/^'([^']*)'$/, "$1")];
    }),
  );
}
