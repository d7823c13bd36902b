import { Buckets } from "../../emulator/google/buckets";
import { settle } from "../../emulator/google/machine-kinds";
import { type Store } from "../../emulator/google/store";
import { type Json } from "../../emulator/rest/json";
import { AUTHORITY, type MachineEvent, type Settings, settingsOf } from "../machines";

/**
 * Does what the boot program does with Google Cloud: reads its user data, finds its etcd disk and writes the objects of the store; then its
 * group is healthy. The emulator has no machines. Tests of the boot program check that it does the same.
 */
export class GoogleMachines {
  readonly events: MachineEvent[] = [];
  private readonly buckets: Buckets;
  private readonly timer: NodeJS.Timeout;
  private readonly errors: unknown[] = [];

  constructor(private readonly store: Store) {
    this.buckets = new Buckets(store);
    this.timer = setInterval(() => this.run(), 200);
  }

  /** @throws the first error of a machine */
  stop(): void {
    clearInterval(this.timer);
    if (this.errors.length > 0) throw this.errors[0];
  }

  private run(): void {
    try {
      for (const [name, manager] of this.store.entries("compute"))
        if (name.includes("/instanceGroupManagers/") && (manager.status as Json).isStable !== true)
          this.boot(name, manager);
    } catch (error) {
      this.errors.push(error);
      clearInterval(this.timer);
    }
  }

  private boot(name: string, manager: Json): void {
    const [{ instanceTemplate }] = manager.versions as Json[];
    const properties = this.found(instanceTemplate as string).properties as Json;
    const { items } = properties.metadata as { items: { key: string; value: string }[] };
    const settings = settingsOf(items.find(({ key }) => key === "user-data")!.value);
    const instance = `${name} ${String(instanceTemplate)}`;
    if (!this.events.some((event) => event.instance === instance))
      this.events.push({ what: "started", instance, settings });
    this.expectAccess(properties, settings);
    const isReady =
      settings.ROLE === "control-plane"
        ? this.controlPlane(name, properties, settings)
        : this.buckets.read(settings.BUCKET, "node/join.conf") !== undefined;
    if (!isReady) return;
    settle(manager);
    this.events.push({ what: "ready", instance, settings });
  }

  private controlPlane(name: string, properties: Json, settings: Settings): boolean {
    const { BUCKET: bucket } = settings;
    const disk = (properties.disks as Json[]).find(({ deviceName }) => deviceName === "etcd")!;
    this.found(name.replace(/instanceGroupManagers\/.*$/, `disks/${String(disk.source)}`));
    if (settings.SLOT === "0") this.buckets.write(bucket, "pki/bundle.tar", "keys");
    else if (this.buckets.read(bucket, "initialized") === undefined) return false;
    this.buckets.write(bucket, "node/ca.crt", AUTHORITY);
    this.buckets.write(bucket, "node/join.conf", "token");
    this.buckets.write(bucket, `node/version-${settings.SLOT}`, settings.KUBERNETES_VERSION);
    this.buckets.write(bucket, "admin/kubeconfig", "certificate");
    this.buckets.write(bucket, "initialized", settings.CLUSTER);
    return true;
  }

  /** Rights on the bucket must exist before the machine starts. */
  private expectAccess(properties: Json, { BUCKET: bucket }: Settings): void {
    const [{ email }] = properties.serviceAccounts as { email: string }[];
    const { body } = this.store.policy(`storage/b/${bucket}`, "getIamPolicy", {})!;
    const bindings = ((body as Json).bindings ?? []) as { members: string[] }[];
    if (!bindings.some(({ members }) => members.includes(`serviceAccount:${email}`)))
      throw new Error(`${email} has no right to the bucket ${bucket}`);
  }

  /** @param reference - a path or a URL */
  private found(reference: string): Json {
    const name = reference.replace(/^https:\/\/www\.googleapis\.com\/compute\/v1\//, "");
    const found = this.store.get(`compute/${name.replace(/^compute\//, "")}`);
    if (!found) throw new Error(`a machine needs ${name}`);
    return found;
  }
}
