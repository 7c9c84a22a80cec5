import { describe, expect, it } from 'vitest';
import { readCreator } from './creator.ts';

const read = (creator: string) => readCreator(creator, 'statement');

describe('readCreator', () => {
  it('takes a name with a role, or alone, for a person', () => {
    expect(read('George H. W. Bush, President of the United States')).toEqual([
      { family: 'Bush', given: 'George H. W.' }
    ]);
    expect(read('Mikhail S. Gorbachev')).toEqual([{ family: 'Gorbachev', given: 'Mikhail S.' }]);
    expect(read('Tariq Aziz, Minister for Foreign Affairs of Iraq; read by Mr. Kadrat (Iraq)')).toEqual([
      { family: 'Aziz', given: 'Tariq' }
    ]);
    expect(read('Condoleezza Rice, NSC Staff (notetaker)')).toEqual([{ family: 'Rice', given: 'Condoleezza' }]);
  });
  it('knows family names of several words, and what follows a name', () => {
    expect(read('Javier Pérez de Cuéllar, Secretary-General of the United Nations')).toEqual([
      { family: 'Pérez de Cuéllar', given: 'Javier' }
    ]);
    expect(read('Charles de Gaulle')).toEqual([{ family: 'de Gaulle', given: 'Charles' }]);
    expect(read('James A. Baker III, US Secretary of State')).toEqual([
      { family: 'Baker', given: 'James A.', suffix: 'III' }
    ]);
    expect(read('Sheikh Jaber Al-Ahmad Al-Sabah, Amir of Kuwait')).toEqual([
      { family: 'Al-Sabah', given: 'Jaber Al-Ahmad' }
    ]);
  });
  it('does not turn round a name that begins with what it is found under', () => {
    expect(read('Saddam Hussein, President of Iraq')).toEqual([{ literal: 'Saddam Hussein' }]);
    expect(read('Qian Qichen, for China')).toEqual([{ literal: 'Qian Qichen' }]);
    expect(read('King Fahd bin Abdulaziz Al Saud')).toEqual([{ literal: 'Fahd bin Abdulaziz Al Saud' }]);
  });
  it('gives nobody a first name that the record does not give', () => {
    expect(read('Mr. Clark, for Canada')).toEqual([{ literal: 'Clark' }]);
    expect(read('Mr. Malmierca Peoli, for Cuba')).toEqual([{ literal: 'Malmierca Peoli' }]);
  });
  it('names everyone where all are people', () => {
    const both = [
      { family: 'Bush', given: 'George' },
      { family: 'Gorbachev', given: 'Mikhail S.' }
    ];
    expect(read('George Bush and Mikhail S. Gorbachev')).toEqual(both);
    expect(read('George Bush; Mikhail S. Gorbachev')).toEqual(both);
    expect(read('Joseph P. Harahan and John C. Kuhn III, On-Site Inspection Agency')).toEqual([
      { family: 'Harahan', given: 'Joseph P.' },
      { family: 'Kuhn', given: 'John C.', suffix: 'III' }
    ]);
  });
  it('takes no body for a person', () => {
    for (const body of [
      'United Nations Security Council',
      'Extraordinary Arab Summit Conference',
      'US Information Agency',
      'US Arms Control and Disarmament Agency',
      'Congress of the United States',
      'Revolutionary Command Council of Iraq',
      'Press service of the President of the USSR'
    ]) {
      expect(read(body)).toEqual([{ literal: body }]);
    }
    expect(read('The White House, Office of the Press Secretary')).toEqual([
      { literal: 'White House, Office of the Press Secretary' }
    ]);
    expect(read('US Information Agency (Judy Aita, United Nations correspondent)')).toEqual([
      { literal: 'US Information Agency' }
    ]);
    expect(read('United Nations Security Council (speakers: Li Daoyu, China; Lozinsky, USSR)')).toEqual([
      { literal: 'United Nations Security Council' }
    ]);
    expect(read('Foreign ministers of China (Qian Qichen), France (Dumas) and the USSR (Shevardnadze)')).toEqual([
      { literal: 'Foreign ministers of China, France and the USSR' }
    ]);
  });
  it('names nobody for a treaty, for many states together, and for an unnamed note-taker', () => {
    expect(readCreator('Armenia, Azerbaijan, Belarus', 'treaty')).toEqual([]);
    expect(read('The Heads of State or Government of the 34 CSCE states')).toEqual([]);
    expect(readCreator('Soviet note-taker (not named); English translation published by …', 'memcon')).toEqual([]);
    expect(readCreator('Soviet record (Gorbachev Foundation); English translation of …', 'memcon')).toEqual([]);
  });
});
