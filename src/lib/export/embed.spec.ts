import { describe, expect, it } from 'vitest';
import { answerOEmbed, embedSnippet } from './embed.ts';

const site = 'https://museum.example/two-steps';
const ask = (query: Record<string, string>) =>
  answerOEmbed({
    asked: new URL(`${site}/oembed?${new URLSearchParams(query).toString()}`),
    site,
    title: 'Timeline · Two Steps',
    provider: 'Two Steps'
  });

describe('the snippet of an embed', () => {
  it('is a frame with a title, and the script that gives it its height', () => {
    const html = embedSnippet({
      address: `${site}/embed/timeline?from=1990-11-01&to=1990-12-01`,
      script: `${site}/embed.js`,
      title: 'Paris'
    });
    expect(html).toContain('src="https://museum.example/two-steps/embed/timeline?from=1990-11-01&amp;to=1990-12-01"');
    expect(html).toMatch(/title="Paris" width="100%" height="640" loading="lazy"/);
    expect(html).toContain('<script src="https://museum.example/two-steps/embed.js" async></script>');
  });

  it('lets nothing out of its attributes', () => {
    const html = embedSnippet({ address: 'a"><script>', script: '"b', title: '<i>"&' });
    expect(html).toContain('src="a&quot;&gt;&lt;script&gt;"');
    expect(html).toContain('title="&lt;i&gt;&quot;&amp;"');
    expect(html.match(/<script/g)).toHaveLength(1);
  });
});

describe('oEmbed', () => {
  it('answers for a state of the timeline, with all that a rich answer needs', () => {
    const answer = ask({ url: `${site}/timeline?event=cfe-treaty-signed` });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        type: 'rich',
        version: '1.0',
        title: 'Timeline · Two Steps',
        provider_name: 'Two Steps',
        provider_url: `${site}/`,
        width: 960,
        height: 640
      }
    });
    expect(answer.status === 200 && answer.body.html).toContain(`${site}/embed/timeline?event=cfe-treaty-signed`);
  });

  it('keeps within the size that is asked for, and stays legible', () => {
    expect(ask({ url: `${site}/timeline/`, maxwidth: '500', maxheight: '400' })).toMatchObject({
      body: { width: 500, height: 400 }
    });
    expect(ask({ url: '/two-steps/timeline', maxwidth: '10', maxheight: 'x' })).toMatchObject({
      body: { width: 300, height: 640 }
    });
  });

  it.each([
    [{ url: 'https://elsewhere.example/two-steps/timeline' }, 404],
    [{ url: `${site}/events/cfe-treaty-signed` }, 404],
    [{ url: 'not an address:' }, 404],
    [{}, 400],
    [{ url: `${site}/timeline`, format: 'xml' }, 501]
  ])('says what is wrong with %j', (query, status) => {
    const answer = ask(query as Record<string, string>);
    expect(answer).toMatchObject({ status });
    expect(answer.status !== 200 && answer.message.length).toBeGreaterThan(10);
  });
});
