#!/usr/bin/env bash
# Makes a machine a node of a kubeadm cluster, and keeps it one. Needs bash 5, curl 7.88 or newer,
# openssl and systemd, on Azure and Google Cloud also nft.
#
#   boot.sh boot      after the start of the machine: decides by evidence what to do, does it, and completes the launching hook
#   boot.sh approve   approves certificates of nodes after a check of their identity
#   boot.sh token     renews the token with which workers may ask for certificates
#   boot.sh backup    saves a snapshot of etcd in the store
#   boot.sh renew     renews the certificates of this control-plane machine
#   boot.sh addons    applies the manifests of the store
#
# Every step can be repeated after a crash at any line. Timers start all commands except boot. In functions that a condition calls, bash
# ignores errors: these return their status explicitly.
set -euo pipefail
umask 077

root=${BOOT_ROOT-} # Prefix of all paths; empty except in tests.
settings=$root/etc/kubernetes-boot
state=$root/var/lib/kubernetes-boot
kubernetes=$root/etc/kubernetes
mount=$root/var/lib/etcd
data=$mount/data
pause=${BOOT_PAUSE:-5} # Seconds between two tries.

# shellcheck source=/dev/null
. "$settings/settings"
# The settings that shellcheck does not see, because Terraform writes them.
: "${CLOUD:?}" "${CLUSTER:?}" "${REGION:?}" "${KUBERNETES_VERSION:?}" "${ENDPOINT:?}" "${PORT:?}" "${BUCKET:?}" "${ROLE:?}"
: "${SLOT_NAMES:?}" "${SLOT_ADDRESSES:?}" "${SLOT=}" "${SLOT_NAME=}" "${SLOT_ADDRESS=}" "${DISK_ID=}" "${RESTORE=}"
: "${IDENTITY=}" "${TENANT=}" "${WORKER_ROLE=}" "${AUTHENTICATOR=}" "${ADMINISTRATORS=}" "${SERVICE_ACCOUNT_ISSUER=}" "${HOOK_NAME=}" "${HOOK_GROUP=}" "${SOFTWARE_SOURCE=image}" "${SOFTWARE_MIRROR=}" "${SOFTWARE_FILES=}"
read -ra slot_names <<<"$SLOT_NAMES"
read -ra slot_addresses <<<"$SLOT_ADDRESSES"

# ---------------------------------------------------------------------------------------------------------------------------------------
# Reports

# Reports a fact on the console.
report() { echo "kubernetes-boot: $*"; }

# Ends this try; systemd starts the next one.
retry() {
  report "trying again: $*"
  exit 1
}

# Ends for good: no other try can succeed. The cloud replaces the machine, and the apply reports that the machine did not become ready.
refuse() {
  report "refused: $*"
  signal ABANDON || report "the launching hook could not be completed"
  exit 1
}

# Waits, and reports each reason once.
waiting=
wait_for() {
  [ "$waiting" = "$*" ] || report "WAIT: $*"
  waiting=$*
  sleep "$pause"
}

# ---------------------------------------------------------------------------------------------------------------------------------------
# The cloud: metadata, requests, store, disks, launching hook. One function per task and cloud: a machine has those of its cloud. On Azure and Google Cloud, checks replace the hook.

case $REGION in cn-*) suffix=amazonaws.com.cn ;; *) suffix=amazonaws.com ;; esac

# Sets the token of the metadata service, and the credentials of the machine's role. Both are valid for longer than ten minutes.
session_start=-600
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

# Prints the text of a field of a JSON object without nested fields of that name.
field() { tr -d '\n' | sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p"; }

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

# A text for the body of a form.
encoded() {
  local text=$1 i
  for ((i = 0; i < ${#text}; i++)); do
    case ${text:i:1} in [A-Za-z0-9._~-]) printf %s "${text:i:1}" ;; *) printf '%%%02X' "'${text:i:1}" ;; esac
  done
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

# Sets the access token of the machine's service account. The metadata service renews it five minutes before its end.
google_session() {
  [ "$((SECONDS - session_start))" -ge 240 ] || return 0
  access_token=$(google_meta instance/service-accounts/default/token | field access_token) && [ -n "$access_token" ] || return 1
  session_start=$SECONDS
}

# Prints a value of the metadata service.
google_meta() { curl -sS -f -m 5 -H "Metadata-Flavor: Google" "http://169.254.169.254/computeMetadata/v1/$1"; }

# Sends a request with an access token, which is no argument of curl: bearer_request TOKEN URL CURL_ARGUMENT...
bearer_request() {
  local token=$1 url=$2
  shift 2
  curl -sS -m 300 "$@" "$url" --config <(printf 'header = "Authorization: Bearer %s"\n' "$token")
}
google_request() { bearer_request "$access_token" "$@"; }

# Requests an object of the store: google_object KEY CURL_ARGUMENT... Prints the status.
google_object() {
  local key=$1
  shift
  google_request "https://storage.googleapis.com/$BUCKET/$key" -w '%{http_code}' "$@"
}

google_store_get() {
  local status
  status=$(google_object "$1" -o "$2.part") || return 2
  case $status in
    200) mv "$2.part" "$2" ;;
    404) return 1 ;;
    *) return 2 ;;
  esac
}

google_store_put() {
  local status
  status=$(google_object "$1" -o /dev/null -T "$2") && [ "$status" = 200 ]
}

google_store_put_once() {
  local status
  status=$(google_object "$1" -o /dev/null -T "$2" -H "x-goog-if-generation-match: 0") && { [ "$status" = 200 ] || [ "$status" = 412 ]; }
}

google_disk() { echo "$root/dev/disk/by-id/google-$1"; }

# The group of the slot attaches the disk before it starts the machine.
google_attach_disk() { :; }

google_identity() {
  local zone
  zone=$(google_meta instance/zone)
  instance=$(google_meta instance/id)
  node_name=$(google_meta instance/name)
  node_address=$(google_meta instance/network-interfaces/0/ip)
  provider_id=gce://$(google_meta project/project-id)/${zone##*/}/$node_name
}

# Closes the metadata service for pods, which would get the identity of the machine: close_metadata RULES
close_metadata() {
  nft -f - <<END || retry "the metadata service could not be closed for pods"
table ip kubernetes-boot {}
delete table ip kubernetes-boot
table ip kubernetes-boot {
  chain forward {
    type filter hook forward priority -200;
    $1
  }
}
END
}

# The DNS server has the same address, and stays open.
google_prepare() { close_metadata "ip daddr 169.254.169.254 tcp dport != 53 drop"; }

