/** Told by the command of a library that has no checker beside it. */
export const missingCommand =
  "movecheck: the command is in a package of its own, which is not installed: npm install --save-dev @movecheck/cli";

/** Told to ESLint's configuration. */
export const missingEslintPlugin =
  "movecheck/eslint needs the package eslint-plugin-movecheck, which is not installed: npm install --save-dev eslint-plugin-movecheck";
