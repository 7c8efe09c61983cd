/**
 * Asks the compiler, and takes another answer when it fails one of its own assertions ("Debug Failure"): it does so on
 * some code in error, such as a decorated private name under `experimentalDecorators`, which it never gets to report.
 *
 * @throws whatever else is thrown
 */
export function unlessCompilerFails<T>(otherwise: T, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("Debug Failure")) return otherwise;
    throw error;
  }
}
