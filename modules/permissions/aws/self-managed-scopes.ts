import { patternOfName, type StackView } from "./model";
import { namesOf, type Scope } from "./scopes";

type Scopes = (view: StackView, name: string) => Scope[];

/** Scopes of the services that only clusters of kubeadm use. */
export const selfManagedScopes: Readonly<Record<string, Scopes>> = {
  elasticloadbalancing: (view) => {
    const of = (kind: string, names: readonly string[]) =>
      names.map((name) => view.arn("elasticloadbalancing", `${kind}/${name}/*`));
    const balancers = namesOf(view, "aws_lb");
    return [
      {
        resources: [
          ...of("listener/net", balancers),
          ...of("loadbalancer/net", balancers),
          ...of("targetgroup", namesOf(view, "aws_lb_target_group")),
        ],
      },
    ];
  },
  route53: (view, name) => {
    const of = (rest: string) => `arn:${view.partition}:route53:::${rest}`;
    if (name === "GetChange") return [{ resources: [of("change/*")] }];
    if (name === "CreateHostedZone") return [{ group: "Create zone", resources: ["*"] }];
    const zones = [of("hostedzone/*")];
    if (name !== "ChangeResourceRecordSets") return [{ resources: zones }];
    // A zone has no known id and no tags for IAM, so the names of records limit the changes.
    const names = view.of("aws_route53_record").map((record) => String(record.name).toLowerCase());
    const key = "route53:ChangeResourceRecordSetsNormalizedRecordNames";
    return [
      {
        resources: zones,
        conditions: { "ForAllValues:StringLike": { [key]: [...new Set(names)].sort() } },
      },
    ];
  },
  s3: (view, name) => {
    const buckets = view
      .of("aws_s3_bucket")
      .map(({ bucket, bucket_prefix: prefix }) =>
        typeof bucket === "string" ? patternOfName(bucket) : `${String(prefix)}*`,
      )
      .map((bucket) => `arn:${view.partition}:s3:::${bucket}`);
    if (!name.includes("Object") || name === "GetBucketObjectLockConfiguration") {
      return [{ resources: buckets }];
    }
    // The keys of the cluster are in the same bucket: only the objects of the stack are read and written.
    const own = [...view.of("aws_s3_object"), ...(view.dataSources.get("aws_s3_object") ?? [])];
    const keys = name.startsWith("Delete") ? ["*"] : own.map(({ key }) => patternOfName(String(key)));
    const resources = buckets.flatMap((bucket) => [...new Set(keys)].map((key) => `${bucket}/${key}`));
    // The name of the bucket ends with `*`, which also matches keys of objects.
    return [{ group: name.startsWith("Delete") ? "Delete objects" : "Objects", resources }];
  },
};
