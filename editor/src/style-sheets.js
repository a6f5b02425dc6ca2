// CodeMirror adds <style> elements, which the content policy refuses. The same rules as constructed sheets
// pass it; in the layer `vendor` they stay under the desk's own.
import { StyleModule } from "style-mod";

const mounted = new Set();

StyleModule.mount = (_root, modules) => {
  for (const module of [modules].flat()) {
    if (mounted.has(module)) continue;
    mounted.add(module);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@layer vendor { ${module.getRules()} }`);
    document.adoptedStyleSheets.push(sheet);
  }
};
