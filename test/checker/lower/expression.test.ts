// Each construct's graph is in fixtures/expression/, beside its source.
import { testGoldens } from "../support/goldens.js";

testGoldens("expression");
