// Each construct's graph is in fixtures/narrowing/, beside its source.
import { testGoldens } from "../support/goldens.js";

testGoldens("narrowing");
