// The board and the desk's queue. Each part finds its own place by a data- attribute and works where that is on the page.
import "./review-keys.js";
import "./board-cursor.js";
import "./board-preview.js";
import "./board-ticks.js";
import "./board-seen.js";
import "./board-live.js";
import "./board-waits.js";
import "./board-bulk.js";
