package dev.mailcheck.tlsrpt;

import dev.mailcheck.dmarc.ReportUri;
import dev.mailcheck.mtasts.FieldList;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The record at {@code _smtp._tls.DOMAIN} that asks for TLS reports (RFC 8460, section 3). */
public sealed interface TlsRptRecord {
    /** What every such record begins with. */
    String VERSION = "v=TLSRPTv1";

    /**
     * A record reporters can use.
     *
     * @param rua where reports go; at least one
     */
    record Valid(List<ReportUri> rua) implements TlsRptRecord {
        public Valid {
            rua = List.copyOf(rua);
        }
    }

    /**
     * A record reporters ignore.
     *
     * @param reason a reason word
     */
    record Malformed(String reason, String text) implements TlsRptRecord {}

    static TlsRptRecord parse(String text) {
        return switch (FieldList.parse(text, VERSION)) {
            case FieldList.Broken broken -> new Malformed(broken.fault().name(), text);
            case FieldList.Fields fields -> of(fields, text);
        };
    }

    /** Whether a text counts as such a record; all others at the name do not. */
    static boolean counts(String text) {
        return text.startsWith(VERSION);
    }

    /** Whether a text was meant to be one, though its version may be wrong. */
    static boolean isMeant(String text) {
        return text.replaceAll("\\s", "").toLowerCase(Locale.ROOT).startsWith("v=tls");
    }

    /** One record with the wishes of all these, also of those that are malformed. */
    static Optional<String> mending(List<String> texts) {
        return TlsRptMending.of(texts);
    }

    private static TlsRptRecord of(FieldList.Fields fields, String text) {
        boolean plain =
                fields.fields().stream()
                        .filter(field -> !field.name().equals("rua"))
                        .allMatch(FieldList.Field::isPlain);
        if (!plain) {
            return new Malformed(FieldList.Fault.RECORD_FIELD_VALUE.name(), text);
        }
        List<ReportUri> rua = fields.value("rua").map(ReportUri::list).orElse(List.of());
        if (rua.stream().noneMatch(uri -> uri.destination().isPresent())) {
            return new Malformed(rua.isEmpty() ? "RUA_MISSING" : "RUA_UNUSABLE", text);
        }
        return rua.stream().allMatch(uri -> uri.valid() && uri.sizeLimit().isEmpty())
                ? new Valid(rua)
                : new Malformed("RUA_PARTLY_UNUSABLE", text);
    }
}
