import { byMethod, fromMethod, named } from "../entries.js";
import type { Preset } from "../preset.js";

/** Browsers by Playwright. */
export const playwright: Preset = {
  name: "playwright",
  packages: ["playwright", "playwright-core", "@playwright/test"],
  summary: "Browsers that Playwright starts.",
  resources: [
    {
      tier: 2,
      type: named("Browser", "playwright-core"),
      acquire: fromMethod("BrowserType", "launch", "connect", "connectOverCDP"),
      release: byMethod("close", "[Symbol.asyncDispose]"),
      harmlessAfterRelease: [
        "on",
        "once",
        "off",
        "addListener",
        "removeListener",
        "removeAllListeners",
        "isConnected",
        "contexts",
        "version",
        "browserType",
      ],
      consequence: "the browser's process stays behind",
      evidence: [
        {
          claim: "close() a second time resolves: that the browser is gone is no error to it",
          source: "playwright-core 1.65 lib/coreBundle.js, Browser.close (isTargetClosedError)",
        },
        {
          claim: 'Everything else fails with "Target page, context or browser has been closed"',
          source: "playwright-core 1.65 lib/coreBundle.js, TargetClosedError",
        },
        {
          claim: "Contexts and pages are closed with their browser",
          source: "playwright-core 1.65 types/types.d.ts, Browser.close",
        },
      ],
    },
  ],
};
