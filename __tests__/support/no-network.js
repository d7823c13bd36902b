/**
 * Preloaded into a process that must get by without a network: `node --require`. Whatever tries to reach one, to look a name
 * up, or to start a program that might, ends the process at once, so that nothing can catch it.
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

// tls, http, https, http2 and fetch all end up here.
forbid(net.Socket.prototype, ["connect"]);
forbid(dgram.Socket.prototype, ["bind", "connect", "send"]);
for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  const queries = Object.getOwnPropertyNames(owner).filter((name) => /^(lookup|resolve|reverse)/.test(name));
  forbid(owner, queries);
}

// The app is bundled by a program of its own, which talks through pipes.
const isBundler = ([file]) => /[\\/]esbuild[^\\/]*$/.test(String(file));
forbid(
  childProcess,
  ["exec", "execFile", "execFileSync", "execSync", "fork", "spawn", "spawnSync"],
  isBundler,
);
