// Each construct's graph is in fixtures/body/, beside its source.
import { testGoldens } from "../support/goldens.js";

testGoldens("body");
