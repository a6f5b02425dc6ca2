// What every page does.
import "./say.js";
import "./key-guard.js";
import "./keys-on.js";
import "./theme.js";
import "./clock.js";
import "./ago.js";
import "./countdown.js";
import "./menu.js";
import "./search-key.js";
import "./notifications.js";
import "./toast.js";
