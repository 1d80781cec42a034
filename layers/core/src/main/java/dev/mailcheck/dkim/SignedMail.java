package dev.mailcheck.dkim;

import dev.mailcheck.message.HeaderField;
import dev.mailcheck.message.RawMail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A mail as signatures cover it (RFC 6376, section 3.7): its fields by name, and the hashes of its
 * body, each computed once for all signatures that share it. The bytes are those that came; only a
 * mail that was saved with bare LFs for line ends is read as if they were CRLF. Not for several
 * threads.
 */
public final class SignedMail {
    private final byte[] bytes;
    private final int bodyStart;
    private final int bodyEnd;
    private final boolean lineEndsMended;
    private final List<SignedField> fields;
    private final Map<String, List<SignedField>> byName = new HashMap<>();
    private final Map<BodyForm, BodyHash> bodyHashes = new HashMap<>();

    private SignedMail(
            byte[] bytes, int bodyStart, int bodyEnd, boolean mended, List<SignedField> fields) {
        this.bytes = bytes;
        this.bodyStart = bodyStart;
        this.bodyEnd = bodyEnd;
        this.lineEndsMended = mended;
        this.fields = List.copyOf(fields);
        fields.forEach(field ->
                byName.computeIfAbsent(field.name(), name -> new ArrayList<>(2)).add(field));
    }

    public static SignedMail of(RawMail mail) {
        return mail.hasLfLineEnds() ? mended(mail) : asItIs(mail);
    }

    private static SignedMail asItIs(RawMail mail) {
        List<SignedField> fields = new ArrayList<>(mail.header().size());
        for (HeaderField field : mail.header()) {
            fields.add(field(field, field.start(), field.colon(), field.end()));
        }
        return new SignedMail(mail.bytes(), mail.bodyOffset(), mail.end(), false, fields);
    }

    private static SignedMail mended(RawMail mail) {
        List<HeaderField> header = mail.header();
        int[] places = new int[3 * header.size() + 1];
        int used = 0;
        for (HeaderField field : header) {
            places[used++] = field.start();
            places[used++] = field.colon();
            places[used++] = field.end();
        }
        places[used] = mail.bodyOffset();
        int first = header.isEmpty() ? mail.bodyOffset() : header.getFirst().start();
        CrlfCopy copy = CrlfCopy.of(mail.bytes(), first, mail.end(), places);
        List<SignedField> fields = new ArrayList<>(header.size());
        for (int i = 0; i < header.size(); i++) {
            HeaderField field = header.get(i);
            int at = 3 * i;
            fields.add(field(field, copy.place(at), copy.place(at + 1), copy.place(at + 2)));
        }
        return new SignedMail(copy.bytes(), copy.place(used), copy.bytes().length, true, fields);
    }

    private static SignedField field(HeaderField field, int start, int colon, int end) {
        String name = field.name().toLowerCase(Locale.ROOT);
        return new SignedField(name, start, colon, end, field.position());
    }

    /** All fields, the topmost first. */
    public List<SignedField> fields() {
        return fields;
    }

    /**
     * The fields of a name, the topmost first.
     *
     * @param name in lower case
     */
    public List<SignedField> fields(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** Whether the mail came with bare LFs for line ends, and is read as if they were CRLF. */
    public boolean lineEndsMended() {
        return lineEndsMended;
    }

    /** The value of a field as it stands there: a char is a byte. */
    @SuppressWarnings("deprecation") // The one way that copies bytes to chars without a decoder.
    public String value(SignedField field) {
        return new String(bytes, 0, field.colon() + 1, field.end() - field.colon() - 1);
    }

    byte[] bytes() {
        return bytes;
    }

    int bodyStart() {
        return bodyStart;
    }

    int bodyEnd() {
        return bodyEnd;
    }

    /**
     * The hash of the body in this form.
     *
     * @param length how many canonical bytes are covered; empty: all
     */
    public BodyHash bodyHash(
            Canonicalization canonicalization, SigningAlgorithm algorithm, OptionalLong length) {
        BodyForm form = new BodyForm(canonicalization, algorithm.hash(), length);
        return bodyHashes.computeIfAbsent(form, this::compute);
    }

    private BodyHash compute(BodyForm form) {
        return BodyHash.of(this, form);
    }
}
