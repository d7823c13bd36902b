import { Token } from "cdktf";
import { userDataOf } from "../../../../modules/eks/node-groups/user-data";
import { type EksRuleCases, withGroups } from "../../rule-support";

const script = "#!/bin/bash\necho ${HOME}\n";
const nodeConfig = (spec: string) => `apiVersion: node.eks.aws/v1alpha1\nkind: NodeConfig\nspec:\n${spec}`;
/** Fewer characters than are allowed, but more bytes. */
const longScript = "#!" + "ä".repeat(6100);
const sentBytes = Buffer.byteLength(userDataOf({ userData: longScript, maxPods: 50 }, "nodeadm")!);

const bottlerocket = { family: "bottlerocket" } as const;
const windows = { family: "windows" } as const;
const reference = Token.asString({ some: "attribute" });

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/node-groups/user-data-size",
    passes: [
      ["settings of just the size", withGroups({ userData: "#" + "x".repeat(12287), image: bottlerocket })],
      ["none, and a script", withGroups({}, { userData: script })],
      [
        "a longer script, where EKS adds nothing",
        withGroups({ kind: "self-managed", userData: "#!" + "x".repeat(13000) }),
      ],
      ["a reference", withGroups({ userData: reference })],
    ],
    fails: [
      [
        "a script that is too long, in bytes",
        withGroups({ userData: longScript, maxPods: 50 }),
        "error nodeGroups[0].userData: must be at most 12288 bytes (EC2 supports 16384, and EKS adds up to 4096), got " +
          `${sentBytes}; use a short script that downloads the rest`,
      ],
      [
        "a script too long for the settings of a self-managed node",
        withGroups({ kind: "self-managed", userData: "#!" + "x".repeat(16000) }),
        "error nodeGroups[0].userData: must be at most 16384 bytes, got 18726 including the cluster, labels and taints; " +
          "use a short script that downloads the rest",
      ],
      [
        "settings that are too long",
        withGroups({ userData: `[settings]\nmotd = "${"x".repeat(12288)}"`, image: bottlerocket }),
        "error nodeGroups[0].userData: must be at most 12288 bytes (EC2 supports 16384, and EKS adds up to 4096), got " +
          "12308; use a short script that downloads the rest",
      ],
    ],
  },
  {
    rule: "eks/node-groups/user-data-format",
    passes: [
      [
        "a script and a document",
        withGroups({ userData: script }, { userData: nodeConfig("  kubelet: {}") }),
      ],
      [
        "a document as JSON",
        withGroups({ userData: '{"apiVersion": "node.eks.aws/v1alpha1", "kind": "NodeConfig"}' }),
      ],
      [
        "settings",
        withGroups({ userData: '[settings.kernel]\nlockdown = "integrity"', image: bottlerocket }),
      ],
      ["a reference", withGroups({ userData: reference })],
      ["commands for Windows", withGroups({ userData: "Get-Date", image: windows })],
    ],
    fails: [
      [
        "commands for Windows in their tag",
        withGroups({ userData: "<powershell>\nGet-Date\n</powershell>", image: windows }),
        "error nodeGroups[0].userData: must be PowerShell commands only; the <powershell> tag is added automatically",
      ],
      [
        "commands without an interpreter",
        withGroups({ userData: "yum install -y jq" }),
        'error nodeGroups[0].userData: must be a shell script that starts with "#!", or a NodeConfig document with ' +
          "apiVersion: node.eks.aws/v1alpha1",
      ],
      [
        "MIME parts",
        withGroups({ userData: 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"' }),
        'error nodeGroups[0].userData: must be a shell script that starts with "#!", or a NodeConfig document with ' +
          "apiVersion: node.eks.aws/v1alpha1; the MIME parts are added automatically",
      ],
      [
        "a script for Bottlerocket",
        withGroups({ userData: script, image: bottlerocket }),
        "error nodeGroups[0].userData: must be TOML settings such as [settings.kernel]: Bottlerocket has no shell for a script",
      ],
      [
        "a document for Bottlerocket",
        withGroups({ userData: nodeConfig("  kubelet: {}"), image: bottlerocket }),
        "error nodeGroups[0].userData: must be TOML settings such as [settings.kernel]: illegal character in key",
      ],
    ],
  },
  {
    rule: "eks/node-groups/user-data-not-contradictory",
    passes: [
      ...[
        "# not /etc/eks/bootstrap.sh",
        "touch /tmp/x # not && /etc/eks/bootstrap.sh",
        "  # sudo /etc/eks/bootstrap.sh shop",
        "if [ -x /etc/eks/bootstrap.sh ]; then echo old; fi",
        "if [ -f /etc/eks/bootstrap.sh ]; then\n  /etc/eks/bootstrap.sh shop\nfi",
        "[[ ! -e /etc/eks/bootstrap.sh ]] || /etc/eks/bootstrap.sh shop",
        "test -x '/etc/eks/bootstrap.sh' && sudo /etc/eks/bootstrap.sh shop",
        "rm -f /etc/eks/bootstrap.sh",
        'echo "no /etc/eks/bootstrap.sh"',
        "/etc/eks/bootstrap.sh.d/run",
      ].map((line): EksRuleCases["passes"][number] => [
        `no call of what joins a node of Amazon Linux 2: ${line}`,
        withGroups({ userData: `#!/bin/bash\n${line}\ntouch /tmp/x\n` }),
      ]),
      [
        "maxPods in one place",
        withGroups(
          { maxPods: 50, userData: script },
          { userData: nodeConfig("  kubelet: {config: {maxPods: 50}}") },
        ),
      ],
      [
        "custom settings",
        withGroups({ userData: "[settings.kubernetes]\nmax-pods = 50", image: bottlerocket }),
      ],
      ["what is no TOML", withGroups({ userData: "x", image: bottlerocket })],
    ],
    fails: [
      [
        "maxPods and labels twice",
        withGroups({
          maxPods: 50,
          labels: { team: "a" },
          userData: nodeConfig(
            "  kubelet:\n    config:\n      maxPods: 60\n    flags: [--node-labels=team=b]",
          ),
        }),
        "error nodeGroups[0].userData: sets maxPods, which the field maxPods of the group also sets; omit one of them",
        "error nodeGroups[0].userData: sets --node-labels, which the field labels of the group also sets; omit one of " +
          "them",
      ],
      ...[
        "#!/bin/bash\n/etc/eks/bootstrap.sh production-shop\n",
        "#!/bin/bash\nset -e && sudo /etc/eks/bootstrap.sh shop --kubelet-extra-args '--max-pods=20'",
        "#!/bin/bash\n  /etc/eks/bootstrap.sh shop # -f /etc/eks/bootstrap.sh",
        "#!/bin/bash\nfalse || exec '/etc/eks/bootstrap.sh' shop",
        "#!/bin/bash\nset -e; /bin/bash -x /etc/eks/bootstrap.sh shop",
        "#!/bin/bash\nif true; then /etc/eks/bootstrap.sh shop; fi",
        "#!/bin/bash\nfor i in 1 2; do sudo -E bash /etc/eks/bootstrap.sh shop; done",
        "#!/bin/bash\nUSE_MAX_PODS=false /etc/eks/bootstrap.sh shop",
      ].map((userData): EksRuleCases["fails"][number] => [
        `what joins a node of Amazon Linux 2: ${userData}`,
        withGroups({ userData }),
        "error nodeGroups[0].userData: calls /etc/eks/bootstrap.sh, which images of AL2023 do not have: nodeadm starts the kubelet; omit the " +
          "call, and use the fields labels, taints and maxPods, or a NodeConfig document for other options of the kubelet",
      ]),
      [
        "what joins a Windows node",
        withGroups({ userData: '& "Start-EKSBootstrap.ps1"', image: windows }),
        "error nodeGroups[0].userData: calls Start-EKSBootstrap, which is called after these commands; omit it",
      ],
      [
        "max-pods twice, and what EKS sets",
        withGroups({
          maxPods: 50,
          userData: '[settings.kubernetes]\nmax-pods = 60\ncluster-name = "other"',
          image: bottlerocket,
        }),
        "error nodeGroups[0].userData: sets settings.kubernetes.cluster-name, which EKS sets itself",
        "error nodeGroups[0].userData: sets settings.kubernetes.max-pods, which the field maxPods of the group also " +
          "sets; omit one of them",
      ],
    ],
  },
  {
    rule: "eks/node-groups/user-data-boundary",
    passes: [
      ["dashes elsewhere", withGroups({ userData: "#!/bin/sh\nls \\\n--all\necho --==node==" })],
      ["Bottlerocket, which has no parts", withGroups({ userData: "--==node==", image: bottlerocket })],
      ["Windows, which has none either", withGroups({ userData: "--==node==", image: windows })],
    ],
    fails: [
      [
        "a first line that ends the part",
        withGroups({ userData: "--==node==" }),
        "error nodeGroups[0].userData: must not have a line that starts with --==node==, which separates its parts; see " +
          "line 1",
      ],
      [
        "a line that ends the part",
        withGroups({ userData: "#!/bin/sh\ncat <<E\n--==node==--\nE" }),
        "error nodeGroups[0].userData: must not have a line that starts with --==node==, which separates its parts; see " +
          "line 3",
      ],
    ],
  },
  {
    rule: "eks/node-groups/user-data-literal",
    passes: [
      [
        "a literal, and a reference without maxPods",
        withGroups(
          { userData: "[settings]", maxPods: 50, image: bottlerocket },
          { userData: reference, image: bottlerocket },
        ),
      ],
      ["a reference on Amazon Linux", withGroups({ userData: reference, maxPods: 50 })],
    ],
    fails: [
      [
        "a reference with maxPods",
        withGroups({ userData: reference, maxPods: 50, image: bottlerocket }),
        "error nodeGroups[0].userData: must be a literal with maxPods, which is merged into it; or set " +
          "settings.kubernetes.max-pods there",
      ],
      [
        "a reference in a self-managed group, on local disks",
        withGroups({ kind: "self-managed", userData: reference, localStorage: "raid0", image: bottlerocket }),
        "error nodeGroups[0].userData: must be a literal with localStorage and the connection to the cluster, which is " +
          "merged into it",
      ],
    ],
  },
];
