/** So many results may wait for one that comes before them, for each that is worked on. */
const AHEAD = 32;

/**
 * Results in the order of the inputs, however long each takes: `width` of them are expected at once. Inputs are taken
 * as there is room, so that memory does not grow with their number; a result is given as soon as those before it are,
 * even while the next input is long in coming.
 */
export async function* ordered<T, R>(
  inputs: AsyncIterable<T>,
  width: number,
  work: (input: T) => Promise<R>,
): AsyncGenerator<R> {
  const iterator = inputs[Symbol.asyncIterator]();
  const most = width === 1 ? 1 : width * AHEAD;
  const queue: Promise<R>[] = [];
  let next: Promise<IteratorResult<T>> | null = null;
  let ended = false;
  while (!ended || queue.length > 0) {
    if (!ended && queue.length < most) next ??= iterator.next();
    const head = queue[0];
    const came = await Promise.race([
      ...(next && queue.length < most ? [next.then((result) => ({ result }))] : []),
      ...(head ? [head.then(() => null)] : []),
    ]);
    if (came === null) yield (await queue.shift()) as R;
    else {
      next = null;
      if (came.result.done) ended = true;
      else queue.push(work(came.result.value));
    }
  }
}
