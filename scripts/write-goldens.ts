// Rewrites the golden graphs of the lowering, test/checker/lower/fixtures/**/*.cfg: npm run goldens:write. What the lines of
// the fixtures say of themselves is written by hand and stays.
import { areas, writeGoldens } from "../test/checker/support/goldens.js";

const written = areas.flatMap((area) => writeGoldens(area));
console.log(
  written.length === 0 ? "every golden graph is as it was" : written.map((file) => `wrote ${file}`).join("\n"),
);
