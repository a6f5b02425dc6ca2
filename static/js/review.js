// The compare page. Each part finds its own place by a data- attribute and works where that is on the page.
import "./review-keys.js";
import "./review-steps.js";
import "./review-checks.js";
import "./review-pick.js";
import "./review-share.js";
import "./review-decide.js";
import "./once.js";
import "./review-flow.js";
import "./review-notes.js";
