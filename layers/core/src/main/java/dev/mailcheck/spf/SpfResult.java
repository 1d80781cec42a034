package dev.mailcheck.spf;

import io.avaje.jsonb.Json;

import java.util.Optional;

/**
 * What check_host() says of one mail (RFC 7208, section 2.6), and why. It serialises to the
 * evidence of a mail's spf check.
 *
 * @param domain whose policy was asked: that of MAIL FROM, or the HELO name for a null sender
 * @param mechanism the term that matched, as published
 * @param lookups terms that asked the DNS, of ten allowed
 * @param voidLookups questions that nothing was found for, of two allowed
 * @param explanation what the domain says of a fail: printable ASCII, at most 512 characters
 */
@Json
public record SpfResult(
        SpfWord result,
        SpfCause cause,
        String domain,
        String mailFrom,
        String helo,
        String clientIp,
        Optional<String> mechanism,
        int lookups,
        int voidLookups,
        Optional<String> explanation,
        Optional<SpfTrace> tree) {}
