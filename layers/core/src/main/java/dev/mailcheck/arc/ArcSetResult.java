package dev.mailcheck.arc;

import dev.mailcheck.dkim.Diagnosis;
import dev.mailcheck.dkim.DkimReason;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;

/**
 * What came of one set.
 *
 * @param domain {@code d} of the seal: who added the set
 * @param status what the seal says of the chain below it, as it is written
 * @param authenticationResults what the server saw, as an Authentication-Results field says it; cut
 * @param messageSignature whether the mail is still as it was there; empty: not looked at
 * @param seal whether the sets up to this one are as they were; empty: not looked at
 * @param diagnoses what happened to the mail after the set was added
 */
@Json
public record ArcSetResult(
        int instance,
        Optional<String> domain,
        Optional<String> selector,
        Optional<String> algorithm,
        String status,
        String authenticationResults,
        Optional<DkimReason> messageSignature,
        Optional<DkimReason> seal,
        List<Diagnosis> diagnoses) {
    public ArcSetResult {
        diagnoses = List.copyOf(diagnoses);
    }
}
