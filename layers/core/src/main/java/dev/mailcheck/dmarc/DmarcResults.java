package dev.mailcheck.dmarc;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Results that no evaluation of one author domain gives. */
final class DmarcResults {
    private DmarcResults() {}

    static DmarcResult withoutAuthor(DmarcReason reason) {
        return new DmarcResult(
                reason.word(),
                reason,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    /** The same result with another word, for another reason. */
    static DmarcResult because(
            DmarcResult result, DmarcWord word, DmarcReason reason, List<DmarcResult> further) {
        return new DmarcResult(
                word,
                reason,
                Map.of("was", result.reason().name()),
                result.fromDomain(),
                result.organizationalDomain(),
                result.policyDomain(),
                result.policy(),
                result.applied(),
                result.tag(),
                result.spfAligned(),
                result.dkimAligned(),
                result.record(),
                result.identifiers(),
                result.walk(),
                further);
    }
}
