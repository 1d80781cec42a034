package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.MTA_STS_MAX_AGE_LONG;
import static dev.mailcheck.check.FindingCode.MTA_STS_MAX_AGE_SHORT;
import static dev.mailcheck.check.FindingCode.MTA_STS_POLICY_CONTENT_TYPE;
import static dev.mailcheck.check.FindingCode.MTA_STS_POLICY_KEY_REPEATED;
import static dev.mailcheck.check.FindingCode.MTA_STS_POLICY_KEY_UNKNOWN;
import static dev.mailcheck.check.FindingCode.MTA_STS_POLICY_MODE_NONE;
import static dev.mailcheck.check.FindingCode.MTA_STS_POLICY_TESTING;
import static dev.mailcheck.check.FindingCode.MTA_STS_POLICY_VALID;

import dev.mailcheck.mtasts.MtaStsPolicy;
import dev.mailcheck.mtasts.MtaStsPolicy.Mode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Item sts-policy, of a policy that senders can use (RFC 8461, section 3.2). */
final class StsPolicyFindings {
    private static final long DAY = 86_400;

    /** NCSC's limits: an attacker can keep senders from a new policy, but not as long as this. */
    private static final long ENFORCED_AT_LEAST = 14 * DAY;

    private static final long TESTED_AT_LEAST = DAY;

    /** RFC 8461, section 3.2: about a year. */
    private static final long AT_MOST = 31_557_600;

    private final String domain;
    private final MtaStsPolicy.Valid policy;
    private final String contentType;
    private final List<Finding> findings = new ArrayList<>();

    StsPolicyFindings(String domain, StsPolicy.Usable fetched) {
        this.domain = domain;
        this.policy = fetched.policy();
        this.contentType = fetched.contentType();
    }

    List<Finding> findings() {
        add(MTA_STS_POLICY_VALID, "mode", mode(), "days", Long.toString(policy.maxAge() / DAY));
        switch (policy.mode()) {
            case ENFORCE -> atLeast(ENFORCED_AT_LEAST);
            case TESTING -> {
                add(MTA_STS_POLICY_TESTING);
                atLeast(TESTED_AT_LEAST);
            }
            case NONE -> add(MTA_STS_POLICY_MODE_NONE);
        }
        atMost();
        form();
        return findings;
    }

    private String mode() {
        return policy.mode().name().toLowerCase(Locale.ROOT);
    }

    private void atLeast(long seconds) {
        if (policy.maxAge() < seconds) {
            add(
                    MTA_STS_MAX_AGE_SHORT,
                    "seconds",
                    Long.toString(policy.maxAge()),
                    "limit",
                    Long.toString(seconds),
                    "mode",
                    mode());
        }
    }

    private void atMost() {
        if (policy.mode() != Mode.NONE && policy.maxAge() > AT_MOST) {
            add(
                    MTA_STS_MAX_AGE_LONG,
                    "seconds",
                    Long.toString(policy.maxAge()),
                    "limit",
                    Long.toString(AT_MOST));
        }
    }

    private void form() {
        if (!isPlainText()) {
            add(MTA_STS_POLICY_CONTENT_TYPE, "type", contentType.isEmpty() ? "-" : contentType);
        }
        if (!policy.repeated().isEmpty()) {
            add(MTA_STS_POLICY_KEY_REPEATED, "keys", String.join(", ", policy.repeated()));
        }
        if (!policy.unknown().isEmpty()) {
            add(MTA_STS_POLICY_KEY_UNKNOWN, "keys", String.join(", ", policy.unknown()));
        }
    }

    /** With whatever parameters (RFC 9110, section 8.3). */
    private boolean isPlainText() {
        return contentType.split(";", 2)[0].strip().equalsIgnoreCase("text/plain");
    }

    private void add(FindingCode code, String... arguments) {
        findings.add(Finding.of(code, domain, arguments));
    }
}
