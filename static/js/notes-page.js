// The notes of a story: names on offer after an "@". All else on the page is forms and links.
import "./mention.js";
