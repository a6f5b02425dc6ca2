// What every page does.
import "./theme.js";
import "./clock.js";
import "./countdown.js";
import "./menu.js";
import "./search-key.js";
import "./notifications.js";
import "./toast.js";
