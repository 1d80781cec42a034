package dev.mailcheck.message;

import io.avaje.jsonb.Json;

import java.util.Optional;

/**
 * One mailbox of an address field (RFC 5322, section 3.4).
 *
 * @param displayName decoded; empty text if there is none
 * @param localPart without quotes
 * @param domain as written, without comments and blanks; empty text if there is none
 * @param group whether it stands in a group
 */
@Json
public record Mailbox(String displayName, String localPart, String domain, boolean group) {
    /** The domain in lower case and A-labels, if it can be a domain at all. */
    public Optional<String> domainName() {
        return DomainText.aLabels(domain);
    }

    /** Local part and domain. */
    public String address() {
        return domain.isEmpty() ? localPart : localPart + "@" + domain;
    }
}
