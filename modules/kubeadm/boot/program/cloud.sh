# ---------------------------------------------------------------------------------------------------------------------------------------
# The cloud: metadata, requests, store, disks, launching hook. One function per task in the file of each cloud: a machine has those of its
# cloud. On Azure and Google Cloud, checks replace the hook.

# Prints the text of a field of a JSON object without nested fields of that name.
field() { tr -d '\n' | sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p"; }

# A text for the body of a form.
encoded() {
  local text=$1 i
  for ((i = 0; i < ${#text}; i++)); do
    case ${text:i:1} in [A-Za-z0-9._~-]) printf %s "${text:i:1}" ;; *) printf '%%%02X' "'${text:i:1}" ;; esac
  done
}

# Sends a request with an access token, which is no argument of curl: bearer_request TOKEN URL CURL_ARGUMENT...
bearer_request() {
  local token=$1 url=$2
  shift 2
  curl -sS -m 300 "$@" "$url" --config <(printf 'header = "Authorization: Bearer %s"\n' "$token")
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

# When the session of the cloud started, in seconds of this program.
session_start=-600

# Calls a function of the cloud: cloud FUNCTION ARGUMENT... Starts the session before a subshell needs it.
cloud() {
  "${CLOUD}_session" || return 2
  "${CLOUD}_$1" "${@:2}"
}
store_get() { cloud store_get "$@"; }
store_put() { cloud store_put "$@"; }
store_put_once() { cloud store_put_once "$@"; }
signal() { [ -z "$HOOK_NAME" ] || cloud signal "$@"; }
