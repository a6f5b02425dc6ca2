// The saves that the page does not stand on. The server may have merged one with another's words, and reads from them
// what the page was typed on: each save names them.
let unanswered = null; // the save whose answer never came: the server may have it, so it goes out again as it was
let apart = []; // saves merged with another's words, which clash with what was typed here since

export const again = () => unanswered;

export function saves() {
  return unanswered ? [...unanswered.before, asSent(unanswered)] : apart;
}

export function sends(save) {
  unanswered = save;
}

export function answered(save) {
  if (unanswered === save) unanswered = null;
}

export function leave(save) {
  apart = [...save.before, asSent(save)];
}

export function takenIn() {
  apart = [];
}

function asSent({ serial, text }) {
  return { serial, text };
}
