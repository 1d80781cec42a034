package dev.mailcheck.message;

import io.avaje.jsonb.Json;

/**
 * What is odd about the lines of a body (RFC 5322, sections 2.1.1 and 2.3), found in one pass
 * without copying.
 *
 * @param longest in bytes without its line end; the standard's limit is 998
 * @param bareLf lines that end with LF alone, where the header has CRLF
 * @param bareCr CRs that no LF follows
 * @param nul whether there is a NUL
 * @param eightBit whether there are bytes above 127
 * @param loneDot whether a line of one dot has an odd line end before or after it: some servers
 *     take that for the end of the mail and the rest for another (SMTP smuggling)
 */
@Json
public record BodyLines(
        int longest, int bareLf, int bareCr, boolean nul, boolean eightBit, boolean loneDot) {

    /** Looks through the body. */
    public static BodyLines of(RawMail mail) {
        byte[] bytes = mail.bytes();
        int longest = 0;
        int bareLf = 0;
        int bareCr = 0;
        int all = 0;
        boolean nul = false;
        boolean loneDot = false;
        int lineStart = mail.bodyOffset();
        for (int i = lineStart; i < mail.end(); i++) {
            byte b = bytes[i];
            all |= b;
            if (b <= '\r' && b >= 0) {
                boolean afterCr = i > mail.bodyOffset() && bytes[i - 1] == '\r';
                boolean lf = b == '\n';
                boolean loneCr = b == '\r' && (i + 1 >= mail.end() || bytes[i + 1] != '\n');
                nul |= b == 0;
                bareLf += lf && !afterCr ? 1 : 0;
                bareCr += loneCr ? 1 : 0;
                if (lf || loneCr) {
                    int lineEnd = lf && afterCr ? i - 1 : i;
                    longest = Math.max(longest, lineEnd - lineStart);
                    loneDot |= isLoneDot(mail, lineStart, lineEnd, i);
                    lineStart = i + 1;
                }
            }
        }
        longest = Math.max(longest, mail.end() - lineStart);
        boolean lfEverywhere = mail.hasLfLineEnds();
        return new BodyLines(
                longest, lfEverywhere ? 0 : bareLf, bareCr, nul, all < 0, loneDot && !lfEverywhere);
    }

    private static boolean isLoneDot(RawMail mail, int start, int end, int last) {
        byte[] bytes = mail.bytes();
        if (end - start != 1 || bytes[start] != '.') {
            return false;
        }
        boolean crlfBefore =
                start >= mail.bodyOffset() + 2
                        && bytes[start - 1] == '\n'
                        && bytes[start - 2] == '\r';
        boolean crlfAfter = last > end;
        return !crlfAfter || (!crlfBefore && start > mail.bodyOffset());
    }
}
