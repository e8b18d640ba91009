package org.familypathways.familygroupconferenceoffer;

import java.util.Map;
import org.familypathways.letter.LetterKind;
import org.familypathways.letter.LetterRefused;
import org.familypathways.record.NetworkMember;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Offers a conference to somebody who holds parental responsibility. It names no child: not every holder is every child's. */
@Component
@Order(10)
class OfferLetter implements LetterKind {

    @Override
    public String code() {
        return "conference-offer";
    }

    @Override
    public String title() {
        return "Offer of a Family Group Conference";
    }

    @Override
    public Map<String, Object> details(NetworkMember to) {
        if (!to.parentalResponsibility()) {
            throw new LetterRefused(
                    "A conference is offered to those who hold parental responsibility. %s is not on record"
                                    .formatted(to.displayName())
                            + " as one of them.");
        }
        return Map.of();
    }
}
