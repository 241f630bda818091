import { inject } from 'vitest';
import { keepRowsIn } from './test-database.ts';

keepRowsIn(inject('postgres'));
