# ---------------------------------------------------------------------------------------------------------------------------------------
# Google Cloud

# Sets the access token of the machine's service account. The metadata service renews it five minutes before its end.
google_session() {
  [ "$((SECONDS - session_start))" -ge 240 ] || return 0
  access_token=$(google_meta instance/service-accounts/default/token | field access_token) && [ -n "$access_token" ] || return 1
  session_start=$SECONDS
}

# Prints a value of the metadata service.
google_meta() { curl -sS -f -m 5 -H "Metadata-Flavor: Google" "http://169.254.169.254/computeMetadata/v1/$1"; }

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
