import type { EksBackupSpec, EksLustreSpec } from "../../../modules/eks/storage/spec";
import type { Statement } from "../../../modules/eks/identity/spec";
import type { EksArchitecture, EksClusterProps, EksNodeGroupSpec } from "../../../modules/eks/spec";
import { minimal } from "../../support/eks";
import type { Witness } from "./witness";

const cluster = (patch: Partial<EksClusterProps>): EksClusterProps => ({ ...minimal, ...patch });

const subnet = (digit: number, zone: string) => ({
  id: `subnet-${`${digit}`.repeat(17)}`,
  zone: `eu-central-1${zone}`,
});

const withPodSubnets = (first: string, second: string): EksClusterProps =>
  cluster({
    network: {
      existing: {
        vpcId: "vpc-11111111111111111",
        nodeSubnets: [subnet(1, "a"), subnet(2, "b")],
        podSubnets: [subnet(3, first), subnet(4, second)],
      },
    },
  });

const withStorage = (
  addOn: "aws-efs-csi-driver" | "aws-fsx-csi-driver" | "snapshot-controller",
  version: string,
): EksClusterProps =>
  cluster({
    storage: { file: true, lustre: { sizeGiB: 1200 }, snapshots: true },
    eks: { addOns: { "aws-fsx-csi-driver": { version: "v1.9.0-eksbuild.1" }, [addOn]: { version } } },
  });

const versionOf = (addOn: Parameters<typeof withStorage>[0]): Witness<EksClusterProps> => ({
  shows: ["eks.addOns.*.version"],
  before: withStorage(addOn, "v1.8.0-eksbuild.1"),
  after: withStorage(addOn, "v1.8.1-eksbuild.1"),
});

const withAccessPoint = (permissions: string): EksClusterProps =>
  cluster({ storage: { file: { accessPoints: { shop: { path: "/shop", uid: 0, gid: 0, permissions } } } } });

const withReplacement = (replacement: "launch" | "terminate"): EksClusterProps =>
  cluster({
    nodeGroups: [{ ...minimal.nodeGroups[0], kind: "self-managed", autoScalingGroup: { replacement } }],
  });

const withMachines = (burstable: boolean): EksClusterProps =>
  cluster({
    nodeGroups: [
      {
        ...minimal.nodeGroups[0],
        kind: "self-managed",
        machineTypes: ["m7i.*", "t3.*"],
        machines: { vcpus: { min: 2, max: 8 }, memoryGiB: { min: 8 }, burstable },
      },
    ],
  });

const withAddOn = (effect: "Allow" | "Deny", conditions?: Statement["conditions"]): EksClusterProps => {
  const statements = [{ effect, actions: ["s3:GetObject"], resources: ["*"], conditions }];
  const identities = [{ namespace: "acme", serviceAccount: "agent", statements }];
  return cluster({ eks: { addOns: { acme: { version: "v1.2.3-eksbuild.1", identities } } } });
};

const withPolicy = (policy: string): EksClusterProps =>
  cluster({
    eks: {
      accessEntries: [{ principal: "arn:aws:iam::111122223333:role/Auditor", policies: [{ policy }] }],
    },
  });

const withRole = (role: "ADMIN" | "EDITOR" | "VIEWER"): EksClusterProps =>
  cluster({
    eks: {
      capabilities: {
        argocd: {
          identityCenterArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef",
          access: [{ role, users: ["11111111-2222-3333-4444-555555555555"] }],
        },
      },
    },
  });

const withMachine = (architecture: EksArchitecture): EksClusterProps =>
  cluster({
    nodeGroups: [{ ...minimal.nodeGroups[0], machineTypes: ["m99x.large"], image: { architecture } }],
  });

const withDisk = (type: "gp3" | "io2"): EksClusterProps =>
  cluster({
    nodeGroups: [{ ...minimal.nodeGroups[0], moreDisks: [{ device: "/dev/xvdf", iops: 4000, type }] }],
  });

const withGroup = (patch: Partial<EksNodeGroupSpec>): EksClusterProps =>
  cluster({ nodeGroups: [{ ...minimal.nodeGroups[0], ...patch }] });

const withBlock = (type: "on-demand" | "capacity-block"): EksClusterProps =>
  withGroup({
    zones: ["eu-central-1a"],
    machineTypes: ["p5.48xlarge"],
    reservation: { id: "cr-0123456789abcdef0", type },
  });

const withOnDemandBase = (onDemandBase: number): EksClusterProps =>
  withGroup({
    kind: "self-managed",
    capacity: "spot",
    machineTypes: ["m7i.large", "m6i.large"],
    autoScalingGroup: { onDemandBase },
  });

