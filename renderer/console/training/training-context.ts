import { createContext, useContext } from 'react';
import type { TrainingHall } from './training-hall.ts';

export const TrainingContext = createContext<TrainingHall | null>(null);

export function useTraining(): TrainingHall {
  const training = useContext(TrainingContext);
  if (!training) throw new Error('rendered outside the console');
  return training;
}
