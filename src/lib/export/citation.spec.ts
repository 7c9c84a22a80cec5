import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildCollection } from '../content/build-collection.ts';
import { readDate } from '../content/edtf-date.ts';
import { formatProblems } from '../content/problem.ts';
import { readContentFiles } from '../content/read-files.ts';
import type { Source } from '../model/source.ts';
import { citeSource, toCsl } from './citation.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { collection, problems } = buildCollection(readContentFiles(root));
if (collection === null) throw new Error(`The content has problems:\n${formatProblems(problems)}`);
const { sources } = collection;

const context = (id: string) => ({ siteTitle: 'Two Steps', url: `https://example.org/sources/${id}` });
const find = (id: string): Source => {
  const source = sources.find((candidate) => candidate.id === id);
  if (!source) throw new Error(`no source ${id}`);
  return source;
};
const cite = (id: string) => citeSource(find(id), context(id));
const texts = ({ chicago, mla, apa }: { chicago: string; mla: string; apa: string }) => ({ chicago, mla, apa });

const plain = (html: string) =>
  html
    .replace(/<\/?i>/g, '')
    .replaceAll('&#38;', '&')
    .replaceAll('&#60;', '<')
    .replaceAll('&#62;', '>');

describe('the three styles', () => {
  it('begins with the title where the note-taker is not named, and says that it is a translation', () => {
    expect(texts(cite('gorbachev-perez-de-cuellar-1990-11-19'))).toMatchInlineSnapshot(`
      {
        "apa": "<i>Record of a Conversation between M.S. Gorbachev and the General Secretary of the UN J. Pérez de Cuéllar in Paris (excerpt)</i>. (1990, November 19). [English translation]. CWIHP Archives; Wilson Center Digital Archive (History and Public Policy Program). https://digitalarchive.wilsoncenter.org/document/record-conversation-between-ms-gorbachev-and-general-secretary-un-j-perez-de-cuellar-paris",
        "chicago": "“Record of a Conversation between M.S. Gorbachev and the General Secretary of the UN J. Pérez de Cuéllar in Paris (excerpt).” English translation, Paris, Elysée Palace, November 19, 1990. CWIHP Archives; Wilson Center Digital Archive (History and Public Policy Program). https://digitalarchive.wilsoncenter.org/document/record-conversation-between-ms-gorbachev-and-general-secretary-un-j-perez-de-cuellar-paris.",
        "mla": "“Record of a Conversation between M.S. Gorbachev and the General Secretary of the UN J. Pérez de Cuéllar in Paris (excerpt).” 19 Nov. 1990, Paris, Elysée Palace. English translation. CWIHP Archives; Wilson Center Digital Archive (History and Public Policy Program), https://digitalarchive.wilsoncenter.org/document/record-conversation-between-ms-gorbachev-and-general-secretary-un-j-perez-de-cuellar-paris.",
      }
    `);
  });
  it('names the Council as author and gives the symbol of a resolution', () => {
    expect(texts(cite('unsc-res-678'))).toMatchInlineSnapshot(`
      {
        "apa": "United Nations Security Council. (1990, November 29). <i>Security Council resolution 678 (1990): one final opportunity; all necessary means</i> (S/RES/678 (1990)). United Nations, Official Records: Resolutions and Decisions of the Security Council 1990 (S/INF/46). https://undocs.org/S/RES/678(1990)",
        "chicago": "United Nations Security Council. “Security Council resolution 678 (1990): one final opportunity; all necessary means.” New York, November 29, 1990. S/RES/678 (1990). United Nations, Official Records: Resolutions and Decisions of the Security Council 1990 (S/INF/46). https://undocs.org/S/RES/678(1990).",
        "mla": "United Nations Security Council. “Security Council resolution 678 (1990): one final opportunity; all necessary means.” 29 Nov. 1990, New York. United Nations, Official Records: Resolutions and Decisions of the Security Council 1990 (S/INF/46), S/RES/678 (1990), https://undocs.org/S/RES/678(1990).",
      }
    `);
  });
  it('cites a treaty by its title', () => {
    expect(texts(cite('cfe-treaty-1990-preamble'))).toMatchInlineSnapshot(`
      {
        "apa": "<i>Treaty on Conventional Armed Forces in Europe (CFE Treaty): from the Preamble</i>. (1990, November 19). Depositary: Government of the Netherlands; English text published by the OSCE. https://www.osce.org/library/14087",
        "chicago": "“Treaty on Conventional Armed Forces in Europe (CFE Treaty): from the Preamble.” Paris, November 19, 1990. Depositary: Government of the Netherlands; English text published by the OSCE. https://www.osce.org/library/14087.",
        "mla": "“Treaty on Conventional Armed Forces in Europe (CFE Treaty): from the Preamble.” 19 Nov. 1990, Paris. Depositary: Government of the Netherlands; English text published by the OSCE, https://www.osce.org/library/14087.",
      }
    `);
  });
  it('turns the name of a president round', () => {
    expect(texts(cite('bush-address-1990-08-08'))).toMatchInlineSnapshot(`
      {
        "apa": "Bush, G. (1990, August 8). <i>Address to the nation announcing the deployment of United States Armed Forces to Saudi Arabia</i>. Public Papers of the Presidents of the United States: George Bush, 1990 (Office of the Federal Register); text as carried by the American Presidency Project. https://millercenter.org/the-presidency/presidential-speeches",
        "chicago": "Bush, George. “Address to the nation announcing the deployment of United States Armed Forces to Saudi Arabia.” Washington, DC, August 8, 1990. Public Papers of the Presidents of the United States: George Bush, 1990 (Office of the Federal Register); text as carried by the American Presidency Project. https://millercenter.org/the-presidency/presidential-speeches.",
        "mla": "Bush, George. “Address to the nation announcing the deployment of United States Armed Forces to Saudi Arabia.” 8 Aug. 1990, Washington, DC. Public Papers of the Presidents of the United States: George Bush, 1990 (Office of the Federal Register); text as carried by the American Presidency Project, https://millercenter.org/the-presidency/presidential-speeches.",
      }
    `);
  });
  it('keeps Arabic letters', () => {
    expect(texts(cite('saddam-initiative-1990-08-12-ar'))).toMatchInlineSnapshot(`
      {
        "apa": "Saddam Hussein. (1990, August 12). <i>مبادرة الرئيس صدام حسين، ١٢ آب ١٩٩٠ (Initiative of 12 August 1990, Arabic, first point)</i>. Institute for Palestine Studies, documents. https://www.palestine-studies.org/en/node/35213",
        "chicago": "Saddam Hussein. “مبادرة الرئيس صدام حسين، ١٢ آب ١٩٩٠ (Initiative of 12 August 1990, Arabic, first point).” Baghdad, August 12, 1990. Institute for Palestine Studies, documents. https://www.palestine-studies.org/en/node/35213.",
        "mla": "Saddam Hussein. “مبادرة الرئيس صدام حسين، ١٢ آب ١٩٩٠ (Initiative of 12 August 1990, Arabic, first point).” 12 Aug. 1990, Baghdad. Institute for Palestine Studies, documents, https://www.palestine-studies.org/en/node/35213.",
      }
    `);
  });
  it('cites an Arabic copy of a letter', () => {
    expect(texts(cite('iraq-letter-1991-03-03'))).toMatchInlineSnapshot(`
      {
        "apa": "Aziz, T. (1991, March 3). <i>Identical letters from Tariq Aziz to the President of the Security Council and the Secretary-General: Iraq agrees to fulfil resolution 686</i>. United Nations (S/22320 and S/22321); UN Blue Books, vol. IX, p. 200 (Arabic edition). https://undocs.org/S/22320",
        "chicago": "Aziz, Tariq. “Identical letters from Tariq Aziz to the President of the Security Council and the Secretary-General: Iraq agrees to fulfil resolution 686.” New York, March 3, 1991. United Nations (S/22320 and S/22321); UN Blue Books, vol. IX, p. 200 (Arabic edition). https://undocs.org/S/22320.",
        "mla": "Aziz, Tariq. “Identical letters from Tariq Aziz to the President of the Security Council and the Secretary-General: Iraq agrees to fulfil resolution 686.” 3 Mar. 1991, New York. United Nations (S/22320 and S/22321); UN Blue Books, vol. IX, p. 200 (Arabic edition), https://undocs.org/S/22320.",
      }
    `);
  });
  it('marks an inferred day, and keeps words in quotation marks within a title', () => {
    expect(texts(cite('bush-press-1990-12-14'))).toMatchInlineSnapshot(`
      {
        "apa": "Bush, G. (ca. 1990, December 14). <i>Remarks and questions on the dates offered to Iraq (“That deadline is real”)</i>. Public Papers of the Presidents of the United States: George Bush, 1990 (Office of the Federal Register); text as carried by the American Presidency Project. https://www.presidency.ucsb.edu/advanced-search",
        "chicago": "Bush, George. “Remarks and questions on the dates offered to Iraq (‘That deadline is real’).” Washington, DC, [December 14, 1990?]. Public Papers of the Presidents of the United States: George Bush, 1990 (Office of the Federal Register); text as carried by the American Presidency Project. https://www.presidency.ucsb.edu/advanced-search.",
        "mla": "Bush, George. “Remarks and questions on the dates offered to Iraq (‘That deadline is real’).” [14 Dec. 1990?], Washington, DC. Public Papers of the Presidents of the United States: George Bush, 1990 (Office of the Federal Register); text as carried by the American Presidency Project, https://www.presidency.ucsb.edu/advanced-search.",
      }
    `);
  });
  it('gives both ends where the day lies between two', () => {
    expect(texts(cite('ungd-uk-1990-09'))).toMatchInlineSnapshot(`
      {
        "apa": "Hurd, D. (ca. 1990, September 24–October 2). <i>Douglas Hurd in the General Assembly: a defining moment</i> [Speech]. United Nations, Official Records of the General Assembly, Forty-fifth Session, Plenary Meetings (verbatim record in English), as machine-read for the United Nations General Debate Corpus (Jankin, Baturo and Dasandi, Harvard Dataverse). https://dataverse.harvard.edu/dataset.xhtml?persistentId=doi:10.7910/DVN/0TJX8Y",
        "chicago": "Hurd, Douglas. “Douglas Hurd in the General Assembly: a defining moment.” Speech, New York, [September 24–October 2, 1990?]. United Nations, Official Records of the General Assembly, Forty-fifth Session, Plenary Meetings (verbatim record in English), as machine-read for the United Nations General Debate Corpus (Jankin, Baturo and Dasandi, Harvard Dataverse). https://dataverse.harvard.edu/dataset.xhtml?persistentId=doi:10.7910/DVN/0TJX8Y.",
        "mla": "Hurd, Douglas. “Douglas Hurd in the General Assembly: a defining moment.” [24 Sept.–2 Oct. 1990?], New York. Speech. United Nations, Official Records of the General Assembly, Forty-fifth Session, Plenary Meetings (verbatim record in English), as machine-read for the United Nations General Debate Corpus (Jankin, Baturo and Dasandi, Harvard Dataverse), https://dataverse.harvard.edu/dataset.xhtml?persistentId=doi:10.7910/DVN/0TJX8Y.",
      }
    `);
  });
});

