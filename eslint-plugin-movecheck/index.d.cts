import type movecheck from "movecheck/eslint";

type Plugin = typeof movecheck.default;

declare const plugin: Omit<Plugin, "configs"> & {
  readonly configs: Omit<Plugin["configs"], "recommended"> & {
    readonly recommended: Plugin["configs"]["recommended-legacy"];
  };
};
export = plugin;
