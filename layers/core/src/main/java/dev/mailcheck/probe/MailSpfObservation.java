package dev.mailcheck.probe;

import dev.mailcheck.spf.SpfResult;

import io.avaje.jsonb.Json;

import java.util.Optional;

/**
 * What SPF says of one mail (RFC 7208), and who can be told by it.
 *
 * @param sender of MAIL FROM, or of HELO for a null sender; empty where that is not known
 * @param helo of the HELO name, which may be checked besides (RFC 7208, section 2.3); empty where
 *     it is not known, or is what {@code sender} is of
 * @param missing why {@code sender} is empty: CLIENT_NOT_KNOWN …
 */
@Json
public record MailSpfObservation(
        Optional<SpfResult> sender, Optional<SpfResult> helo, Optional<String> missing)
        implements Observation {}
