package dev.mailcheck.message;

import dev.mailcheck.dkim.KeyRecordFuzz;
import dev.mailcheck.dkim.SignaturesFuzz;
import dev.mailcheck.dmarc.DmarcFuzz;
import dev.mailcheck.dns.DnsReplyFuzz;
import dev.mailcheck.dns.PolicyRecordsFuzz;
import dev.mailcheck.dns.TypedInputFuzz;
import dev.mailcheck.https.PageFuzz;
import dev.mailcheck.run.RecordingFuzz;
import dev.mailcheck.smtp.SmtpReplyFuzz;
import dev.mailcheck.spf.SpfFuzz;
import dev.mailcheck.tls.TlsBytesFuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The fuzz targets, with what they are tried with in each build. Fixed in the source. */
@SuppressWarnings("ImmutableEnumChecker") // It cannot see that.
enum FuzzTarget {
    SIGNATURES("SignaturesFuzz", SignaturesFuzz::fuzzerTestOneInput, FuzzSeeds.SIGNED),
    RAW_MAIL("RawMailFuzz", RawMailFuzz::fuzzerTestOneInput, FuzzSeeds.MAILS),
    RECEIVED_FIELD("ReceivedFuzz", ReceivedFuzz::fuzzerTestOneInput, FuzzSeeds.RECEIVED),
    AUTHENTICATION_RESULTS(
            "AuthenticationResultsFuzz",
            AuthenticationResultsFuzz::fuzzerTestOneInput,
            FuzzSeeds.RESULTS),
    ADDRESS("AddressFuzz", AddressFuzz::fuzzerTestOneInput, FuzzSeeds.ADDRESSES),
    OTHER_FIELDS("FieldsFuzz", FieldsFuzz::fuzzerTestOneInput, FuzzSeeds.FIELDS),
    SPF_RECORD("SpfFuzz", SpfFuzz::fuzzerTestOneInput, FuzzSeeds.SPF),
    DMARC_RECORD("DmarcFuzz", DmarcFuzz::fuzzerTestOneInput, FuzzSeeds.DMARC),
    KEY_RECORD("KeyRecordFuzz", KeyRecordFuzz::fuzzerTestOneInput, FuzzSeeds.KEYS),
    POLICY_RECORDS("PolicyRecordsFuzz", PolicyRecordsFuzz::fuzzerTestOneInput, FuzzSeeds.RECORDS),
    DNS_REPLY("DnsReplyFuzz", DnsReplyFuzz::fuzzerTestOneInput, FuzzSeeds.REPLIES),
    TYPED_INPUT("TypedInputFuzz", TypedInputFuzz::fuzzerTestOneInput, FuzzSeeds.TYPED),
    SMTP_REPLY("SmtpReplyFuzz", SmtpReplyFuzz::fuzzerTestOneInput, FuzzSeeds.SMTP),
    PAGE("PageFuzz", PageFuzz::fuzzerTestOneInput, FuzzSeeds.PAGES),
    TLS_BYTES("TlsBytesFuzz", TlsBytesFuzz::fuzzerTestOneInput, FuzzSeeds.TLS),
    RECORDING("RecordingFuzz", RecordingFuzz::fuzzerTestOneInput, FuzzSeeds.RECORDINGS);

    private static final Path CORPORA =
            Path.of(System.getProperty("mailcheck.root", "../.."), "layers/core/src/test/fuzz");

    private final String className;
    private final Consumer<byte[]> target;
    private final List<String> seeds;

    FuzzTarget(String className, Consumer<byte[]> target, List<String> seeds) {
        this.className = className;
        this.target = target;
        this.seeds = seeds;
    }

    void run(byte[] input) {
        target.accept(input);
    }

    /** Its seeds, and the inputs that Jazzer found worth keeping. */
    List<byte[]> inputs() {
        Charset charset = isBinary() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        return Stream.concat(seeds.stream().map(seed -> seed.getBytes(charset)), corpus().stream())
                .toList();
    }

    private boolean isBinary() {
        return this == DNS_REPLY || this == TLS_BYTES || this == KEY_RECORD;
    }

    private List<byte[]> corpus() {
        Path folder = CORPORA.resolve(className);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(FuzzTarget::bytes).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
