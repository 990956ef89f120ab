import { articleHtml, PARAGRAPHS } from './article-page.ts';
import { ARTICLE, expect, painted, SITE, test } from './extension.ts';

test('an empty page is left alone', async ({ extension }) => {
  extension.serve(`${SITE}/empty`, '');
  const page = await extension.context.newPage();
  await page.goto(`${SITE}/empty`);
  const state = await extension.settledState(page, 'not-article');
  expect(state.problems).toEqual([]);
});

test('an article by its metadata that has no text says so', async ({ extension }) => {
  extension.serve(ARTICLE, articleHtml({ paragraphs: [] }));
  const page = await extension.context.newPage();
  await page.goto(ARTICLE);
  await extension.settledState(page, 'no-body', 'not-article');
  expect(await painted(page)).toEqual({});
});

test('broken JSON-LD costs neither the marks nor the date that stands elsewhere', async ({ extension }) => {
  const head =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Port",,,</script><meta property="article:published_time" content="2026-03-12T08:30:00Z">';
  extension.serve(ARTICLE, articleHtml({ published: null, head }));
  const { state } = await extension.openMarked(ARTICLE);
  expect(state.published).toEqual({ value: '2026-03-12T08:30:00Z', source: 'meta' });
});

test('an article without any date is marked, and relative days stay open and say so', async ({ extension }) => {
  extension.serve(`${SITE}/harbour-report`, articleHtml({ published: null }));
  const page = await extension.context.newPage();
  await page.goto(`${SITE}/harbour-report`);
  const state = await extension.settledState(page, 'marked');
  expect(state.published).toBeNull();
  const tuesday = state.dates.find(({ text }) => text === 'Tuesday');
  expect(tuesday?.value).toContain('X');
  expect(tuesday?.reason).toMatch(/date of publication/i);
});

test('a page of 5 MB is marked, in slices that leave the page alive', async ({ extension }) => {
  test.slow();
  const paragraphs = Array.from({ length: Math.ceil(5_000_000 / PARAGRAPHS.join('').length) }, (_, i) =>
    PARAGRAPHS.map((text) => `${text} (Part ${i}.)`),
  ).flat();
  extension.serve(ARTICLE, articleHtml({ paragraphs }));
  const page = await extension.context.newPage();
  await page.goto(ARTICLE);
  await expect
    .poll(async () => (await extension.ask(page, 'page-state').catch(() => undefined))?.status, { timeout: 45_000 })
    .toBe('marked');
  const { counts } = await extension.ask(page, 'page-state');
  const marks = Object.values(await painted(page)).flat();
  expect(marks.length).toBeGreaterThan(30_000);
  expect(marks.length).toBe(Object.values(counts).reduce((sum, count) => sum + count, 0));
});

test('a page that takes its own nodes away while it is read never breaks the marks', async ({ extension }) => {
  const script = `<script>
    const article = document.querySelector('article');
    const timer = setInterval(() => { const p = article.querySelector('p'); if (p === null || article.children.length < 4) clearInterval(timer); else p.remove(); }, 20);
    setInterval(() => { const last = article.lastElementChild; last.replaceWith(last.cloneNode(true)); }, 15);
  </script>`;
  extension.serve(ARTICLE, articleHtml({ paragraphs: [...PARAGRAPHS, ...PARAGRAPHS, ...PARAGRAPHS], after: script }));
  const page = await extension.context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(ARTICLE);
  await extension.settledState(page, 'marked');
  await page.waitForTimeout(1500);
  expect((await extension.ask(page, 'page-state')).status).toBe('marked');
  expect(errors).toEqual([]);
});

for (const [language, dir, text] of [
  [
    'German',
    'ltr',
    'Die Bundesregierung hat am Dienstag in Berlin beschlossen, dass die Häfen wieder geöffnet werden. Die Ministerin sagte, dass man nun mit den Unternehmen sprechen werde und dass die Arbeiten nicht vor dem Sommer beginnen könnten.',
  ],
  [
    'Arabic',
    'rtl',
    'أعلنت الحكومة في القاهرة يوم الثلاثاء أن الموانئ ستفتح من جديد بعد إغلاق دام ثلاثة أيام، وقال الوزير إن المفاوضات مع الشركات ستبدأ قريبا وإن العمل لن يبدأ قبل الصيف المقبل في جميع أنحاء البلاد.',
  ],
] as const) {
  test(`an article in ${language} is told to be not supported, and nothing is painted`, async ({ extension }) => {
    extension.serve(
      ARTICLE,
      articleHtml({
        lang: language === 'German' ? 'de' : 'ar',
        head: `<style>body{direction:${dir}}</style>`,
        paragraphs: Array.from({ length: 6 }, () => text),
      }),
    );
    const page = await extension.context.newPage();
    await page.goto(ARTICLE);
    const state = await extension.settledState(page, 'unsupported');
    expect(state.language).toBe('unsupported');
    expect(await painted(page)).toEqual({});
  });
}

test('a strict content security policy of the page changes nothing', async ({ extension }) => {
  extension.serve(ARTICLE, articleHtml(), {
    'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'",
  });
  const { page } = await extension.openMarked(ARTICLE);
  expect((await painted(page))[1]).toContain('Marieke van Dalen');
});

test('markup in the text of a page is text', async ({ extension }) => {
  const paragraphs = [
    ...PARAGRAPHS,
    'The spokesman &lt;img src=x onerror="document.title=1"&gt; Peter Hansen of &lt;b&gt;Greenpeace&lt;/b&gt; spoke in Oslo on Monday.',
  ];
  extension.serve(ARTICLE, articleHtml({ paragraphs }));
  const { page, state } = await extension.openMarked(ARTICLE);
  expect((await painted(page))[3]).toContain('Oslo');
  expect(state.meta?.title).toBe('Port of Rotterdam reopens after three days');
  expect(await page.title()).not.toBe('1');
});
