// The tsserver plugin: `"plugins": [{ "name": "@movecheck/cli/tsserver" }]`. tsserver loads plugins with `require` and
// takes the module itself for the factory, so this file is CommonJS; all else is in the modules it loads.
import type { server } from "typescript";
import analyser = require("../../project/create-analyser.js");
import plugin = require("./plugin.js");

/**
 * Makes the plugin for one tsserver.
 *
 * @param modules tsserver's own `typescript`
 */
const init: server.PluginModuleFactory = ({ typescript }) => plugin.createPlugin(typescript, analyser.createAnalyser);

export = init;
