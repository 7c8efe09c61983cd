import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { DescriptorBitmap } from "../../../src/fd/table/descriptor-bitmap.js";
import { checkProperty } from "../property.js";

void describe("DescriptorBitmap", () => {
  for (const size of [64, 128, 1024, 2048, 32_768, 65_536, 1_048_576]) {
    void it(`finds the one gap of ${size}, wherever it is, and none when it is full`, () => {
      const bitmap = new DescriptorBitmap(size);
      for (let index = 0; index < size; index++) bitmap.set(index);
      assert.equal(bitmap.next_zero(0), size);
      for (const gap of [0, 1, 31, 32, 33, size >>> 1, size - 33, size - 32, size - 1]) {
        bitmap.clear(gap);
        assert.equal(bitmap.next_zero(0), gap);
        assert.equal(bitmap.next_zero(gap), gap);
        assert.equal(bitmap.next_zero(gap + 1), size);
        assert.equal(bitmap.has(gap), false);
        bitmap.set(gap);
      }
    });
  }

  void it("sizes that are no power of two have no room past their end", () => {
    const bitmap = new DescriptorBitmap(1088);
    for (let index = 0; index < 1088; index++) bitmap.set(index);
    assert.equal(bitmap.next_zero(0), 1088);
    assert.equal(bitmap.next_set(1088), 1088);
    assert.equal(bitmap.has(5000), false);
  });

  void it("answers as a plain set does", (t) => {
    const size = 4096;
    const step = fc.tuple(fc.constantFrom("fill", "set", "clear", "zero", "next"), fc.nat(size - 1), fc.nat(300));
    checkProperty(
      fc.property(fc.array(step, { maxLength: 300, size: "max" }), (steps) => {
        const bitmap = new DescriptorBitmap(size);
        const plain = new Set<number>();
        const scan = (from: number, taken: boolean): number => {
          for (let index = from; index < size; index++) if (plain.has(index) === taken) return index;
          return size;
        };
        for (const [kind, at, length] of steps) {
          if (kind === "fill") {
            for (let index = at; index < Math.min(size, at + length * 10); index++) {
              bitmap.set(index);
              plain.add(index);
            }
          } else if (kind === "set") {
            bitmap.set(at);
            plain.add(at);
          } else if (kind === "clear") {
            bitmap.clear(at);
            plain.delete(at);
          } else {
            assert.equal(kind === "zero" ? bitmap.next_zero(at) : bitmap.next_set(at), scan(at, kind === "next"));
          }
        }
        const copy = bitmap.grown(size * 2);
        assert.equal(copy.next_zero(0), scan(0, false));
        assert.equal(copy.next_set(0) === size * 2 ? size : copy.next_set(0), scan(0, true));
      }),
      {
        runs: 100,
        log: (line) => {
          t.diagnostic(line);
        },
      },
    );
  });
});
