/** A project that cannot be checked as asked: a missing or broken configuration, a file that is not part of it. */
export class ProjectError extends Error {
  override readonly name = "ProjectError";
}