const withRepairs = (afterMinutes: number): EksClusterProps =>
  withGroup({
    repairPolicy: {
      overrides: [
        {
          condition: "AcceleratedHardwareReady",
          reason: "NvidiaXID64Error",
          afterMinutes,
          action: "Replace",
        },
      ],
    },
  });

const key = (digit: number): string =>
  `arn:aws:kms:eu-central-1:111122223333:key/${`${digit}`.repeat(8)}-1111-2222-3333-444444444444`;

const withBackup = (backup: boolean | EksBackupSpec): EksClusterProps => cluster({ storage: { backup } });

/** The driver of FSx for Lustre has no pinned version. */
const lustreDriver = { addOns: { "aws-fsx-csi-driver": { version: "v1.9.0-eksbuild.1" } } };

const withLustre = (lustre: EksLustreSpec): EksClusterProps =>
  cluster({ storage: { lustre }, eks: lustreDriver });

/** A cluster whose file systems are in subnets of an existing network. */
const inSubnets = (...nodeSubnets: readonly ReturnType<typeof subnet>[]): EksClusterProps =>
  cluster({
    network: { existing: { vpcId: "vpc-11111111111111111", nodeSubnets } },
    storage: { file: true, lustre: { sizeGiB: 1200 } },
    eks: lustreDriver,
  });

const tagging = (tagSubnets: boolean): EksClusterProps =>
  cluster({
    network: {
      existing: {
        vpcId: "vpc-11111111111111111",
        nodeSubnets: [subnet(1, "a"), subnet(2, "b")],
        tagSubnets,
      },
    },
  });

