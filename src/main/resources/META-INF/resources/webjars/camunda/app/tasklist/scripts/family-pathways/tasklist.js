// Our part of Tasklist. Loaded by its config.js before Tasklist starts, so what is registered here holds from the start.
import { showDatesOfLondon } from './dates.js';
import { showForms } from './form.js';
import { showHeading } from './heading.js';
import { showLinks } from './links.js';
import { nameControls } from './names.js';
import { restWhenIdle } from './refreshing.js';
import { watchSession } from './session.js';
import { sortByUrgency } from './sorting.js';
import { useOurWords } from './words.js';

const tasklist = window.angular.module('cam.tasklist.custom');

await Promise.all([useOurWords(tasklist), showForms(tasklist)]);
showDatesOfLondon(tasklist);
showHeading(tasklist);
sortByUrgency(tasklist);
restWhenIdle(tasklist);
nameControls();
watchSession(tasklist);

export default [showLinks];
