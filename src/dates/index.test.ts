import { describe, expect, it } from 'vitest';
import { textModelOf } from '../text/text-model.ts';
import { findDates } from './index.ts';

// A Friday.
const PUBLISHED = '2019-11-08T06:03:00-05:00';

const found = (text: string, published: string | null = PUBLISHED) =>
  findDates(textModelOf(text), { published }).map((timex) => [text.slice(timex.start, timex.end), timex.value]);
const types = (text: string) => findDates(textModelOf(text), { published: PUBLISHED }).map(({ type }) => type);
const reasons = (text: string, published: string | null = PUBLISHED) =>
  findDates(textModelOf(text), { published }).map(({ reason }) => reason.code);

describe('dates that are written out', () => {
  it.each([
    ['It began on 8 November 2019 in Rome.', '8 November 2019', '2019-11-08'],
    ['It began on November 8, 2019, in Rome.', 'November 8, 2019', '2019-11-08'],
    ['It began on Nov. 8th, 2019.', 'Nov. 8th, 2019', '2019-11-08'],
    ['It began on Friday, November 8, 2019.', 'Friday, November 8, 2019', '2019-11-08'],
    ['It began on the 8th of November 2019.', 'the 8th of November 2019', '2019-11-08'],
    ['It began on 2019-11-08.', '2019-11-08', '2019-11-08'],
    ['It began on 8.11.2019.', '8.11.2019', '2019-11-08'],
    ['It began at 2019-11-08T06:03:00Z.', '2019-11-08T06:03:00Z', '2019-11-08T06:03Z'],
    ['It rose in Q3 2019.', 'Q3 2019', '2019-Q3'],
    ['It began on 11/08/2019.', '11/08/2019', '2019-11-08'],
    ['It began on 28/11/2019.', '28/11/2019', '2019-11-28'],
    ['It began in November 2019.', 'November 2019', '2019-11'],
    ['It began in 1998.', '1998', '1998'],
    ['It began in the late 1980s.', 'the late 1980s', '198'],
    ["It began in the '60s.", "the '60s", '196'],
    ['It began in the 19th century.', 'the 19th century', '18'],
    ['It ended in 264 BC.', '264 BC', 'BC0264'],
    ['It began in the summer of 1941.', 'the summer of 1941', '1941-SU'],
    ['It began in the third quarter of 2018.', 'the third quarter of 2018', '2018-Q3'],
    ['It began in nineteen ninety-six.', 'nineteen ninety-six', '1996'],
  ])('%s', (text, words, value) => {
    expect(found(text)).toEqual([[words, value]]);
    expect(reasons(text)).toEqual(['written']);
  });

  it('gives both ends of a range their month and year', () => {
    expect(found('It runs Nov. 8-10, 2019.')).toEqual([
      ['Nov. 8', '2019-11-08'],
      ['10, 2019', '2019-11-10'],
    ]);
    expect(found('It ran from 18 to 24 June 1944.')).toEqual([
      ['18', '1944-06-18'],
      ['24 June 1944', '1944-06-24'],
    ]);
    expect(found('The road was shut between 2pm and 4pm on 6 November.')).toEqual([
      ['2pm', '2019-11-06T14:00'],
      ['4pm on 6 November', '2019-11-06T16:00'],
    ]);
    expect(found('Between March and April 1918 it grew.')).toEqual([
      ['March', '1918-03'],
      ['April 1918', '1918-04'],
    ]);
  });
});

describe('weekdays', () => {
  it('go back under a verb in the past and say so', () => {
    const [timex] = findDates(textModelOf('The minister resigned on Wednesday.'), { published: PUBLISHED });
    expect(timex).toMatchObject({ type: 'DATE', value: '2019-11-06', reason: { code: 'weekday-past' } });
    expect(timex?.reason.words).toBe('the last Wednesday up to publication (8 November 2019), past tense');
  });

  it.each([
    ['The minister said Friday that it was over.', '2019-11-08'],
    ['The court will decide on Tuesday.', '2019-11-12'],
    ['The trial is scheduled for Monday.', '2019-11-11'],
    ['The meeting was postponed to Tuesday.', '2019-11-12'],
    ['The vote will be held on Thursday.', '2019-11-14'],
    ['Results are due Saturday.', '2019-11-09'],
    ['They agreed to meet Monday.', '2019-11-11'],
    ['He was seen last Friday.', '2019-11-01'],
    ['She arrives next Friday.', '2019-11-15'],
    ['She spoke on Tuesday night.', '2019-11-05TNI'],
    ['She spoke at 10 a.m. Thursday.', '2019-11-07T10:00'],
    ['Doors open Friday, December 6th, at 10 a.m.', '2019-12-06T10:00'],
  ])('%s', (text, value) => {
    expect(found(text).map(([, v]) => v)).toEqual([value]);
  });

  it('take the local day of publication, whatever the zone', () => {
    expect(found('He said Friday.', '2019-11-08T23:30:00-08:00')).toEqual([['Friday', '2019-11-08']]);
    expect(found('He said Friday.', '2019-11-08')).toEqual([['Friday', '2019-11-08']]);
  });
});

