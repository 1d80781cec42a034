package dev.mailcheck.dnsbl;

import io.avaje.jsonb.Json;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One list of the data file, or one that somebody named.
 *
 * @param zone the zone that needs no key, if it has one
 * @param keyed the zone with a key, if it has one
 * @param weight of whatever the codes do not tell apart
 * @param bits true where the last number of an answer is a sum of the codes
 * @param codes the answers it gives; none: every answer of the right form means "listed"
 * @param errors answers that are no listing, beside those that never are one
 * @param test the name that a domain list lists for tests; addresses have 127.0.0.2
 * @param removal the page where to look oneself up and ask to be taken off
 */
@Json
public record BlockList(
        Optional<String> zone,
        Optional<KeyedZone> keyed,
        List<ListKind> kinds,
        ListWeight weight,
        boolean bits,
        List<ReturnCode> codes,
        List<String> errors,
        String test,
        ListTerms terms,
        String removal) {
    /** A reserved name that each domain list must hold (RFC 5782, section 5). */
    private static final String TEST = "test";

    public BlockList {
        kinds = List.copyOf(kinds);
        codes = List.copyOf(codes);
        errors = List.copyOf(errors);
    }

    /** A list of which nothing is known but its zone. */
    static BlockList named(String zone) {
        return new BlockList(
                Optional.of(zone),
                Optional.empty(),
                List.of(ListKind.values()),
                ListWeight.MAJOR,
                false,
                List.of(),
                List.of(),
                TEST,
                new ListTerms("", true, ""),
                zone);
    }

    /** The same list where somebody named it: what is minor counts as major. */
    BlockList raised() {
        return new BlockList(
                zone,
                keyed,
                kinds,
                weight == ListWeight.MINOR ? ListWeight.MAJOR : weight,
                bits,
                codes.stream().map(ReturnCode::raised).toList(),
                errors,
                test,
                terms,
                removal);
    }

    /** Its zones as they are shown. */
    Stream<String> shown() {
        return Stream.concat(zone.stream(), keyed.stream().map(KeyedZone::shown));
    }

    /** What must be listed, so that the list is known to work (RFC 5782, section 5). */
    public String listedTest(ListKind kind) {
        return switch (kind) {
            case IP4 -> "127.0.0.2";
            case IP6 -> "::ffff:127.0.0.2";
            case DOMAIN -> test;
        };
    }

    /** What must not be listed, so that it is known not to list everything. */
    public String unlistedTest(ListKind kind) {
        return switch (kind) {
            case IP4 -> "127.0.0.1";
            case IP6 -> "::ffff:127.0.0.1";
            case DOMAIN -> "invalid";
        };
    }

    /** What a reply of this list means. */
    public ListVerdict read(ListReply reply) {
        return ReplyReading.of(this, reply);
    }
}
