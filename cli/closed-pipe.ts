/** Exit code of a program that a closed pipe ends: 128 and the number of SIGPIPE. */
export const closedPipeCode = 141;

/**
 * Ends a command without a stack trace if the reader of its output is gone, as in `… | head`. Node ignores SIGPIPE and emits an error.
 *
 * Each exit code but 0 keeps its meaning, such as errors in files. Without a reader of standard error the exit code does not change.
 */
export function endOnClosedPipe(): void {
  onClosedPipe(process.stdout, () => {
    process.exitCode ||= closedPipeCode;
  });
  onClosedPipe(process.stderr, () => undefined);
}

function onClosedPipe(stream: NodeJS.WriteStream, end: () => void): void {
  stream.on("error", (failure: NodeJS.ErrnoException) => {
    if (failure.code !== "EPIPE") throw failure;
    end();
  });
}