describe('what counts from publication', () => {
  it.each([
    ['It happened today.', 'today', '2019-11-08'],
    ['It happened yesterday afternoon.', 'yesterday afternoon', '2019-11-07TAF'],
    ['It will happen tomorrow.', 'tomorrow', '2019-11-09'],
    ['It happened last night.', 'last night', '2019-11-07TNI'],
    ['It happened two days ago.', 'two days ago', '2019-11-06'],
    ['It happened three months ago.', 'three months ago', '2019-08'],
    ['It happened five years ago.', 'five years ago', '2014'],
    ['It happened last week.', 'last week', '2019-W44'],
    ['It will happen next year.', 'next year', '2020'],
    ['It happened earlier this month.', 'earlier this month', '2019-11'],
    ['It happened last May.', 'last May', '2019-05'],
    ['It launched in May of this year.', 'May of this year', '2019-05'],
    ['It was built in July last year.', 'July last year', '2018-07'],
    ['It will open in the first half of next year.', 'the first half of next year', '2020-H1'],
    ['He was charged in December.', 'December', '2018-12'],
    ['The vote will be held on December 12.', 'December 12', '2019-12-12'],
    ['He died on July 25.', 'July 25', '2019-07-25'],
    ['They met at Christmas.', 'Christmas', '2018-12-25'],
    ['They will meet at Christmas.', 'Christmas', '2019-12-25'],
    ['It opens in the second week of December.', 'the second week of December', '2019-W50'],
    ['It opened on the last day of February.', 'the last day of February', '2019-02-28'],
    ['They met two Fridays ago.', 'two Fridays ago', '2019-10-25'],
    ['They will meet Tuesday week.', 'Tuesday week', '2019-11-19'],
    ['It closes two days before Christmas.', 'two days before Christmas', '2019-12-23'],
  ])('%s', (text, words, value) => {
    expect(found(text)).toEqual([[words, value]]);
  });

  it('counts what follows from the date that was spoken of', () => {
    expect(found('He was arrested on July 25, 2016. The next day he was released.')[1]).toEqual([
      'The next day',
      '2016-07-26',
    ]);
    expect(found('It opened in March 2016 and closed two years later.')[1]).toEqual(['two years later', '2018']);
    expect(found('Profit rose in the third quarter from a year earlier.')[1]).toEqual(['a year earlier', '2018-Q3']);
  });

  it('counts what comes later from a date, never from publication', () => {
    expect(found('Two years later it closed.')).toEqual([['Two years later', 'XXXX']]);
    expect(reasons('Two years later it closed.')).toEqual(['no-date-before']);
  });

  it('lets a list of what is to come run forward', () => {
    const text =
      'The tour picks up February 7th in Las Vegas.\nJune 9 – Florida\nJuly 26 – New York\nOctober 3 – Arizona';
    expect(found(text).map(([, value]) => value)).toEqual(['2020-02-07', '2020-06-09', '2020-07-26', '2020-10-03']);
  });

  it('keeps to the year of the story in a tale of history', () => {
    const text =
      'On 1 September 1939 the war began. In April 1940 the fleet sailed, and in May the army followed. On 22 June 1941 the east was invaded. In December 1941 it stopped. In 1942 it turned. In 1943 it went back. On 6 June the coast was taken.';
    expect(found(text, '2009-12-19').slice(1, 3)).toEqual([
      ['April 1940', '1940-04'],
      ['May', '1940-05'],
    ]);
  });
});

