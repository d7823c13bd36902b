import type { Statement } from "../../../modules/eks/identity/spec";
import type { EksArchitecture, EksClusterProps } from "../../../modules/eks/spec";
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

export const eksWitnesses: readonly Witness<EksClusterProps>[] = [
  { shows: ['nodeGroups[].moreDisks[].type = "gp3"'], before: withDisk("io2"), after: withDisk("gp3") },
  {
    shows: ["storage.file.rootAccess = true"],
    before: cluster({ storage: { file: { mount: "network" } } }),
    after: cluster({ storage: { file: { mount: "network", rootAccess: true } } }),
  },
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
