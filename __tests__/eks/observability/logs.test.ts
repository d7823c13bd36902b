import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { synthesizeEks } from "../../support/eks";

const keysOf = (keyId?: string) => {
  const groups = synthesizeEks({ observability: { keyId } }).resources(CloudwatchLogGroup);
  return Object.fromEntries(Object.entries(groups).map(([name, { kms_key_id }]) => [name, kms_key_id]));
};

test("logs of the control plane and of the network have the key of the file", () => {
  const key = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  expect(keysOf(key)).toEqual({ control_plane_log_group: key, network_flow_log_group: key });
  expect(keysOf()).toEqual({ control_plane_log_group: undefined, network_flow_log_group: undefined });
});
