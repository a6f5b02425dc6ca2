// A picture that looks like one kept already: that one can take its place, under the words that were typed here.
import { element } from "./page.js";
import { changed } from "./photos.js";
import { made, say, tiles } from "./photos-tiles.js";

// The button that does it, in a list; none where the kept one is in the strip already. `fill` puts one tile for another.
export function offerKept({ new: fresh, near }, tile, fill, done) {
  const same = fresh && near.find((one) => one.same && one.tile);
  if (!same || tiles().some((other) => other.querySelector("[name=photo]").value === same.sha256)) return [];
  const take = () => {
    if (tile.isConnected) {
      fill(tile, made(same.tile)[0]);
      changed();
      say(`The photo kept already is used: ${same.caption}`);
    }
    done();
  };
  return [element("button", { type: "button", class: "btn sm", onclick: take }, "Use that one")];
}
