import type { EksOptions, EksStorageSpec } from "../../../modules/eks/spec";
import { pinnedAddOn } from "../../../modules/eks/versions";
import { blocks, labels, rangesIn } from "../common";
import type { Draw } from "../draw";
import type { Frame } from "./frame";

export function optionsOf(
  draw: Draw,
  frame: Frame,
  storage: EksStorageSpec | undefined,
): EksOptions | undefined {
  const { partition, kind, groupless } = frame;
  const role = (name: string) => `arn:${partition}:iam::111122223339:role/${name}`;
  const isAutoMode = kind === "auto mode";
  const options: EksOptions = {
    authenticationMode: draw.maybe(() => draw.one(["API", "API_AND_CONFIG_MAP"] as const)),
    zonalShift: draw.maybe(() => draw.bool()),
    addOns: addOnsOf(draw, frame, storage),
    clusterRoleArn: draw.maybe(() => role("cluster")),
    nodeRoleArn: draw.maybe(() => role("nodes")),
    autoProvisioning:
      kind === "karpenter" || isAutoMode ? provisioningOf(draw, isAutoMode, groupless) : undefined,
    autoMode: isAutoMode ? undefined : draw.seldom(() => "off" as const),
    fargateProfiles:
      kind === "fargate"
        ? [
            { name: "system", selectors: [{ namespace: "kube-system" }] },
            ...draw.list(
              0,
              3,
              (i) => profileOf(draw, i),
              ({ name }) => name,
            ),
          ]
        : groupless
          ? undefined
          : draw.seldom(
              () =>
                draw.list(
                  0,
                  3,
                  (i) => profileOf(draw, i),
                  ({ name }) => name,
                ),
              15,
            ),
    nodeTerminationHandler: draw.maybe(() => draw.bool()),
    remoteNetworks: draw.seldom(() => remoteOf(draw, frame), 15),
    controlPlaneTier: draw.maybe(() => draw.one(["standard", "tier-xl", "tier-2xl", "tier-4xl"] as const)),
    capabilities: draw.seldom(() => capabilitiesOf(draw, frame), 15),
  };
  return Object.values(options).every((value) => value === undefined) ? undefined : options;
}

function provisioningOf(draw: Draw, isAutoMode: boolean, isAlone: boolean): EksOptions["autoProvisioning"] {
  const roomForNodes = draw.maybe(() => draw.int(1, 30));
  return {
    by: isAutoMode ? "auto-mode" : draw.maybe(() => "karpenter" as const),
    pools: isAutoMode
      ? draw.maybe(() => draw.some(["general-purpose", "system"] as const, isAlone ? 1 : 0))
      : undefined,
    roomForNodes,
    largestMachineType: roomForNodes ? draw.maybe(() => draw.one(["m7i.4xlarge", "c7g.large"])) : undefined,
  };
}

function profileOf(draw: Draw, i: number): NonNullable<EksOptions["fargateProfiles"]>[number] {
  return {
    name: `f${i}${draw.name(50)}`,
    selectors: draw.list(1, 5, () => ({
      namespace: draw.one([`n${draw.label(30)}`, "team-*", "t?"]),
      labels: draw.maybe(() => labels(draw, { most: 3 })),
    })),
    roomForPods: draw.maybe(() => draw.int(1, 60)),
  };
}

function addOnsOf(
  draw: Draw,
  { version, kind, groupless }: Frame,
  storage: EksStorageSpec | undefined,
): EksOptions["addOns"] {
  const isThere = (part: unknown) => part !== undefined && part !== false;
  const isAutoModeAlone = kind === "auto mode" && groupless;
  const core = ["vpc-cni", "kube-proxy", "coredns", "eks-pod-identity-agent"] as const;
  const names = [
    ...(isAutoModeAlone ? [] : core),
    ...(isAutoModeAlone || storage?.block === false ? [] : (["aws-ebs-csi-driver"] as const)),
    ...(isThere(storage?.file) ? (["aws-efs-csi-driver"] as const) : []),
    ...(isThere(storage?.lustre) ? (["aws-fsx-csi-driver"] as const) : []),
    ...(isThere(storage?.object) ? (["aws-mountpoint-s3-csi-driver"] as const) : []),
    ...(isThere(storage?.snapshots) ? (["snapshot-controller"] as const) : []),
  ];
  const entries = names.flatMap((name) => {
    const pin = pinnedAddOn(name, version);
    const mustSay = pin === undefined;
    if (!mustSay && !draw.chance(15)) return [];
    const configuration = draw.maybe(() => ({ resources: { limits: { cpu: "100m" } } }));
    return [
      [name, { version: mustSay ? "latest" : draw.maybe(() => draw.one(["latest", pin])), configuration }],
    ];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function remoteOf(draw: Draw, { partition }: Frame): EksOptions["remoteNetworks"] {
  const role = draw.maybe(() => `arn:${partition}:iam::111122223338:role/hybrid`);
  const ranges = rangesIn(draw, draw.one(blocks.remote), 20, draw.int(1, 15));
  return {
    nodeCidrs: ranges,
    podCidrs: draw.maybe(() => rangesIn(draw, blocks.other[0], 20, draw.int(0, 15))),
    credentials: role ? undefined : draw.maybe(() => "ssm" as const),
    nodeRoleArn: role,
  };
}

function capabilitiesOf(draw: Draw, { partition }: Frame): EksOptions["capabilities"] {
  const policyArns = () =>
    draw.maybe(() =>
      draw.some(
        ["ReadOnlyAccess", "AmazonS3FullAccess"].map((name) => `arn:${partition}:iam::aws:policy/${name}`),
        0,
      ),
    );
  const ids = (kind: string) => draw.list(1, 2, () => `${kind}${draw.uuid()}`);
  return {
    ack: draw.maybe(() => ({ policyArns: policyArns() })),
    kro: draw.maybe(() => ({ policyArns: policyArns() })),
    argocd: draw.maybe(() => ({
      policyArns: policyArns(),
      identityCenterArn: `arn:${partition}:sso:::instance/ssoins-${draw.hex(16)}`,
      identityCenterRegion: draw.maybe(() => "eu-west-1"),
      namespace: draw.maybe(() => draw.label(20)),
      access: draw.maybe(() =>
        draw.some(["ADMIN", "EDITOR", "VIEWER"] as const, 0).map((role) => ({
          role,
          users: draw.maybe(() => ids("")),
          groups: ids(""),
        })),
      ),
      vpcEndpointIds: draw.maybe(() => draw.list(1, 2, () => `vpce-${draw.hex(17)}`)),
    })),
  };
}
