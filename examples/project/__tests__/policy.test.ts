import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Aspects, TerraformStack } from "cdktf";
import { Synthesized } from "cdktf-clusters/testing";
import { OnlyPrivate } from "../policy/only-private";

/** A stack with a cluster that does not use the module of the company. */
const synthesize = (endpointPublicAccess: boolean) => () =>
  Synthesized.from((app) => {
    const stack = new TerraformStack(app, "other");
    new AwsProvider(stack, "aws", { region: "eu-central-1" });
    new EksCluster(stack, "cluster", {
      name: "other",
      roleArn: "arn:aws:iam::111122223333:role/other",
      vpcConfig: { subnetIds: ["subnet-1", "subnet-2"], endpointPublicAccess },
    });
    Aspects.of(stack).add(new OnlyPrivate());
    return stack;
  });

it("refuses a public API server", () => {
  expect(synthesize(true)).toThrow("the API server must not be public");
});

it("accepts a private one", () => {
  expect(synthesize(false)).not.toThrow();
});
