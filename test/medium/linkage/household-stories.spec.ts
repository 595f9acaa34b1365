import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LinkagePlan, linkRecords, pairName, readModel } from '#libs/linkage';
import { readLinkagePlan } from '#libs/services';
import { type HouseholdStory, readHouseholdStories } from './read-household-stories.js';

const CONFIG = join(import.meta.dirname, '../../../config');
const plan = readLinkagePlan(CONFIG);
/** The same rules without a word about households. */
const alone: LinkagePlan = { ...plan };
Reflect.deleteProperty(alone, 'household');
const model = readModel(plan, JSON.parse(readFileSync(join(CONFIG, 'linkage-model.json'), 'utf8')));
const stories = readHouseholdStories(plan);

const endOf = ({ pair, records }: HouseholdStory, by = plan): string => {
  const name = pairName({ left: pair[0], right: pair[1] });
  const edge = linkRecords(by, model, records).edges.find((each) => pairName(each) === name);
  return edge === undefined ? 'apart' : `${edge.decision} ${edge.rule}`;
};

it('holds enough stories, each with its own', () => {
  expect(stories.length).toBeGreaterThanOrEqual(20);
  expect(new Set(stories.map(({ story }) => story)).size).toBe(stories.length);
});

it.each(stories.map((story) => [story.story, story] as const))('%s', (_story, story) => {
  expect(endOf(story).split(' ')[0]).toBe(story.ends);
  const wrong = linkRecords(plan, model, story.records).clusters.filter(
    (cluster) => new Set(cluster.map((id) => story.personOf.get(id))).size > 1,
  );
  expect(wrong).toEqual([]);
});

it('links by the household what would be a question without it, and nothing else changes', () => {
  const changed = stories.filter((story) => endOf(story) !== endOf(story, alone));
  expect(changed.map((story) => [endOf(story), endOf(story, alone).split(' ')[0], story.ends])).toEqual(
    stories.filter(({ ends }) => ends === 'link').map(() => ['link link.household', 'review', 'link']),
  );
});
