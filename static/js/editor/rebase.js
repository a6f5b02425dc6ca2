// One line of text that two sides changed: `merged` came back for `sent`, and `now` is what stands here since.
export function ends(one, other) {
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < most - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  return [head, tail];
}

// Both changes where they do not touch; what the person typed last where they do.
export function rebased(sent, merged, now) {
  if (now === sent) return merged;
  if (merged === sent) return now;
  const [theirHead, theirTail] = ends(sent, merged);
  const [myHead, myTail] = ends(sent, now);
  const theirs = merged.slice(theirHead, merged.length - theirTail);
  if (theirHead >= sent.length - myTail) {
    return now.slice(0, now.length - (sent.length - theirHead)) + theirs + sent.slice(sent.length - theirTail);
  }
  if (sent.length - theirTail <= myHead) return sent.slice(0, theirHead) + theirs + now.slice(sent.length - theirTail);
  return now;
}
