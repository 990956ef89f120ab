import { expect, test } from 'vitest';
import { findWrittenDate } from './written-date.ts';

test.each([
  ['Published 8 November 2019', '2019-11-08'],
  ['Nov. 8, 2019', '2019-11-08'],
  ['Friday, November 8th, 2019', '2019-11-08'],
  ['8th of Sept. 2019', '2019-09-08'],
  ['Updated: 08-Nov-2019 06:03 EST', '2019-11-08T06:03-05:00'],
  ['November 8, 2019 at 6:03 pm', '2019-11-08T18:03'],
  ['6:03 AM BST, 8 May 2019', '2019-05-08T06:03+01:00'],
  ['12.15 p.m., May 8, 2019', '2019-05-08T12:15'],
  ['2019-11-08 and more', '2019-11-08'],
  ['31 February 2019, then 1 March 2019', '2019-03-01'],
  ['8 November 2019 09:00 +0100', '2019-11-08T09:00+01:00'],
])('reads %s', (text, value) => {
  expect(findWrittenDate(text)).toBe(value);
});

test.each(['November 2019', 'By Ann May, 28', '8/11/2019', 'Section 12 of 2019', 'marching 12 2019', ''])(
  'finds no full date in "%s"',
  (text) => {
    expect(findWrittenDate(text)).toBeNull();
  },
);
