/**
 * Bundles of this project load a binding of a provider when its first resource is created: a stack has few of the types that its platform
 * may need, and some bindings have a megabyte.
 */

/** An assignment of a whole binding, as esbuild writes it: `import_vpc = require("@cdktf/provider-aws/lib/vpc");`. */
const binding =
  /\b(import_\w+) = require\(("(?:@cdkt[fn]\/provider-[a-z]+\/lib|\.\/provider-[a-z]+\/lib)\/[^"]+")\);/g;

/** The text of a CommonJS bundle whose bindings are loaded at their first use. */
function withDeferredBindings(text) {
  const deferred = text.replace(binding, "$1 = __deferred(() => require($2));");
  return deferred === text ? text : `${deferred.trimEnd()}\n${helper}\n`;
}

const helper = `function __deferred(load) {
  let binding;
  return new Proxy({}, { get: (_, name) => (binding ??= load())[name] });
}`;

module.exports = { withDeferredBindings };
