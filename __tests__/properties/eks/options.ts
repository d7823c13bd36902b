import type { EksOptions, EksStorageSpec } from "../../../modules/eks/spec";
import { pinnedAddOn } from "../../../modules/eks/versions";
import { blocks, labels, rangesIn } from "../common";
import type { Draw } from "../draw";
import { always, anyValue, except, fields, seldom, some } from "../vocabulary";
import { addOnIdentitiesOf } from "./access";
import { eks, type Frame, type Part } from "./frame";

export function optionsOf(
  draw: Draw,
  frame: Frame,
  storage: EksStorageSpec | undefined,
): EksOptions | undefined {
  const { partition, kind, groupless } = frame;
  const role = (name: string) => `arn:${partition}:iam::111122223339:role/${name}`;
  const isAutoMode = kind === "auto mode";
  const options = eks.map(draw, "eks", {
    addOns: addOnsOf(draw, frame, storage),
    clusterRoleArn: () => role("cluster"),
    nodeRoleArn: () => role("nodes"),
    nodeRolePolicyArns: () => [`arn:${partition}:iam::aws:policy/CloudWatchAgentServerPolicy`],
    permissionsBoundaryArn: () => `arn:${partition}:iam::111122223339:policy/Boundary`,
    rolePath: () => draw.one(["/platform/", "/teams/a/"]),
    accessEntries: () =>
      draw.list(1, 2, (i) =>
        fields({
          principal: role(`entry-${i}`),
          groups: ["platform:readers"],
          userName: () => `entry-${i}`,
          policies: () => [
            { policy: "AmazonEKSAdminViewPolicy" },
            { policy: "AmazonEKSEditPolicy", namespaces: ["shop"] },
          ],
        }),
      ),
    autoProvisioning:
      kind === "karpenter" || isAutoMode ? always(provisioningOf(draw, isAutoMode, groupless)) : undefined,
    autoMode: isAutoMode ? undefined : seldom(8, anyValue),
    fargateProfiles:
      kind === "fargate"
        ? [{ name: "system", selectors: [{ namespace: "kube-system" }] }, ...profilesOf(draw)]
        : groupless
          ? undefined
          : seldom(15, () => profilesOf(draw)),
    remoteNetworks: frame.network?.ipFamily === "ipv6" ? undefined : seldom(15, () => remoteOf(draw, frame)),
    capabilities: seldom(15, () => capabilitiesOf(draw, frame)),
  });
  return Object.values(options).every((value) => value === undefined) ? undefined : options;
}

function provisioningOf(draw: Draw, isAutoMode: boolean, needsPool: boolean): Part<"eks.autoProvisioning"> {
  const plannedNodes = draw.maybe(() => draw.int(1, 30));
  return fields({
    by: isAutoMode ? "auto-mode" : except("auto-mode"),
    pools: isAutoMode ? some(needsPool ? 1 : 0) : undefined,
    plannedNodes,
    largestMachineType: plannedNodes ? () => draw.one(["m7i.4xlarge", "c7g.large"]) : undefined,
  });
}

const profilesOf = (draw: Draw) =>
  draw.list(
    0,
    3,
    (i) => ({
      name: `f${i}${draw.name(50)}`,
      selectors: draw.list(1, 5, () => ({
        namespace: draw.one([`n${draw.label(30)}`, "fargate-*", "fargate?"]),
        labels: draw.maybe(() => labels(draw, { most: 3 })),
      })),
      plannedPods: draw.maybe(() => draw.int(1, 60)),
    }),
    ({ name }) => name,
  );

function addOnsOf(draw: Draw, frame: Frame, storage: EksStorageSpec | undefined): EksOptions["addOns"] {
  const { version, kind, groupless } = frame;
  const isEnabled = (part: unknown) => part !== undefined && part !== false;
  const isAutoModeAlone = kind === "auto mode" && groupless;
  const core = ["vpc-cni", "kube-proxy", "coredns", "eks-pod-identity-agent"] as const;
  const names = [
    ...(isAutoModeAlone ? [] : core),
    ...(isAutoModeAlone || storage?.block === false ? [] : (["aws-ebs-csi-driver"] as const)),
    ...(isEnabled(storage?.file) ? (["aws-efs-csi-driver"] as const) : []),
    ...(isEnabled(storage?.lustre) ? (["aws-fsx-csi-driver"] as const) : []),
    ...(isEnabled(storage?.object) ? (["aws-mountpoint-s3-csi-driver"] as const) : []),
    ...(isEnabled(storage?.snapshots) ? (["snapshot-controller"] as const) : []),
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
  const others = draw.chance(15)
    ? [
        [
          "acme-agent",
          eks.map(draw, "eks.addOns.*", {
            version: "v1.2.3-eksbuild.1",
            identities: () => addOnIdentitiesOf(draw, frame),
          }),
        ],
      ]
    : [];
  const all = [...entries, ...others];
  return all.length === 0 ? undefined : Object.fromEntries(all);
}

function remoteOf(draw: Draw, { partition }: Frame): Part<"eks.remoteNetworks"> {
  const role = draw.maybe(() => `arn:${partition}:iam::111122223338:role/hybrid`);
  const ranges = rangesIn(draw, draw.one(blocks.remote), 20, draw.int(1, 15));
  return fields({
    nodeCidrs: ranges,
    podCidrs: () => rangesIn(draw, blocks.other[0], 20, draw.int(0, 15)),
    credentials: role ? undefined : anyValue,
    nodeRoleArn: role,
  });
}

function capabilitiesOf(draw: Draw, { partition }: Frame): Part<"eks.capabilities"> {
  const policyArns = () =>
    draw.some(
      ["ReadOnlyAccess", "AmazonS3FullAccess"].map((name) => `arn:${partition}:iam::aws:policy/${name}`),
      0,
    );
  const ids = (kind: string) => draw.list(1, 2, () => `${kind}${draw.uuid()}`);
  return fields({
    ack: fields({ policyArns }),
    kro: fields({ policyArns }),
    argocd: fields({
      policyArns,
      identityCenterArn: () => `arn:${partition}:sso:::instance/ssoins-${draw.hex(16)}`,
      identityCenterRegion: () => "eu-west-1",
      namespace: () => draw.label(20),
      access: draw
        .some(eks.values("eks.capabilities.argocd.access[].role"), 0)
        .map((role) => ({ role, users: draw.maybe(() => ids("")), groups: ids("") })),
      vpcEndpointIds: () => draw.list(1, 2, () => `vpce-${draw.hex(17)}`),
    }),
  });
}
