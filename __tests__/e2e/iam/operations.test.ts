import { operationOf } from "./operations";

/** Calls whose path alone does not name their operation. */
const calls = [
  ["s3", "GET", "/bucket?lifecycle=", "GetBucketLifecycleConfiguration"],
  ["s3", "GET", "/bucket?list-type=2", "ListObjectsV2"],
  ["s3", "PUT", "/bucket", "CreateBucket"],
  ["s3", "PUT", "/bucket/a/b", "PutObject"],
  ["s3", "DELETE", "/bucket/a?versionId=1", "DeleteObject"],
  ["s3", "GET", "/bucket/a/b?tagging", "GetObjectTagging"],
  ["route53", "POST", "/2013-04-01/hostedzone/Z1/rrset", "ChangeResourceRecordSets"],
  ["eks", "GET", "/addons/supported-versions", "DescribeAddonVersions"],
] as const;

test.each(calls)("%s: %s %s is %s", (service, method, url, name) => {
  const authorization = `AWS4-HMAC-SHA256 Credential=KEY/20261130/eu-central-1/${service}/aws4_request`;
  expect(operationOf({ method, url, body: "", headers: { authorization } }).name).toBe(name);
});
