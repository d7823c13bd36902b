const { TestEnvironment } = require("jest-environment-node");

/**
 * Jest's environment for Node, which maps only the stack traces of errors to the sources. CDKTF also requests a trace for each token,
 * of all calls and in a plain object, and no test reads these: to map them takes most of the time of a synthesis in Jest.
 *
 * @see https://v8.dev/docs/stack-trace-api#customizing-stack-traces
 */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    const ErrorOfTests = this.global.Error;
    ErrorOfTests.prepareStackTrace = (error, calls) => {
      const isError = error instanceof ErrorOfTests || error instanceof Error;
      return isError ? Error.prepareStackTrace(error, calls) : "";
    };
  }
};
