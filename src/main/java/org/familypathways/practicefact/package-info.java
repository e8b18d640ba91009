/**
 * Practice facts: what happened to a family, in the words of practice, written once and never changed. Measures and the
 * auditors' history read them; a correction is a new fact.
 */
@NullMarked
package org.familypathways.practicefact;

import org.jspecify.annotations.NullMarked;
