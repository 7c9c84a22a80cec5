import type { Point } from './map-crop.ts';

/** A state of November 1990, as this map draws and names it. */
export interface State {
  readonly id: string;
  readonly name: string;
  /** Names of its parts in Natural Earth's modern atlas. */
  readonly parts: readonly string[];
  /** Where the middle of its name may lie, best first: latitude and longitude in degrees. */
  readonly at: readonly (readonly [number, number])[];
  /** 1 for states that have room for their name on a map of the whole window, 3 for those that need a close one. */
  readonly rank: 1 | 2 | 3;
}

/** A state's name and where it may be written, in map px. */
export interface StateName extends Pick<State, 'id' | 'name' | 'rank'> {
  readonly spots: readonly Point[];
}

const state = (
  id: string,
  name: string,
  rank: State['rank'],
  at: State['at'],
  parts: readonly string[] = [name]
): State => ({ id, name, parts, at, rank });

/**
 * The states that the map names, and those that have since been divided. Every other state stands as the atlas has it.
 * Germany was one from 3 October 1990 and Yemen from 22 May 1990. Northern Cyprus and Somaliland go with the states
 * that the United Nations then had as members. Western Sahara, and the West Bank and Gaza, stay apart, unnamed.
 */
export const states1990: readonly State[] = [
  state(
    'soviet-union',
    'Soviet Union',
    1,
    [
      [55, 50],
      [47.5, 63],
      [58.5, 33.5],
      [50.5, 31],
      [41.6, 62]
    ],
    [
      'Russia',
      'Ukraine',
      'Belarus',
      'Moldova',
      'Estonia',
      'Latvia',
      'Lithuania',
      'Georgia',
      'Armenia',
      'Azerbaijan',
      'Kazakhstan',
      'Uzbekistan',
      'Turkmenistan',
      'Kyrgyzstan',
      'Tajikistan'
    ]
  ),
  state(
    'yugoslavia',
    'Yugoslavia',
    2,
    [
      [44, 18.7],
      [43, 20.5]
    ],
    ['Slovenia', 'Croatia', 'Bosnia and Herz.', 'Serbia', 'Montenegro', 'Macedonia', 'Kosovo']
  ),
  state('czechoslovakia', 'Czech and Slovak Federal Republic', 3, [[49.3, 17.3]], ['Czechia', 'Slovakia']),
  state('ethiopia', 'Ethiopia', 2, [[10.5, 39.5]], ['Ethiopia', 'Eritrea']),
  state('sudan', 'Sudan', 1, [[16.5, 30]], ['Sudan', 'S. Sudan']),
  state('cyprus', 'Cyprus', 3, [[35, 33.1]], ['Cyprus', 'N. Cyprus']),
  state('somalia', 'Somalia', 2, [[9, 47]], ['Somalia', 'Somaliland']),
  state(
    'finland',
    'Finland',
    1,
    [
      [63.2, 26.6],
      [61.8, 28]
    ],
    ['Finland', 'Åland']
  ),
  state(
    'united-states',
    'United States',
    1,
    [
      [41.9, -76.6],
      [44.6, -73.8],
      [39.9, -79.8]
    ],
    ['United States of America']
  ),
  state('canada', 'Canada', 1, [
    [52, -70],
    [47.6, -74],
    [54, -62]
  ]),
  state('germany', 'Germany', 2, [
    [51.1, 10.2],
    [53, 10],
    [49.2, 11.3],
    [51.5, 11.5]
  ]),
  state('yemen', 'Yemen', 2, [[15.6, 47.4]]),
  state('united-kingdom', 'United Kingdom', 3, [[53.2, -1.6]]),
  state('ireland', 'Ireland', 3, [[53.2, -8]]),
  state('france', 'France', 2, [
    [46.6, 2.4],
    [44.6, 2.4],
    [47.3, 3]
  ]),
  state('spain', 'Spain', 1, [[40.2, -3.6]]),
  state('portugal', 'Portugal', 3, [[39.6, -8.1]]),
  state('morocco', 'Morocco', 2, [[31.9, -6.3]]),
  state('algeria', 'Algeria', 1, [
    [29, 2.5],
    [34, 3]
  ]),
  state('tunisia', 'Tunisia', 3, [[34.2, 9.4]]),
  state('libya', 'Libya', 1, [[27.3, 17.5]]),
  state('egypt', 'Egypt', 1, [
    [26.6, 29.3],
    [24.4, 30.5]
  ]),
  state('mauritania', 'Mauritania', 2, [[19.5, -10.5]]),
  state('mali', 'Mali', 2, [[19.3, -1.5]]),
  state('niger', 'Niger', 2, [[18, 9.5]]),
  state('chad', 'Chad', 2, [[17, 18.6]]),
  state('iceland', 'Iceland', 2, [[64.9, -18.6]]),
  state('norway', 'Norway', 2, [[61, 8.9]]),
  state('sweden', 'Sweden', 2, [[62.6, 15.4]]),
  state('denmark', 'Denmark', 3, [[56.1, 9.2]]),
  state('netherlands', 'Netherlands', 3, [[52.5, 5.7]]),
  state('belgium', 'Belgium', 3, [[50.6, 4.6]]),
  state('luxembourg', 'Luxembourg', 3, [[49.75, 6.1]]),
  state('switzerland', 'Switzerland', 3, [[46.8, 8.2]]),
  state('austria', 'Austria', 3, [[47.4, 14]]),
  state('poland', 'Poland', 2, [
    [52.3, 19.4],
    [53.2, 17.5]
  ]),
  state('hungary', 'Hungary', 3, [[47.1, 19.4]]),
  state('romania', 'Romania', 2, [[45.8, 25]]),
  state('bulgaria', 'Bulgaria', 3, [[42.7, 25.2]]),
  state('albania', 'Albania', 3, [[41.1, 20]]),
  state('greece', 'Greece', 3, [[39.4, 22]]),
  state('italy', 'Italy', 2, [
    [43.1, 12.2],
    [41.5, 14.2]
  ]),
  state('turkey', 'Turkey', 1, [
    [39.1, 33.5],
    [38.2, 31]
  ]),
  state('syria', 'Syria', 2, [
    [35.1, 38.4],
    [34.4, 39]
  ]),
  state('lebanon', 'Lebanon', 3, [[33.9, 35.9]]),
  state('israel', 'Israel', 3, [[30.9, 34.8]]),
  state('jordan', 'Jordan', 3, [
    [31.2, 36.8],
    [30.2, 36.6]
  ]),
  state('iraq', 'Iraq', 1, [
    [33.1, 42.6],
    [31.3, 43.2],
    [35, 42.6]
  ]),
  state('iran', 'Iran', 1, [
    [32.7, 54.3],
    [29.6, 57]
  ]),
  state('kuwait', 'Kuwait', 3, [[29.3, 47.5]]),
  state('saudi-arabia', 'Saudi Arabia', 1, [
    [23.8, 44.6],
    [19.8, 45.6],
    [27.3, 42.2]
  ]),
  state('bahrain', 'Bahrain', 3, [[26.05, 50.55]]),
  state('qatar', 'Qatar', 3, [[25.3, 51.2]]),
  state('united-arab-emirates', 'United Arab Emirates', 3, [[23.7, 54]]),
  state('oman', 'Oman', 2, [[20.7, 56.6]]),
  state('afghanistan', 'Afghanistan', 2, [[33.8, 65.8]]),
  state('pakistan', 'Pakistan', 2, [[29.3, 67.6]])
];
