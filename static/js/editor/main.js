// The editor page. Each part finds its own place by a data- attribute and works where that is on the page.
import "../copy-wire.js";
import "../one-line.js";
import { openCopy } from "./copy.js";
import { form } from "./page.js";
import "./analysis.js";
import "./attn.js";
import "./autosave.js";
import "./bylines.js";
import "./checks.js";
import "./figures.js";
import "./filing.js";
import { begin } from "./headline.js";
import "./keys.js";
import "./label.js";
import "./leaving.js";
import "./moments.js";
import "./notes.js";
import "./photos.js";
import "./photos-drop.js";
import "./photos-focal.js";
import "./photos-order.js";
import "./popover.js";
import "./presence.js";
import "./recovery.js";
import "./reverting.js";
import "./submitting.js";
import "./slugline.js";
import "./strip.js";
import "./tabs.js";
import "./tools.js";
import "./wire.js";

if (form) {
  await openCopy();
  begin();
}
performance.mark("editor-ready");
