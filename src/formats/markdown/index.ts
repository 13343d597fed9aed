export { isMarkdown, markdownBlocks } from './read';
