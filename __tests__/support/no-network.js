/**
 * Preloaded with `node --require` into a process that must not use a network. A connection, a DNS lookup or a start of another program ends
 * the process immediately, so that no code can catch the error.
 */
const childProcess = require("node:child_process");
const dgram = require("node:dgram");
const dns = require("node:dns");
const net = require("node:net");

function forbid(owner, names, isAllowed = () => false) {
  for (const name of names) {
    const original = owner[name];
    if (typeof original !== "function") continue;
    owner[name] = function (...given) {
      if (isAllowed(given)) return original.apply(this, given);
      const what = given.filter((argument) => typeof argument !== "function");
      process.stderr.write(`not offline: ${name} ${JSON.stringify(what)}\n`);
      process.exit(97);
    };
  }
}

// tls, http, https, http2 and fetch use this function.
forbid(net.Socket.prototype, ["connect"]);
forbid(dgram.Socket.prototype, ["bind", "connect", "send"]);
for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  const queries = Object.getOwnPropertyNames(owner).filter((name) => /^(lookup|resolve|reverse)/.test(name));
  forbid(owner, queries);
}

// A separate program bundles the app. It communicates through pipes.
const isBundler = ([file]) => /[\\/]esbuild[^\\/]*$/.test(String(file));
forbid(
  childProcess,
  ["exec", "execFile", "execFileSync", "execSync", "fork", "spawn", "spawnSync"],
  isBundler,
);
