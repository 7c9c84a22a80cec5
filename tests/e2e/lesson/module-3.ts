import { expect } from '@playwright/test';
import type { Student } from './student.ts';

const next = async (student: Student, title: string) => {
  await student.press(student.page.getByRole('link', { name: `Next: ${title}` }));
  await expect(student.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
};

/** The third module from its first step to its last. */
export async function doModule3(student: Student): Promise<void> {
  const { page } = student;
  await student.open('/modules/two-steps');
  await student.press(page.getByRole('link', { name: 'Begin', exact: true }));
  await expect(page.getByRole('heading', { level: 1, name: 'Force or patience?' })).toBeVisible();

  await student.choose(page.getByRole('radio', { name: 'Name a day, and say what will follow if Iraq stays' }));
  await student.write(
    student.question(/A reporter asks/).getByRole('textbox', { name: 'Your answer' }),
    'He promises patience without a retreat, and names no day.'
  );
  await next(student, 'Helsinki, ten weeks before');

  const limbs = student.question(/looks two ways at once/);
  await student.pick(limbs, 'They prefer peace', /^Our preference is to resolve/, 'A preference is what comes first.');
  await student.pick(
    limbs,
    'They are ready for more',
    /^However, we are determined/,
    'Additional steps are more steps.'
  );
  const denies = student.question(/What does Gorbachev deny/);
  await student.choose(denies.getByRole('radio', { name: /^That force would follow/ }));
  await student.press(denies.getByRole('button', { name: 'See what this shows' }));
  await expect(denies.getByText('He takes the sharp edge off')).toBeVisible();
  await student.write(
    student.question(/Name one thing that happened/).getByRole('textbox', { name: 'Your answer' }),
    'Baker came to Moscow on 8 November. It could have moved him; that it did is not shown.'
  );
  await next(student, 'Who wrote this down?');

  await student.write(
    student.question(/Name three things/).getByRole('textbox', { name: 'Your answer' }),
    'It is an excerpt, a translation, and one side’s note.'
  );
  const said = student.question(/can be said from the record itself/);
  await student.choose(said.getByRole('checkbox', { name: 'Shevardnadze was in the room.' }));
  await student.choose(said.getByRole('checkbox', { name: 'They spoke after the signing of the treaty.' }));
  await student.press(said.getByRole('button', { name: 'See what this shows' }));
  await next(student, 'The two steps');

  const steps = student.question(/Pick the words that are the first step/);
  await student.pick(steps, 'The first step', /^On the one hand/, 'It says what will be done, and if what.');
  await student.pick(steps, 'The second step', /^On the other hand/, 'It names a time and what it is for.');
  await student.choose(page.getByRole('radio', { name: 'One, with two elements' }));
  await student.write(
    student.question(/from what his approach follows/).getByRole('textbox', { name: 'Your answer' }),
    'No triumph for the aggressor, and no war.'
  );
  await next(student, 'His words and the Council’s');

  const join = student.question(/Join each part/);
  const measures = join.getByRole('group', { name: /the most severe measures will be used/ });
  await student.choose(measures.getByRole('radio', { name: /^2\. Authorizes/ }));
  await student.write(measures.getByRole('textbox'), 'may, not will');
  const period = join.getByRole('group', { name: /a definite period is named/ });
  await student.choose(period.getByRole('radio', { name: /^decides, while/ }));
  await student.write(period.getByRole('textbox'), 'gets a name');
  const war = join.getByRole('group', { name: /to avoid war/ });
  await student.choose(war.getByRole('radio', { name: 'Finds no partner' }));
  await student.press(join.getByRole('button', { name: 'See what can be said' }));
  await expect(war.getByText('the excerpt does not name war', { exact: false })).toBeVisible();
  await student.choose(page.getByRole('radio', { name: 'The Council’s', exact: true }));
  const order = student.question(/Put these in the order of time/);
  const cable = 'Baker reports on a resolution that would take effect six to eight weeks after it is passed';
  for (let place = 0; place < 3; place += 1) {
    await student.press(order.getByRole('button', { name: `Move up: ${cable}` }));
  }
  await student.press(order.getByRole('button', { name: 'Compare with the record' }));
  await expect(order.getByText('5 of 5 stand where the record has them.')).toBeVisible();
  await next(student, 'The drafting table');

  for (const option of [
    'One resolution with two elements',
    '15 January 1991',
    'All necessary means',
    'With a pause, and no new measures until it ends',
    'The Council again',
    'No other road'
  ]) {
    await student.choose(page.getByRole('radio', { name: option, exact: true }));
  }
  await student.write(
    page.getByRole('textbox', { name: 'Why did you choose this?' }),
    'So that a second vote stands before a war.'
  );
  await student.choose(page.getByRole('group', { name: /^China/ }).getByRole('radio', { name: 'Abstained' }));
  await student.choose(page.getByRole('group', { name: /^Cuba/ }).getByRole('radio', { name: 'Against' }));
  await student.press(page.getByRole('button', { name: 'See the record' }));
  await expect(page.getByText('No one can know how a member would have voted')).toBeVisible();
  await next(student, 'Your argument');

  const scale = student.question(/^How much of what Gorbachev/);
  const slider = scale.getByRole('slider');
  if (student.hand === 'mouse' || student.hand === 'touch') {
    const box = (await slider.boundingBox())!;
    // The fifth of seven places, a little inward of the track's ends.
    const at = { x: 8 + (box.width - 16) * (4 / 6), y: box.height / 2 };
    if (student.hand === 'touch') await slider.tap({ position: at });
    else await slider.click({ position: at });
  } else {
    await slider.focus();
    await page.keyboard.press('ArrowRight');
  }
  await expect(slider).toHaveAttribute('aria-valuetext', /^4 of 6/);
  await student.write(scale.getByRole('textbox', { name: 'Why there?' }), 'In form, not in purpose.');
  await student.pick(scale, 'Words for your position', /^On the other hand/);
  const argument = student.question('Was resolution 678 what Gorbachev had asked for?');
  await student.write(argument.getByRole('textbox', { name: 'Your claim' }), 'In form it was.');
  await student.pick(
    argument,
    'Your evidence',
    /^However, we consider it extremely important/,
    'Two elements, one text.'
  );
  await student.showSource('Security Council resolution 678');
  await student.pick(argument, 'Your evidence', /^2\. Authorizes Member States/, 'The same build.');
  await expect(argument.getByText('From 2 different sources.')).toBeVisible();
  await student.write(
    argument.getByRole('textbox', { name: /^Your reasoning/ }),
    'Both hold a time and a consequence in one text.'
  );
  await student.write(
    argument.getByRole('textbox', { name: 'Your answer to that evidence' }),
    'The purpose is not in it.'
  );
  await expect(page.getByText('Saved on this device')).toBeVisible();
  await student.press(page.getByRole('link', { name: 'See all your answers' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Your answers to Two steps' })).toBeVisible();
  await expect(page.getByText('Both hold a time and a consequence in one text.')).toBeVisible();
}
