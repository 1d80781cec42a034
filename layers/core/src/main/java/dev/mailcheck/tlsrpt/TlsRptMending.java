package dev.mailcheck.tlsrpt;

import dev.mailcheck.dmarc.ReportUri;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes one sound record in place of several, or of one that cannot be read. */
final class TlsRptMending {
    private TlsRptMending() {}

    /** Empty where none of the texts holds an address that can be used. */
    static Optional<String> of(List<String> texts) {
        List<String> uris =
                texts.stream()
                        .flatMap(TlsRptMending::uris)
                        .filter(uri -> uri.destination().isPresent())
                        .map(ReportUri::text)
                        .distinct()
                        .toList();
        return uris.isEmpty()
                ? Optional.empty()
                : Optional.of(TlsRptRecord.VERSION + "; rua=" + String.join(",", uris));
    }

    private static Stream<ReportUri> uris(String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(part -> part.matches("(?is)rua\\s*=.*"))
                .map(part -> part.substring(part.indexOf('=') + 1))
                .flatMap(value -> ReportUri.list(value).stream())
                .map(uri -> uri.lacksMailto() ? ReportUri.parse("mailto:" + uri.text()) : uri);
    }
}