describe('CSL-JSON', () => {
  const csl = (id: string) => toCsl(find(id), context(id));

  it('holds the parts of a date, and says when it is not sure', () => {
    expect(csl('unsc-res-678').issued).toEqual({ 'date-parts': [[1990, 11, 29]] });
    expect(csl('bush-press-1990-12-14').issued).toEqual({ 'date-parts': [[1990, 12, 14]], circa: true });
    expect(csl('ungd-canada-1990').issued).toEqual({
      'date-parts': [
        [1990, 9],
        [1990, 10]
      ],
      circa: true
    });
    expect(csl('osia-cfe-history-table-7-1').issued).toEqual({ 'date-parts': [[1996]], circa: true });
  });
  it('keeps the day of the place', () => {
    const date = readDate('1990-11-30T00:30+03:00')!;
    expect(toCsl({ ...find('unsc-res-678'), date }, context('x')).issued['date-parts']).toEqual([[1990, 11, 30]]);
  });
  it('leaves out a record number that no copy shows', () => {
    const item = csl('gorbachev-perez-de-cuellar-1990-11-19');
    expect(item).not.toHaveProperty('number');
    expect(item).not.toHaveProperty('archive_location');
    expect(csl('ungd-canada-1990')).not.toHaveProperty('archive_location');
    expect(csl('unsc-president-letter-1991-04-11')).not.toHaveProperty('archive_location');
  });
  it('says where the excerpt can be read, and nothing of it where there is none', () => {
    expect(csl('unsc-res-678').note).toBe('Excerpt in Two Steps, https://example.org/sources/unsc-res-678');
    expect(toCsl(find('unsc-res-678'), { siteTitle: 'Two Steps', url: null }).note).toBe('Excerpt in Two Steps.');
    expect(csl('oslo-final-document-1992-06-05')).not.toHaveProperty('note');
  });
});

