import { byMethod, fromMethod, func, named } from "../entries.js";
import type { Preset } from "../preset.js";

/** Browsers by Puppeteer. */
export const puppeteer: Preset = {
  name: "puppeteer",
  packages: ["puppeteer", "puppeteer-core"],
  summary: "Browsers that Puppeteer starts or connects to.",
  resources: [
    {
      tier: 2,
      type: named("Browser", "puppeteer-core"),
      acquire: [
        ...fromMethod("PuppeteerNode", "launch", "connect"),
        ...fromMethod("Puppeteer", "connect"),
        { callee: func("launch") },
        { callee: func("connect") },
      ],
      release: byMethod("close", "disconnect"),
      harmlessAfterRelease: [
        "on",
        "once",
        "off",
        "emit",
        "removeAllListeners",
        "listenerCount",
        "isConnected",
        "process",
        "wsEndpoint",
      ],
      consequence: "the browser's process stays behind",
      evidence: [
        {
          claim: "close() runs the closing callback and disconnects; both may be called again",
          source: "puppeteer-core 24.43 lib/cjs/puppeteer/cdp/Browser.js:342",
        },
      ],
    },
  ],
};
