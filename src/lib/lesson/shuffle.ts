/**
 * An order that gives nothing away, the same on every device and every day: answers speak of it.
 * @param seed what names the question
 */
export function shuffle<T>(items: readonly T[], seed: string): T[] {
  const shuffled = [...items];
  let state = [...seed].reduce((sum, sign) => Math.imul(sum ^ sign.codePointAt(0)!, 0x01000193), 0x811c9dc5);
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    // A step of xorshift.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const other = (state >>> 0) % (last + 1);
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  // Their own order is the one that must not be shown.
  const isSame = shuffled.every((item, index) => item === items[index]);
  return isSame && items.length > 1 ? [...shuffled.slice(1), shuffled[0]!] : shuffled;
}