describe('BibTeX and RIS', () => {
  it('keeps letters as letters and protects what TeX would read', () => {
    const source = { ...find('mitterrand-cfe-signing-1990-11-19'), title: '100 % of A & B: {Élysée}_#' };
    const { bibtex } = citeSource(source, context(source.id));
    expect(bibtex).toContain('author = {Mitterrand, François},');
    expect(bibtex).toContain('title = {{100 \\% of A \\& B: \\{Élysée\\}\\_\\#}},');
    expect(cite('saddam-initiative-1990-08-12-ar').bibtex).toContain('مبادرة الرئيس صدام حسين');
    expect(cite('unsc-res-678').bibtex).toContain('author = {{United Nations Security Council}},');
  });
  it('writes an entry', () => {
    expect(cite('ungd-uk-1990-09').bibtex).toMatchInlineSnapshot(`
      "@misc{ungd-uk-1990-09,
        author = {Hurd, Douglas},
        title = {{Douglas Hurd in the General Assembly: a defining moment}},
        type = {Speech},
        howpublished = {United Nations, Official Records of the General Assembly, Forty-fifth Session, Plenary Meetings (verbatim record in English), as machine-read for the United Nations General Debate Corpus (Jankin, Baturo and Dasandi, Harvard Dataverse)},
        address = {New York},
        date = {1990-09-24/1990-10-02},
        year = {1990},
        month = sep,
        url = {https://dataverse.harvard.edu/dataset.xhtml?persistentId=doi:10.7910/DVN/0TJX8Y},
        langid = {english},
        note = {Excerpt in Two Steps, https://example.org/sources/ungd-uk-1990-09},
        annote = {Creator: Douglas Hurd, for the United Kingdom},
      }"
    `);
  });
  it('writes a record, with long addresses on one line', () => {
    expect(cite('bush-press-1990-12-14').ris).toMatchInlineSnapshot(`
      "TY  - GEN
      ID  - bush-press-1990-12-14
      AU  - Bush, George
      TI  - Remarks and questions on the dates offered to Iraq ("That deadline is real")
      PY  - 1990
      DA  - 1990/12/14/inferred
      CY  - Washington, DC
      LA  - en
      M3  - Statement
      UR  - https://www.presidency.ucsb.edu/advanced-search
      DB  - Public Papers of the Presidents of the United States: George Bush, 1990 (Office of the Federal Register); text as carried by the American Presidency Project
      AV  - UK-IPOP item 57197
      DP  - Two Steps
      N1  - Excerpt in Two Steps, https://example.org/sources/bush-press-1990-12-14
      N1  - Creator: George Bush, President of the United States
      ER  - "
    `);
  });
});

