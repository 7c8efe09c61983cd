// Each construct's graph is in fixtures/capture/, beside its source.
import { testGoldens } from "../support/goldens.js";

testGoldens("capture");
