export {
  combineProfiles,
  isRule,
  NO_PROFILE,
  parseProfile,
  readChecks,
  readProfileText,
  writeProfile,
} from './profile';
export type { Profile, ProfileReading } from './profile';
export type { ProfileProblem, ProfileProblemCode } from './problem';
