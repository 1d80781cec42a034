package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.MESSAGE_BOUNDARY_MISSING;
import static dev.mailcheck.check.FindingCode.MESSAGE_DATE_GOOD;
import static dev.mailcheck.check.FindingCode.MESSAGE_DATE_MISSING;
import static dev.mailcheck.check.FindingCode.MESSAGE_DATE_OFF;
import static dev.mailcheck.check.FindingCode.MESSAGE_DATE_UNREADABLE;
import static dev.mailcheck.check.FindingCode.MESSAGE_FIELDS_ONCE;
import static dev.mailcheck.check.FindingCode.MESSAGE_FIELD_REPEATED;
import static dev.mailcheck.check.FindingCode.MESSAGE_ID_GOOD;
import static dev.mailcheck.check.FindingCode.MESSAGE_ID_MALFORMED;
import static dev.mailcheck.check.FindingCode.MESSAGE_ID_MISSING;
import static dev.mailcheck.check.FindingCode.MESSAGE_MIME_GOOD;
import static dev.mailcheck.check.FindingCode.MESSAGE_MIME_VERSION_MISSING;
import static dev.mailcheck.check.FindingCode.MESSAGE_RECIPIENT_NOT_SHOWN;
import static dev.mailcheck.check.FindingCode.MESSAGE_RECIPIENT_SHOWN;

import dev.mailcheck.message.Form;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the header says of itself (RFC 5322, section 3.6). */
final class HeaderFindings {
    private static final Duration NEAR = Duration.ofHours(1);

    private HeaderFindings() {}

    /**
     * The date, against the time of its arrival where a trusted receiver tells it.
     *
     * @param received empty where no trusted receiver tells
     */
    static Finding date(String domain, Form form, Optional<Instant> received) {
        if (form.date().isEmpty()) {
            return Finding.of(MESSAGE_DATE_MISSING, domain);
        }
        if (form.sent().isEmpty()) {
            return Finding.of(MESSAGE_DATE_UNREADABLE, domain, "date", form.date().get());
        }
        Instant sent = form.sent().get();
        return received.filter(at -> Duration.between(sent, at).abs().compareTo(NEAR) > 0)
                .map(at ->
                        Finding.of(
                                MESSAGE_DATE_OFF,
                                domain,
                                "sent",
                                sent.toString(),
                                "received",
                                at.toString()))
                .orElseGet(() -> Finding.of(MESSAGE_DATE_GOOD, domain, "sent", sent.toString()));
    }

    /** The other fields. */
    static List<Finding> of(String domain, Form form) {
        return List.of(
                Finding.of(id(form), domain),
                Finding.of(recipient(form), domain),
                repeated(domain, form),
                Finding.of(mime(form), domain));
    }

    private static FindingCode id(Form form) {
        if (form.messageId().isEmpty()) {
            return MESSAGE_ID_MISSING;
        }
        return form.messageIdGood() ? MESSAGE_ID_GOOD : MESSAGE_ID_MALFORMED;
    }

    private static FindingCode recipient(Form form) {
        boolean shown = form.count("to") + form.count("cc") > 0;
        return shown ? MESSAGE_RECIPIENT_SHOWN : MESSAGE_RECIPIENT_NOT_SHOWN;
    }

    /** Several From fields are a finding of their own. */
    private static Finding repeated(String domain, Form form) {
        String fields =
                form.counts().entrySet().stream()
                        .filter(field -> field.getValue() > 1 && !field.getKey().equals("from"))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return fields.isEmpty()
                ? Finding.of(MESSAGE_FIELDS_ONCE, domain)
                : Finding.of(MESSAGE_FIELD_REPEATED, domain, "fields", fields);
    }

    private static FindingCode mime(Form form) {
        if (form.boundaryMissing()) {
            return MESSAGE_BOUNDARY_MISSING;
        }
        boolean unmarked = form.contentType().isPresent() && form.count("mime-version") == 0;
        return unmarked ? MESSAGE_MIME_VERSION_MISSING : MESSAGE_MIME_GOOD;
    }
}
