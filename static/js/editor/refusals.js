// Why a save did not go through, and what the person can do about it. The text stays on the page in every case.
import { field } from "./page.js";
import { link, notice, settle } from "./notices.js";

const WHERE = "save";

const SAID = {
  signed_out: ({ sign_in: address }) => [
    "warning",
    "You are signed out. Your text is safe here; it will be saved once you are signed in again.",
    [link("Sign in in a new window", address, { target: "_blank" })],
  ],
  conflict: ({ message, url }) => ["warning", message, [link("Merge the two texts", url)]],
  closed: ({ message, url }) => ["error", `${message} Your text stands here and on this device.`, [link("See the story", url)]],
};

function refused({ message, field: name }, status) {
  if (name && field(name)) field(name).setAttribute("aria-invalid", "true");
  return ["error", message ?? `The server could not save (${status}). It is tried again.`, []];
}

export function onRefused({ status, answer }) {
  if (status === 0) {
    notice(WHERE, "error offline", "Offline. Your text is kept on this device and will be saved when you are back.");
    return;
  }
  const said = SAID[answer.status]?.(answer) ?? refused(answer, status);
  notice(WHERE, ...said);
}

export function settled() {
  settle(WHERE);
  for (const input of document.querySelectorAll("[data-draft-form] [aria-invalid]")) input.removeAttribute("aria-invalid");
}
