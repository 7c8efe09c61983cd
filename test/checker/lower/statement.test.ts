// Each construct's graph is in fixtures/statement/, beside its source.
import { testGoldens } from "../support/goldens.js";

testGoldens("statement");