describe('what a source may hold', () => {
  it('cannot bring markup of its own', () => {
    const source = {
      ...find('unsc-res-678'),
      title: 'A <b>bold</b> & <script>x</script> title',
      repository: '<u>B</u>'
    };
    for (const text of Object.values(texts(citeSource(source, context(source.id))))) {
      expect(text).not.toMatch(/<(?!\/?i>)/);
      expect(text).toContain('&#38;');
    }
  });
});

describe('every source of the collection', () => {
  it.each(sources.map((source) => [source.id, source] as const))('%s', (id, source) => {
    const citations = citeSource(source, context(id));
    for (const text of Object.values(citations)) expect(text).not.toMatch(/undefined|\[object|NaN/);
    for (const text of Object.values(texts(citations))) {
      expect(text).not.toMatch(/\.\.|,,|\s,| {2}|\n|\?\.|\.,(?! (and|III|&#38;))/);
      expect(text).not.toMatch(/<(?!\/?i>)|&(?!#\d+;)/);
      expect(text.split('<i>').length).toBe(text.split('</i>').length);
      // Words are compared without their marks: styles turn straight ones into curly ones.
      const bare = (words: string) => words.replace(/['"‘’“”]/g, '');
      expect(bare(plain(text))).toContain(bare(source.title).replace(/\.$/, ''));
      expect(plain(text)).toMatch(/\d{4}/);
    }
    expect(plain(citations.chicago).endsWith(` ${source.whereToRead}.`)).toBe(true);
    expect(plain(citations.mla).endsWith(` ${source.whereToRead}.`)).toBe(true);
    expect(plain(citations.apa).endsWith(` ${source.whereToRead}`)).toBe(true);

    const [item, ...more] = JSON.parse(citations.cslJson) as { id: string; title: string; URL: string }[];
    expect(more).toEqual([]);
    expect(item).toMatchObject({ id, title: source.title, URL: source.whereToRead, language: source.language });

    const ris = citations.ris.split('\n');
    expect(ris[0]).toMatch(/^TY {2}- (GEN|GOVDOC|PCOMM|RPRT|UNPB)$/);
    expect(ris.at(-1)).toBe('ER  - ');
    for (const line of ris) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
    expect(ris).toContain(`UR  - ${source.whereToRead}`);

    expect(citations.bibtex.startsWith(`@misc{${id},\n`)).toBe(true);
    const bare = citations.bibtex.replace(/\\[{}]/g, '');
    let depth = 0;
    for (const sign of bare) {
      depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
  });
});
