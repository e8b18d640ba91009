/**
 * Referrals: from the first contact about a child to the decision what should happen next, within one working day. A
 * child who may be in danger never waits for that decision.
 */
@NullMarked
package org.familypathways.referral;

import org.jspecify.annotations.NullMarked;