describe('lengths and sets', () => {
  it.each([
    ['It took three days.', 'P3D', 'DURATION'],
    ['a five-year plan', 'P5Y', 'DURATION'],
    ['It took two decades.', 'P20Y', 'DURATION'],
    ['It took two and a half years.', 'P2Y6M', 'DURATION'],
    ['after five-and-a-half years', 'P5Y6M', 'DURATION'],
    ['It took half an hour.', 'PT30M', 'DURATION'],
    ['for the past two years', 'P2Y', 'DURATION'],
    ['They waited for decades.', 'PXDE', 'DURATION'],
    ['It took a few weeks.', 'PXW', 'DURATION'],
    ['They meet every Tuesday.', 'XXXX-WXX-2', 'SET'],
    ['It is paid every two weeks.', 'P2W', 'SET'],
    ['It is printed daily.', 'P1D', 'SET'],
  ])('%s', (text, value, type) => {
    expect(found(text).map(([, v]) => v)).toEqual([value]);
    expect(types(text)).toEqual([type]);
  });
});

describe('what is no date', () => {
  it.each([
    'He is 33 years old.',
    'a 5-year-old boy',
    'aged 10 months',
    'It costs $2,019 or £1999.',
    'It sold 2,000 copies and 1500 people came.',
    'They won 21-14, then 3-2.',
    'Version 2.10.6 of iOS 13.1 is out.',
    'Flight 1549 landed. Flight BA2490 did not.',
    'Call 555-2019 or +1 202-555-0143.',
    'You may march if you can.',
    'He sat in the sun.',
    'Prices fall in the second half.',
    'April Jones and June Smith met.',
    'The second man wed.',
    'The Lakers led with 3:08 to play.',
    'She is in her mid-50s and he in his 30s.',
    'Prime Now and Soon-Shiong were named.',
    'Scores rose from 1061 to 1128.',
    'You spring for the wheels.',
    'It was in the early hours and the closing minutes.',
    'He read John 3:16 on a 16:9 screen.',
    'Section 1983 and Windows 2000 apply.',
    'It has a $10-a-month fee.',
    'It costs $2 million a year.',
    'Room 2012 is on page 1984 of 1080p video.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('without a date of publication', () => {
  it.each([
    ['He resigned on Wednesday.', 'XXXX-WXX-3'],
    ['He resigned yesterday.', 'XXXX-XX-XX'],
    ['He resigned last week.', 'XXXX-WXX'],
    ['He resigned on 8 November.', 'XXXX-11-08'],
    ['He resigned in May.', 'XXXX-05'],
  ])('%s keeps X and says why', (text, value) => {
    expect(found(text, null).map(([, v]) => v)).toEqual([value]);
    expect(reasons(text, null)).toEqual(['no-publication-date']);
  });

  it('takes a date that is not ISO 8601 for none', () => {
    expect(found('He resigned yesterday.', 'last Tuesday')).toEqual([['yesterday', 'XXXX-XX-XX']]);
    expect(found('He resigned yesterday.', '2019-02-30')).toEqual([['yesterday', 'XXXX-XX-XX']]);
  });
});

describe('findDates', () => {
  it('counts in UTF-16 code units of the text', () => {
    const text = '🎉🎉 On 8 November 2019 they met.';
    const [timex] = findDates(textModelOf(text), { published: null });
    expect(text.slice(timex?.start, timex?.end)).toBe('8 November 2019');
  });

  it('never joins over a line break', () => {
    expect(found('It began in November\n2019 was a good year.').map(([words]) => words)).toEqual(['November', '2019']);
  });

  it('gives ordered results without overlaps on hostile text', () => {
    const words =
      "the last first 2019 May 8 , - / : . Friday year years ago of a two to and half 10 a.m. \n ' s now 0 99999999999 11/11/11 quarter".split(
        ' ',
      );
    let seed = 7;
    for (let round = 0; round < 300; round++) {
      let text = '';
      for (let i = 0; i < 60; i++) {
        seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
        text += words[(seed >>> 8) % words.length] + ((seed & 64) > 0 ? ' ' : '');
      }
      let end = 0;
      for (const timex of findDates(textModelOf(text), { published: PUBLISHED })) {
        expect(timex.start).toBeGreaterThanOrEqual(end);
        expect(timex.end).toBeGreaterThan(timex.start);
        end = timex.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });
});