export const eksWitnesses: readonly Witness<EksClusterProps>[] = [
  {
    shows: [
      "network.existing.tagSubnets",
      ...[true, false].map((value) => `network.existing.tagSubnets = ${value}`),
    ],
    before: tagging(false),
    after: tagging(true),
  },
  {
    shows: ['nodeGroups[].disk.type = "gp3"'],
    before: withGroup({ disk: { type: "io2", iops: 4000 } }),
    after: withGroup({ disk: { type: "gp3", iops: 4000 } }),
  },
  {
    shows: [
      "nodeGroups[].reservation.type",
      ...["on-demand", "capacity-block"].map((type) => `nodeGroups[].reservation.type = "${type}"`),
    ],
    before: withBlock("on-demand"),
    after: withBlock("capacity-block"),
  },
  {
    shows: ["nodeGroups[].repairPolicy.maxParallel"],
    before: withGroup({ repairPolicy: { maxParallel: 1 } }),
    after: withGroup({ repairPolicy: { maxParallel: 2 } }),
  },
  {
    shows: ["nodeGroups[].repairPolicy.overrides[].afterMinutes"],
    before: withRepairs(10),
    after: withRepairs(20),
  },
  {
    shows: ["nodeGroups[].autoScalingGroup.onDemandBase"],
    before: withOnDemandBase(1),
    after: withOnDemandBase(2),
  },
  {
    shows: [
      "storage.block.defaultClass",
      ...[true, false].map((value) => `storage.block.defaultClass = ${value}`),
    ],
    before: cluster({ storage: { block: { defaultClass: false } } }),
    after: cluster({ storage: { block: { defaultClass: true } } }),
  },
  {
    shows: ["storage.file", "storage.file = true", "storage.file = false"],
    before: cluster({ storage: { file: false } }),
    after: cluster({ storage: { file: true } }),
  },
  {
    shows: ["storage.file", "storage.file.keyId"],
    before: cluster({ storage: { file: { keyId: key(1) } } }),
    after: cluster({ storage: { file: { keyId: key(2) } } }),
  },
  {
    shows: ["storage.backup", "storage.backup = true", "storage.backup = false"],
    before: withBackup(false),
    after: withBackup(true),
  },
  {
    shows: ["storage.backup.schedule"],
    before: withBackup({ schedule: "cron(0 3 * * ? *)" }),
    after: withBackup({ schedule: "cron(0 4 * * ? *)" }),
  },
  {
    shows: ["storage.backup.keyId"],
    before: withBackup({}),
    after: withBackup({ keyId: key(1) }),
  },
  {
    shows: ["network.existing.nodeSubnets"],
    before: inSubnets(subnet(1, "a"), subnet(2, "b")),
    after: inSubnets(subnet(3, "a"), subnet(2, "b")),
  },
  {
    shows: ["network.existing.nodeSubnets[].zone"],
    before: inSubnets(subnet(1, "a"), subnet(2, "b")),
    after: inSubnets(subnet(1, "b"), subnet(2, "a")),
  },
  {
    shows: ["network.existing.nodeSubnets[].zone"],
    before: inSubnets(subnet(1, "a"), subnet(2, "b")),
    after: inSubnets(subnet(1, "a"), subnet(2, "c")),
  },
  ...(["managed", "self-managed"] as const).flatMap((kind): Witness<EksClusterProps>[] => [
    {
      shows: ["network.podCidr"],
      before: { ...withGroup({ kind }), network: {} },
      after: { ...withGroup({ kind }), network: { podCidr: "100.64.0.0/16" } },
    },
    {
      shows: ["eks.nodeRolePolicyArns"],
      before: { ...withGroup({ kind }), eks: {} },
      after: {
        ...withGroup({ kind }),
        eks: { nodeRolePolicyArns: ["arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"] },
      },
    },
  ]),
  {
    shows: ["storage.lustre"],
    before: withLustre({ sizeGiB: 1200 }),
    after: withLustre({ sizeGiB: 1200, keyId: key(1) }),
  },
  {
    shows: ["loadBalancing"],
    before: cluster({}),
    after: cluster({ loadBalancing: { controller: true } }),
  },
  {
    shows: ["protection"],
    before: cluster({ storage: { file: true } }),
    after: cluster({ storage: { file: true }, protection: false }),
  },
  { shows: ['nodeGroups[].moreDisks[].type = "gp3"'], before: withDisk("io2"), after: withDisk("gp3") },
  {
    shows: ["storage.file.rootAccess = true"],
    before: cluster({ storage: { file: { mount: "network" } } }),
    after: cluster({ storage: { file: { mount: "network", rootAccess: true } } }),
  },
  { shows: ["storage.file"], before: cluster({ storage: { file: true } }), after: withAccessPoint("0750") },
  {
    shows: ["storage.file.accessPoints.*.permissions"],
    before: withAccessPoint("0750"),
    after: withAccessPoint("0700"),
  },
  {
    shows: ['nodeGroups[].autoScalingGroup.replacement = "launch"'],
    before: withReplacement("terminate"),
    after: withReplacement("launch"),
  },
  {
    shows: ["nodeGroups[].machines.burstable", "nodeGroups[].machines.burstable = false"],
    before: withMachines(false),
    after: withMachines(true),
  },
  {
    shows: ["eks.addOns.*.identities[].statements[].conditions"],
    before: withAddOn("Allow", { StringEquals: { "aws:PrincipalTag/team": ["shop"] } }),
    after: withAddOn("Allow", { StringEquals: { "aws:PrincipalTag/team": ["search"] } }),
  },
  {
    shows: [
      "nodeGroups[].image.architecture",
      ...(["arm64", "x86_64"] as const).map((name) => `nodeGroups[].image.architecture = "${name}"`),
    ],
    before: withMachine("x86_64"),
    after: withMachine("arm64"),
  },
  {
    shows: ["network.existing.podSubnets[].zone"],
    before: withPodSubnets("a", "b"),
    after: withPodSubnets("b", "a"),
  },
  {
    shows: ["access.private = true"],
    before: cluster({ access: { ...minimal.access, publicFrom: ["0.0.0.0/0"], private: true } }),
    after: cluster({ access: { ...minimal.access, publicFrom: ["0.0.0.0/0"], private: false } }),
  },
  {
    shows: ["storage.snapshots", "storage.snapshots = false"],
    before: cluster({ storage: { snapshots: false } }),
    after: cluster({ storage: { snapshots: true } }),
  },
  {
    shows: ['eks.addOns.*.identities[].statements[].effect = "Allow"'],
    before: withAddOn("Deny"),
    after: withAddOn("Allow"),
  },
  {
    shows: ["eks.accessEntries[].policies[].policy"],
    before: withPolicy("AmazonEKSViewPolicy"),
    after: withPolicy("AmazonEKSAdminViewPolicy"),
  },
  versionOf("aws-efs-csi-driver"),
  versionOf("aws-fsx-csi-driver"),
  versionOf("snapshot-controller"),
  {
    shows: [
      'eks.capabilities.argocd.access[].role = "ADMIN"',
      'eks.capabilities.argocd.access[].role = "EDITOR"',
    ],
    before: withRole("ADMIN"),
    after: withRole("EDITOR"),
  },
  {
    shows: ['eks.capabilities.argocd.access[].role = "VIEWER"'],
    before: withRole("VIEWER"),
    after: withRole("ADMIN"),
  },
  {
    shows: ['autoscaling = "auto-provisioning"'],
    before: cluster({ autoscaling: "auto-provisioning" }),
    after: cluster({ autoscaling: "none" }),
  },
];
