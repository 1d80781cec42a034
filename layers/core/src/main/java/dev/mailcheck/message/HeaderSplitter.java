package dev.mailcheck.message;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/**
 * Splits the header of a mail from its body and into fields (RFC 5322, section 2.2), in one pass.
 *
 * <p>A line that is neither a field nor the continuation of one ends the header and belongs to the
 * body, as in Postfix: what stands below it was no header for any server on the way either.
 */
final class HeaderSplitter {
    private final byte[] mail;
    private final EnumSet<Oddity> oddities = EnumSet.noneOf(Oddity.class);
    private final List<HeaderField> fields = new ArrayList<>(32);
    private int headerOffset;
    private int end;
    private int fieldStart = -1;
    private int fieldColon;
    private int fieldEnd;
    private int crlfs;
    private int lfs;

    HeaderSplitter(byte[] mail) {
        this.mail = mail;
    }

    Reading split() {
        Preamble preamble = new Preamble(mail, oddities);
        headerOffset = preamble.headerOffset();
        end = preamble.mailEnd();
        int at = headerOffset;
        while (at < end) {
            int newline = lineFeed(at);
            int textEnd = textEnd(at, newline);
            int next = Math.min(newline + 1, end);
            if (textEnd == at && newline < end) {
                count(textEnd, newline);
                return mail(next);
            }
            if (!take(at, textEnd)) {
                oddities.add(Oddity.HEADER_ENDED_BY_OTHER_LINE);
                return mail(at);
            }
            count(textEnd, newline);
            TooComplex.@Nullable Limit passed = passed();
            if (passed != null) {
                return new TooComplex(passed);
            }
            at = next;
        }
        oddities.add(Oddity.NO_EMPTY_LINE_AFTER_HEADER);
        return mail(end);
    }

    /** A line into the fields; false if it is neither a field nor part of one. */
    private boolean take(int lineStart, int lineEnd) {
        boolean continues = mail[lineStart] == ' ' || mail[lineStart] == '\t';
        if (continues) {
            fieldEnd = lineEnd;
            return fieldStart >= 0;
        }
        int colon = FieldName.colon(mail, lineStart, lineEnd);
        if (colon < 0) {
            return false;
        }
        finishField();
        fieldStart = lineStart;
        fieldColon = colon;
        fieldEnd = lineEnd;
        return true;
    }

    private void finishField() {
        if (fieldStart >= 0) {
            fields.add(new HeaderField(mail, fieldStart, fieldColon, fieldEnd, fields.size()));
            fieldStart = -1;
        }
    }

    private TooComplex.@Nullable Limit passed() {
        if (fields.size() >= TooComplex.Limit.FIELDS.value()) {
            return TooComplex.Limit.FIELDS;
        }
        if (fieldEnd - fieldStart > TooComplex.Limit.FIELD_BYTES.value()) {
            return TooComplex.Limit.FIELD_BYTES;
        }
        return fieldEnd - headerOffset > TooComplex.Limit.HEADER_BYTES.value()
                ? TooComplex.Limit.HEADER_BYTES
                : null;
    }

    private RawMail mail(int bodyOffset) {
        finishField();
        note(bodyOffset);
        return new RawMail(
                mail,
                bodyOffset,
                end,
                Collections.unmodifiableList(fields),
                Collections.unmodifiableSet(oddities));
    }

    private void note(int bodyOffset) {
        HeaderBytes.note(mail, headerOffset, bodyOffset, oddities);
        if (fields.isEmpty()) {
            oddities.add(Oddity.NO_HEADER);
        }
        if (lfs > 0) {
            oddities.add(crlfs == 0 ? Oddity.LF_LINE_ENDS : Oddity.MIXED_LINE_ENDS);
        }
    }

    private void count(int textEnd, int newline) {
        if (newline < end) {
            if (newline > textEnd) {
                crlfs++;
            } else {
                lfs++;
            }
        }
    }

    private int lineFeed(int from) {
        int i = from;
        while (i < end && mail[i] != '\n') {
            i++;
        }
        return i;
    }

    private int textEnd(int lineStart, int newline) {
        return newline < end && newline > lineStart && mail[newline - 1] == '\r'
                ? newline - 1
                : newline;
    }
}
