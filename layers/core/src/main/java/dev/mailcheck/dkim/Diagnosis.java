package dev.mailcheck.dkim;

import io.avaje.jsonb.Json;

import java.util.Map;

/**
 * What happened to a mail after it was signed, as far as it could be found out by undoing what
 * programs on the way do. All but the UNEXPLAINED ones are proven: the undone mail verifies.
 *
 * @param arguments "field", "bytes", "lines", "text", "canonicalization"; what comes from the mail
 *     is cut
 */
@Json
public record Diagnosis(Kind kind, Map<String, String> arguments) {
    /** What can be told. */
    public enum Kind {
        /** The signed body is a beginning of this one: "bytes" follow it. A list's footer. */
        BODY_TEXT_APPENDED,
        /** "lines" stand before the signed body. */
        BODY_TEXT_PREPENDED,
        /** The hash is that of the other form: the signer named the wrong one. */
        BODY_OTHER_CANONICALIZATION,
        /** A ">" was put before lines that begin with "From ". */
        BODY_FROM_LINES_ESCAPED,
        /** The body's line ends were changed from CRLF to LF. */
        BODY_LINE_ENDS_CHANGED,
        BODY_UNEXPLAINED,
        /** The signer named the wrong form. */
        HEADER_OTHER_CANONICALIZATION,
        /** "field" was not there when the mail was signed. */
        FIELD_ADDED,
        /** "text" was put before the subject. */
        SUBJECT_PREFIX_ADDED,
        /** From was rewritten; "field" holds the signed one. */
        FROM_REWRITTEN,
        /** Quotation marks or blanks in "field" were changed. */
        FIELD_REFORMATTED,
        /** "field" differs from the copy that the signer left in {@code z}. */
        FIELD_CHANGED,
        HEADER_UNEXPLAINED
    }

    public Diagnosis {
        arguments = Map.copyOf(arguments);
    }

    static Diagnosis of(Kind kind) {
        return new Diagnosis(kind, Map.of());
    }

    static Diagnosis of(Kind kind, String name, String value) {
        return new Diagnosis(kind, Map.of(name, DkimCause.capped(value)));
    }
}
