/**
 * How families come in: referrals, whichever door they arrive by, and the children-in-need census file that every
 * English authority can export. Both end in the same record; a referral begins its pathway, a recent initial child
 * protection conference begins the offer of a Family Group Conference. Guidance: the children-in-need census's own
 * specification and validation rules; a rule's number is kept beside every finding.
 */
@NullMarked
package org.familypathways.intake;

import org.jspecify.annotations.NullMarked;
