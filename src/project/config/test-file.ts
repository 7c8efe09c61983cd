/**
 * Whether a file belongs to a project's tests, by the conventions of the test runners: a folder `test`, `tests`,
 * `__tests__`, `spec` or `e2e`, or a name such as `x.test.ts` or `x.spec.tsx`.
 *
 * @param path relative to the configuration's folder, with slashes
 */
export function isTestFile(path: string): boolean {
  return (
    /(?:^|\/)(?:tests?|__tests__|__mocks__|specs?|e2e)\//u.test(path) ||
    /(?:^|[./_-])(?:test|spec|e2e)\.[cm]?[jt]sx?$/u.test(path)
  );
}
