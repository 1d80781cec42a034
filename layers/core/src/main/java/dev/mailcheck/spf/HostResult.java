package dev.mailcheck.spf;

import java.util.Optional;

/**
 * What check_host() says for one domain.
 *
 * @param mechanism the term that decided, if one matched
 * @param explanation the exp modifier of the record that decided
 */
record HostResult(
        SpfWord word,
        SpfCause cause,
        SpfTrace trace,
        Optional<String> mechanism,
        Optional<ExplanationSource> explanation) {

    /** An exp modifier and the domain whose record has it. */
    record ExplanationSource(DomainSpec spec, String domain) {}
}
