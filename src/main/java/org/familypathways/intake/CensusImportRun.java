package org.familypathways.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/**
 * Brings one census file in: reads it from where an interruption left it, children by the batch, then begins the offers.
 * What it writes is written in the name of the person who uploaded the file.
 */
@Component
class CensusImportRun {

    private static final int MOST_ATTEMPTS = 5;

    private final CensusProgress progress;
    private final CensusFiles files;
    private final CensusBatch batch;
    private final ConferenceOffers offers;
    private final WorkingDayCount workingDays;
    private final IntakeSettings settings;
    private final Clock clock;

    CensusImportRun(
            CensusProgress progress,
            CensusFiles files,
            CensusBatch batch,
            ConferenceOffers offers,
            WorkingDayCount workingDays,
            IntakeSettings settings,
            Clock clock) {
        this.progress = progress;
        this.files = files;
        this.batch = batch;
        this.offers = offers;
        this.workingDays = workingDays;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Works on the oldest import that is not over.
     *
     * @param interrupted asked between batches; when it says so, the import stays where it is
     * @return whether an import is over by this
     */
    boolean next(BooleanSupplier interrupted) {
        var open = progress.oldestOpen();
        if (open.isEmpty()) {
            return false;
        }
        var taken = open.get();
        if (progress.countAttempt(taken.id()) > MOST_ATTEMPTS) {
            progress.failed(taken.id(), MOST_ATTEMPTS);
            return true;
        }
        actAs(taken.uploadedBy());
        try {
            return bringIn(taken, interrupted);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private boolean bringIn(CensusImport taken, BooleanSupplier interrupted) {
        if (taken.state() != ImportState.OFFERING && !read(taken, interrupted)) {
            return false;
        }
        var read = progress.current(taken.id());
        if (read.state().isOver()) {
            return true;
        }
        try {
            if (!offers.begin(read, interrupted)) {
                return false;
            }
            progress.end(taken.id(), read.stoppedBecause() == null ? ImportState.FINISHED : ImportState.STOPPED);
        } catch (ConferenceOffer.NoOfferPathway e) {
            progress.offersImpossible(taken.id());
        }
        return true;
    }

    private boolean read(CensusImport taken, BooleanSupplier interrupted) {
        try {
            var reader = CensusReader.open(files.open(taken.id()));
            var header = reader.header().refuseWrongYear(LocalDate.now(clock));
            progress.began(taken.id(), header);
            int before = taken.counts().childrenRead();
            for (int i = 0; i < before && reader.hasNext(); i++) {
                reader.next();
            }
            if (!readChildren(taken, reader, new CensusRules(header, workingDays), interrupted)) {
                return false;
            }
            progress.read(taken.id());
        } catch (CensusFileRefused e) {
            progress.refused(taken.id(), e.getMessage());
        }
        return true;
    }

    private boolean readChildren(
            CensusImport taken, CensusReader reader, CensusRules rules, BooleanSupplier interrupted) {
        int before = taken.counts().childrenRead();
        boolean more = true;
        while (more) {
            var judged = new ArrayList<CensusOutcome>();
            try {
                more = judgeSome(reader, rules, judged);
            } finally {
                // what was good before the file broke off comes in all the same
                batch.bringIn(taken, before, judged);
            }
            before += judged.size();
            if (more && interrupted.getAsBoolean()) {
                return false;
            }
        }
        return true;
    }

    private boolean judgeSome(CensusReader reader, CensusRules rules, List<CensusOutcome> judged) {
        while (judged.size() < settings.childrenPerTransaction()) {
            if (!reader.hasNext()) {
                return false;
            }
            judged.add(rules.judge(reader.next()));
        }
        return true;
    }

    private static void actAs(String accountId) {
        SecurityContextHolder.setContext(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(accountId, "", AuthorityUtils.NO_AUTHORITIES)));
    }
}
