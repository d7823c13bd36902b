import { gzipSync } from "node:zlib";
import { base64, Encoder, hclString, partsOf, resolvedText } from "../../cluster/encode";
import { documentsOf } from "./documents";
import { programPath, settingsFolder } from "./paths";
import { bootPrograms } from "./program.generated";
import type { MachineSettings } from "./settings";
import { settingsFile } from "./settings-file";
import { containerdConfig, softwareList } from "./software-units";
import { unitsOf } from "./units";

/**
 * Limit of user data of each cloud in bytes, before base64.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html
 * @see https://learn.microsoft.com/azure/virtual-machines/user-data (64 KiB after base64)
 * @see https://cloud.google.com/compute/docs/metadata/setting-custom-metadata#limitations (of a value, after base64)
 */
export const userDataLimits = { aws: 16_384, azure: 49_151, google: 196_608 } as const;

/**
 * Space for the values of references, whose length only Terraform knows. On AWS, the only cloud whose limit is near, these are names of
 * buckets and roles and ids of volumes, with at most 64 characters.
 */
const bytesForReference = 64;

/**
 * The user data of a machine: cloud-config as JSON. References of Terraform are in one file, the settings, which Terraform encodes in
 * base64.
 */
export function machineUserData(settings: MachineSettings): string {
  return resolvedText(settings, cloudConfig);
}

/**
 * The user data for an argument of Terraform, compressed and in base64, such as `user_data` of a launch template. Terraform compresses
 * it, because the result of compression in Node depends on Node's version.
 *
 * @throws if the user data exceeds the limit of the cloud
 */
export function encodedUserData(settings: MachineSettings): string {
  return resolvedText(settings, (resolved) => {
    const bytes = userDataBytes(resolved);
    const limit = userDataLimits[resolved.cluster.cloud];
    if (bytes > limit) {
      throw new Error(
        `user data of ${resolved.machine.role} must have at most ${limit} bytes, got about ${bytes}`,
      );
    }
    return `\${base64gzip(${hclString(cloudConfig(resolved))})}`;
  });
}

/** The size of the compressed user data in bytes, with space for the values of references. */
export function userDataBytes(settings: MachineSettings): number {
  const references = partsOf(new Encoder().text(settingsFile(settings))).filter(
    (part) => "expression" in part,
  );
  return gzipSync(cloudConfig(settings)).length + references.length * bytesForReference;
}

function cloudConfig(settings: MachineSettings): string {
  const { cluster, machine } = settings;
  const program = `${cluster.cloud}${machine.role === "worker" ? "Worker" : "ControlPlane"}` as const;
  const files = [
    { path: programPath, permissions: "0755", encoding: "gz+b64", content: bootPrograms[program] },
    {
      path: `${settingsFolder}/settings`,
      permissions: "0644",
      encoding: "b64",
      content: settingsMark,
    },
    ...Object.entries({
      ...documentsOf(settings),
      ...unitsOf(settings),
      ...softwareList(settings),
      ...containerdConfig(cluster.software),
    }).map(([path, content]) => ({
      path,
      permissions: "0644",
      content,
    })),
  ];
  const config = {
    // The controller manager is the leader under the name of the machine, from which the boot program knows whether it leads.
    ...(machine.role === "control-plane" && {
      hostname: cluster.slots[machine.slot].name,
      preserve_hostname: false,
    }),
    write_files: files,
    runcmd: [
      ["systemctl", "daemon-reload"],
      ["systemctl", "enable", "--now", "--no-block", "kubernetes-boot.service"],
    ],
  };
  // An expression of Terraform is no text of JSON. Its value is base64, which JSON does not escape.
  const content = base64((insert) => settingsFile(settings, insert));
  return `#cloud-config\n${JSON.stringify(config).replace(settingsMark, () => content)}\n`;
}

/** Is in place of the content of the settings file until the rest is JSON. The first one in the text: only the program is before it. */
const settingsMark = "<settings>";
