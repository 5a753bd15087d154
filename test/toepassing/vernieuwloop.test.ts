import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { INSTELLINGEN_MS, maakVernieuwloop, SLEUTELS_MS } from '../../src/toepassing/beheer/vernieuwloop.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each([
  ['what is in force', INSTELLINGEN_MS, 60_000],
  ['the keys', SLEUTELS_MS, 3_600_000],
])('%s: looked at in time, also while an earlier look hangs; nothing after the stop', async (_wat, elkeMs, binnen) => {
  const hangt: (() => void)[] = [];
  const kijk = vi.fn<() => Promise<void>>(() => new Promise((klaar) => hangt.push(klaar)));
  const loop = maakVernieuwloop({ kijk, elkeMs });
  loop.start();
  await vi.advanceTimersByTimeAsync(binnen);
  expect(kijk).toHaveBeenCalled();
  kijk.mockClear();
  await vi.advanceTimersByTimeAsync(binnen);
  expect(kijk).toHaveBeenCalled();
  kijk.mockClear();
  const gestopt = loop.stop();
  for (const klaar of hangt) klaar();
  await gestopt;
  await vi.advanceTimersByTimeAsync(10 * binnen);
  expect(kijk).not.toHaveBeenCalled();
});
