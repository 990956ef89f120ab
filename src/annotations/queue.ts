/**
 * Runs jobs one after the other in the order in which they came; a job that fails does not stop those behind it. A job must
 * not wait for another one of the same queue.
 *
 * @example
 * const enqueue = createQueue();
 * const [a, b] = await Promise.all([enqueue(readThenWrite), enqueue(readThenWrite)]);
 */
export function createQueue(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const result = last.then(job);
    last = result.catch(() => {});
    return result;
  };
}
