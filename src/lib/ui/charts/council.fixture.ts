import type { Council, Vote } from '#lib/model/council.ts';

const permanent = ['China', 'France', 'Soviet Union', 'United Kingdom', 'United States'];
const names = [
  ...['Canada', 'China', 'Colombia', "Côte d'Ivoire", 'Cuba', 'Ethiopia', 'Finland', 'France', 'Malaysia'],
  ...['Romania', 'Soviet Union', 'United Kingdom', 'United States', 'Yemen', 'Zaire']
];

const rollCall = (id: string, date: string) => ({
  id,
  resolution: id,
  date,
  meeting: '',
  about: '',
  for: 0,
  against: 0,
  abstaining: 0,
  notParticipating: 0,
  event: id,
  sources: []
});

function voteOf(name: string, id: string): Vote {
  if (id === '660') return name === 'Yemen' ? 'not-participating' : 'for';
  if (name === 'China') return 'abstained';
  return name === 'Cuba' || name === 'Yemen' ? 'against' : 'for';
}

/** Two roll calls of 1990, for component specs. */
export const council: Council = {
  year: 1990,
  about: '',
  citations: [],
  notes: [],
  rollCalls: [rollCall('660', '1990-08-02'), rollCall('678', '1990-11-29')],
  members: names.map((name) => ({
    id: name.toLowerCase().replaceAll(/[^a-z]+/g, '-'),
    name,
    permanent: permanent.includes(name),
    votes: { '660': voteOf(name, '660'), '678': voteOf(name, '678') },
    evidence: []
  }))
};

export const voteWords = {
  for: 'for',
  against: 'against',
  abstained: 'abstained',
  'not-participating': 'took no part'
} as const;
