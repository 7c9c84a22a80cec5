import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brightnessAt, isQuiet, readSettings, standard, type SettingsReading } from './settings.ts';

const choices = {
  tours: ['one-day-two-stories', 'another'],
  questions: ['two-steps/force-or-patience/what-next'],
  languages: ['en']
};
const problemsOf = (reading: SettingsReading) =>
  reading.isSound ? [] : reading.problems.map(({ field, expected, found }) => `${field}: ${expected}; ${found}`);
const read = (settings: unknown) => readSettings(JSON.stringify(settings), choices);

describe('settings', () => {
  it('stand as they are where nothing is chosen', () => {
    expect(read({})).toEqual({ isSound: true, settings: standard });
    expect(standard.technician).toBeUndefined();
  });

  it('take what a technician chooses', () => {
    const chosen = {
      location: 'Hall 3',
      tour: 'another',
      idleSeconds: 60,
      quietHours: [{ from: '18:00', to: '09:30' }],
      brightness: [{ from: '17:00', percent: 60 }],
      technician: { gesture: ['top-left', 'top-right', 'bottom-left'], pin: '20061991' }
    };
    expect(read(chosen)).toEqual({ isSound: true, settings: { ...standard, ...chosen } });
  });

  it('tell every mistake with its field and what is expected there', () => {
    expect(
      problemsOf(
        read({
          idleSeconds: 5,
          warningSeconds: '20',
          quietHours: [{ from: '24:00', to: '09:00' }],
          technician: { gesture: ['left'], pin: '12' },
          idle: 90
        })
      )
    ).toEqual([
      'idleSeconds: 20 seconds or more; 5',
      'warningSeconds: a number of seconds; "20"',
      "quietHours.0.from: an hour from '00:00' to '23:59'; \"24:00\"",
      'technician.gesture.0: one of top-left, top-right, bottom-right, bottom-left; "left"',
      'technician.pin: four to eight digits; "12"',
      'idle: no such setting; one'
    ]);
  });

  it('tell what is not in the collection, and hours that make no sense', () => {
    expect(
      problemsOf(
        read({
          tour: 'paris',
          question: 'what-next',
          languages: ['en', 'fr'],
          quietHours: [{ from: '09:00', to: '09:00' }],
          brightness: [
            { from: '08:00', percent: 100 },
            { from: '08:00', percent: 50 }
          ]
        })
      )
    ).toEqual([
      'tour: one of one-day-two-stories, another; "paris"',
      'question: one of two-steps/force-or-patience/what-next; "what-next"',
      'languages.1: one of en; "fr"',
      'quietHours.0.to: another hour than from; 09:00',
      'brightness.1.from: an hour that is not named before; 08:00'
    ]);
  });

  it('tell where a file is no JSON', () => {
    expect(problemsOf(readSettings('{ "tour": }', choices))[0]).toMatch(/^kiosk\.json: JSON; Unexpected token/);
    expect(problemsOf(readSettings('', choices))).toHaveLength(1);
    expect(problemsOf(readSettings('[]', choices))).toHaveLength(1);
  });

  it('never throw, whatever a file holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const reading = readSettings(text, choices);
        expect(reading.isSound || reading.problems.length > 0).toBe(true);
      })
    );
  });
});

describe('the time of day', () => {
  const overnight = { quietHours: [{ from: '18:00', to: '09:00' }] };

  it('has quiet hours, which may go over midnight', () => {
    expect([539, 540, 720, 1079, 1080, 0].map((minutes) => isQuiet(overnight, minutes))).toEqual([
      true,
      false,
      false,
      false,
      true,
      true
    ]);
    const noon = { quietHours: [{ from: '12:00', to: '13:00' }] };
    expect([719, 720, 779, 780].map((minutes) => isQuiet(noon, minutes))).toEqual([false, true, true, false]);
  });

  it('has its brightness, which holds until the next one named, over midnight too', () => {
    const brightness = [
      { from: '20:00', percent: 40 },
      { from: '08:00', percent: 90 }
    ];
    expect([0, 479, 480, 1199, 1200].map((minutes) => brightnessAt({ brightness }, minutes))).toEqual([
      40, 40, 90, 90, 40
    ]);
    expect(brightnessAt({ brightness: [] }, 0)).toBe(100);
  });
});
