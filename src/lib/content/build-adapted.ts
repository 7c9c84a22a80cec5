import type { InferOutput } from 'valibot';
import type { Adapted, AdaptedSchema, AdaptedSentence } from '../model/adapted.ts';
import type { Source } from '../model/source.ts';
import type { ContentFile } from './content-file.ts';
import { plainText } from './excerpt.ts';

/** Ties each sentence of ours to the words of the source that it stands for; they must be there, in that order. */
export function buildAdapted(
  file: ContentFile<InferOutput<typeof AdaptedSchema>>,
  sources: readonly Source[],
  known: ReadonlySet<string>
): Adapted {
  const { id, data, complain } = file;
  const source = sources.find((each) => each.id === id);
  if (!source?.excerpt || source.excerpt.plain === '') {
    // A source that is not sound has been told already.
    if (!known.has(id) || source?.excerpt === null)
      complain([], `${id}.yaml`, 'the name of a file in content/sources that shows its words');
    return { id, sentences: [] };
  }
  const { plain, paragraphs } = source.excerpt;
  let from = 0;
  const sentences = data.sentences.flatMap((sentence, index): AdaptedSentence[] => {
    const words = plainText(sentence.words);
    const start = plain.indexOf(words, from);
    const at = ['sentences', index, 'words'];
    if (start < 0) {
      const isBefore = plain.includes(words);
      complain(
        at,
        sentence.words,
        isBefore ? 'the order of the source' : `words that stand in ${id}, letter by letter`
      );
      return [];
    }
    const end = start + words.length;
    if (!paragraphs.some((paragraph) => start >= paragraph.start && end <= paragraph.end))
      complain(at, sentence.words, 'words of one paragraph');
    from = end;
    return [{ start, end, plain: sentence.plain }];
  });
  return { id, sentences };
}
