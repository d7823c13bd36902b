# ---------------------------------------------------------------------------------------------------------------------------------------
# AWS

case $REGION in cn-*) suffix=amazonaws.com.cn ;; *) suffix=amazonaws.com ;; esac

# Sets the token of the metadata service, and the credentials of the machine's role. Both are valid for longer than ten minutes.
aws_session() {
  local role answer
  [ "$((SECONDS - session_start))" -ge 600 ] || return 0
  meta_token=$(curl -sS -f -m 5 -X PUT -H "X-aws-ec2-metadata-token-ttl-seconds: 900" http://169.254.169.254/latest/api/token) || return 1
  role=$(aws_meta meta-data/iam/security-credentials/) || return 1
  answer=$(aws_meta "meta-data/iam/security-credentials/$role") || return 1
  access_key=$(field AccessKeyId <<<"$answer")
  secret_key=$(field SecretAccessKey <<<"$answer")
  session_token=$(field Token <<<"$answer")
  session_start=$SECONDS
}

# Prints a value of the metadata service.
aws_meta() { curl -sS -f -m 5 -H "X-aws-ec2-metadata-token: $meta_token" "http://169.254.169.254/latest/$1"; }

# Sends a signed request: aws_request SERVICE URL CURL_ARGUMENT... The secrets are not arguments, which other processes can read.
aws_request() {
  local service=$1 url=$2
  shift 2
  curl -sS -m 300 --aws-sigv4 "aws:amz:$REGION:$service" "$@" "$url" --config <(
    printf 'user = "%s:%s"\nheader = "X-Amz-Security-Token: %s"\n' "$access_key" "$secret_key" "$session_token"
  )
}

# Calls an action of an API in the Query protocol: aws_action SERVICE VERSION ACTION NAME=VALUE... Prints the answer; fails with it.
aws_action() {
  local service=$1 body="Version=$2&Action=$3" pair answer status
  shift 3
  for pair in "$@"; do body+="&${pair%%=*}=$(encoded "${pair#*=}")"; done
  answer=$(aws_request "$service" "https://$service.$REGION.$suffix/" -d "$body" -w '\n%{http_code}')
  status=${answer##*$'\n'}
  printf '%s\n' "${answer%$'\n'*}"
  [ "$status" = 200 ]
}

# The texts of all elements with a name in an answer in XML.
elements() { tr '\n' ' ' | sed "s/<$1>/\n&/g; s/\$/\n/" | sed -n "s/^<$1>\([^<]*\)<.*/\1/p"; }

# Requests an object of the store: aws_object KEY CURL_ARGUMENT... Prints the status.
aws_object() {
  local key=$1
  shift
  aws_request s3 "https://s3.$REGION.$suffix/$BUCKET/$key" -w '%{http_code}' "$@"
}

empty_sha256=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855

# Reads an object: store_get KEY FILE. Returns 1 if the store has none.
aws_store_get() {
  local status
  status=$(aws_object "$1" -o "$2.part" -H "x-amz-content-sha256: $empty_sha256") || return 2
  case $status in
    200) mv "$2.part" "$2" ;;
    404) return 1 ;;
    *) return 2 ;;
  esac
}

# Writes an object: store_put KEY FILE. Terraform reads only objects whose type is text.
aws_store_put() {
  local status type=application/octet-stream
  case $1 in *.crt) type=text/plain ;; esac
  status=$(aws_object "$1" -o /dev/null -T "$2" -H "Content-Type: $type" -H "x-amz-content-sha256: $(sha256 "$2")") && [ "$status" = 200 ]
}

# Writes an object if there is none: store_put_once KEY FILE. Succeeds if there is one.
aws_store_put_once() {
  local status
  status=$(aws_object "$1" -o /dev/null -T "$2" -H "x-amz-content-sha256: $(sha256 "$2")" -H "If-None-Match: *") &&
    { [ "$status" = 200 ] || [ "$status" = 412 ]; }
}

# Prints the path of the device of a disk. It is found by id: names such as /dev/nvme1n1 change from boot to boot.
aws_disk() { echo "$root/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_${1/-/}"; }

# Attaches a disk to this machine. The machine that had it may still be running.
aws_attach_disk() {
  aws_action ec2 2016-11-15 AttachVolume "VolumeId=$1" "InstanceId=$instance" Device=/dev/sdf >/dev/null
}

# Completes the launching hook: signal CONTINUE | ABANDON.
aws_signal() {
  aws_action autoscaling 2011-01-01 CompleteLifecycleAction "LifecycleHookName=$HOOK_NAME" "AutoScalingGroupName=$HOOK_GROUP" \
    "LifecycleActionResult=$1" "InstanceId=$instance" >/dev/null
}

# Whether Auto Scaling ends this machine and waits for its answer.
aws_awaited() { [ "$(aws_meta meta-data/autoscaling/target-lifecycle-state)" = Terminated ]; }

