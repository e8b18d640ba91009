import { place } from './place.js';

const LINKS = [
  ['Home', ''],
  ['Families', 'families'],
  ['Drafts', 'drafts'],
];

/** The way back from Tasklist to the pages. */
export const showLinks = {
  id: 'family-pathways-links',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1000,
  render(container) {
    container.className = 'fp-links';
    container.append(...LINKS.map(([text, path]) => {
      const link = document.createElement('a');
      link.textContent = text;
      link.href = place(path);
      return link;
    }));
  },
};
