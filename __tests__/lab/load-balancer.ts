/**
 * The configuration of haproxy. The checks are those of the product. Requests of a slot are refused: no machine reaches itself through the load
 * balancer. It chooses the slot of a connection at random, as a network load balancer does by a hash of addresses and ports: taken in turns, a client
 * whose requests have the rhythm of another one would get the same slot each time.
 */
export const loadBalancerConfig = (slots: readonly string[]): string =>
  [
    "defaults",
    "  mode tcp",
    "  timeout connect 10s",
    "  timeout check 4s",
    "  retries 0",
    "  timeout client 10m",
    "  timeout server 10m",
    "listen api",
    "  balance random(1)",
    "  bind 10.70.0.5:6443",
    `  tcp-request connection reject if { src ${slots.join(" ")} }`,
    "  option httpchk",
    "  http-check send meth GET uri /readyz",
    "  http-check expect status 200",
    "  default-server check check-ssl verify none inter 5s fall 2 rise 2 on-marked-down shutdown-sessions",
    ...slots.map((address, i) => `  server slot${i} ${address}:6443`),
    "",
  ].join("\n");
