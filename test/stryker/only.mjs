/** Stryker takes whole files of tests; of these, the area names those that are about it. */
import { beforeEach } from 'vitest';
import { areas } from './areas.mjs';

const { names = /./ } = areas[process.env.MUTANTS_OF];

beforeEach((context) => {
  const of = ({ name, suite }) => (suite === undefined ? name : `${of(suite)} ${name}`);
  if (!names.test(of(context.task).trim())) context.skip();
});
