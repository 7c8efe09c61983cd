import { byMethod, func, method, named } from "../entries.js";
import type { Preset } from "../preset.js";

/** Tracing by OpenTelemetry. */
export const opentelemetry: Preset = {
  name: "opentelemetry",
  packages: ["@opentelemetry/api"],
  summary: "Spans of OpenTelemetry.",
  resources: [
    {
      tier: 2,
      type: named("Span", "@opentelemetry/api"),
      acquire: [
        { callee: method("Tracer", "startSpan") },
        { callee: method("Tracer", "startActiveSpan"), gives: { callback: -1, parameter: 0 } },
      ],
      release: byMethod("end"),
      borrow: [
        { callee: func("setSpan"), operand: 1 },
        { callee: method("Tracer", "startSpan"), operand: 2 },
      ],
      releaseTwice: "warning",
      useAfterRelease: "warning",
      harmlessAfterRelease: ["spanContext", "isRecording"],
      consequence: "it is never exported",
      evidence: [
        {
          claim: "The function that startActiveSpan calls has to end its span itself",
          source: "@opentelemetry/api 1.9 build/src/trace/tracer.d.ts, examples of startActiveSpan",
        },
        {
          claim:
            'A second end() is logged as an error, "You can only call end() on a span once.", and does nothing; setAttribute() after it is logged and ignored',
          source: "@opentelemetry/sdk-trace-base, Span.js, end and _isSpanEnded",
        },
        {
          claim: "Of 223 spans, 45% are returned by wrappers, 14% end in callbacks and 3% in a finally",
          source: "counted by syntax in 67 repositories",
        },
      ],
    },
  ],
};
