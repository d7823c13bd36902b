/**
 * Waits until the boot program has finished, and fails with what it reported: the run command of a slot and the extension of a scale set run
 * it. A slot prints the certificate authority, which Terraform reads.
 */
export function readinessScript(minutes: number, print?: string): string {
  const done = "/var/lib/kubernetes-boot/complete";
  const log = "journalctl -q -o cat -n 20 -u kubernetes-boot";
  return [
    `for _ in $(seq ${minutes * 12}); do`,
    `  if [ -e ${done} ]; then ${print ? `cat ${print}; ` : ""}exit 0; fi`,
    `  if ${log} | grep -q "^kubernetes-boot: refused: "; then break; fi`,
    "  sleep 5",
    "done",
    'echo "the machine is not ready; journalctl -u kubernetes-boot has the whole log:"',
    log,
    "exit 1",
  ].join("\n");
}
