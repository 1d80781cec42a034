package dev.mailcheck.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One mail, byte for byte as it came (RFC 5322, section 2.1): nothing is normalised, decoded or
 * copied. Header and body are places in {@link #bytes()}.
 */
public final class RawMail implements Reading {
    private final byte[] bytes;
    private final int bodyOffset;
    private final int end;
    private final List<HeaderField> header;
    private final Set<Oddity> oddities;

    RawMail(byte[] bytes, int bodyOffset, int end, List<HeaderField> header, Set<Oddity> oddities) {
        this.bytes = bytes;
        this.bodyOffset = bodyOffset;
        this.end = end;
        this.header = header;
        this.oddities = oddities;
    }

    /** The file that was read, not copied: for reading only. The mail may begin later in it. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the body begins, after the empty line; {@link #end()} if there is none. */
    public int bodyOffset() {
        return bodyOffset;
    }

    /** Where the mail ends. */
    public int end() {
        return end;
    }

    /** All fields, the topmost first. */
    public List<HeaderField> header() {
        return header;
    }

    /** The fields of that name, the topmost first. */
    public List<HeaderField> fields(String name) {
        List<HeaderField> fields = new ArrayList<>();
        for (HeaderField field : header) {
            if (field.is(name)) {
                fields.add(field);
            }
        }
        return Collections.unmodifiableList(fields);
    }

    /** The topmost field of that name. */
    public Optional<HeaderField> first(String name) {
        return header.stream().filter(field -> field.is(name)).findFirst();
    }

    /** What is odd about the bytes. */
    public Set<Oddity> oddities() {
        return oddities;
    }

    /**
     * Whether every line end of the header is a bare LF: the mail was saved so, and a verifier has
     * to read each LF as CRLF. Elsewhere a bare LF is a byte like others.
     */
    public boolean hasLfLineEnds() {
        return oddities.contains(Oddity.LF_LINE_ENDS);
    }
}
