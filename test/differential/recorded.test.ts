import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compare } from "./compare.js";
import { judge } from "./generator/repair.js";
import { readRecorded, recordedCount, recordedSubject } from "./recorded/recorded.js";
import { runRustc, rustcVersion } from "./rustc/run.js";
import { formatReported, normalise } from "./rustc/verdicts.js";

const subjects = Array.from({ length: recordedCount }, (_, index) => recordedSubject(index));
const recorded = readRecorded(subjects);

describe("recorded verdicts of rustc", () => {
  it("are about functions of which a good part misuses something and a good part does not", () => {
    const rejected = recorded.verdicts.filter((reported) => reported.length > 0).length;
    assert.equal(recorded.verdicts.length, recordedCount);
    assert.ok(
      rejected > recordedCount * 0.4 && rejected < recordedCount * 0.6,
      `${rejected} of ${recordedCount} rejected`,
    );
    for (const code of ["E0382", "E0505", "E0507", "E0509", "E0525"]) {
      const some = recorded.verdicts.filter((reported) => reported.some((each) => each.code === code)).length;
      assert.ok(some >= 20, `${code} in ${some} functions`);
    }
  });

  it("are what path enumeration finds, for each function and each code", () => {
    const different = subjects.flatMap((subject, index) => {
      const paths = normalise(judge(subject).violations.map(({ code, line }) => ({ code, line })));
      const { kind, ...rest } = compare(recorded.verdicts[index]!, paths);
      const agree = kind === "both accept" || (kind === "both reject" && "sameCodes" in rest && rest.sameCodes);
      return agree
        ? []
        : [`${index}: rustc ${formatReported(recorded.verdicts[index]!)}, paths ${formatReported(paths)}`];
    });
    assert.deepEqual(different, []);
  });

  const version = rustcVersion();
  it(
    "are still what the installed rustc says, for a slice of 500",
    { skip: version === undefined ? "rustc is not installed" : false },
    async () => {
      const from = 1_000;
      const now = await runRustc(subjects.slice(from, from + 500));
      assert.deepEqual(now.map(formatReported), recorded.verdicts.slice(from, from + 500).map(formatReported));
    },
  );
});