# Whether this machine ends. EC2 announces the interruption of a Spot machine two minutes before, and waits for no answer.
aws_leaving() { aws_awaited || aws_meta meta-data/spot/instance-action >/dev/null 2>&1; }

# Answers Auto Scaling, if it waits: aws_leave RecordLifecycleActionHeartbeat | CompleteLifecycleAction
aws_leave() {
  local result=()
  aws_awaited || return 0
  [ "$1" != CompleteLifecycleAction ] || result=(LifecycleActionResult=CONTINUE)
  aws_action autoscaling 2011-01-01 "$1" LifecycleHookName=leave "AutoScalingGroupName=$HOOK_GROUP" "InstanceId=$instance" "${result[@]}" >/dev/null
}

# Sets what this machine is: instance, node_name, node_address, provider_id.
aws_identity() {
  local zone
  instance=$(aws_meta meta-data/instance-id)
  zone=$(aws_meta meta-data/placement/availability-zone)
  provider_id=aws:///$zone/$instance
  node_address=$(aws_meta meta-data/local-ipv4)
  node_name=$(aws_meta meta-data/local-hostname)
  node_name=${node_name%% *}
}

# Prints the names and addresses that the cloud gave a worker: first its name, then its addresses. aws_machine FILTER VALUE
# As all checks of identities, returns 1 if the cloud knows no such machine, and 2 if it does not answer.
aws_machine() {
  local answer
  answer=$(aws_action ec2 2016-11-15 DescribeInstances "Filter.1.Name=$1" "Filter.1.Value.1=$2" \
    Filter.2.Name=instance-state-name Filter.2.Value.1=running) || return 2
  elements privateDnsName <<<"$answer" | sed -n 1p
  elements privateIpAddress <<<"$answer" | sort -u
}

sts_body="Action=GetCallerIdentity&Version=2011-06-15"

# Prints a proof of this machine's identity that holds for one certificate request: what a signed request to STS needs, without the hash of
# the certificate request. Who gets hold of it cannot use it for another certificate request or cluster.
aws_proof() {
  local date key part headers canonical scope
  date=$(date -u +%Y%m%dT%H%M%SZ)
  scope=${date%T*}/$REGION/sts/aws4_request
  headers="host;x-amz-date;x-amz-security-token;x-kubernetes-cluster;x-kubernetes-request"
  canonical=$(printf 'POST\n/\n\nhost:sts.%s.%s\nx-amz-date:%s\nx-amz-security-token:%s\nx-kubernetes-cluster:%s\nx-kubernetes-request:%s\n\n%s\n%s' \
    "$REGION" "$suffix" "$date" "$session_token" "$CLUSTER" "$1" "$headers" "$(printf %s "$sts_body" | sha256 -)")
  key=$(printf %s "AWS4$secret_key" | od -An -v -tx1 | tr -d ' \n')
  for part in "${date%T*}" "$REGION" sts aws4_request \
    "$(printf 'AWS4-HMAC-SHA256\n%s\n%s\n%s' "$date" "$scope" "$(printf %s "$canonical" | sha256 -)")"; do
    key=$(printf %s "$part" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" | sed 's/.* //')
  done
  printf '%s\n%s\n%s\n' "$date" "$session_token" \
    "AWS4-HMAC-SHA256 Credential=$access_key/$scope, SignedHeaders=$headers, Signature=$key"
}

# Prints the name of the worker that proved its identity for a certificate request: aws_proven HASH, with the proof as input.
aws_proven() {
  local date token authorization answer arn account
  { read -r date && read -r token && read -r authorization; } || return 1
  # Nothing of the proof may become an option of curl or another header.
  [[ $date =~ ^[0-9TZ]+$ && $token =~ ^[A-Za-z0-9+/=_-]+$ && $authorization =~ ^AWS4-HMAC-SHA256\ [A-Za-z0-9_/=,\;\ -]+$ ]] || return 1
  answer=$(curl -sS -m 20 -w '\n%{http_code}' "https://sts.$REGION.$suffix/" -d "$sts_body" -H "Authorization: $authorization" -H "X-Amz-Date: $date" \
    -H "X-Amz-Security-Token: $token" -H "X-Kubernetes-Cluster: $CLUSTER" -H "X-Kubernetes-Request: $1") || return 2
  case ${answer##*$'\n'} in 200) ;; 4??) return 1 ;; *) return 2 ;; esac
  arn=$(elements Arn <<<"$answer")
  account=$(aws_meta dynamic/instance-identity/document | field accountId) || return 2
  # arn:aws:sts::ACCOUNT:assumed-role/ROLE/INSTANCE: the session of an instance has the instance's id as its name, which only EC2 sets.
  [[ $arn =~ ^arn:[a-z-]+:sts::$account:assumed-role/$WORKER_ROLE/(i-[0-9a-f]+)$ ]] || return 1
  aws_machine instance-id "${BASH_REMATCH[1]}" | sed -n 1p
}

# Nothing to do: the metadata service of EC2 answers only machines, with answers of one hop.
aws_prepare() { :; }
