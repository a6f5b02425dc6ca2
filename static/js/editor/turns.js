// What else of the draft is saved by itself, beside its text.
const parts = []; // {dirty, flush}
const MOST_ROUNDS = 3; // what one part brings may be another's to save

export function alsoSaves(part) {
  parts.push(part);
}

export function partsDirty() {
  return parts.some((part) => part.dirty());
}

// True once all of them are on the server.
export async function flushParts() {
  for (let round = 0; round < MOST_ROUNDS && partsDirty(); round += 1) {
    for (const part of parts) if (!(await part.flush())) return false;
  }
  return !partsDirty();
}
