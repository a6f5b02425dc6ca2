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
  other_person: ({ message }) => [
    "warning",
    `${message} It is safe here; it will be saved once you are signed in again in their place.`,
    [],
  ],
  conflict: ({ message, url }) => ["warning", message, [link("Merge the two texts", url)]],
  closed: ({ url }, behind) => [
    "error",
    `This draft was filed or discarded meanwhile. ${behind ? "What you typed since stands here and on this device, and is offered in the next lead." : "All that you typed is in it."}`,
    [link("See the story", url)],
  ],
};

function refused({ message, field: name }, status) {
  if (name) field(name)?.setAttribute?.("aria-invalid", "true");
  return ["error", message ?? `The server could not save (${status}). It is tried again.`, []];
}

// `behind`: whether anything typed is not on the server.
export function onRefused({ status, answer }, behind) {
  if (status === 0) {
    notice(WHERE, "error offline", "Offline. Your text is kept on this device and will be saved when you are back.");
    return;
  }
  const said = SAID[answer.status]?.(answer, behind) ?? refused(answer, status);
  notice(WHERE, ...said);
}

export function settled() {
  settle(WHERE);
  for (const input of document.querySelectorAll("[data-draft-form] [aria-invalid]")) input.removeAttribute("aria-invalid");
}
