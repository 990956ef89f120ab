import { expect, it } from 'vitest';
import { createQueue } from './queue.ts';

it('runs jobs in order, also behind one that fails', async () => {
  const enqueue = createQueue();
  const log: string[] = [];
  const job = (name: string, fails = false) =>
    enqueue(async () => {
      log.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 2));
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const results = await Promise.allSettled([job('a'), job('b', true), job('c')]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});