# A slot has its fixed address. The names and addresses of a worker are those of its instance.
google_machine() {
  local answer project zone
  if [ "$1" = private-ip-address ]; then
    echo "$2"
    return
  fi
  [[ $2 =~ ^[a-z][a-z0-9-]*$ ]] || return 1
  project=$(google_meta project/project-id) || return 2
  answer=$(google_request "https://compute.googleapis.com/compute/v1/projects/$project/aggregated/instances?filter=$(
    encoded "(name = \"$2\") (status = \"RUNNING\")"
  )&fields=$(encoded "items/*/instances(name,zone,networkInterfaces/networkIP,serviceAccounts/email)")" -f) || return 2
  [[ $answer == *"\"$WORKER_ROLE\""* ]] || return 1
  zone=$(field zone <<<"$answer")
  printf '%s\n' "$2" "$2.${zone##*/}.c.$project.internal"
  grep -o '"networkIP" *: *"[^"]*"' <<<"$answer" | cut -d '"' -f 4
}

# Prints a proof of this machine's identity that holds for one certificate request: a token that Google signs for this audience only.
google_proof() {
  google_meta "instance/service-accounts/default/identity?audience=$(encoded "kubernetes-boot/$CLUSTER/$1")&format=full"
}

google_proven() {
  local head body signature claims expires name
  { IFS=. read -r head body signature || [ -n "$signature" ]; } && [[ $head$body$signature =~ ^[A-Za-z0-9_-]+$ ]] || return 1
  name=$(google_decoded "$head" | field kid) && [[ $name =~ ^[A-Za-z0-9_-]+$ ]] || return 1
  curl -sS -f -m 20 -o "$state/keys" https://www.googleapis.com/oauth2/v1/certs || return 2
  printf %b "$(field "$name" <"$state/keys")" | openssl x509 -pubkey -noout >"$state/key.pub" || return 1
  google_decoded "$signature" >"$state/signature" || return 1
  printf %s "$head.$body" | openssl dgst -sha256 -verify "$state/key.pub" -signature "$state/signature" >/dev/null || return 1
  claims=$(google_decoded "$body") || return 1
  expires=$(sed -n 's/.*"exp" *: *\([0-9]*\).*/\1/p' <<<"$claims")
  name=$(field instance_name <<<"$claims")
  [ "$(field iss <<<"$claims")" = https://accounts.google.com ] && [ "$(field aud <<<"$claims")" = "kubernetes-boot/$CLUSTER/$1" ] &&
    [ "$(field email <<<"$claims")" = "$WORKER_ROLE" ] && [ "$(date +%s)" -lt "${expires:-0}" ] && [[ $name =~ ^[a-z][a-z0-9-]*$ ]] || return 1
  echo "$name"
}

# Decodes base64 for URLs.
google_decoded() {
  local text=${1//-/+}
  text=${text//_//}
  while [ "$((${#text} % 4))" != 0 ]; do text+="="; done
  base64 -d <<<"$text"
}

# Sets the tokens of the machine's identity: for the store, and on the control plane for Azure Resource Manager.
azure_session() {
  [ "$((SECONDS - session_start))" -ge 240 ] || return 0
  access_token=$(azure_token https://storage.azure.com/) && [ -n "$access_token" ] || return 1
  if [ "$ROLE" = control-plane ]; then
    manager_token=$(azure_token https://management.azure.com/) && [ -n "$manager_token" ] || return 1
  fi
  session_start=$SECONDS
}

# Prints a token for a service. The identity has its id in the request: policies of a subscription can add others to the machine.
azure_token() {
  azure_meta "identity/oauth2/token?api-version=2018-02-01&client_id=$IDENTITY&resource=$(encoded "$1")" | field access_token
}

# Prints a document of the metadata service.
azure_meta() { curl -sS -f -m 10 -H "Metadata: true" "http://169.254.169.254/metadata/$1"; }

# Prints a value of the metadata service.
azure_value() { azure_meta "instance/$1?api-version=2021-02-01&format=text"; }

# Requests an object of the store: azure_object KEY CURL_ARGUMENT... Prints the status and the code of an error. Permissions are those of a
# container, so that workers have access to the containers "node" and "assets" only.
azure_object() {
  local key=$1 container
  shift
  case $key in node/* | assets/*) container=${key%%/*} ;; *) container=control-plane ;; esac
  bearer_request "$access_token" "https://$BUCKET.blob.core.windows.net/$container/$key" -w '%{http_code} %header{x-ms-error-code}' \
    -H "x-ms-version: 2021-12-02" -H "x-ms-date: $(LC_ALL=C date -u '+%a, %d %b %Y %H:%M:%S GMT')" "$@"
}

azure_store_get() {
  local status
  status=$(azure_object "$1" -o "$2.part") || return 2
  case $status in
    200*) mv "$2.part" "$2" ;;
    '404 BlobNotFound') return 1 ;;
    *) return 2 ;;
  esac
}

azure_store_put() {
  local status
  status=$(azure_object "$1" -o /dev/null -T "$2" -H "x-ms-blob-type: BlockBlob") && [[ $status == 201* ]]
}

azure_store_put_once() {
  local status
  status=$(azure_object "$1" -o /dev/null -T "$2" -H "x-ms-blob-type: BlockBlob" -H "If-None-Match: *") &&
    [[ $status == 201* || $status == '409 BlobAlreadyExists' || $status == 412* ]]
}

# Prints the path of a disk by its logical unit number. Machine types with NVMe disks have another path.
azure_disk() {
  local device=$root/dev/disk/azure/data/by-lun/$1
  [ -e "$device" ] || device=$root/dev/disk/azure/scsi1/lun$1
  echo "$device"
}

# Terraform attaches the disk after the machine has started.
azure_attach_disk() { :; }

azure_identity() {
  local id
  instance=$(azure_value compute/vmId)
  instance=${instance,,}
  node_name=$(azure_value compute/osProfile/computerName)
  node_name=${node_name,,}
  node_address=$(azure_value network/interface/0/ipv4/ipAddress/0/privateIpAddress)
  id=$(azure_value compute/resourceId)
  # The cloud controller manager writes the resource group in lower case.
  [[ $id =~ ^(/subscriptions/[^/]+/resourceGroups/)([^/]+)(/.+)$ ]] || retry "the metadata service gives no id of the machine, but $id"
  provider_id=azure://${BASH_REMATCH[1]}${BASH_REMATCH[2],,}${BASH_REMATCH[3]}
}

# The second address is that of the agent's server, which gives the settings of extensions. Its DNS server stays open.
azure_prepare() {
  close_metadata "ip daddr 169.254.169.254 drop
    ip daddr 168.63.129.16 tcp dport { 80, 32526 } drop"
}

# Prints what Azure Resource Manager answers about a resource: azure_resource PATH
azure_resource() {
  local answer
  answer=$(bearer_request "$manager_token" "https://management.azure.com$1" -w '\n%{http_code}') || return 2
  case ${answer##*$'\n'} in 200) ;; 404) return 1 ;; *) return 2 ;; esac
  printf '%s\n' "${answer%$'\n'*}"
}

# Prints the path of a worker in Azure Resource Manager: its name is that of its scale set and its number in base 36.
azure_worker() {
  [[ $1 =~ ^([a-z][a-z0-9-]*)-([0-9a-z]{6})$ ]] || return 1
  echo "$WORKER_ROLE/providers/Microsoft.Compute/virtualMachineScaleSets/${BASH_REMATCH[1]}/virtualMachines/$((36#${BASH_REMATCH[2]}))"
}

# A slot has its fixed address. The addresses of a worker are those of its network interface.
azure_machine() {
  local answer path
  if [ "$1" = private-ip-address ]; then
    echo "$2"
    return
  fi
  path=$(azure_worker "$2") || return 1
  answer=$(azure_resource "$path/networkInterfaces?api-version=2018-10-01") || return
  echo "$2"
  grep -o '"privateIPAddress" *: *"[^"]*"' <<<"$answer" | cut -d '"' -f 4
}

# Prints a number that a certificate request decides: azure_nonce HASH INDEX. Azure signs ten digits, so that three documents have about 100 bits.
azure_nonce() {
  local sum
  sum=$(printf %s "$CLUSTER/$1/$2" | sha256 -)
  printf '%010d' "$((16#${sum:0:15} % 10000000000))"
}

# Prints a proof of this machine's identity that holds for one certificate request: documents that Azure signs, with numbers of the request.
azure_proof() {
  local i signed
  echo "$node_name"
  for i in 0 1 2; do
    signed=$(azure_meta "attested/document?api-version=2021-02-01&nonce=$(azure_nonce "$1" "$i")" | field signature) && [ -n "$signed" ] || return 1
    echo "$signed"
  done
}

azure_proven() {
  local name path answer id i signed expires
  read -r name && path=$(azure_worker "$name") || return 1
  answer=$(azure_resource "$path?api-version=2024-07-01") || return
  id=$(field vmId <<<"$answer")
  [ -n "$id" ] || return 1
  for i in 0 1 2; do
    read -r signed || return 1
    azure_attested "$signed" || return
    [ "$(field nonce <"$state/attested")" = "$(azure_nonce "$1" "$i")" ] || return 1
    [ "$(field vmId <"$state/attested" | tr '[:upper:]' '[:lower:]')" = "${id,,}" ] || return 1
    expires=$(date -u -d "$(field expiresOn <"$state/attested")" +%s) && [ "$(date +%s)" -lt "$expires" ] || return 1
  done
  echo "$name"
}

# Writes the content of a document that Azure signed to attested: azure_attested BASE64. The document has the certificate of the signer, which
# names the address of its issuer's. https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service#attested-data
azure_attested() {
  local file=$state/signed url subject
  [[ $1 =~ ^[A-Za-z0-9+/=]+$ ]] && base64 -d <<<"$1" >"$file" || return 1
  openssl pkcs7 -inform DER -in "$file" -print_certs 2>/dev/null | openssl x509 -out "$file.one" 2>/dev/null || return 1
  : >"$file.issuers"
  for _ in 1 2 3; do
    url=$(openssl x509 -in "$file.one" -noout -text | sed -n 's/.*CA Issuers - URI:\(.*\)/\1/p' | sed -n 1p)
    [ -n "$url" ] || break
    [[ $url =~ ^http://(www\.microsoft|caissuers\.microsoft|cacerts\.digicert)\.com/[A-Za-z0-9%._/-]+$ ]] || return 1
    curl -sS -f -m 20 -o "$file.issuer" "$url" || return 2
    openssl x509 -inform DER -in "$file.issuer" -out "$file.one" 2>/dev/null || return 1
    cat "$file.one" >>"$file.issuers"
  done
  rm -f "$file.signer"
  openssl cms -verify -noverify -inform DER -in "$file" -signer "$file.signer" -out "$state/attested" >/dev/null 2>&1 || return 1
  [ "$(grep -c 'BEGIN CERTIFICATE' "$file.signer")" = 1 ] || return 1
  openssl verify -purpose sslserver -untrusted "$file.issuers" "$file.signer" >/dev/null 2>&1 || return 1
  subject=$(openssl x509 -in "$file.signer" -noout -subject -nameopt RFC2253) || return 1
  [[ $subject =~ ^subject=CN=([a-z0-9-]+\.)*metadata\.azure\.com(,|$) ]]
}

# Calls a function of the cloud: cloud FUNCTION ARGUMENT... Starts the session before a subshell needs it.
cloud() {
  "${CLOUD}_session" || return 2
  "${CLOUD}_$1" "${@:2}"
}
store_get() { cloud store_get "$@"; }
store_put() { cloud store_put "$@"; }
store_put_once() { cloud store_put_once "$@"; }
signal() { [ -z "$HOOK_NAME" ] || cloud signal "$@"; }

# ---------------------------------------------------------------------------------------------------------------------------------------
# Files

# The checksum of a file, or of the input.
sha256() { sha256sum "$1" | cut -d ' ' -f 1; }

# Writes the input to a file at once, so that no crash leaves a part of it.
write() {
  mkdir -p "${1%/*}"
  cat >"$1.part"
  mv "$1.part" "$1"
}

# Whether the store has an object; fails if the store does not answer.
stored() {
  local status=0
  store_get "$1" "$state/object" || status=$?
  [ "$status" -lt 2 ] || retry "the store does not give $1"
  return "$status"
}

# Writes a document with the values of this machine to the folder of the program, and prints its path.
document() {
  local text
  text=$(<"$settings/$1")
  text=${text//@NODE_NAME@/$node_name}
  text=${text//@NODE_ADDRESS@/$node_address}
  text=${text//@PROVIDER_ID@/$provider_id}
  text=${text//@SERVICE_ACCOUNT_ISSUER@/$SERVICE_ACCOUNT_ISSUER}
  text=${text//@TENANT@/$TENANT}
  write "$state/$1" <<<"$text"
  echo "$state/$1"
}

# Points the name of the API server to an address. Load balancers do not send a machine's requests back to it.
point_endpoint_to() {
  local others
  others=$(grep -v ' # kubernetes-boot$' "$root/etc/hosts" || true)
  printf '%s\n%s %s # kubernetes-boot\n' "$others" "$1" "$ENDPOINT" >"$state/hosts"
  # Containers can have the file mounted, so that it is not replaced.
  cat "$state/hosts" >"$root/etc/hosts"
}

# ---------------------------------------------------------------------------------------------------------------------------------------
# Software

install_software() {
  local entry kind sum path target file
  for entry in $SOFTWARE_FILES; do
    IFS='|' read -r kind sum path target <<<"$entry"
    [ ! -e "$state/software/$sum" ] || continue
    file=$state/download
    case $SOFTWARE_SOURCE in
      store) store_get "assets/$path" "$file" || retry "the store does not give assets/$path" ;;
      *) curl -sS -f -L -m 600 -o "$file" "$SOFTWARE_MIRROR/$path" || retry "$SOFTWARE_MIRROR/$path is not available" ;;
    esac
    [ "$(sha256 "$file")" = "$sum" ] || refuse "$path must have the SHA-256 $sum, got $(sha256 "$file")"
    case $kind in
      binary) install -D -m 0755 "$file" "$root/usr/local/bin/${path##*/}" ;;
      archive) mkdir -p "$root$target" && tar -xzf "$file" -C "$root$target" ;;
      images) systemctl start containerd && ctr -n k8s.io images import "$file" >/dev/null ;;
    esac
    rm -f "$file"
    write "$state/software/$sum" <<<"$path"
  done
  [ "$(kubeadm version -o short)" = "v$KUBERNETES_VERSION" ] ||
    refuse "kubeadm must have version $KUBERNETES_VERSION, got $(kubeadm version -o short)"
  [ "$(kubelet --version)" = "Kubernetes v$KUBERNETES_VERSION" ] ||
    refuse "kubelet must have version $KUBERNETES_VERSION, got $(kubelet --version)"
}

prepare() {
  # Kernels with these built in have no modules to load.
  modprobe -a overlay br_netfilter 2>/dev/null || true
  sysctl -q -w net.ipv4.ip_forward=1
  swapoff -a || true
  cloud prepare
  install_software
  systemctl enable --now containerd
  # Only this program starts the kubelet: with an etcd disk that is not mounted, etcd would start without data.
  systemctl disable kubelet 2>/dev/null || true
}

# Talks to containerd. On a busy machine the end of a pod takes longer than the two seconds for which crictl waits by default.
container_runtime() { crictl --runtime-endpoint unix:///run/containerd/containerd.sock --timeout 120s "$@"; }

# ---------------------------------------------------------------------------------------------------------------------------------------
# The etcd disk

device=

attach_disk() {
  until device=$(cloud disk "$DISK_ID") && [ -e "$device" ]; do
    cloud attach_disk "$DISK_ID" || wait_for "disk $DISK_ID cannot be attached yet: another machine has it"
    [ -e "$device" ] || wait_for "disk $DISK_ID does not appear as $device"
  done
}

# Prints what the disk is: blank, own or foreign.
disk_state() {
  local label status=0
  label=$(blkid -p -o value -s LABEL "$device") || status=$?
  # 2: no file system, no partitions.
  if [ "$status" = 2 ]; then
    echo blank
  elif [ "$status" = 0 ] && [ "$label" = "etcd-$SLOT" ]; then
    echo own
  else
    echo foreign
  fi
}

# Mounts the disk, which has a file system of this slot.
mount_disk() {
  mkdir -p "$mount"
  mountpoint -q "$mount" || mount "$device" "$mount"
  if [ ! -e "$mount/owner" ]; then
    # Only a disk that was just formatted has no owner.
    [ -z "$(find "$mount" -mindepth 1 -maxdepth 1 ! -name lost+found ! -name owner.part)" ] ||
      refuse "disk $DISK_ID has files, but no file that names its owner"
    write "$mount/owner" <<<"$CLUSTER $SLOT_NAME"
  fi
  [ "$(<"$mount/owner")" = "$CLUSTER $SLOT_NAME" ] || refuse "disk $DISK_ID belongs to $(<"$mount/owner")"
}

# Makes the disk empty for INIT, JOIN, REPLACE and RESTORE.
empty_disk() {
  if [ "$(disk_state)" = blank ]; then
    mkfs.ext4 -q -L "etcd-$SLOT" "$device"
    mount_disk
  fi
  rm -f "$mount/sentinel" "$mount/joining"
  rm -rf "$data"
}

# ---------------------------------------------------------------------------------------------------------------------------------------
# Certificates of the cluster

# Gets the certificate authorities, the key of service accounts and the key of secrets from the store: one object, so that the set is complete.
fetch_pki() {
  mkdir -p "$kubernetes/pki"
  store_get pki/bundle.tar "$state/bundle" || retry "the store does not give pki/bundle.tar"
  tar -xf "$state/bundle" -C "$kubernetes/pki" --no-same-owner
  rm -f "$state/bundle"
}

# Creates them. The store accepts one object only: if two machines create them at once, both get the same.
create_pki() {
  local folder=$state/pki phase
  rm -rf "$folder"
  mkdir -p "$folder"
  for phase in ca etcd-ca front-proxy-ca sa; do
    kubeadm init phase certs "$phase" --kubernetes-version "v$KUBERNETES_VERSION" --cert-dir "$folder" >/dev/null
  done
  sed "s|@KEY@|$(head -c 32 /dev/urandom | base64)|" "$settings/encryption.yaml" | write "$folder/encryption.yaml"
  tar -cf "$state/bundle" -C "$folder" .
  store_put_once pki/bundle.tar "$state/bundle" || retry "the store does not accept pki/bundle.tar"
  rm -rf "$folder" "$state/bundle"
}

# A client of the API server that needs no running machine but this one.
kube() { kubectl --kubeconfig "$state/admin.conf" --request-timeout 20s "$@"; }

# Prepares kube and etcd for a machine that has no control plane yet.
fetch_clients() {
  kubeadm init phase certs etcd-healthcheck-client --config "$1" >/dev/null
  kubeadm kubeconfig user --config "$1" --client-name kubernetes-boot --org system:masters >"$state/admin.part"
  chmod 600 "$state/admin.part"
  mv "$state/admin.part" "$state/admin.conf"
}

# Whether the API server at an address works, by our certificate authority.
ready_at() {
  curl -sS -o /dev/null -f -m 5 --cacert "$kubernetes/pki/ca.crt" --resolve "$ENDPOINT:$PORT:$1" "https://$ENDPOINT:$PORT/readyz" 2>/dev/null
}

# Sets peer to the address of another slot whose API server works.
find_peer() {
  local address
  peer=
  for address in "${slot_addresses[@]}"; do
    [ "$address" = "$SLOT_ADDRESS" ] || ! ready_at "$address" || {
      peer=$address
      return 0
    }
  done
  return 1
}

# ---------------------------------------------------------------------------------------------------------------------------------------
# etcd

etcd_image() { kubeadm config images list --config "$state/init.yaml" 2>/dev/null | grep '/etcd:'; }

# Runs etcdctl or etcdutl of etcd's image: etcd_tool TOOL ARGUMENT... It needs no running kubelet.
etcd_tool() {
  local image
  image=$(etcd_image)
  [ -n "$(ctr -n k8s.io images list -q "name==$image")" ] || container_runtime pull "$image" >/dev/null
  ctr -n k8s.io run --rm --net-host --mount "type=bind,src=$kubernetes/pki,dst=/etc/kubernetes/pki,options=rbind:ro" \
    --mount "type=bind,src=$mount,dst=/var/lib/etcd,options=rbind:rw" "$image" "boot-$$-$RANDOM" "$@"
}

# Runs etcdctl: etcdctl_at ADDRESSES ARGUMENT...
etcdctl_at() {
  local endpoints
  # shellcheck disable=SC2086
  endpoints=$(printf ',https://%s:2379' $1)
  shift
  etcd_tool etcdctl --endpoints "${endpoints#,}" --cacert /etc/kubernetes/pki/etcd/ca.crt \
    --cert /etc/kubernetes/pki/etcd/healthcheck-client.crt --key /etc/kubernetes/pki/etcd/healthcheck-client.key "$@"
}

# Reads the members: one "id status name peer-URL client-URL learner" per line. A member that never started has no name.
read_members() {
  members=$(etcdctl_at "$peer" member list -w simple | sed 's/, /,/g' | tr ',' ' ' | awk 'NF > 3') || return 1
  [ -n "$members" ]
}

# The line of the member at an address.
member_at() { grep -F "https://$1:2380" <<<"$members"; }

# Sets others to the number of members except this slot's, and healthy to the number of those that work.
count_members() {
  local addresses=() line
  while read -r line; do
    line=${line#*https://}
    line=${line%%:*}
    [ "$line" = "$SLOT_ADDRESS" ] || addresses+=("$line")
  done <<<"$members"
  others=${#addresses[@]}
  healthy=$(etcdctl_at "${addresses[*]}" endpoint health 2>&1 | grep -c ' is healthy' || true)
}

# ---------------------------------------------------------------------------------------------------------------------------------------
# People

# Starts aws-iam-authenticator, which the API server of this machine asks which person of the cloud sent a request. Its service
# needs no container, so that people can look at a cluster whose containers do not start.
start_authenticator() {
  local folder=$state/authenticator
  [ -n "$AUTHENTICATOR" ] || return 0
  command -v aws-iam-authenticator >/dev/null ||
    refuse "the machine must have the program aws-iam-authenticator, because the cluster has administrators"
  mkdir -p "$folder" "$kubernetes/api-server"
  if [ ! -s "$folder/key.pem" ]; then
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -subj /CN=aws-iam-authenticator \
      -addext subjectAltName=IP:127.0.0.1 -keyout "$folder/key.part" -out "$folder/cert.pem" 2>/dev/null
    mv "$folder/key.part" "$folder/key.pem"
  fi
  write "$kubernetes/api-server/webhook.yaml" <<END
apiVersion: v1
kind: Config
clusters:
  - name: authenticator
    cluster: { server: "https://127.0.0.1:21362/authenticate", certificate-authority-data: $(base64 -w 0 "$folder/cert.pem") }
contexts:
  - name: authenticator
    context: { cluster: authenticator, user: api-server }
current-context: authenticator
users:
  - name: api-server
END
  update_authenticator
  systemctl enable --now kubernetes-authenticator.service
}

# Takes over the list of administrators from the store.
update_authenticator() {
  local folder=$state/authenticator
  [ -n "$AUTHENTICATOR" ] || return 0
  store_get "$AUTHENTICATOR" "$folder/new.json" || retry "the store does not give $AUTHENTICATOR"
  ! cmp -s "$folder/new.json" "$folder/applied.json" || return 0
  cp "$folder/new.json" "$folder/config.json"
  systemctl try-restart kubernetes-authenticator.service
  mv "$folder/new.json" "$folder/applied.json"
  report "took over the list of administrators"
}

# Takes over the list of administrators whom the API server knows by tokens of OpenID Connect.
update_administrators() {
  [ -n "$ADMINISTRATORS" ] || return 0
  store_get "$ADMINISTRATORS" "$state/administrators.json" || retry "the store does not give $ADMINISTRATORS"
  kube apply -f "$state/administrators.json" >/dev/null || retry "the API server does not accept $ADMINISTRATORS"
}

# ---------------------------------------------------------------------------------------------------------------------------------------
# The control plane

# Removes what an earlier try left: pods, manifests and configurations, which are all made again. Data of etcd stays.
clear_node() {
  systemctl stop kubelet || true
  local pods
  pods=$(container_runtime pods -q)
  # shellcheck disable=SC2086
  [ -z "$pods" ] || container_runtime rmp -f $pods >/dev/null
  rm -rf "$kubernetes/manifests" "$root/var/lib/kubelet/pki" "$root/var/lib/kubelet/config.yaml" "$root/var/lib/kubelet/kubeadm-flags.env" \
    "$root/var/lib/kubelet/instance-config.yaml"
  rm -f "$kubernetes"/*.conf
}

# The number that changes when the cluster is restored: data of an earlier one is not used any more.
generation() { if stored pki/generation; then cat "$state/object"; else echo 0; fi; }

# Sets the decision, and reports why.
silent=0
decide() {
  local own_data=no reason line
  [ "$(disk_state)" != foreign ] || refuse "disk $DISK_ID has another label than etcd-$SLOT: it is not the disk of this slot"
  if [ "$(disk_state)" = own ]; then
    mount_disk
    if [ ! -e "$data/member/snap/db" ]; then
      :
    elif [ -e "$mount/sentinel" ]; then
      own_data=yes
      [ "$(<"$mount/sentinel")" = "$generation" ] || own_data=old
    elif [ "$(cat "$mount/joining" 2>/dev/null)" = "$generation" ]; then
      own_data=joining
    fi
  fi
  if [ -n "$RESTORE" ] && [ "$SLOT" = 0 ] && [ "$initialized" = yes ] && [ "${generation%% *}" != "$RESTORE" ] && [ -z "$peer" ]; then
    decision=RESTORE reason="the setting asks for $RESTORE, and no other API server answers"
  elif [ "$own_data" = yes ]; then
    decision=RESUME reason="the disk has the data of this slot"
    if [ -n "$peer" ]; then
      read_members || retry "etcd at $peer does not give its members"
      [ -n "$(member_at "$SLOT_ADDRESS")" ] ||
        decision=REPLACE reason="the disk has data, but the member is not in the cluster any more"
    fi
  elif [ "$initialized" = yes ] && [ -n "$peer" ]; then
    read_members || retry "etcd at $peer does not give its members"
    if [ -n "$(member_at "$SLOT_ADDRESS")" ] || kube get node "$node_name" >/dev/null 2>&1; then
      decision=REPLACE reason="the cluster works and has a member or node of this slot, the disk has no data"
    else
      decision=JOIN reason="the cluster works and has no member of this slot"
    fi
  elif [ "$initialized" = yes ] && [ "$own_data" = joining ]; then
    # This machine was lost after it got its vote in etcd: with two members, the other one cannot work without it.
    decision=RESUME reason="the disk has the data of a join that did not end, and no other API server answers"
    [ "$((++silent))" -ge 6 ] || decision=WAIT reason="no other API server answers: try $silent of 6 before the data of the join is used"
  elif [ "$initialized" = yes ]; then
    decision=WAIT reason="the cluster exists, but no other API server answers, and the disk has no data: start a machine with data, or set restore"
  elif [ "$SLOT" = 0 ]; then
    decision=INIT reason="there is no cluster"
  else
    decision=WAIT reason="slot 0 has not created the cluster"
  fi
  if [ "$decision" = JOIN ]; then
    for line in "${slot_addresses[@]:0:$SLOT}"; do
      if [ -z "$(member_at "$line")" ]; then
        decision=WAIT reason="the slots join one after another, and the slot at $line is not a member"
      fi
    done
  fi
  case $decision in
    JOIN | REPLACE)
      if grep -v -F "https://$SLOT_ADDRESS:2380" <<<"$members" | grep -q ' true$'; then
        decision=WAIT reason="another member is joining"
      else
        count_members
        if [ "$decision" = JOIN ] && [ "$healthy" -lt "$others" ]; then
          decision=WAIT reason="$healthy of $others members of etcd are healthy, and all must be"
        elif [ "$((healthy * 2))" -le "$others" ]; then
          decision=WAIT reason="$healthy of $others other members of etcd are healthy, which is no majority"
        fi
      fi
      ;;
  esac
  [ "$decision" != WAIT ] || wait_for "$reason"
  [ "$decision" = WAIT ] || report "$decision: $reason"
}

control_plane() {
  local init join
  node_name=$SLOT_NAME
  [ "$node_address" = "$SLOT_ADDRESS" ] || refuse "the address of slot $SLOT must be $SLOT_ADDRESS, got $node_address"
  attach_disk
  init=$(document init.yaml)
  join=$(document join.yaml)
  # Those of an earlier try may be incomplete, or of an earlier cluster.
  rm -f "$state/admin.conf"
  decision=WAIT
  while [ "$decision" = WAIT ]; do
    initialized=no
    ! stored initialized || initialized=yes
    generation=$(generation)
    peer=
    if [ "$SLOT" = 0 ] && ! stored pki/bundle.tar; then
      [ "$initialized" = no ] || refuse "the store has a cluster, but no pki/bundle.tar"
      create_pki
    fi
    if stored pki/bundle.tar; then
      [ -e "$state/admin.conf" ] || {
        fetch_pki
        fetch_clients "$init"
      }
      if find_peer; then
        silent=0
        point_endpoint_to "$peer"
      fi
    fi
    decide
  done
  # Before the member stops, if it works: two members cannot remove one without it.
  [ "$decision" != REPLACE ] || remove_own
  clear_node
  mkdir -p "$kubernetes/api-server"
  cp "$settings/audit.yaml" "$(document authentication.yaml)" "$kubernetes/pki/encryption.yaml" "$kubernetes/api-server/"
  start_authenticator
  case $decision in
    INIT)
      empty_disk
      start_alone "$init"
      ;;
    RESUME)
      mkdir -p "$data"
      start_alone "$init"
      ;;
    RESTORE)
      empty_disk
      restore
      start_alone "$init"
      ;;
    JOIN | REPLACE)
      empty_disk
      write "$mount/joining" <<<"$generation"
      kubeadm join --config "$join"
      ;;
  esac
  point_endpoint_to "$node_address"
  write "$mount/sentinel" <<<"$generation"
  rm -f "$mount/joining"
  until ready_at "$node_address"; do wait_for "the API server of this machine does not work yet"; done
  renew_node "$init"
  publish
}

# Starts a control plane on this machine: a new cluster, or the member whose data is on the disk.
start_alone() {
  point_endpoint_to "$node_address"
  kubeadm init --config "$1" --ignore-preflight-errors=DirAvailable--var-lib-etcd-data
}

# Removes the member and the node of this slot, and no others.
remove_own() {
  local id _
  # It would register the node again.
  systemctl stop kubelet || true
  read -r id _ < <(member_at "$SLOT_ADDRESS" || true) || true
  [ -z "${id:-}" ] || etcdctl_at "$peer" member remove "$id" >/dev/null
  kube delete node "$node_name" --ignore-not-found >/dev/null
}

# Replaces the data by that of a snapshot. This slot is then the only member, and the others join it.
restore() {
  local key=$RESTORE
  if [[ $RESTORE == newest* ]]; then
    stored backups/etcd/newest || refuse "the store has no snapshot"
    key=$(<"$state/object")
  fi
  store_get "$key" "$mount/snapshot.db" || refuse "the store has no snapshot $key"
  # With the default token the cluster would have the id of the one before. A machine that still has its data would then lead this member,
  # and write that data back. Revisions become higher than those that clients know.
  etcd_tool etcdutl snapshot restore /var/lib/etcd/snapshot.db --data-dir /var/lib/etcd/data --name "$SLOT_NAME" \
    --initial-cluster "$SLOT_NAME=https://$SLOT_ADDRESS:2380" --initial-advertise-peer-urls "https://$SLOT_ADDRESS:2380" \
    --initial-cluster-token "$CLUSTER-$(date -u +%Y%m%dT%H%M%SZ)" --bump-revision 1000000000 --mark-compacted >/dev/null
  rm -f "$mount/snapshot.db"
  generation="$RESTORE $key $(date -u +%Y%m%dT%H%M%SZ)"
  write "$mount/sentinel" <<<"$generation"
  write "$state/generation" <<<"$generation"
  store_put pki/generation "$state/generation" || retry "the store does not accept pki/generation"
  report "restored $key"
}

# Registers the node again if it has the id of the machine before: Kubernetes does not change it.
renew_node() {
  local id
  id=$(kube get node "$node_name" --ignore-not-found -o 'jsonpath={.spec.providerID}')
  [ "$id" = "$provider_id" ] && return
  [ -z "$id" ] || kube delete node "$node_name" >/dev/null
  systemctl restart kubelet
  until kube get node "$node_name" >/dev/null 2>&1; do wait_for "the node is not registered yet"; done
  kubeadm init phase mark-control-plane --config "$1" >/dev/null
}

# Writes to the store what others need. Each slot does it, so that nothing is missing if a slot died midway.
publish() {
  until kube apply -f "$settings/rbac.yaml" >/dev/null; do wait_for "the API server does not accept the permissions of nodes"; done
  update_administrators
  store_put node/ca.crt "$kubernetes/pki/ca.crt" || retry "the store does not accept node/ca.crt"
  write_token
  # kubeadm join reads it with the certificate of an administrator. Anonymous requests cannot read it.
  # Its cluster has no name.
  sed 's/^  - name: cluster$/  - name: ""/' "$state/cluster" | write "$state/kubeconfig"
  kube -n kube-public create configmap cluster-info --from-file="$state/kubeconfig" --dry-run=client -o yaml | kube apply -f - >/dev/null
  store_put admin/kubeconfig "$kubernetes/admin.conf" || retry "the store does not accept admin/kubeconfig"
  apply_addons
  write "$state/initialized" <<<"$CLUSTER"
  store_put_once initialized "$state/initialized" || retry "the store does not accept initialized"
  systemctl enable --now kubernetes-approve.timer kubernetes-token.timer kubernetes-backup.timer kubernetes-renew.timer kubernetes-addons.timer
}

# ---------------------------------------------------------------------------------------------------------------------------------------
# Workers

worker() {
  local join certificate=$state/node.pem
  join=$(document join.yaml)
  until store_get node/ca.crt "$state/ca.crt" && store_get node/join.conf "$state/join.conf"; do
    wait_for "the store has no node/join.conf: the cluster does not work yet"
  done
  mkdir -p "$kubernetes/pki"
  cp "$state/ca.crt" "$kubernetes/pki/ca.crt"
  until [ -s "$certificate" ]; do request_certificate "$certificate" || wait_for "no certificate for $node_name yet: $denied"; done
  # The machine joins as the node that it has proved to be.
  kubectl config view --kubeconfig "$state/join.conf" --raw -o 'jsonpath={.clusters[0].cluster.server}' >"$state/server"
  write "$state/discovery.conf" <<<"$(node_kubeconfig "$certificate")"
  systemctl stop kubelet || true
  rm -f "$kubernetes/kubelet.conf" "$kubernetes/bootstrap-kubelet.conf"
  kubeadm join --config "$join" --ignore-preflight-errors=FileAvailable--etc-kubernetes-pki-ca.crt
}

# A kubeconfig whose identity is the node.
node_kubeconfig() {
  cat <<END
apiVersion: v1
kind: Config
clusters:
  - name: cluster
    cluster:
      server: $(<"$state/server")
      certificate-authority-data: $(base64 -w 0 "$kubernetes/pki/ca.crt")
users:
  - name: node
    user:
      client-certificate-data: $(base64 -w 0 "$1")
      client-key-data: $(base64 -w 0 "$1")
contexts:
  - name: node
    context: { cluster: cluster, user: node }
current-context: node
END
}

# Asks for the certificate of this node, with a proof of the machine's identity: request_certificate FILE
request_certificate() {
  local key=$state/node.key request name hash answer
  denied="no answer"
  [ -s "$key" ] || openssl ecparam -genkey -name prime256v1 -noout | write "$key"
  request=$(openssl req -new -key "$key" -subj "/O=system:nodes/CN=system:node:$node_name" | base64 -w 0)
  hash=$(printf %s "$request" | sha256 -)
  name=node-$instance-${hash:0:10}
  # The token may have been renewed.
  store_get node/join.conf "$state/join.conf" || return 1
  kubectl --kubeconfig "$state/join.conf" --request-timeout 20s create -f - >/dev/null <<END || return 1
{
  "apiVersion": "certificates.k8s.io/v1",
  "kind": "CertificateSigningRequest",
  "metadata": { "name": "$name", "annotations": { "kubernetes-boot/proof": "$(cloud proof "$hash" | base64 -w 0)" } },
  "spec": { "request": "$request", "signerName": "kubernetes.io/kube-apiserver-client-kubelet", "usages": ["digital signature", "client auth"] }
}
END
  local try
  for try in {1..24}; do
    sleep "$pause"
    answer=$(kubectl --kubeconfig "$state/join.conf" --request-timeout 20s get csr "$name" \
      -o 'go-template={{range .status.conditions}}{{.type}} {{.message}}{{end}}|{{.status.certificate}}') || continue
    case $answer in
      Denied*)
        denied=${answer%|*}
        return 1
        ;;
      *'|'[A-Za-z0-9]*)
        { base64 -d <<<"${answer##*|}" && cat "$key"; } | write "$1"
        return 0
        ;;
      *) denied="try $try of 24: no control-plane machine has approved it" ;;
    esac
  done
  return 1
}

# ---------------------------------------------------------------------------------------------------------------------------------------
# Timers of the control plane

# Whether this machine does the work that one machine of the control plane does: the one whose controller manager is the leader.
leads() {
  local holder
  holder=$(kube -n kube-system get lease kube-controller-manager -o 'jsonpath={.spec.holderIdentity}')
  [[ $holder == "${SLOT_NAME}_"* ]]
}

token() { ! leads || write_token; }
addons() {
  update_authenticator
  leads || return 0
  update_administrators
  apply_addons
}

# Writes a token to the store that lives for one hour. It only allows to ask for a certificate, which needs a proof of identity.
write_token() {
  local value
  value=$(kubeadm token create --kubeconfig "$state/admin.conf" --ttl 1h --usages authentication \
    --groups system:bootstrappers:kubeadm:default-node-token --description "asks for certificates of nodes")
  write "$state/cluster" <<END
apiVersion: v1
kind: Config
clusters:
  - name: cluster
    cluster:
      server: https://$ENDPOINT:$PORT
      certificate-authority-data: $(base64 -w 0 "$kubernetes/pki/ca.crt")
END
  {
    cat "$state/cluster"
    cat <<END
users:
  - name: token
    user: { token: "$value" }
contexts:
  - name: token
    context: { cluster: cluster, user: token }
current-context: token
END
  } | write "$state/join.part"
  store_put node/join.conf "$state/join.part" || retry "the store does not accept node/join.conf"
}

# Approves or denies every request for a certificate of a node that waits. Without an answer of the cloud, the request waits for the next time.
approve() {
  local name signer user request proof reason status
  # shellcheck disable=SC2016
  while IFS='|' read -r name signer user request proof; do
    status=0
    case $signer in
      kubernetes.io/kube-apiserver-client-kubelet)
        [[ $user == system:bootstrap:* ]] || continue
        reason="no proof that the machine is the node"
        client_allowed "$request" "$proof" || status=$?
        ;;
      kubernetes.io/kubelet-serving)
        reason="a name or address does not belong to the machine of $user"
        serving_allowed "$request" "$user" || status=$?
        ;;
      *) continue ;;
    esac
    if [ "$status" = 0 ]; then
      kube certificate approve "$name" >/dev/null
      report "approved $name"
    elif [ "$status" = 2 ]; then
      report "no decision about $name: the cloud does not answer"
    else
      kube certificate deny "$name" >/dev/null
      report "denied $name: $reason"
    fi
  done < <(kube get csr -o 'go-template={{range .items}}{{if not .status.conditions}}{{.metadata.name}}|{{.spec.signerName}}|{{.spec.username}}|{{.spec.request}}|{{with .metadata.annotations}}{{index . "kubernetes-boot/proof"}}{{end}}{{"\n"}}{{end}}{{end}}')
}

# The subject of a certificate request, and its names and addresses, one per line.
request_text() { base64 -d <<<"$1" | openssl req -noout -subject -nameopt RFC2253,sep_comma_plus -text; }

# Whether a request for a client certificate comes from the machine whose node it names.
client_allowed() {
  local text name
  text=$(request_text "$1") || return 1
  ! grep -q 'Subject Alternative Name' <<<"$text" || return 1
  name=$(base64 -d <<<"$2" | cloud proven "$(printf %s "$1" | sha256 -)") || return
  [ -n "$name" ] && [ "$(grep "^subject=" <<<"$text")" = "subject=CN=system:node:$name,O=system:nodes" ]
}

# Whether a request for a serving certificate has names and addresses of the node's machine only.
serving_allowed() {
  local text name=${2#system:node:} i allowed entry
  text=$(request_text "$1") || return 1
  [ "$(grep "^subject=" <<<"$text")" = "subject=CN=system:node:$name,O=system:nodes" ] || return 1
  allowed=
  for i in "${!slot_names[@]}"; do
    [ "${slot_names[i]}" != "$name" ] || allowed="$name"$'\n'$(cloud machine private-ip-address "${slot_addresses[i]}") || return
  done
  [ -n "$allowed" ] || allowed=$(cloud machine private-dns-name "$name") || return
  text=$(grep -A 1 'Subject Alternative Name' <<<"$text" | tail -n 1)
  [ -n "$text" ] || return 1
  while read -r entry; do
    entry=${entry#DNS:}
    grep -q -x -F -- "${entry#IP Address:}" <<<"$allowed" || return 1
  done < <(tr ',' '\n' <<<"$text" | sed 's/^ *//; s/ *$//')
}

# Saves a snapshot of etcd. Rules of the store remove old ones.
backup() {
  leads || return 0
  local key
  key=backups/etcd/$(date -u +%Y%m%dT%H%M%SZ)-$SLOT.db
  etcdctl_at "$SLOT_ADDRESS" snapshot save /var/lib/etcd/backup.db >/dev/null
  store_put "$key" "$mount/backup.db" || retry "the store does not accept $key"
  write "$state/newest" <<<"$key"
  store_put backups/etcd/newest "$state/newest" || retry "the store does not accept backups/etcd/newest"
  rm -f "$mount/backup.db"
  report "saved $key"
}

# Renews the certificates of this machine's control plane, and restarts its parts one after another. Timers of the slots have different days.
renew() {
  local name pod
  kubeadm certs renew all >/dev/null
  for name in etcd kube-apiserver kube-controller-manager kube-scheduler; do
    pod=$(container_runtime pods -q --namespace kube-system --name "^$name-" --state ready)
    # shellcheck disable=SC2086
    [ -z "$pod" ] || container_runtime stopp $pod >/dev/null
    sleep "$pause"
    until ready_at "$SLOT_ADDRESS"; do wait_for "the API server does not work after the restart of $name"; done
  done
  fetch_clients "$state/init.yaml"
  store_put admin/kubeconfig "$kubernetes/admin.conf" || retry "the store does not accept admin/kubeconfig"
  report "renewed certificates"
}

# Applies the manifests of the store, and removes the objects of manifests that the store does not list any more.
apply_addons() {
  local key folder=$state/addons
  stored assets/manifests/index || return 0
  [ "$(sha256 "$state/object")" != "$(cat "$state/applied" 2>/dev/null)" ] || return 0
  cp "$state/object" "$state/index"
  rm -rf "$folder"
  mkdir -p "$folder"
  # Each line: file name and checksum, so that a changed manifest changes the list.
  while read -r key _; do
    [ -z "$key" ] || store_get "assets/manifests/$key" "$folder/$key" || retry "the store does not give assets/manifests/$key"
  done <"$state/index"
  [ -z "$(find "$folder" -type f)" ] ||
    KUBECTL_APPLYSET=true kube apply --server-side --force-conflicts --prune --applyset=configmaps/kubernetes-boot -n kube-system \
      -f "$folder" >/dev/null || retry "manifests were not applied"
  sha256 "$state/index" | write "$state/applied"
  report "applied manifests"
}

# ---------------------------------------------------------------------------------------------------------------------------------------

boot() {
  mkdir -p "$state"
  cloud identity
  prepare
  if [ "$(cat "$state/complete" 2>/dev/null)" = "$instance $KUBERNETES_VERSION" ]; then
    # The machine restarted, or this program did.
    if [ "$ROLE" = control-plane ]; then
      attach_disk
      mount_disk
    fi
    systemctl start kubelet
    report "nothing to do: this machine is a node"
    return
  fi
  case $ROLE in
    control-plane) control_plane ;;
    worker) worker ;;
  esac
  signal CONTINUE || retry "the launching hook could not be completed"
  write "$state/complete" <<<"$instance $KUBERNETES_VERSION"
  report "this machine is a node"
}

case ${1-} in
  boot | approve | backup | renew | token | addons) "$1" ;;
  *)
    echo "usage: boot.sh boot | approve | backup | renew | token | addons" >&2
    exit 2
    ;;
esac
