package dev.mailcheck.dns;

import dev.mailcheck.dns.Parsed.Invalid;
import dev.mailcheck.dns.Parsed.Valid;

import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The keys of the root that validation starts from (RFC 4033, section 5), as DS records in
 * presentation form. A key of theirs that is published but lacks here makes everything UNKNOWN, not
 * bogus.
 */
public final class TrustAnchorSet {
    /** Records beyond that are no trust anchor file. */
    private static final int MAX_RECORDS = 100;

    private static final Pattern PLACED = Pattern.compile("<none>:(\\d+): (.*)");

    private static final int ZONE_KEY = 0x100;

    private final List<DSRecord> anchors;

    private TrustAnchorSet(List<DSRecord> anchors) {
        this.anchors = List.copyOf(anchors);
    }

    /** IANA's, as of this release: KSK-2017 and KSK-2024. */
    public static TrustAnchorSet iana() {
        try (InputStream in =
                Objects.requireNonNull(
                        TrustAnchorSet.class.getResourceAsStream("root-anchors.txt"))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).orElseThrow();
        } catch (IOException noSuchResource) {
            throw new UncheckedIOException(noSuchResource);
        }
    }

    /** Reads lines with DNSKEY or DS records of the root; comments begin with a semicolon. */
    public static Parsed<TrustAnchorSet> parse(String text) {
        List<DSRecord> anchors = new ArrayList<>();
        try (Master master =
                new Master(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        Name.root,
                        0)) {
            master.disableIncludes(true);
            for (Record next = master.nextRecord(); next != null; next = master.nextRecord()) {
                Parsed<DSRecord> anchor = anchor(next);
                if (anchor instanceof Invalid<DSRecord>(String problem)) {
                    return new Invalid<>(problem);
                }
                anchors.add(anchor.orElseThrow());
                if (anchors.size() > MAX_RECORDS) {
                    return new Invalid<>("more than " + MAX_RECORDS + " records");
                }
            }
        } catch (IOException | IllegalArgumentException wrong) {
            return new Invalid<>(told(String.valueOf(wrong.getMessage())));
        }
        return anchors.isEmpty()
                ? new Invalid<>("no DNSKEY or DS record")
                : new Valid<>(new TrustAnchorSet(anchors));
    }

    private static Parsed<DSRecord> anchor(Record record) {
        if (!record.getName().equals(Name.root)) {
            return new Invalid<>("not of the root: " + Shown.text(record.getName().toString()));
        }
        return switch (record) {
            case DSRecord ds -> new Valid<>(ds);
            case DNSKEYRecord key when (key.getFlags() & ZONE_KEY) == 0 ->
                    new Invalid<>("a DNSKEY without the zone key flag");
            case DNSKEYRecord key ->
                    new Valid<>(new DSRecord(Name.root, DClass.IN, 0, DNSSEC.Digest.SHA256, key));
            default -> new Invalid<>("neither DNSKEY nor DS: " + Shown.text(record.toString()));
        };
    }

    /** dnsjava's message begins with file and line; here there is no file. */
    private static String told(String message) {
        Matcher placed = PLACED.matcher(message);
        return placed.matches()
                ? "line " + placed.group(1) + ": " + Shown.text(placed.group(2))
                : Shown.text(message);
    }

    /** In the form dnsjava loads. */
    InputStream records() {
        String lines = anchors.stream().map(Record::toString).collect(Collectors.joining("\n"));
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.US_ASCII));
    }
}
