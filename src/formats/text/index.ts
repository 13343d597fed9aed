export { readText, type TextForm, type TextReading } from './read';
