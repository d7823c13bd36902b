# ---------------------------------------------------------------------------------------------------------------------------------------
# Azure

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

# Prints a document of the metadata service: azure_meta PATH CURL_ARGUMENT...
azure_meta() { curl -sS -f -m 10 -H "Metadata: true" "http://169.254.169.254/metadata/$1" "${@:2}"; }

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

azure_events="scheduledevents?api-version=2020-07-01"

# Whether Azure has announced the end of this machine; sets event to the id of the announcement. A machine also sees those of others.
azure_leaving() {
  local name line kind='"EventType" *: *"(Terminate|Preempt)"' status='"EventStatus" *: *"Scheduled"'
  event=
  name=$(azure_value compute/name) && [ -n "$name" ] || return 1
  while read -r line; do
    [[ $line =~ $kind && $line =~ $status && ${line,,} == *"\"${name,,}\""* ]] || continue
    event=$(field EventId <<<"$line")
  done < <(azure_meta "$azure_events" | tr -d '\n' | sed 's/{/\n/g; s/$/\n/')
  [ -n "$event" ]
}

# Reports to Azure that this machine can end: azure_leave RecordLifecycleActionHeartbeat | CompleteLifecycleAction. Nothing extends its time.
azure_leave() {
  [ "$1" = CompleteLifecycleAction ] || return 0
  azure_meta "$azure_events" -d "{\"StartRequests\":[{\"EventId\":\"$event\"}]}" >/dev/null
}

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

# Applies a set of manifests that Terraform gave this machine: manifests SET. No timer repeats it. Terraform runs it again on the machine of the
# new version that replaces this one.
manifests() {
  local version try
  version=$(cat "$state/$1.version")
  if ! at_least "$version"; then
    report "nothing applied: this machine has Kubernetes $KUBERNETES_VERSION, and the manifests are for $version"
    return
  fi
  for try in {1..30}; do
    if apply_set "$1" "$state/$1"; then
      report "applied manifests"
      return
    fi
    report "manifests were not applied: try $try of 30"
    sleep "$pause"
  done
  exit 1
}
