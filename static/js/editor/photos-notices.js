// What the strip has to say of its saves: beside the photos, where the person is looking.
import { element, find } from "./page.js";
import { button, link } from "./notices.js";

const shelf = find("[data-photos-notices]");
const NAMES = { caption: "caption", credit: "credit", alt_text: "alt text", crop: "crop", focal_x: "focal point", focal_y: "focal point" };

function show(kind, words, steps = [], role = "alert") {
  settle();
  const body = element("div", {}, ...words.map((line) => element("p", {}, line)));
  shelf.append(element("div", { class: `notice framed ${kind}`, role }, body, element("div", { class: "steps" }, ...steps)));
}

export function settle() {
  shelf.replaceChildren();
}

export function told(words) {
  show("", [words], [button("Good", settle)], "status");
}

// Both changed the same words: mine stand in the strip, theirs in the draft, and both are shown.
export function clash({ message, clashes }, keep, take) {
  const theirs = clashes.map(({ place, field, theirs: words }) => `Theirs, the ${NAMES[field]} of photo ${place + 1}: ${words || "nothing"}`);
  show("warning", [`${message} Yours stand below and are not saved yet.`, ...theirs], [button("Keep mine", keep, "primary"), button("Take theirs", take)]);
}

export function closed({ message, url }) {
  show("error", [`${message} Your captions stand here.`], [link("See the story", url)]);
}

export function refusal(status, { status: said, message, sign_in: address }) {
  if (said === "signed_out") {
    const step = link("Sign in in a new window", address, { target: "_blank" });
    show("warning", ["You are signed out. Your photos and captions stand here; they are saved once you are signed in again."], [step]);
  } else if (status === 0) show("error", ["Offline. Your photos and captions stand here and are saved when you are back."]);
  else show("error", [message ?? `The server could not save the photos (${status}). It is tried again.`]);
}
