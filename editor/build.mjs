// Bundles src/ into one browser module: `npm ci && npm run build`. With a path, writes there instead.
import { build } from "esbuild";

await build({
  entryPoints: ["src/index.js"],
  outfile: process.argv[2] ?? "../static/vendor/writethru-editor.js",
  bundle: true,
  alias: { "@codemirror/language": "./src/no-language.js", "@lezer/common": "./src/no-language.js" },
  minify: true,
  format: "esm",
  target: ["chrome120", "firefox120", "safari17"],
  legalComments: "none",
  charset: "utf8",
  banner: { js: "/* Built from editor/ by its build.mjs; not edited by hand. Contains CodeMirror 6, MIT licensed. */" },
});
