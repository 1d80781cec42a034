package dev.mailcheck.spf;

import dev.mailcheck.dns.ZoneDns;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Fuzz target: any text as an SPF record, as an explanation, and as the address and the name of a
 * client; evaluated, shown as a tree, and mended.
 */
public final class SpfFuzz {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private SpfFuzz() {}

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        read(text);
        evaluate(text);
    }

    private static void read(String text) {
        SpfRepair.repaired(text).ifPresent(SpfFuzz::checkRight);
        String record = SpfRecord.isSpf(text) ? text : "v=spf1 " + text;
        SpfEdit.withAll(record, "-all").ifPresent(SpfFuzz::checkRight);
        SpfEdit.merged(List.of(record, "v=spf1 ip4:192.0.2.1 -all")).ifPresent(SpfFuzz::checkRight);
        IpAddress.parse(text).ifPresent(SpfFuzz::checkSame);
        IpNetwork.parse(text);
    }

    /** What we propose must be a record. */
    private static void checkRight(String record) {
        if (!SpfRecord.isSpf(record) || !SpfRecord.parse(record).valid()) {
            throw new IllegalStateException("not a record: " + record);
        }
    }

    private static void checkSame(IpAddress address) {
        if (!IpAddress.parse(address.toString()).orElseThrow().equals(address)) {
            throw new IllegalStateException("not the same address: " + address);
        }
    }

    private static void evaluate(String text) {
        ZoneDns dns =
                ZoneDns.of(
                        Map.of(
                                "a.example",
                                Map.of("TXT", List.of("v=spf1 " + text)),
                                "b.example",
                                Map.of(
                                        "TXT",
                                        List.of("v=spf1 exists:c.example -all exp=e.example")),
                                "e.example",
                                Map.of("TXT", List.of(text)),
                                "c.example",
                                Map.of("A", List.of("192.0.2.2"), "MX", List.of("0 c.example"))));
        CheckHost spf = new CheckHost(dns, CLOCK, "mx.example");
        IpAddress client = IpAddress.parse("2001:db8::1").orElseThrow();
        spf.check(new SpfQuery(client, text, "u@a.example"));
        spf.check(new SpfQuery(client, "c.example", text + "@b.example"));
        spf.check(new SpfQuery(client, text, text));
        SpfTree.look(dns, "a.example");
    }
}
